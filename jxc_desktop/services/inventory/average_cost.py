"""What a base unit of the stock cost on average, exactly enough to be multiplied back."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.models.values.rounding import half_away_from_zero, nearest
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.cost import PER_UNIT

PARTS_PER_FEN, PARTS_PER_PRICE = 10_000, 100


@dataclass(frozen=True, slots=True, order=True)
class AverageCost:
    """The average cost of one base unit; as text with up to six decimals.

    Units: 1/1,000,000 yuan.
    """

    parts: int

    def to_fen(self) -> Money:
        """As a cell shows it: two decimals."""
        return Money(half_away_from_zero(self.parts, PARTS_PER_FEN))

    def to_price(self) -> UnitPrice:
        """As a price: up to four decimals."""
        return UnitPrice(half_away_from_zero(self.parts, PARTS_PER_PRICE))

    @override
    def __str__(self) -> str:
        return show_scaled(self.parts, places=6, at_least=2)


def average_cost(quantity: int, value: int, last_price: int | None) -> AverageCost | None:
    """Value over quantity, below zero too; the last price where there is nothing, None where there never was one.

    Units: quantity in 1/1000 of the base unit, value and last_price in 1/1,000,000 yuan.
    """
    if quantity:
        sign = 1 if quantity > 0 else -1
        return AverageCost(nearest(sign * value * PER_UNIT, sign * quantity))
    return None if last_price is None else AverageCost(last_price)
