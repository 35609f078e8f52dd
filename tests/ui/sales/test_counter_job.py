"""A clerk's whole job at the counter, and what may go wrong with it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.sales.cart_model import CartModel
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import COLA, TEA, Counter

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


def test_three_scans_a_quantity_a_discount_two_ways_of_paying_change_and_the_receipt_again(counter: Counter) -> None:
    counter.story.product("酸奶", "12.00", (MILK,))
    for code in (COLA, TEA, MILK):
        counter.scan(code)
    counter.key(Qt.Key.Key_Slash)
    counter.type("9")
    assert "小计 10.80" in counter.said()
    counter.enter()
    counter.key(Qt.Key.Key_Up)
    counter.key(Qt.Key.Key_Up)
    counter.key(Qt.Key.Key_Asterisk)
    counter.type("5")
    assert "原来 1" in counter.said()
    counter.enter()
    assert counter.rows() == [
        ("可乐", "5", "3.00", "15.00"),
        ("红茶", "1", "4.50", "4.50"),
        ("酸奶", "1", "12.00", "10.80"),
    ]
    assert (counter.due(), counter.foot()) == ("30.30", "3 行 件数 7")

    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_2)
    counter.type("20")
    counter.key(Qt.Key.Key_Tab)
    counter.key(Qt.Key.Key_1)
    assert counter.taken() == "应收 30.30 已收 微信 20.00 还差 10.30"
    counter.type("50")
    assert counter.result() == "找零 39.70"
    counter.enter()
    counter.wait_until_shut()

    assert counter.tenders() == [("微信", Money(2000), Money(2000)), ("现金", Money(5000), Money(1030))]
    assert (counter.rows(), counter.due(), counter.foot()) == ([], "0.00", "0 行 件数 0")
    assert "应收 30.30 微信+现金 70.00 找零 39.70" in counter.last_sale()
    assert (counter.kind(), counter.heard.kinds[-1]) == (LineKind.SUCCESS, SoundKind.DONE)
    assert counter.field().hasFocus()

    counter.key(Qt.Key.Key_P, CONTROL)
    assert counter.shop.paper.waiting_count() == 2
    assert "补打" in counter.said()


# Rows


def test_plus_and_minus_change_the_chosen_row_and_the_last_piece_asks(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_Plus)
    assert counter.rows()[0][1] == "2"
    counter.key(Qt.Key.Key_Minus)
    counter.key(Qt.Key.Key_Minus)
    assert counter.rows()[0][1] == "1"
    assert "Delete 删行" in counter.said()
    counter.key(Qt.Key.Key_Delete)
    assert counter.rows() == []


def test_esc_leaves_the_quantity_as_it_was(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F3)
    counter.type("7")
    counter.key(Qt.Key.Key_Escape)
    assert counter.rows()[0][1] == "1"
    assert counter.field().hasFocus()


@pytest.mark.parametrize(("typed", "words"), [("0", "要大于 0"), ("10000", "9999"), ("1.2345", "写成数字")])
def test_a_quantity_that_cannot_be_is_refused_in_the_line_and_stays_there(
    counter: Counter, typed: str, words: str
) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F3)
    counter.type(typed)
    counter.enter()
    assert words in counter.said()
    assert (counter.rows()[0][1], counter.line().is_asking()) == ("1", True)


def test_an_f_key_does_not_lose_a_figure_that_is_typed_but_not_written(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F3)
    counter.type("7")
    counter.key(Qt.Key.Key_F9)
    assert (counter.dialog(), counter.line().is_asking()) == (None, True)
    counter.enter()
    assert counter.rows()[0][1] == "7"


@pytest.mark.parametrize(
    ("typed", "net", "words"),
    [("85", "10.20", "85 折 −1.80"), ("=10.8", "10.80", "改价 −1.20"), ("-1.2", "10.80", "−1.20")],
)
def test_a_discount_is_typed_in_three_ways(counter: Counter, typed: str, net: str, words: str) -> None:
    counter.story.product("酸奶", "12.00", (MILK,))
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F5)
    counter.type(typed)
    counter.enter()
    model = counter.table().model()
    assert (counter.rows()[0][3], model.data(model.index(0, 5))) == (net, words)


def test_a_price_above_the_list_is_no_discount(counter: Counter) -> None:
    counter.story.product("酸奶", "7.00", (MILK,))
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F4)
    counter.type("8")
    counter.enter()
    model = counter.table().model()
    assert (counter.rows(), model.data(model.index(0, 5))) == ([("酸奶", "1", "8.00", "8.00")], "原来 7.00")
    assert isinstance(model, CartModel)
    totals = model.totals
    assert (totals.list_total, totals.discount, totals.due) == (Money(800), Money(0), Money(800))


def test_nine_tenths_of_a_raised_price_are_a_discount(counter: Counter) -> None:
    counter.story.product("酸奶", "7.00", (MILK,))
    counter.scan(MILK)
    for key, typed in ((Qt.Key.Key_F4, "8"), (Qt.Key.Key_F5, "9")):
        counter.key(key)
        counter.type(typed)
        counter.enter()
    model = counter.table().model()
    assert (counter.rows()[0][3], model.data(model.index(0, 5))) == ("7.20", "9 折 −0.80")


def test_the_whole_bill_is_reduced_and_f10_again_rounds_it_down(counter: Counter) -> None:
    counter.story.product("酸奶", "12.34", (MILK,))
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F10)
    counter.type("9")
    assert counter.due() == "12.30"
    counter.key(Qt.Key.Key_F10)
    assert "抹零到元 应收 11.00" in counter.said()
    counter.enter()
    assert counter.due() == "11.00"
    counter.pay(Qt.Key.Key_1)
    assert counter.sale().row.amount == Money(1100)


def test_the_whole_bill_is_set_to_a_round_sum(counter: Counter) -> None:
    counter.story.product("酸奶", "12.34", (MILK,))
    counter.scan(MILK)
    counter.key(Qt.Key.Key_F10)
    counter.type("=12")
    counter.enter()
    assert counter.due() == "12.00"


def test_money_off_the_bill_ends_when_a_row_goes_and_the_line_says_so(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(TEA)
    counter.key(Qt.Key.Key_F10)
    counter.type("-2")
    counter.enter()
    assert counter.due() == "5.50"
    counter.key(Qt.Key.Key_Delete)
    assert counter.due() == "3.00"
    assert "整单减的钱已经取消" in counter.said()


def test_a_bag_from_the_scale_is_a_row_with_its_own_sum(counter: Counter) -> None:
    counter.story.product("散糖", "10.00", ("00012",), unit="kg", is_weighed=True)
    for _ in range(2):
        counter.scan(BAG)
    assert counter.rows() == [("散糖", "0.345", "10.00", "3.45")] * 2
    counter.key(Qt.Key.Key_Plus)
    assert counter.rows()[1][1] == "0.345"
    assert "F3" in counter.said()


def test_goods_the_books_have_none_of_are_sold_all_the_same(counter: Counter) -> None:
    counter.scan(COLA)
    assert "账面只有 0" in counter.said()
    counter.pay(Qt.Key.Key_1)
    assert sales_made(counter) == 1


def test_where_the_shop_does_not_mind_nothing_is_said_of_shortages(counter: Counter) -> None:
    counter.story.allow_overselling(OversoldRule.ALLOW)
    counter.page.reload()
    counter.scan(COLA)
    assert "账面" not in counter.said()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F11])
def test_a_key_that_has_no_part_yet_says_so(counter: Counter, key: Qt.Key) -> None:
    counter.key(key)
    assert counter.kind() is LineKind.WARNING


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_F10])
def test_an_empty_cart_has_nothing_to_change_hold_or_pay(counter: Counter, key: Qt.Key) -> None:
    counter.key(key)
    assert "还没有商品" in counter.said()
    assert (counter.dialog(), counter.line().is_asking()) == (None, False)


# Paying


def test_exact_cash_is_three_keys(counter: Counter) -> None:
    counter.scan(COLA)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_1, Qt.Key.Key_Return):
        counter.key(key)
    counter.wait_until_shut()
    assert counter.tenders() == [("现金", Money(300), Money(300))]


def test_plus_and_minus_walk_along_what_a_customer_may_hand_over(counter: Counter) -> None:
    counter.scan(TEA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    amounts = []
    for _ in range(6):
        amounts.append(counter.amount())
        counter.key(Qt.Key.Key_Plus)
    assert amounts == ["4.50", "5.00", "10.00", "50.00", "100.00", "100.00"]
    counter.key(Qt.Key.Key_Minus)
    assert (counter.amount(), counter.result()) == ("50.00", "找零 45.50")


def test_only_cash_gives_change(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_2)
    counter.type("5")
    assert "多收了 2.00，只有现金能找零" in counter.result()
    counter.enter()
    assert (counter.dialog() is not None, sales_made(counter)) == (True, 0)


def test_too_little_is_not_enough(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    counter.type("2")
    assert counter.result() == "还差 1.00"
    counter.enter()
    assert sales_made(counter) == 0


def test_a_part_taken_is_edited_by_its_digit_and_dropped_by_delete(counter: Counter) -> None:
    counter.scan(TEA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_2)
    counter.type("2")
    counter.key(Qt.Key.Key_Tab)
    counter.key(Qt.Key.Key_3)
    assert counter.amount() == "2.50"
    counter.key(Qt.Key.Key_Tab)
    counter.key(Qt.Key.Key_2)
    assert counter.amount() == "2.00"
    counter.type("1")
    counter.key(Qt.Key.Key_Down)
    counter.key(Qt.Key.Key_1)
    assert counter.amount() == "3.50"
    counter.key(Qt.Key.Key_Tab)
    counter.key(Qt.Key.Key_Delete)
    assert counter.amount() == "4.50"
    assert counter.taken() == "应收 4.50"


def test_f5_decides_whether_a_receipt_is_printed(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_F5)
    counter.key(Qt.Key.Key_1)
    counter.enter()
    counter.wait_until_shut()
    assert counter.shop.paper.waiting_count() == 0
