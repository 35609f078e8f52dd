"""The cart: what a clerk does to it, and what it comes to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.sales.cart import Cart, CartLine, UnknownLine
from jxc_desktop.services.sales.errors import BelowLowestPriceError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.ticket import TenderGiven
from tests.services.sales.goods import bag, found

UNKNOWN = "6955487561862"


def cart_of(*prices: str) -> Cart:
    """One piece of each of several goods."""
    cart = Cart()
    for number, price in enumerate(prices, 1):
        cart, _row = cart.add(found(number, price))
    return cart


def due(cart: Cart) -> str:
    return str(cart.totals().due)


def counts(cart: Cart) -> list[str]:
    return [str(line.item.count) if isinstance(line, CartLine) else str(line.count) for line in cart.lines]


def test_an_empty_cart_comes_to_nothing() -> None:
    totals = Cart().totals()
    assert (str(totals.due), totals.rows, totals.pieces) == ("0.00", 0, 0)


def test_each_cart_is_another_sale() -> None:
    assert Cart().token != Cart().token


def test_the_same_goods_scanned_again_join_their_row() -> None:
    cart, first = Cart().add(found(1))
    cart, _other = cart.add(found(2))
    cart, again = cart.add(found(1))
    assert (first, again) == (0, 0)
    assert counts(cart) == ["2", "1"]


def test_the_multiplier_counts() -> None:
    cart, _row = Cart().add(found(1, "1.50"), 12)
    assert (counts(cart), due(cart)) == (["12"], "18.00")


def test_a_case_and_a_bottle_of_the_same_goods_are_two_rows() -> None:
    cart, _row = Cart().add(found(1, "3.00"))
    cart, _row = cart.add(found(1, "60.00", unit="箱", factor=24))
    assert (counts(cart), due(cart)) == (["1", "1"], "63.00")


def test_goods_whose_list_price_changed_between_two_scans_are_two_rows() -> None:
    cart, _row = Cart().add(found(1, "3.00"))
    cart, _row = cart.add(found(1, "3.50"))
    assert due(cart) == "6.50"


def test_each_labelled_bag_is_a_row_of_its_own() -> None:
    cart, _row = Cart().add(bag("3.45", "0.345"))
    cart, _row = cart.add(bag("3.45", "0.345"))
    assert (len(cart.lines), due(cart), cart.totals().pieces) == (2, "6.90", 2)


def test_a_row_with_a_discount_is_not_joined_by_the_next_piece() -> None:
    cart = cart_of("10.00").with_discount(0, percent_off=1000)
    cart, row = cart.add(found(1, "10.00"))
    assert (row, due(cart)) == (1, "19.00")


def test_an_unknown_code_is_a_red_row_that_does_not_count() -> None:
    cart, row = cart_of("3.00").add_unknown(UNKNOWN)
    totals = cart.totals()
    assert (row, totals.rows, totals.unknown_rows, totals.pieces, due(cart)) == (1, 2, 1, 1, "3.00")


def test_the_same_unknown_code_raises_its_count() -> None:
    cart, _row = Cart().add_unknown(UNKNOWN)
    cart, row = cart.add_unknown(UNKNOWN, 2)
    assert (row, cart.lines) == (0, (UnknownLine(UNKNOWN, 3),))


def test_a_red_row_becomes_goods_in_its_place() -> None:
    cart, _row = Cart().add_unknown(UNKNOWN, 2)
    cart, _row = cart.add(found(1))
    cart, row = cart.with_found(0, found(2, "2.00"))
    assert (row, counts(cart), due(cart)) == (0, ["2", "1"], "7.00")


def test_a_red_row_that_turns_out_to_be_goods_in_the_cart_joins_them() -> None:
    cart, _row = Cart().add_unknown(UNKNOWN, 2)
    cart, _row = cart.add(found(1))
    cart, row = cart.with_found(0, found(1))
    assert (row, counts(cart)) == (0, ["3"])


@pytest.mark.parametrize("count", ["0", "-1"])
def test_a_row_holds_something(count: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        cart_of("3.00").with_count(0, Quantity.parse(count))
    assert refused.value.reason == "not_positive"


def test_a_code_taken_for_a_quantity_is_too_many() -> None:
    with pytest.raises(InvalidInputError) as refused:
        cart_of("3.00").with_count(0, Quantity.parse("6901234567892"))
    assert refused.value.reason == "too_many"


def test_more_than_9999_pieces_are_refused_when_scanned_too() -> None:
    cart, _row = Cart().add(found(1), 9999)
    with pytest.raises(InvalidInputError):
        cart.add(found(1))
    assert counts(cart) == ["9999"]


def test_half_a_piece_of_an_unknown_thing_is_refused() -> None:
    cart, _row = Cart().add_unknown(UNKNOWN)
    with pytest.raises(InvalidInputError) as refused:
        cart.with_count(0, Quantity.parse("1.5"))
    assert refused.value.reason == "too_fine"


def test_half_a_kilogram_with_one_yuan_off_is_nine_yuan() -> None:
    cart, _row = Cart().add(found(9, "20.00", unit="kg", is_weighed=True))
    cart = cart.with_count(0, Quantity.parse("0.5")).with_discount(0, amount_off=Money.parse("1"))
    assert due(cart) == "9.00"


def test_another_weight_ends_the_amount_on_the_label() -> None:
    cart, _row = Cart().add(bag("3.45", "0.345"))
    assert due(cart.with_count(0, Quantity.parse("0.5"))) == "5.00"


def test_a_discount_in_money_larger_than_what_is_left_of_the_row_ends() -> None:
    cart = cart_of("10.00").with_count(0, Quantity.of(3)).with_discount(0, amount_off=Money.parse("15"))
    assert due(cart) == "15.00"
    assert due(cart.with_count(0, Quantity.of(1))) == "10.00"


def test_nine_tenths_of_twelve_yuan() -> None:
    cart = cart_of("12.00").with_discount(0, percent_off=1000)
    assert (due(cart), str(cart.totals().discount)) == ("10.80", "1.20")


def test_no_discount_takes_the_former_one_back() -> None:
    assert due(cart_of("12.00").with_discount(0, percent_off=1000).with_discount(0)) == "12.00"


def test_a_row_never_goes_below_nothing() -> None:
    with pytest.raises(InvalidInputError) as refused:
        cart_of("12.00").with_discount(0, amount_off=Money.parse("12.01"))
    assert refused.value.reason == "more_than_the_line"


def test_an_agreed_price_and_the_list_price_back_again() -> None:
    cart = cart_of("12.00").with_price(0, UnitPrice.parse("9.90"))
    assert due(cart) == "9.90"
    assert due(cart.with_price(0, UnitPrice.parse("12.00"))) == "12.00"
    assert not cart.with_price(0, UnitPrice.parse("12.00")).goods_lines[0].stands_alone


def test_a_price_below_nothing_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        cart_of("12.00").with_price(0, UnitPrice.parse("-1"))


def test_goods_do_not_go_below_their_lowest_price() -> None:
    cart, _row = Cart().add(found(1, "12.00", lowest="10.00"))
    with pytest.raises(BelowLowestPriceError):
        cart.with_price(0, UnitPrice.parse("9.99"))
    with pytest.raises(BelowLowestPriceError):
        cart.with_discount(0, percent_off=2000)
    with pytest.raises(BelowLowestPriceError):
        cart.with_reduction(TicketReduction(percent_off=2000))
    assert due(cart.with_price(0, UnitPrice.parse("10.00"))) == "10.00"


def test_a_red_row_has_no_price() -> None:
    cart, _row = Cart().add_unknown(UNKNOWN)
    with pytest.raises(InvalidInputError):
        cart.with_price(0, UnitPrice.parse("1"))


def test_the_whole_bill_is_reduced_and_rounded_down() -> None:
    cart = cart_of("12.34", "5.55")
    assert due(cart.with_reduction(TicketReduction(percent_off=1000))) == "16.10"
    assert due(cart.with_reduction(TicketReduction(amount_off=Money.parse("0.89")))) == "17.00"
    assert due(cart.with_reduction(TicketReduction(rounding_step=10))) == "17.80"
    assert due(cart.with_reduction(TicketReduction(rounding_step=100))) == "17.00"


def test_more_off_than_the_bill_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        cart_of("12.34").with_reduction(TicketReduction(amount_off=Money.parse("12.35")))


def test_money_off_the_whole_bill_ends_when_something_is_taken_out() -> None:
    """A customer who puts one of three things back does not keep what was taken off for three."""
    cart = cart_of("200.00", "200.00", "150.00").with_reduction(TicketReduction(amount_off=Money.parse("70")))
    assert due(cart) == "480.00"
    assert due(cart.without(2)) == "400.00"


def test_a_percentage_off_the_whole_bill_stays() -> None:
    cart = cart_of("200.00", "100.00").with_reduction(TicketReduction(percent_off=1000))
    assert due(cart.without(1)) == "180.00"


def test_more_goods_keep_what_was_taken_off() -> None:
    cart = cart_of("100.00").with_reduction(TicketReduction(amount_off=Money.parse("10")))
    cart, _row = cart.add(found(2, "5.00"))
    assert due(cart) == "95.00"


def test_more_than_the_books_have_is_noticed_over_all_rows_in_the_base_unit() -> None:
    cart, _row = Cart().add(found(1, on_hand=25))
    case = found(1, "60.00", unit="箱", factor=24, on_hand=25)
    cart, _row = cart.add(case)
    assert cart.shortage_of(case) is None
    cart, _row = cart.add(found(1, on_hand=25))
    assert cart.shortage_of(case) == Quantity.of(25)


def test_todays_prices_are_taken_over_and_the_former_ones_remembered() -> None:
    cart = cart_of("3.00", "5.00").with_prices(
        lambda line: UnitPrice.parse("3.50") if line.goods.product_id == 1 else line.item.list_price
    )
    changed, same = cart.goods_lines
    assert (due(cart), str(changed.former_price), same.former_price) == ("8.50", "3.00", None)


def test_goods_that_are_not_sold_any_more_become_a_red_row_with_their_name() -> None:
    cart = cart_of("3.00", "5.00").with_prices(
        lambda line: None if line.goods.product_id == 1 else line.item.list_price
    )
    assert cart.lines[0] == UnknownLine("6900000000001", 1, "商品1")
    assert due(cart) == "5.00"


def test_a_price_that_fell_below_the_money_taken_off_ends_the_discount() -> None:
    cart = cart_of("3.00").with_discount(0, amount_off=Money.parse("2"))
    assert due(cart.with_prices(lambda _line: UnitPrice.parse("1.50"))) == "1.50"


def test_with_nothing_changed_the_cart_is_the_same() -> None:
    cart = cart_of("3.00")
    assert cart.with_prices(lambda line: line.item.list_price) is cart


def test_the_ticket_holds_the_goods_and_says_what_was_left_out() -> None:
    cart, _row = cart_of("3.00").add_unknown(UNKNOWN, 2)
    tender = TenderGiven(1, Money.parse("5"))
    ticket = cart.to_ticket([tender], prints_receipt=False)
    assert (ticket.token, len(ticket.lines), ticket.tenders) == (cart.token, 1, (tender,))
    assert f"{UNKNOWN} × 2" in ticket.note
    assert not ticket.prints_receipt


def test_a_ticket_without_red_rows_has_no_note() -> None:
    assert cart_of("3.00").to_ticket([]).note == ""


def test_a_cart_never_changes_itself() -> None:
    cart = cart_of("3.00")
    before = replace(cart)
    cart.add(found(1))
    cart.add_unknown(UNKNOWN)
    cart.without(0)
    assert cart == before


@given(some.lists(some.tuples(some.integers(1, 5), some.integers(1, 99)), max_size=20))
def test_in_whatever_order_things_are_scanned_the_pieces_and_the_sum_are_right(scans: list[tuple[int, int]]) -> None:
    cart = Cart()
    for product, pieces in scans:
        cart, _row = cart.add(found(product, f"{product}.25"), pieces)
    fen = sum((product * 100 + 25) * pieces for product, pieces in scans)
    totals = cart.totals()
    assert (totals.due.fen, totals.pieces) == (fen, sum(pieces for _product, pieces in scans))
    assert len(cart.lines) == len({product for product, _pieces in scans})
