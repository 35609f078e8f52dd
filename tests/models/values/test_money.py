"""Amounts of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError

AMOUNTS = st.integers(-999_999_999, 999_999_999).map(Money)


@pytest.mark.parametrize(
    ("text", "fen"), [("0", 0), ("0.01", 1), ("-0.01", -1), ("9,999,999.99", 999_999_999), ("￥１２．５", 1250)]
)
def test_an_amount_is_kept_in_whole_fen(text: str, fen: int) -> None:
    assert Money.parse(text).fen == fen


@pytest.mark.parametrize(
    ("fen", "text"),
    [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (-12_345, "-123.45"), (999_999_999, "9999999.99")],
)
def test_an_amount_always_shows_two_decimals(fen: int, text: str) -> None:
    assert str(Money(fen)) == text


def test_parts_of_a_fen_are_refused() -> None:
    with pytest.raises(BadNumberError) as refusal:
        Money.parse("0.005")
    assert (refusal.value.text, refusal.value.places) == ("0.005", 2)


def test_a_hundred_times_ten_fen_is_ten_yuan_and_no_float_near_it() -> None:
    assert sum((Money.parse("0.10") for _ in range(100)), Money()) == Money.parse("10.00")


def test_amounts_are_in_order_also_below_zero() -> None:
    assert sorted(map(Money.parse, ("0.01", "-3", "10", "-0.5"))) == [Money(-300), Money(-50), Money(1), Money(1000)]


def test_an_amount_is_never_taken_for_whether_there_is_one() -> None:
    with pytest.raises(TypeError):
        bool(Money(0))


@given(AMOUNTS, AMOUNTS)
def test_what_is_added_can_be_taken_off_again(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one - other == -(other - one)


@given(AMOUNTS)
def test_what_is_shown_is_read_as_the_same_amount(amount: Money) -> None:
    assert Money.parse(str(amount)) == amount
