"""Keys of the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.window_keys import WindowKeys


def test_they_work_until_they_sleep_and_again_afterwards(qtbot: QtBot) -> None:
    window, pressed = QWidget(), list[str]()
    keys = WindowKeys(window)
    keys.on("Ctrl+L", lambda: pressed.append("L"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def press() -> None:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    press()
    keys.sleep(True)
    press()
    keys.sleep(False)
    press()
    assert pressed == ["L", "L"]
