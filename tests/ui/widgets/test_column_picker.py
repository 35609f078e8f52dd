"""Which columns of a table are seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.column_picker import ColumnChoice, ColumnPicker

ALT = Qt.KeyboardModifier.AltModifier
COLUMNS = [
    ColumnChoice("name", "商品", is_locked=True),
    ColumnChoice("code", "条码", is_shown=False),
    ColumnChoice("sales", "销售额"),
    ColumnChoice("profit", "毛利"),
]


@pytest.fixture
def picker(qtbot: QtBot, dress: Callable[..., None]) -> ColumnPicker:
    dress()
    made = ColumnPicker()
    qtbot.addWidget(made)
    made.resize(208, 400)
    made.list.show_columns(COLUMNS)
    made.show()
    return made


def shown(picker: ColumnPicker) -> list[str]:
    return [column.title for column in picker.list.columns() if column.is_shown]


def press(picker: ColumnPicker, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(picker.list, key, modifiers)


def test_space_shows_and_hides_a_column_but_never_the_locked_one(picker: ColumnPicker) -> None:
    press(picker, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert shown(picker) == ["商品", "条码", "毛利"]
    assert picker.list.accessibleName() == "销售额 不显示"


def test_alt_arrows_move_a_column_and_none_before_the_locked_one(picker: ColumnPicker) -> None:
    press(picker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(picker, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, modifiers=ALT)
    assert [column.title for column in picker.list.columns()] == ["商品", "毛利", "条码", "销售额"]
    assert picker.list.current().title == "毛利"


def test_a_click_ticks_and_the_grip_is_taken_and_moved(picker: ColumnPicker) -> None:
    column = picker.list
    QTest.mouseClick(column, Qt.MouseButton.LeftButton, pos=QPoint(60, 45))
    assert shown(picker) == ["商品", "条码", "销售额", "毛利"]
    QTest.mousePress(column, Qt.MouseButton.LeftButton, pos=QPoint(column.width() - 20, 45))
    QTest.mouseMove(column, QPoint(column.width() - 20, 75))
    QTest.mouseRelease(column, Qt.MouseButton.LeftButton, pos=QPoint(column.width() - 20, 75))
    assert shown(picker) == ["商品", "销售额", "条码", "毛利"]


def test_its_button_asks_for_what_is_usual(qtbot: QtBot, picker: ColumnPicker) -> None:
    with qtbot.waitSignal(picker.reset_asked):
        QTest.keyClick(picker.usual, Qt.Key.Key_Space)


def test_more_columns_than_there_is_room_for_follow_the_current_one(picker: ColumnPicker) -> None:
    picker.list.show_columns([ColumnChoice(str(number), f"列 {number}") for number in range(40)])
    press(picker, *[Qt.Key.Key_Down] * 39)
    assert picker.list.current().title == "列 39"
    assert not picker.grab().isNull()
