"""Rates of value added tax on goods (增值税)."""

from enum import Enum

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

    def tax_in(self, amount: int) -> int:
        """The tax in an amount that includes it: amount × r / (1 + r), of a return with a minus sign as well.

        Units: fen.
        """
        return half_away_from_zero(amount * self.percent, 100 + self.percent)
