"""The panel at the right."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.side_panel import BesidePanel, SidePanel


def _beside(qtbot: QtBot, width: int) -> BesidePanel:
    beside = BesidePanel(QWidget(), SidePanel(340))
    qtbot.addWidget(beside)
    beside.resize(width, 600)
    beside.show()
    return beside


def test_a_wide_window_shows_table_and_panel_side_by_side(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    beside = _beside(qtbot, 1366)

    assert beside.panel.isVisible()
    assert beside.panel.width() == 340
    assert beside.main.geometry().right() < beside.panel.geometry().left()


def test_a_narrow_window_hides_the_panel_until_it_is_opened_over_the_table(
    qtbot: QtBot, dress: Callable[..., None]
) -> None:
    dress()
    beside = _beside(qtbot, 1100)
    assert not beside.panel.isVisible()
    assert beside.main.width() == 1100

    beside.open_panel()
    assert beside.panel.isVisible()

    beside.close_panel()
    assert not beside.panel.isVisible()


@pytest.mark.parametrize("width", [299, 381])
def test_a_width_outside_the_design_is_refused(qapp: object, width: int) -> None:
    with pytest.raises(ValueError, match=str(width)):
        SidePanel(width)


def test_alone_the_main_part_takes_the_whole_width(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    beside = _beside(qtbot, 1366)
    beside.show_alone(True)
    assert (beside.panel.isVisible(), beside.main.width()) == (False, 1366)
    beside.open_panel()
    assert not beside.panel.isVisible()
    beside.show_alone(False)
    assert beside.panel.isVisible()
