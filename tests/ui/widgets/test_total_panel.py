"""The large figure of the counter."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.total_panel import TotalPanel

ROWS = [("原价合计", "10,000,000.00"), ("优惠", "−0.01"), ("抹零", "0.00")]


def _panel(qtbot: QtBot, figure: str) -> TotalPanel:
    panel = TotalPanel()
    qtbot.addWidget(panel)
    panel.resize(panel.sizeHint())
    panel.show_total(figure, ROWS)
    return panel


@pytest.mark.parametrize("base", [14, 16, 18])
@pytest.mark.parametrize("figure", ["0.00", "127.80", "99,999.99", "9,999,999.99", "−9,999,999.99", "999,999,999.99"])
def test_the_total_is_never_cut(qtbot: QtBot, dress: Callable[..., None], base: int, figure: str) -> None:
    dress(base=base)
    width, room = _panel(qtbot, figure).figure_room()

    assert width <= room


def test_the_figure_shrinks_in_three_steps(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    sizes = [_panel(qtbot, figure).figure_size() for figure in ("127.80", "99,999.99", "9,999,999.99")]

    assert sizes[0] == 60
    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) <= {60, 48, 40}


def test_a_new_total_lays_nothing_out_anew(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    panel = _panel(qtbot, "1.00")
    before = panel.sizeHint()

    panel.show_total("9,999,999.99", ROWS, Badge("1 行未识别", "circle-x", Tone.DANGER))

    assert panel.sizeHint() == before
    assert panel.accessibleName() == "应收 9,999,999.99"


def test_a_low_window_folds_the_rows_into_one_line(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    panel = _panel(qtbot, "1.00")

    panel.set_folded(True)

    assert panel.sizeHint().height() == panel.minimumSizeHint().height() == 176
