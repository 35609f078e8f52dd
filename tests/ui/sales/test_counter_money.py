"""A clerk's whole job at the counter, and what may go wrong with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.sales.sale_list import Sale
from jxc_desktop.services.sales.ticket import SoldTicket, Ticket
from jxc_desktop.services.storage.faults import DiskFullError, ShopFileLockedError
from jxc_desktop.ui.widgets.total_panel import TotalPanel
from tests.robots.counter import COLA, TEA, UNKNOWN, Counter, part_of
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
MILK = "6922577702825"
BAG = "2100012003452"  # label of the scale: goods 00012, 0.345 kg


def product(counter: Counter, code: str) -> int:
    found = counter.shop.catalog.find_by_code(code)
    return int(getattr(found, "product_id", 0))


def set_price(counter: Counter, code: str, price: str) -> None:
    details = counter.shop.catalog.product(product(counter, code))
    counter.shop.catalog.save_product(replace(details, retail_price=UnitPrice.parse(price)))


def stop_selling(counter: Counter, code: str) -> None:
    details = counter.shop.catalog.product(product(counter, code))
    counter.shop.catalog.save_product(replace(details, is_active=False))


def sales_made(counter: Counter) -> int:
    return len(counter.shop.sales.sale_list(DocumentFilter()))


def return_all(counter: Counter) -> Money:
    """Bring back everything of the last sale; what was paid back."""
    sale = counter.sale()
    lines = {line.line_id: line.left for line in sale.lines}
    key = counter.shop.sales.return_goods(sale.row.document_id, lines, CASH, counter.story.token())
    return -counter.shop.sales.sale(key).row.amount


def test_a_bill_of_nothing_needs_no_way_of_paying(counter: Counter) -> None:
    counter.story.product("赠品", "0.00", (MILK,))
    counter.scan(MILK)
    counter.pay()
    assert (counter.sale().row.amount, counter.tenders()) == (Money(0), [])


def test_enter_held_and_pressed_again_makes_one_sale(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_over: list[Ticket] = []
    checkout = counter.shop.sales.checkout

    def slow(ticket: Ticket) -> SoldTicket:
        handed_over.append(ticket)
        counter.paying().enter_pressed()
        return checkout(ticket)

    monkeypatch.setattr(counter.shop.sales, "checkout", slow)
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    for _ in range(3):
        counter.enter()
    assert (len(handed_over), sales_made(counter)) == (1, 1)


def test_a_ticket_handed_over_twice_is_one_sale(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    counter.scan(COLA)
    tickets: list[Ticket] = []
    checkout = counter.shop.sales.checkout

    def noting(ticket: Ticket) -> SoldTicket:
        tickets.append(ticket)
        return checkout(ticket)

    monkeypatch.setattr(counter.shop.sales, "checkout", noting)
    counter.pay(Qt.Key.Key_1)
    assert checkout(tickets[0]).number == counter.sale().row.number
    assert sales_made(counter) == 1


def test_a_full_disk_leaves_cart_and_payment_as_they_were(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_ticket: Ticket) -> SoldTicket:
        raise DiskFullError(Path("shop.db"))

    counter.scan(COLA)
    with monkeypatch.context() as full:
        full.setattr(counter.shop.sales, "checkout", refuse)
        counter.key(Qt.Key.Key_F9)
        counter.key(Qt.Key.Key_1)
        counter.type("10")
        counter.enter()
        assert "磁盘满了" in counter.paying().said()
        assert (counter.result(), counter.names()) == ("找零 7.00", ["可乐"])
    counter.enter()
    counter.wait_until_shut()
    assert (sales_made(counter), counter.sale().change) == (1, Money(700))


def test_a_sale_that_cannot_be_read_again_is_sold_all_the_same(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_document_id: int) -> Sale:
        raise ShopFileLockedError(Path("shop.db"))

    counter.scan(COLA)
    with monkeypatch.context() as locked:
        locked.setattr(counter.shop.sales, "sale", refuse)
        counter.pay(Qt.Key.Key_1)
    assert counter.dialog() is None
    assert counter.rows() == []
    assert sales_made(counter) == 1


def test_where_the_shop_forbids_it_what_is_not_there_is_not_sold(counter: Counter) -> None:
    counter.story.allow_overselling(OversoldRule.FORBID)
    counter.page.reload()
    counter.scan(COLA)
    assert "收款时会拦下" in counter.said()
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    counter.enter()
    assert "可乐 只有 0，要出 1" in counter.paying().said()
    counter.key(Qt.Key.Key_Escape)
    counter.wait_until_shut()
    assert (counter.names(), sales_made(counter)) == (["可乐"], 0)


def test_a_price_changed_meanwhile_is_said_before_it_is_taken(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(TEA)
    set_price(counter, COLA, "3.50")
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    counter.enter()
    counter.wait_until_shut()
    assert "改了价" in counter.said()
    assert (counter.due(), sales_made(counter)) == ("8.00", 0)
    counter.pay(Qt.Key.Key_1)
    assert counter.sale().row.amount == Money(800)


def test_what_was_rounded_off_is_not_paid_back(counter: Counter) -> None:
    counter.story.product("豆", "1.98", (MILK,))
    counter.scan(MILK)
    assert counter.due() == "1.90"
    counter.pay(Qt.Key.Key_1)
    assert counter.sale().row.amount == Money(190)
    assert return_all(counter) == Money(190)


def test_what_was_taken_off_the_bill_is_not_paid_back(counter: Counter) -> None:
    counter.story.product("酒", "112.50", (MILK,))
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F10)
    counter.type("-4.40")
    counter.enter()
    counter.pay(Qt.Key.Key_1)
    assert return_all(counter) == Money(10810)


def test_the_amount_proposed_is_what_is_due_to_the_fen(counter: Counter) -> None:
    counter.story.product("丝线", "1.401", (MILK,))
    counter.type("3*")
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_2)
    assert (counter.due(), counter.amount()) == ("4.20", "4.20")


def test_the_drawer_keeps_what_was_due_not_what_was_handed_over(counter: Counter) -> None:
    counter.story.product("酒", "400.00", (MILK,))
    counter.scan(MILK)
    counter.pay(Qt.Key.Key_1, amount="500")
    assert counter.tenders() == [("现金", Money(50000), Money(40000))]


# Carts that wait


def test_a_cart_on_hold_shows_its_note_and_sum_and_comes_back_whole(counter: Counter) -> None:
    for code in (COLA, TEA, UNKNOWN):
        counter.scan(code)
    counter.key(Qt.Key.Key_F6)
    counter.type("wallet")
    counter.enter()
    assert counter.rows() == []
    assert counter.on_hold()[0] == "挂单 1"
    assert counter.on_hold()[1].endswith("wallet 3 行 7.50")
    counter.scan(TEA)
    counter.key(Qt.Key.Key_F7)
    assert "手上还有一单" in counter.said()
    counter.key(Qt.Key.Key_Delete)
    counter.key(Qt.Key.Key_F7)
    counter.enter()
    assert counter.names() == ["可乐", "红茶", "未识别"]
    assert counter.on_hold() == ["没有挂单"]


def test_a_scan_while_choosing_a_held_cart_begins_a_cart_of_its_own(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F6)
    counter.enter()
    counter.key(Qt.Key.Key_F7)
    counter.scan(TEA)
    assert (counter.names(), counter.offered(), counter.on_hold()[0]) == (["红茶"], [], "挂单 1")


def test_a_held_cart_comes_back_with_what_changed_marked(counter: Counter) -> None:
    counter.story.product("酸奶", "12.00", (MILK,))
    for code in (COLA, TEA, MILK):
        counter.scan(code)
    counter.key(Qt.Key.Key_F6)
    counter.enter()
    set_price(counter, COLA, "3.50")
    stop_selling(counter, TEA)
    counter.key(Qt.Key.Key_F7)
    counter.enter()
    assert "1 行改了价，1 行已停用" in counter.said()
    assert counter.rows() == [
        ("可乐", "1", "3.50", "3.50"),
        ("红茶 已停用", "1", "无价", "不计入"),
        ("酸奶", "1", "12.00", "12.00"),
    ]


def test_the_former_price_of_a_held_cart_can_be_kept(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F6)
    counter.enter()
    set_price(counter, COLA, "3.50")
    counter.key(Qt.Key.Key_F7)
    counter.enter()
    counter.key(Qt.Key.Key_F4)
    counter.enter()
    assert counter.rows() == [("可乐", "1", "3.00", "3.00")]
    counter.pay(Qt.Key.Key_1)
    assert counter.sale().row.amount == Money(300)


def test_held_carts_outlive_the_program(counter: Counter, qtbot: QtBot) -> None:
    for _ in range(3):
        counter.scan(COLA)
        counter.key(Qt.Key.Key_F6)
        counter.enter()
    again = Counter(qtbot, counter.story)
    assert again.on_hold()[0] == "挂单 3"


def test_an_unfinished_cart_comes_back_and_says_so(counter: Counter, qtbot: QtBot) -> None:
    counter.scan(COLA)
    counter.scan(UNKNOWN)
    counter.page.may_leave()
    counter.background.wait()
    again = Counter(qtbot, counter.story)
    assert again.names() == ["可乐", "未识别"]
    assert "上次没做完的单拿回来了" in again.said()
    again.background.wait()


def test_a_cart_that_was_sold_does_not_come_back(counter: Counter, qtbot: QtBot) -> None:
    counter.scan(COLA)
    counter.page.may_leave()
    counter.background.wait()
    counter.scan(TEA)
    counter.pay(Qt.Key.Key_1)
    counter.page.may_leave()
    counter.background.wait()
    assert counter.shop.carts.unfinished() == []
    assert Counter(qtbot, counter.story).rows() == []


def test_the_draft_is_saved_by_itself_soon_after_a_scan(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(TEA)
    counter.qtbot.waitUntil(lambda: len(counter.shop.carts.unfinished()) == 1)
    assert TEA in counter.shop.carts.unfinished()[0].content


def test_a_cart_given_up_is_gone_and_recorded(counter: Counter) -> None:
    counter.scan(COLA)
    counter.now_ms += 1_000
    counter.key(Qt.Key.Key_Delete, CONTROL)
    counter.now_ms += 299
    counter.key(Qt.Key.Key_Delete, CONTROL)
    assert counter.names() == ["可乐"]
    counter.now_ms += 300
    counter.key(Qt.Key.Key_Delete, CONTROL)
    assert (counter.rows(), counter.shop.carts.unfinished()) == ([], [])


# Who may


def test_a_clerk_is_told_who_may_write_products_down(counter: Counter, story: Story) -> None:
    story.shop.people.add_operator("小张", Role.CLERK)
    story.shop.sign_in("小张", None)
    counter.scan(UNKNOWN)
    assert "Ctrl+N" not in counter.said()
    counter.key(Qt.Key.Key_N, CONTROL)
    assert counter.creating() is None
    assert "店主或库管" in counter.said()


# Looks


@pytest.mark.parametrize("height", [690, 768])
def test_every_part_stays_inside_the_page_even_with_the_longest_sum(counter: Counter, height: int) -> None:
    counter.story.product("黄鹤楼" * 11, "9999999.99", (MILK,))
    counter.page.resize(1200, height)
    counter.scan(MILK)
    assert counter.due() == "9,999,999.90"
    wide, room = part_of(counter.page, TotalPanel).figure_room()
    assert wide <= room
