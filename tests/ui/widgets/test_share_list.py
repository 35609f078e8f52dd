"""Parts of a whole as rows."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.share_list import ShareList, ShareRow

ROWS = [ShareRow("食品", 1.0, "1,537.51", "12.6%"), ShareRow("玩具", -0.1, "−19.05", "−3.4%")]


def shown(qtbot: QtBot, dress: Callable[..., None]) -> ShareList:
    dress()
    made = ShareList("各类毛利", "毛利", "毛利率")
    qtbot.addWidget(made)
    made.resize(390, 229)
    made.show()
    made.show_rows(ROWS)
    return made


def test_rows_are_walked_and_enter_opens_one(qtbot: QtBot, dress: Callable[..., None]) -> None:
    parts = shown(qtbot, dress)
    assert parts.words() == ["食品 1,537.51 12.6%", "玩具 −19.05 −3.4%"]
    QTest.keyClick(parts, Qt.Key.Key_Down)
    QTest.keyClick(parts, Qt.Key.Key_Down)
    with qtbot.waitSignal(parts.opened) as opened:
        QTest.keyClick(parts, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_click_chooses_a_row_and_the_title_is_none(qtbot: QtBot, dress: Callable[..., None]) -> None:
    parts = shown(qtbot, dress)
    QTest.mouseClick(parts, Qt.MouseButton.LeftButton, pos=QPoint(100, 42 + 28 + 10))
    assert "玩具" in parts.accessibleName()
    QTest.mouseClick(parts, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert "玩具" in parts.accessibleName()


def test_without_rows_it_says_why(qtbot: QtBot, dress: Callable[..., None]) -> None:
    parts = shown(qtbot, dress)
    parts.show_rows((), "这个月没有卖出")
    QTest.keyClick(parts, Qt.Key.Key_Return)
    assert (parts.words(), parts.grab().isNull()) == ([], False)
