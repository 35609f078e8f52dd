"""What a base unit cost on average."""

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.average_cost import AverageCost, average_cost


def test_ten_yuan_over_three_pieces_is_exact_to_six_decimals_and_shown_with_two() -> None:
    average = average_cost(3_000, 10_000_000, None)
    assert str(average) == "3.333333"
    assert average is not None
    assert average.to_fen() == Money.parse("3.33")
    assert average.to_price() == UnitPrice.parse("3.3333")


def test_what_is_even_has_two_decimals() -> None:
    assert str(average_cost(4_000, 10_000_000, None)) == "2.50"


def test_goods_sold_before_they_came_in_cost_what_they_were_thought_to() -> None:
    assert average_cost(-2_000, -6_000_000, 3_100_000) == AverageCost(3_000_000)


def test_where_nothing_is_left_it_is_what_the_last_ones_cost() -> None:
    assert average_cost(0, 0, 2_000_000) == AverageCost(2_000_000)


def test_goods_that_never_came_have_no_cost() -> None:
    assert average_cost(0, 0, None) is None


@pytest.mark.parametrize(
    ("parts", "fen", "price"),
    [(1_005_000, 101, 10_050), (1_004_999, 100, 10_050), (-1_005_000, -101, -10_050), (49, 0, 0), (50, 0, 1)],
)
def test_halves_of_what_is_shown_go_away_from_zero(parts: int, fen: int, price: int) -> None:
    cost = AverageCost(parts)
    assert (cost.to_fen(), cost.to_price()) == (Money(fen), UnitPrice(price))


def test_goods_worth_nothing_cost_nothing_and_not_what_the_last_ones_did() -> None:
    assert average_cost(1, 0, 2_000_000) == AverageCost(0)


def test_the_average_of_the_largest_stock_is_exact() -> None:
    """9,999,999.99 over 9,999,999.999 pieces is 0.999999999…: 1.00 to six decimals."""
    assert average_cost(9_999_999_999, 9_999_999_990_000, None) == AverageCost(1_000_000)
