"""The one style sheet."""

import re

import pytest

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.current import Look
from jxc_desktop.ui.look.style import style_sheet
from jxc_desktop.ui.look.tokens import DARK, LIGHT, Colours

BOTH = pytest.mark.parametrize(("colours", "tone"), [(LIGHT, "light"), (DARK, "dark")], ids=["light", "dark"])


@BOTH
def test_every_place_in_the_sheet_is_filled(qapp: object, colours: Colours, tone: str) -> None:
    sheet = style_sheet(Look(colours, 14))

    assert not re.search(r"\{[a-z0-9-]+\}", sheet)
    assert f"check-{tone}.svg" in sheet


@BOTH
def test_the_drawings_the_sheet_names_are_there_in_the_colours_of_the_palette(
    qapp: object, colours: Colours, tone: str
) -> None:
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(Look(colours, 14)))
    strokes = {"check": colours.accent_text.name(), "chevron-down": colours.text_muted.name()}

    assert len(named) == len(strokes)
    for name, stroke in strokes.items():
        drawing = resource_path("look", f"{name}-{tone}.svg").read_text(encoding="utf-8")
        assert f'stroke="{stroke.upper()}"' in drawing


def test_a_table_has_no_item_rule_and_no_round_corners_of_its_own(qapp: object) -> None:
    sheet = style_sheet(Look())

    assert "QTableView::item" not in sheet
    assert "border-radius" not in re.findall(r"QTableView \{[^}]*\}", sheet)[0]


def test_sizes_grow_and_the_one_pixel_edges_stay(qapp: object) -> None:
    sheet = style_sheet(Look(LIGHT, 16))

    assert "border:1px solid" in sheet
    assert "font-size:14px" in sheet  # 12 of the design
    assert "min-height:37px" in sheet  # 34 of the design is 39, less two edges
