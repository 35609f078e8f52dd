"""The contrast table of the design, worked out again from the colours by the WCAG formula."""

import pytest
from PySide6.QtGui import QColor

from jxc_desktop.ui.look.tokens import DARK, LIGHT, TOKENS, Colours

# pair, light, dark: what the design promises, to one decimal.
PROMISED = [
    ("text / surface", 16.7, 13.8),
    ("text / window", 15.2, 15.0),
    ("text / selection", 12.6, 9.0),
    ("text / hover", 14.6, 11.7),
    ("text / zebra", 15.9, 13.0),
    ("text / danger_soft", 14.3, 12.1),
    ("text / warning_soft", 14.9, 11.3),
    ("text_muted / surface", 6.3, 7.1),
    ("text_muted / window", 5.7, 7.7),
    ("text_muted / raised", 6.3, 6.2),
    ("text_muted / selection", 4.7, 4.6),
    ("text_muted / hover", 5.5, 6.0),
    ("text_muted / zebra", 5.9, 6.7),
    ("text_muted / neutral_soft", 5.2, 5.6),
    ("tip_text / tip", 12.2, 15.0),
    ("warning / selection", 4.8, 6.0),
    ("accent_text / accent", 6.6, 8.0),
    ("accent_text / accent_hover", 8.0, 9.6),
    ("accent_text / accent_press", 10.0, 6.3),
    ("accent / surface", 6.6, 7.5),
    ("accent / accent_soft", 5.4, 6.0),
    ("accent / selection", 4.9, 4.9),
    ("danger / surface", 6.0, 7.5),
    ("danger / danger_soft", 5.1, 6.6),
    ("danger / selection", 4.5, 4.9),
    ("warning / surface", 6.3, 9.3),
    ("warning / warning_soft", 5.6, 7.6),
    ("success / surface", 6.0, 8.4),
    ("success / success_soft", 5.2, 6.9),
    ("success / selection", 4.5, 5.5),
    ("border_strong / surface", 3.3, 4.1),
    ("focus / surface", 6.6, 7.5),
]
EDGES = ("border_strong", "focus")


def _luminance(colour: QColor) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.red()) + 0.7152 * channel(colour.green()) + 0.0722 * channel(colour.blue())


def _contrast(colours: Colours, pair: str) -> float:
    first, second = (_luminance(getattr(colours, name)) for name in pair.split(" / "))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize(("pair", "light", "dark"), PROMISED)
def test_the_contrast_is_the_one_the_design_promises(pair: str, light: float, dark: float) -> None:
    assert _contrast(LIGHT, pair) == pytest.approx(light, abs=0.06)
    assert _contrast(DARK, pair) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", [pair for pair, _light, _dark in PROMISED])
def test_text_can_be_read_and_edges_can_be_seen(colours: Colours, pair: str) -> None:
    least = 3.0 if pair.split(" / ")[0] in EDGES else 4.5
    assert _contrast(colours, pair) >= least


def test_every_colour_is_written_as_six_digits_for_both_palettes() -> None:
    assert all(len(code) == 7 and QColor(code).isValid() for pair in TOKENS.values() for code in pair)
