"""Prices of one unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice, price_or_none


@pytest.mark.parametrize(
    ("amount", "quantity", "price"),
    [("10.00", "3", "3.3333"), ("0.01", "3", "0.0033"), ("12.60", "0.345", "36.5217"), ("0.00", "5", "0.00")],
)
def test_what_one_costs_is_told_to_a_ten_thousandth(amount: str, quantity: str, price: str) -> None:
    assert UnitPrice.of_each(Money.parse(amount), Quantity.parse(quantity)) == UnitPrice.parse(price)


def test_what_undoes_a_line_costs_the_same_a_piece() -> None:
    amount, quantity = Money.parse("10.00"), Quantity.parse("3")
    assert UnitPrice.of_each(-amount, -quantity) == UnitPrice.of_each(amount, quantity)


def test_a_return_costs_the_exact_mirror_of_its_sale() -> None:
    price = UnitPrice.parse("6.60")
    assert price.times(Quantity.parse("0.175")) == Money.parse("1.16")
    assert price.times(Quantity.parse("-0.175")) == Money.parse("-1.16")


def test_a_price_of_nothing_is_a_price_and_no_price_is_none() -> None:
    assert (price_or_none(0), price_or_none(None)) == (UnitPrice(0), None)


@pytest.mark.parametrize(
    ("price", "quantity", "amount"),
    [
        ("0", "5", "0.00"),
        ("3.00", "0", "0.00"),
        ("2.9333", "3", "8.80"),  # 8.7999
        ("0.005", "1", "0.01"),  # half a fen goes up
        ("0.0049", "1", "0.00"),
        ("-0.005", "1", "-0.01"),  # and down below zero
        ("9999999.99", "1", "9999999.99"),
        ("1.4", "3.002", "4.20"),  # 4.2028
        ("19.80", "0.125", "2.48"),  # 2.475
    ],
)
def test_a_line_costs_price_times_quantity_with_one_rounding(price: str, quantity: str, amount: str) -> None:
    assert UnitPrice.parse(price).times(Quantity.parse(quantity)) == Money.parse(amount)


@pytest.mark.parametrize(
    ("text", "shown"), [("3", "3.00"), ("2.9333", "2.9333"), ("2.9300", "2.93"), ("0", "0.00"), ("９９．５", "99.50")]
)
def test_a_price_shows_two_decimals_and_more_only_where_it_has_them(text: str, shown: str) -> None:
    assert str(UnitPrice.parse(text)) == shown


def test_finer_than_a_ten_thousandth_is_refused() -> None:
    with pytest.raises(BadNumberError) as refusal:
        UnitPrice.parse("1.00001")
    assert (refusal.value.text, refusal.value.places) == ("1.00001", 4)


def test_a_price_is_never_taken_for_whether_there_is_one() -> None:
    with pytest.raises(TypeError):
        bool(UnitPrice(0))


@given(st.integers(-999_999_999, 999_999_999))
def test_a_price_in_fen_is_the_amount_of_one(fen: int) -> None:
    assert UnitPrice.of(Money(fen)).times(Quantity.of(1)) == Money(fen)


@given(st.integers(0, 999_999_999), st.integers(1, 50))
def test_pieces_bought_for_an_amount_cost_that_amount_to_the_fen(fen: int, pieces: int) -> None:
    quantity = Quantity.of(pieces)
    assert UnitPrice.of_each(Money(fen), quantity).times(quantity) == Money(fen)
