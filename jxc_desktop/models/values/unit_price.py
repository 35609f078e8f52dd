"""Prices of one base unit, and the one rounding that turns them into money."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import parse_scaled, show_scaled
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero

PARTS_TIMES_MILLI_PER_FEN = 10_000 * 1_000 // 100


@dataclass(frozen=True, slots=True, order=True)
class UnitPrice:
    """What one base unit costs.

    Units: 1/10000 yuan, so that 2.9333 a piece is exact.
    """

    parts: int = 0

    @classmethod
    def parse(cls, text: str) -> "UnitPrice":
        """The price a person wrote.

        Raises:
            BadNumberError: the text is no number, or has more than four decimals.
        """
        return cls(parse_scaled(text, places=4))

    @classmethod
    def of(cls, price: Money) -> "UnitPrice":
        """A price in whole fen."""
        return cls(price.fen * 100)

    @classmethod
    def of_each(cls, amount: Money, quantity: Quantity) -> "UnitPrice":
        """What one costs where so many (not 0) cost the amount."""
        sign = 1 if quantity.milli > 0 else -1
        return cls(half_away_from_zero(sign * amount.fen * PARTS_TIMES_MILLI_PER_FEN, sign * quantity.milli))

    def times(self, quantity: Quantity) -> Money:
        """What so much costs: the one rounding of the program, half away from zero, the same for returns."""
        return Money(half_away_from_zero(self.parts * quantity.milli, PARTS_TIMES_MILLI_PER_FEN))

    @override
    def __str__(self) -> str:
        return show_scaled(self.parts, places=4, at_least=2)

    def __bool__(self) -> bool:
        raise TypeError("ask `price.parts` for zero: 0.00 is a price too")


def price_or_none(parts: int | None) -> UnitPrice | None:
    """A price as a column or a saved draft holds it; None where it holds none."""
    return None if parts is None else UnitPrice(parts)
