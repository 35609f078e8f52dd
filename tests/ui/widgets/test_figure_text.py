"""How numbers are written on the screen."""

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.ui.widgets.figure_text import money_text, percent_text, price_text, quantity_text


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0.00"), (-120, "−1.20"), (123450, "1,234.50"), (999999999, "9,999,999.99"), (-5, "−0.05")]
)
def test_money_has_two_decimals_thousands_apart_and_a_true_minus(fen: int, text: str) -> None:
    assert money_text(Money(fen)) == text


@pytest.mark.parametrize(("price", "text"), [("3", "3.00"), ("2.9333", "2.9333"), ("1234.5", "1,234.50")])
def test_a_price_has_as_many_decimals_as_it_needs(price: str, text: str) -> None:
    assert price_text(UnitPrice.parse(price)) == text


@pytest.mark.parametrize(("quantity", "text"), [("3", "3"), ("0.456", "0.456"), ("-1.5", "−1.5"), ("12000", "12,000")])
def test_a_quantity_is_whole_where_it_can_be(quantity: str, text: str) -> None:
    assert quantity_text(Quantity.parse(quantity)) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 8, "12.5%"), (-3, 100, "−3.0%"), (0, 7, "0.0%"), (1, 2000, "0.1%"), (-1, 9999, "0.0%")],
)
def test_a_share_has_one_decimal_and_no_minus_zero(part: int, whole: int, text: str) -> None:
    assert percent_text(part, whole) == text
