"""Everything that a check of the books found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.status.findings_dialog import FindingsDialog

FINDINGS = tuple(f"账户 现金 的余额应为 {number}.00，实为 0.00" for number in range(1, 1_001))


@pytest.fixture
def dialog(qtbot: QtBot, dress: Callable[..., None]) -> FindingsDialog:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    dialog = FindingsDialog(window, FINDINGS)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_every_finding_has_a_row_and_the_chosen_one_is_written_out(dialog: FindingsDialog) -> None:
    assert dialog.windowTitle() == "账目有 1,000 处不符"
    assert dialog.table.model_of_rows().rowCount() == 1_000
    assert dialog.whole.text() == FINDINGS[0]
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert dialog.whole.text() == FINDINGS[-1]


def test_all_of_them_are_copied_at_once(dialog: FindingsDialog) -> None:
    QTest.keyClick(
        dialog.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert QGuiApplication.clipboard().text().splitlines() == list(FINDINGS)
