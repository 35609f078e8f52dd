"""Which printer the receipts go to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.window.printing.printer_dialog import PrinterDialog
from jxc_desktop.ui.window.this_pc import PDF_FOLDER

NAMES = ("EPSON TM-T82", "HP LaserJet")


class Opened:
    def __init__(self, qtbot: QtBot, names: tuple[str, ...] = NAMES, current: str = PDF_FOLDER) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 690)
        self.window.show()
        self.dialog = PrinterDialog(self.window, names, current, "/shop/小票")
        self.chosen: list[str] = []
        self.tested: list[str] = []
        self.dialog.chosen.connect(self.chosen.append)
        self.dialog.tested.connect(self.tested.append)
        self.dialog.open()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dialog.windowHandle(), key)


@pytest.fixture
def opened(qtbot: QtBot, dress: Callable[..., None]) -> Opened:
    dress()
    return Opened(qtbot)


def test_the_folder_and_every_printer_are_listed_the_one_in_use_chosen(opened: Opened) -> None:
    assert opened.dialog.list.words() == ["存成 PDF 文件 /shop/小票 现在用的", *NAMES]
    assert opened.dialog.list.chosen() == PDF_FOLDER


def test_arrows_choose_f9_takes_it(opened: Opened) -> None:
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Up)
    opened.key(Qt.Key.Key_F9)
    assert opened.chosen == ["EPSON TM-T82"]
    assert not opened.dialog.isVisible()


def test_a_click_chooses_and_escape_changes_nothing(opened: Opened) -> None:
    rows = opened.dialog.list
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(40, rows.height() - 10))
    assert rows.chosen() == "HP LaserJet"
    opened.key(Qt.Key.Key_Escape)
    assert opened.chosen == []


def test_f5_tries_the_chosen_one_and_what_became_of_it_is_said(opened: Opened) -> None:
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_F5)
    assert opened.tested == ["EPSON TM-T82"]
    opened.dialog.say(LineKind.DANGER, "小票机没连上。看看电源和线")
    assert opened.dialog.note.shown_words() == "小票机没连上。看看电源和线"
    assert opened.dialog.isVisible()


def test_enter_takes_nothing(opened: Opened) -> None:
    opened.key(Qt.Key.Key_Return)
    assert (opened.chosen, opened.dialog.isVisible()) == ([], True)


def test_a_printer_that_is_gone_is_said(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    opened = Opened(qtbot, NAMES, "佳博 GP-58")
    assert opened.dialog.note.shown_words() == "原来用的 佳博 GP-58 现在没装"


def test_a_pc_without_printers_says_what_to_do(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    assert "还没有装打印机" in Opened(qtbot, ()).dialog.note.shown_words()
