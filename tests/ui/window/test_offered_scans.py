"""What was scanned before anybody was there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.offered_scans import OfferedScans

CODES = [f"690123456789{digit}" for digit in range(8)]


@pytest.fixture
def dialog(qtbot: QtBot, dress: Callable[..., None]) -> OfferedScans:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    dialog = OfferedScans(window, CODES)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize(("key", "is_taken"), [(Qt.Key.Key_F9, True), (Qt.Key.Key_Escape, False)])
def test_they_are_taken_with_f9_and_dropped_with_escape(dialog: OfferedScans, key: Qt.Key, is_taken: bool) -> None:
    taken: list[bool] = []
    dialog.taken.connect(lambda: taken.append(True))
    QTest.keyClick(dialog.windowHandle(), key)
    assert bool(taken) is is_taken
    assert not dialog.isVisible()


def test_the_first_few_are_read_and_the_others_counted(dialog: OfferedScans) -> None:
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert CODES[4] in words
    assert CODES[5] not in words
    assert "还有 3 个" in words
    assert "8 个" in dialog.windowTitle()
