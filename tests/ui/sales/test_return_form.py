"""Goods that come back over the counter, worked with the keyboard and the scanner."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH, WECHAT
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.settings import PRINTS_RECEIPTS
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.ui.widgets.document_keys import Mode
from jxc_desktop.ui.widgets.tender_list import TenderList
from tests.robots.counter import part_of
from tests.robots.sale_list import SaleList
from tests.services.sales.at_counter import cash, in_account, line, on_hand, sell, wechat
from tests.story import Story
from tests.ui.widgets.conftest import Keyboard, scanner_at

COLA, RICE, TEA = "6901234567892", "6902083881405", "6903148042441"
SALE = "XS20260302-0001"
DISCOUNTED = TicketReduction(percent_off=1_000)


@pytest.fixture
def sold(story: Story, dress: Callable[..., None]) -> Story:
    """Three colas at 3.00 and half a kilo of rice at 5.00, 9 折 on the whole ticket, paid by WeChat."""
    dress()
    cola = story.product("可乐", "3.00", (COLA,))
    rice = story.product("散装米", "5.00", (RICE,), unit="kg", is_weighed=True)
    story.product("红茶", "4.00", (TEA,))
    for product in (cola, rice):
        story.receive(product, "10", "1.00")
    lines = [line(cola, "3"), line(rice, "0.5", "5.00", unit="kg")]
    # 9.00 and 2.50 are 11.50; 10 % of that is 1.15: 0.90 of the cola, 0.25 of the rice.
    sell(story, lines, wechat("10.35"), reduction=DISCOUNTED)
    return story


@pytest.fixture
def page(qtbot: QtBot, sold: Story) -> Iterator[SaleList]:
    """The list, the sale chosen."""
    made = SaleList(qtbot, sold)
    yield made
    made.background.wait()


@pytest.fixture
def form(page: SaleList) -> SaleList:
    """The form of the return, nothing typed yet."""
    page.key(Qt.Key.Key_F8)
    return page


def the_sale(page: SaleList) -> int:
    found = page.shop.sales.sale_by_number(SALE)
    assert found is not None
    return found


def test_the_form_proposes_nothing_and_says_what_can_come_back(form: SaleList) -> None:
    assert form.title() == "退货 零售单 XS20260302-0001"
    assert form.form_rows("product", "unit", "came", "paid", "left", "quantity", "refund") == [
        ("可乐", "瓶", "3", "8.10", "3", "0", "0.00"),
        ("散装米", "kg", "0.5", "2.25", "0.5", "0", "0.00"),
    ]
    assert form.said().startswith("可乐 本次退 0 瓶，最多 3")
    assert form.page.header.offered() == ["F6", "F9"]


def test_digits_are_the_quantity_and_the_refund_is_what_was_paid_for_it(form: SaleList) -> None:
    form.type("2")
    assert form.form_rows("quantity", "refund") == [("2", "5.40"), ("0", "0.00")]
    form.key(Qt.Key.Key_Down)
    form.type("0.25")
    # Half of 2.25 is 1.125.
    assert form.form_rows("quantity", "refund") == [("2", "5.40"), ("0.25", "1.13")]
    assert str(form.form.refund()) == "6.53"
    assert form.page.title() == "零售单"


def test_backspace_and_delete_correct_what_was_typed(form: SaleList) -> None:
    form.key(Qt.Key.Key_Down)
    form.type("0.25")
    form.key(Qt.Key.Key_Backspace)
    assert form.form_rows("quantity") == [("0",), ("0.2",)]
    form.key(Qt.Key.Key_Delete)
    assert form.form_rows("quantity") == [("0",), ("0",)]


def test_plus_and_minus_change_by_one_and_stop_at_both_ends(form: SaleList) -> None:
    form.type("++++")
    assert form.form_rows("quantity")[0] == ("3",)
    assert "“可乐”最多还能退 3" in form.said()
    form.type("-----")
    assert form.form_rows("quantity")[0] == ("0",)


def test_more_than_was_sold_is_refused_and_what_was_there_stays(form: SaleList) -> None:
    form.type("2")
    form.type("5")
    assert (form.said(), form.form_rows("quantity")[0]) == ("“可乐”最多还能退 3", ("2",))
    assert form.heard.kinds[-1] is SoundKind.BAD


def test_a_part_of_a_bottle_does_not_come_back(form: SaleList) -> None:
    form.type("1.5")
    assert (form.said(), form.form_rows("quantity")[0]) == ("可乐 按瓶卖，退整数", ("1",))


def test_everything_comes_back_for_exactly_what_was_paid(form: SaleList) -> None:
    form.key(Qt.Key.Key_F6)
    assert form.form_rows("quantity", "refund") == [("3", "8.10"), ("0.5", "2.25")]
    assert str(form.form.refund()) == "10.35"


def test_scanned_goods_are_one_more_each_time(form: SaleList) -> None:
    form.scan(COLA)
    form.scan(COLA)
    assert form.form_rows("quantity")[0] == ("2",)
    form.scan(TEA)
    assert "这张单没有 红茶" in form.said()
    form.scan(COLA)
    form.scan(COLA)
    assert (form.said(), form.form_rows("quantity")[0]) == ("“可乐”最多还能退 3", ("3",))


def test_f9_sums_up_and_f9_again_posts_to_the_account_the_money_came_from(form: SaleList) -> None:
    form.type("2")
    form.key(Qt.Key.Key_F9)
    assert form.said().startswith("退款 5.40 从微信退，可乐")
    form.key(Qt.Key.Key_F9)
    assert form.said() == "已退货 XT20260302-0001 退款 5.40 微信"
    assert (form.title(), form.page.mode()) == ("零售单 XS20260302-0001 已过账", Mode.DOCUMENT)
    assert form.lines("product", "left") == [("可乐", "1"), ("散装米", "0.5")]
    assert (on_hand(form.story, 1), in_account(form.story, WECHAT)) == ("9", "4.95")
    assert [words.split()[0] for words in form.page.document.trail.words()] == [SALE, "XT20260302-0001"]
    assert form.heard.kinds[-1] is SoundKind.DONE
    assert form.shop.health.verify() == ()


def test_a_second_press_right_after_the_first_posts_nothing(form: SaleList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.quick_key(Qt.Key.Key_F9)
    assert form.page.mode() is Mode.RETURN
    assert form.shop.sales.trail(the_sale(form)) == []


def test_in_the_summary_a_digit_chooses_the_account(form: SaleList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.type("1")
    assert form.said().startswith("退款 2.70 从现金退")
    form.key(Qt.Key.Key_F9)
    assert (in_account(form.story, CASH), in_account(form.story, WECHAT)) == ("-2.70", "10.35")


def test_escape_in_the_summary_leads_back_to_the_quantities(form: SaleList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_Escape)
    form.type("3")
    assert form.form_rows("quantity")[0] == ("3",)


def test_a_scan_in_the_summary_adds_and_asks_anew(form: SaleList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.scan(COLA)
    form.key(Qt.Key.Key_F9)
    assert form.page.mode() is Mode.RETURN
    assert form.said().startswith("退款 5.40")


def test_nothing_is_summed_up_before_something_is_typed(form: SaleList) -> None:
    form.key(Qt.Key.Key_F9)
    assert "还没有填退几个" in form.said()


def test_typed_work_is_thrown_away_only_when_asked_twice(form: SaleList) -> None:
    form.type("1")
    assert not form.page.may_leave()
    form.key(Qt.Key.Key_Escape)
    assert "退货还没有过账 再按 Esc 放弃" in form.said()
    assert form.page.mode() is Mode.RETURN
    form.key(Qt.Key.Key_Escape)
    assert (form.page.mode(), form.page.may_leave()) == (Mode.DOCUMENT, True)
    assert form.shop.sales.trail(the_sale(form)) == []


def test_an_empty_form_is_left_at_once(form: SaleList) -> None:
    form.key(Qt.Key.Key_Escape)
    assert form.page.mode() is Mode.DOCUMENT


def test_a_receipt_scanned_over_typed_work_does_not_throw_it_away(form: SaleList) -> None:
    form.type("1")
    form.scan(SALE)
    form.page.open_item(None)
    assert (form.page.mode(), form.form_rows("quantity")[0]) == (Mode.RETURN, ("1",))
    assert "退货还没有过账" in form.said()


def test_a_form_that_is_being_typed_survives_news_from_elsewhere(form: SaleList) -> None:
    form.type("2")
    form.listing(form.page.reload)
    assert form.form_rows("quantity")[0] == ("2",)


def test_what_came_back_elsewhere_meanwhile_is_refused_in_words_and_kept(form: SaleList) -> None:
    form.type("3")
    form.story.take_back(the_sale(form), "1")
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_F9)
    assert (form.said(), form.page.mode()) == ("“可乐”最多还能退 2", Mode.RETURN)


@pytest.mark.parametrize(("prints", "waiting"), [("yes", 1), ("no", 0)])
def test_the_return_is_printed_where_the_shop_prints_receipts(form: SaleList, prints: str, waiting: int) -> None:
    form.shop.settings.change(PRINTS_RECEIPTS, prints)
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_F9)
    assert form.shop.paper.waiting_count() == waiting


def test_a_clerk_takes_goods_back(page: SaleList) -> None:
    page.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    page.key(Qt.Key.Key_F8)
    page.type("1")
    page.key(Qt.Key.Key_F9)
    page.key(Qt.Key.Key_F9)
    assert "已退货 XT20260302-0001" in page.said()


def test_what_cannot_come_back_says_why(page: SaleList) -> None:
    back = page.story.take_back(the_sale(page), "1")
    page.page.open_item(back)
    page.key(Qt.Key.Key_F8)
    assert "这是退货单，从原销售单退货" in page.said()
    other = sell(page.story, [line(1)], cash("3")).document_id
    page.shop.sales.reverse(other, "打错了")
    page.page.open_item(other)
    page.key(Qt.Key.Key_F8)
    assert "这张单已经红冲，没有货可退" in page.said()
    used_up = sell(page.story, [line(1)], cash("3")).document_id
    page.story.take_back(used_up, "1")
    page.page.open_item(used_up)
    page.key(Qt.Key.Key_F8)
    assert "这张单的货已经全部退完" in page.said()


def test_bottles_of_a_case_come_back_one_by_one(page: SaleList) -> None:
    beer = page.story.product("啤酒", "3.00", packs=(Pack("箱", Quantity.of(24), codes=("6909999900001",)),))
    sold = sell(page.story, [line(beer, "1", "72.00", unit="箱", factor="24")], cash("72")).document_id
    page.page.open_item(sold)
    assert page.lines("unit", "count", "left") == [("箱", "1", "24 瓶")]
    page.key(Qt.Key.Key_F8)
    assert page.form_rows("unit", "pack", "came") == [("瓶", "1箱=24瓶", "24")]
    page.type("3")
    assert page.form_rows("quantity", "refund") == [("3 瓶", "9.00")]
    assert page.said().startswith("啤酒 本次退 3 瓶，最多 24，1箱=24瓶")
    page.key(Qt.Key.Key_F9)
    assert "啤酒 3 瓶" in page.said()
    page.scan("6909999900001")
    assert "“啤酒”最多还能退 24" in page.said()


def test_a_whole_case_comes_back_with_one_key(page: SaleList) -> None:
    beer = page.story.product("啤酒", "3.00", packs=(Pack("箱", Quantity.of(24)),))
    page.page.open_item(sell(page.story, [line(beer, "1", "72.00", unit="箱", factor="24")], cash("72")).document_id)
    page.key(Qt.Key.Key_F8)
    page.key(Qt.Key.Key_F6)
    assert page.form_rows("quantity", "refund") == [("24 瓶", "72.00")]


def test_what_a_pack_holds_has_a_column_only_where_packs_were_sold(form: SaleList) -> None:
    column = form.form.table.model_of_rows().column_named("pack")
    assert form.form.table.isColumnHidden(column)
    beer = form.story.product("啤酒", "3.00", packs=(Pack("箱", Quantity.of(24)),))
    sold = sell(form.story, [line(beer, "1", "72.00", unit="箱", factor="24")], cash("72")).document_id
    form.key(Qt.Key.Key_Escape)
    form.page.open_item(sold)
    form.key(Qt.Key.Key_F8)
    assert not form.form.table.isColumnHidden(column)


@pytest.fixture
def scanner(qapp: QApplication, page: SaleList) -> Iterator[Keyboard]:
    """A scanner at the page."""
    with scanner_at(qapp, page.page.take_scan) as made:
        yield made


def test_the_digits_of_a_scan_are_no_quantity(form: SaleList, scanner: Keyboard) -> None:
    scanner.scan(COLA)
    assert form.form_rows("quantity") == [("1",), ("0",)]


def test_the_enter_of_a_scan_posts_nothing(form: SaleList, scanner: Keyboard) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    scanner.scan(TEA)
    assert form.shop.sales.trail(the_sale(form)) == []


def test_digits_are_quantities_until_f9_and_the_ways_of_refunding_say_so(form: SaleList) -> None:
    ways = part_of(form.page, TenderList)
    assert ways.accessibleName() == "方式（按 F9 以后按数字键换）"
