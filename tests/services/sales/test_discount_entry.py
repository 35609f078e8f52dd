"""What a clerk types for a discount."""

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.sales.discount_entry import DiscountEntry, parse_discount


@pytest.mark.parametrize(
    ("text", "percent_off"),
    [("9", 1000), ("90", 1000), ("8.5", 1500), ("85", 1500), ("88", 1200), ("0.5", 9500), ("9.9", 100), ("98.5", 150)],
)
def test_nine_and_ninety_are_both_nine_tenths(text: str, percent_off: int) -> None:
    assert parse_discount(text) == DiscountEntry(percent_off=percent_off)


@pytest.mark.parametrize("text", ["", "10", "100", " "])
def test_nothing_and_ten_tenths_are_no_discount(text: str) -> None:
    assert parse_discount(text) == DiscountEntry()


@pytest.mark.parametrize("text", ["=10.8", "＝10.8"])
def test_after_an_equals_sign_stands_what_it_should_cost(text: str) -> None:
    assert parse_discount(text) == DiscountEntry(after=UnitPrice.parse("10.8"))


@pytest.mark.parametrize("text", ["-1.2", "−1.2", "－1.2"])
def test_after_a_minus_stands_the_money_off(text: str) -> None:
    assert parse_discount(text) == DiscountEntry(amount_off=Money.parse("1.2"))


def test_full_width_digits_are_digits() -> None:
    assert parse_discount("８５") == DiscountEntry(percent_off=1500)


@pytest.mark.parametrize("text", ["0", "100.01", "120"])
def test_giving_it_away_or_asking_more_is_no_discount(text: str) -> None:
    with pytest.raises(InvalidInputError):
        parse_discount(text)


@pytest.mark.parametrize("text", ["九", "=", "-", "8.505", "=a"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadNumberError):
        parse_discount(text)


def test_a_bill_is_not_set_to_parts_of_a_fen() -> None:
    with pytest.raises(BadNumberError):
        parse_discount("=10.805").after_in_money()
