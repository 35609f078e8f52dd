"""Rates of value added tax on goods (增值税)."""

from enum import Enum

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.rounding import half_away_from_zero


class TaxRate(Enum):
    """A rate a line of goods may carry; prices include it."""

    R13 = "13"
    R9 = "9"
    R6 = "6"
    R3 = "3"
    R1 = "1"
    R0 = "0"
    EXEMPT = "exempt"

    @property
    def percent(self) -> int:
        """The rate in percent; exempt goods bear none."""
        return 0 if self is TaxRate.EXEMPT else int(self.value)

    def part_of(self, amount: Money) -> Money:
        """The tax inside an amount: amount × r/(1+r), to the fen."""
        return Money(half_away_from_zero(amount.fen * self.percent, 100 + self.percent))
