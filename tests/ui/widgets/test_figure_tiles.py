"""Figures side by side."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import FIGURE, TITLE, TextStyle, text_width
from jxc_desktop.ui.widgets.figure_tiles import FigureTile, FigureTiles, fitting_style

SALES = FigureTile("sales", "销售额", "15,929.19", "¥", "35.8%", "比 1 月", False, Tone.DANGER)
RATE = FigureTile("margin", "毛利率", "14.0%", change="持平", beside="比 1 月")


def test_a_figure_says_which_way_it_went_without_colour(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    tiles = FigureTiles(2)
    qtbot.addWidget(tiles)
    tiles.show_tiles((SALES, RATE))
    assert tiles.words() == ["销售额 ¥ 15,929.19 ↘ 35.8% 比 1 月", "毛利率 14.0% 持平 比 1 月"]


def test_figures_beside_each_other_are_equally_large(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    tiles = FigureTiles(2)
    qtbot.addWidget(tiles)
    tiles.resize(330, 90)
    tiles.show_tiles((FigureTile("sales", "销售额", "9,999,999.99", "¥"), RATE))
    tiles.show()
    assert [button.size_of_value for button in tiles.buttons] == [TITLE, TITLE]
    tiles.resize(600, 90)
    assert [button.size_of_value for button in tiles.buttons] == [FIGURE, FIGURE]


def test_enter_opens_a_figure_and_arrows_are_left_to_the_page(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    page = QWidget()
    qtbot.addWidget(page)
    tiles = FigureTiles(2, page)
    tiles.show_tiles((SALES, RATE))
    tiles.resize(600, 90)
    page.show()
    tiles.buttons[1].setFocus()
    with qtbot.waitSignal(tiles.opened) as opened:
        QTest.keyClick(tiles.buttons[1], Qt.Key.Key_Return)
    assert opened.args == ["margin"]
    QTest.keyClick(tiles.buttons[1], Qt.Key.Key_Left)
    assert page.focusWidget() is tiles.buttons[1]


@pytest.mark.parametrize(("value", "style"), [("529.19", FIGURE), ("9,999,999.99", TITLE)])
def test_a_figure_that_has_no_room_is_written_smaller_and_never_cut(
    dress: Callable[..., None], value: str, style: TextStyle
) -> None:
    dress()
    chosen = fitting_style(FigureTile("sales", "销售额", value, "¥"), 140)
    assert chosen == style
    assert text_width(chosen, value) < 140
