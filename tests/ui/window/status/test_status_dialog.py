"""Ctrl+Shift+S."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.status.status_dialog import StatusDialog
from jxc_desktop.ui.window.status.well_being import WellBeing

TODAY = date(2026, 3, 4)
KNOWN = WellBeing(backed_up_at=datetime(2026, 3, 4, 14, 0), checked_on=TODAY, printer_fault="小票机没纸了", waiting=2)


class Opened:
    def __init__(self, qtbot: QtBot, known: WellBeing) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 690)
        self.window.show()
        self.dialog = StatusDialog(self.window, known.explained(TODAY), bool(known.waiting))
        self.asked: list[str] = []
        self.dialog.printer_wanted.connect(lambda: self.asked.append("printer"))
        self.dialog.printing_wanted.connect(lambda: self.asked.append("print"))
        self.dialog.open()
        qtbot.waitUntil(self.dialog.isActiveWindow)


@pytest.fixture
def opened(qtbot: QtBot, dress: Callable[..., None]) -> Opened:
    dress()
    return Opened(qtbot, KNOWN)


def test_every_fact_is_read_out_with_what_is_behind_it(opened: Opened) -> None:
    backup, books, printer = opened.dialog.words()
    assert backup.startswith("已备份 14:00 最近一份 2026-03-04 14:00")
    assert books == "账目一致 2026-03-04 核对过"
    assert printer.startswith("小票机没纸了 待打 2")


@pytest.mark.parametrize(("key", "asked"), [(Qt.Key.Key_F6, ["printer"]), (Qt.Key.Key_F9, ["print"])])
def test_keys_choose_a_printer_and_print_again(opened: Opened, key: Qt.Key, asked: list[str]) -> None:
    QTest.keyClick(opened.dialog.windowHandle(), key)
    assert opened.asked == asked
    assert not opened.dialog.isVisible()


def test_where_nothing_waits_nothing_is_printed_again(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    opened = Opened(qtbot, WellBeing())
    QTest.keyClick(opened.dialog.windowHandle(), Qt.Key.Key_F9)
    assert (opened.asked, opened.dialog.isVisible()) == ([], True)
