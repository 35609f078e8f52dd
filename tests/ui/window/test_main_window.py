"""The window round the pages, started as the program starts it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.app import PAPER_FOLDER
from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.opening.fault_page import FaultPage
from jxc_desktop.ui.window.this_pc import NOT_BACKED_UP
from tests.robots.counter import part_of
from tests.robots.first_start import ENTER, FirstMorning
from tests.ui.window.conftest import PRICE, Start, opened

CODE = "6901234567892"


def test_a_shop_without_passwords_opens_at_the_counter_ready_to_scan(
    qtbot: QtBot, start: Start, shop_file: Path
) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    page = program.window.current_page()
    assert page is not None
    assert page.key == "sales.checkout"
    assert program.window.windowTitle() == "惠民便利店"


def test_a_first_start_asks_for_the_shops_name_and_goes_on(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    program = start(tmp_path / "新店" / "店.db")
    morning = FirstMorning(qtbot, program)
    assert not program.window.tab_line.isVisible()
    morning.answer("城南便利店")
    assert program.shop is None
    morning.key(ENTER)
    assert opened(qtbot, program).settings.shop_name() == "城南便利店"


def test_a_file_that_is_no_shop_says_so_and_stays_as_it_was(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "照片.db"
    path.write_bytes(b"JPEG" * 1000)
    program = start(path)
    qtbot.waitUntil(lambda: program.window.findChild(FaultPage) is not None)
    page = program.window.findChild(FaultPage)
    assert page is not None
    assert any("不是本程序的店铺文件" in label.text() for label in page.findChildren(QLabel))
    assert path.read_bytes() == b"JPEG" * 1000


def test_a_second_window_on_the_same_shop_says_so(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    opened(qtbot, start(shop_file))
    second = start(shop_file)
    qtbot.waitUntil(lambda: second.window.findChild(FaultPage) is not None)
    assert second.shop is None


def test_keys_change_pages(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: getattr(program.window.current_page(), "key", "") == "sales.list")


def test_a_clerk_sees_only_the_sales_tab(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    from jxc_desktop.ui.window.pages import tabs_of

    assert [tab.name for tab in tabs_of(Role.CLERK) if not tab.is_beside] == ["sales"]
    assert next(tab.name for tab in tabs_of(Role.STOCKKEEPER)) == "purchasing"
    assert opened(qtbot, start(shop_file)).operator.role is Role.OWNER


def test_a_receipt_is_printed_by_itself_after_the_sale(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    shop = opened(qtbot, program)
    product = shop.catalog.search("kl")[0].product_id
    line = TicketLine(product, "个", Quantity.of(1), PricedItem(Quantity.of(1), PRICE))
    sold = shop.sales.checkout(Ticket("t", (line,), (TenderGiven(CASH, Money(300)),)))
    paper = shop_file.parent / PAPER_FOLDER / f"{sold.number}.pdf"
    qtbot.waitUntil(paper.exists, timeout=10_000)
    qtbot.waitUntil(lambda: shop.paper.waiting_count() == 0)


def test_closing_leaves_a_backup_beside_the_shop(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    program.window.close()
    assert list(shop_file.with_name("店-backups").iterdir())


def test_the_window_stands_where_it_stood_as_large_as_it_was(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    first = start(shop_file)
    opened(qtbot, first)
    first.window.setGeometry(20, 60, 760, 650)
    first.window.close()
    again = start(shop_file)
    assert again.window.geometry().size() == first.window.geometry().size()
    assert again.window.geometry().topLeft() == first.window.geometry().topLeft()


def test_the_window_is_no_larger_than_the_screen_has_room_for(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    window = MainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert window.size().boundedTo(room) == window.size()


def test_a_window_that_filled_the_screen_fills_it_again(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    first = start(shop_file)
    opened(qtbot, first)
    first.window.showMaximized()
    qtbot.waitUntil(first.window.isMaximized)
    first.window.close()
    again = start(shop_file)
    qtbot.waitUntil(again.window.isMaximized)


def test_the_look_follows_the_system_while_the_program_runs(
    qtbot: QtBot, start: Start, shop_file: Path, qapp: QApplication
) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look().is_dark
    assert program.window.palette().window().color() == look().colours.window
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not look().is_dark


def test_a_fault_at_the_counter_keeps_the_cart(
    qtbot: QtBot, start: Start, shop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(shop_file)
    shop = opened(qtbot, program)
    page = program.window.current_page()
    assert page is not None
    page.take_scan(CODE)
    qtbot.waitUntil(lambda: bool(shop.carts.unfinished()))

    def fail(*_given: object) -> None:
        raise KeyError(CODE)

    monkeypatch.setattr(type(shop.catalog), "find_by_code", fail)
    with qtbot.capture_exceptions() as faults:
        page.take_scan(CODE)
    assert [kind for kind, _fault, _trace in faults] == [KeyError]
    monkeypatch.undo()
    # As after a power cut: nothing was closed, and the file is opened as it lies there.
    for ending in ("", "-wal"):
        shutil.copyfile(f"{shop_file}{ending}", f"{tmp_path / 'cut.db'}{ending}")
    after = start(tmp_path / "cut.db")
    opened(qtbot, after)
    page = after.window.current_page()
    assert page is not None
    table = part_of(page, CartTable)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert "可乐" in str(table.model().data(table.model().index(0, 1)))


def test_a_backup_that_cannot_be_made_does_not_keep_the_window_open_and_is_said_at_the_next_start(
    qtbot: QtBot, start: Start, shop_file: Path
) -> None:
    shop_file.with_name("店-backups").write_text("a file where the folder should be")
    program = start(shop_file)
    opened(qtbot, program)
    program.window.close()
    assert program._pc.trouble_with(shop_file) == NOT_BACKED_UP
    again = start(shop_file)
    opened(qtbot, again)
    qtbot.waitUntil(lambda: again._status is not None)
    assert again._status is not None
    assert again._status.known.has_backup_failed


def test_the_first_carton_code_finds_its_reader_loaded(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    assert not program._is_warm
    program._take_scan(CODE)
    assert program._is_warm
    qtbot.waitUntil(lambda: "biip" in sys.modules)
