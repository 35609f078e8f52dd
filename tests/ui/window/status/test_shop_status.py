"""The foot of the window stays true, and what lies behind it opens."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.services.shop import Shop, back_up_beside
from jxc_desktop.services.storage.backup import backup_folder
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.status_line import StatusLine
from jxc_desktop.ui.window.printing.printer_dialog import PrinterDialog
from jxc_desktop.ui.window.status.books_check import BooksCheck
from jxc_desktop.ui.window.status.findings_dialog import FindingsDialog
from jxc_desktop.ui.window.status.shop_status import ShopStatus
from jxc_desktop.ui.window.status.status_dialog import StatusDialog
from jxc_desktop.ui.window.troubles.trouble_dialog import TroubleDialog
from tests.robots.whole_window import COLA, CONTROL, WholeWindow
from tests.ui.window.conftest import Start, opened

SHIFT = Qt.KeyboardModifier.ShiftModifier
GONE = "没有这台打印机"


def foot(window: WholeWindow) -> list[str]:
    line = window.window.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    return [item.words for item in line.items()]


def status(window: WholeWindow) -> ShopStatus:
    window.wait(lambda: window.program._status is not None)
    found = window.program._status
    assert found is not None
    return found


def reprint(window: WholeWindow, goods: dict[str, int]) -> None:
    window.shop.paper.reprint(goods["零售"])


def test_the_foot_says_who_is_here_and_how_the_shop_is(window: WholeWindow) -> None:
    status(window)
    words = foot(window)
    assert words[0] == "老板"
    assert "今天还没备份" in words
    assert "小票机 就绪" in words


def test_a_backup_of_today_is_said_with_its_time(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    back_up_beside(shop_file)
    program = start(shop_file)
    opened(qtbot, program)
    qtbot.waitUntil(lambda: any(words.startswith("已备份") for words in foot(WholeWindow(qtbot, program))))


def test_ctrl_shift_s_reads_it_out_and_f6_leads_to_the_printers(window: WholeWindow) -> None:
    status(window)
    window.key(Qt.Key.Key_S, CONTROL | SHIFT)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), StatusDialog))
    window.wait(lambda: isinstance(QApplication.activeWindow(), StatusDialog))
    window.key(Qt.Key.Key_F6)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), PrinterDialog))


def test_a_click_on_the_printer_opens_the_printers(window: WholeWindow) -> None:
    status(window)
    line = window.window.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    (place,) = [place for item, place in line._places() if item.name == "printer"]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(place.center()))
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), PrinterDialog))


def test_a_printer_that_is_gone_is_said_and_what_waits_is_printed_elsewhere_when_asked(
    window: WholeWindow, goods: dict[str, int]
) -> None:
    known = status(window)
    window.program._pc.choose_printer(GONE)
    reprint(window, goods)
    window.wait(lambda: "小票机没连上 待打 1" in foot(window))
    known._choose("")
    window.wait(lambda: "小票机 就绪" in foot(window))
    assert window.shop.paper.waiting_count() == 0


def test_the_chosen_printer_is_remembered(window: WholeWindow) -> None:
    known = status(window)
    known.open_printers()
    window.wait(lambda: isinstance(QApplication.activeWindow(), PrinterDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrinterDialog)
    dialog.chosen.emit("EPSON TM-T82")
    assert window.program._pc.printer() == "EPSON TM-T82"


def test_books_that_hold_are_said_and_looked_at_again_tomorrow(
    window: WholeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = status(window)
    assert not any(words.startswith("账目") for words in foot(window))
    known._on_checked(())
    assert "账目一致" in foot(window)
    begun: list[tuple[Path, bool]] = []
    monkeypatch.setattr(BooksCheck, "begin", lambda _check, path, with_books: begun.append((path, with_books)))
    known.check_books()
    assert begun == [(window.shop.path, False)]
    window.program._pc.remember_checked(window.shop.path, None)
    known._on_checked(("账户 现金 的余额应为 1.00，实为 2.00",))
    assert "账目有 1 处不符" in foot(window)
    known.check_books()
    assert begun[1:] == [(window.shop.path, True)]


def test_the_check_runs_by_itself_once_the_shop_is_open(
    qtbot: QtBot, start: Start, shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.app.BOOKS_CHECKED_AFTER_MS", 0)
    program = start(shop_file)
    shop: Shop = opened(qtbot, program)
    qtbot.waitUntil(lambda: program._pc.checked_on(shop.path) == shop.today, timeout=60_000)


def test_a_backup_by_hand_is_found_by_its_words_and_said_at_the_foot(window: WholeWindow) -> None:
    status(window)
    window.find("xzbf", "现在备份")
    window.key(Qt.Key.Key_Return)
    window.wait(lambda: any(words.startswith("已备份") for words in foot(window)))
    assert [backup.occasion for backup in window.shop.backups.listed()] == [Occasion.BY_HAND]


def test_f8_in_the_status_makes_one_too_and_a_place_that_is_gone_does_not_stop_it(
    window: WholeWindow, tmp_path: Path
) -> None:
    known = status(window)
    stick = tmp_path / "U 盘"
    stick.mkdir()
    window.shop.backups.choose_second_place(stick)
    stick.rmdir()
    known.open()
    window.wait(lambda: isinstance(QApplication.activeWindow(), StatusDialog))
    window.key(Qt.Key.Key_F8)
    window.wait(lambda: any(words.startswith("已备份") for words in foot(window)))
    line = window.page.findChild(ScanLine)
    assert isinstance(line, ScanLine)
    window.wait(lambda: "第二处没连上" in line.shown_words())


def test_a_backup_that_cannot_be_made_is_said_and_selling_goes_on(window: WholeWindow, goods: dict[str, int]) -> None:
    known = status(window)
    backup_folder(window.shop.path).write_text("a file where the folder should be")
    known.back_up()
    window.wait(lambda: "备份失败" in foot(window))
    window.key(Qt.Key.Key_Escape)
    backup_folder(window.shop.path).unlink()


def test_all_findings_are_listed_not_only_the_first_three(window: WholeWindow) -> None:
    known = status(window)
    known._on_checked(tuple(f"第 {number} 处不对" for number in range(1, 41)))
    known.open("books")
    window.wait(lambda: isinstance(QApplication.activeWindow(), FindingsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FindingsDialog)
    assert dialog.table.model_of_rows().rowCount() == 40
    window.key(Qt.Key.Key_Down)
    assert dialog.whole.text() == "第 2 处不对"
    dialog.copy_all()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 40


def test_a_file_that_cannot_be_read_is_said_in_the_dialog_and_offered_its_backups_at_the_next_start(
    window: WholeWindow,
) -> None:
    known = status(window)
    known._on_damaged(("店铺文件损坏：Page 7 is never used",))
    window.wait(lambda: isinstance(QApplication.activeWindow(), TroubleDialog))
    assert window.program._pc.trouble_with(window.shop.path) == "FILE-DAMAGED"
    assert "账目有 1 处不符" in foot(window)


def test_a_clock_that_ran_back_is_said_once_over_the_page_and_at_the_foot_and_nothing_is_refused(
    window: WholeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = status(window)
    behind = window.shop.now + timedelta(days=2)
    monkeypatch.setattr(type(window.shop.health), "last_act_at", lambda _health: behind)
    known._look_at_clock()
    assert "电脑时间慢了" in foot(window)
    line = window.page.findChild(ScanLine)
    assert isinstance(line, ScanLine)
    assert "电脑的时间" in line.shown_words()
    window.scan(COLA)
    window.key(Qt.Key.Key_F9)
    window.wait(lambda: QApplication.activeModalWidget() is not None)
