"""A field for a few lines."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.lines_input import LinesInput


def test_enter_begins_a_line_and_tab_leaves_the_field(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    window = QWidget()
    lines, other, left = LinesInput("人民路 1 号"), QLineEdit(), list[bool]()
    lines.left.connect(lambda: left.append(True))
    column = QVBoxLayout(window)
    column.addWidget(lines)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lines.setFocus()
    lines.moveCursor(lines.textCursor().MoveOperation.End)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_5, Qt.Key.Key_Tab):
        QTest.keyClick(window.windowHandle(), key)
    assert lines.toPlainText() == "人民路 1 号\n5"
    assert (other.hasFocus(), left) == (True, [True])
