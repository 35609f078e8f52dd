"""The window round the pages, started as the program starts it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.app import PAPER_FOLDER
from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
from jxc_desktop.ui.window.fault_page import FaultPage
from jxc_desktop.ui.window.first_page import FirstPage
from tests.ui.window.conftest import PRICE, Start, opened


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
    qtbot.waitUntil(lambda: program.window.findChild(FirstPage) is not None)
    page = program.window.findChild(FirstPage)
    assert page is not None
    field = page.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert program.shop is None
    field.setText("城南便利店")
    QTest.keyClick(field, Qt.Key.Key_Return)
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

    assert [tab.name for tab in tabs_of(Role.CLERK)] == ["sales"]
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
