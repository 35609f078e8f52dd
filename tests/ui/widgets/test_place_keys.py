"""Keys of one place of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.place_keys import hear_keys


def test_a_key_works_in_its_place_and_nowhere_else(qtbot: QtBot) -> None:
    window, place = QWidget(), QWidget()
    inside, outside = QLineEdit(place), QLineEdit()
    column = QVBoxLayout(window)
    for part in (place, outside):
        column.addWidget(part)
    done: list[str] = []
    hear_keys(place, ("Ctrl+E", lambda: done.append("export")), ("F6", lambda: done.append("template")))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    outside.setFocus()
    QTest.keyClick(outside, Qt.Key.Key_F6)
    inside.setFocus()
    QTest.keyClick(inside, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(inside, Qt.Key.Key_F6)
    assert done == ["export", "template"]
