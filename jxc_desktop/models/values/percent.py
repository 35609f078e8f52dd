"""A part of a whole, as shops write it: 14.0%."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.models.values.rounding import half_away_from_zero


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A rate.

    Units: tenths of a percent, any sign.
    """

    tenths: int = 0

    @classmethod
    def of(cls, part: int, whole: int) -> "Percent | None":
        """How much of the whole the part is; None where there is no whole to be a part of."""
        return cls(half_away_from_zero(part * 1000, whole)) if whole > 0 else None

    @override
    def __str__(self) -> str:
        return f"{show_scaled(self.tenths, places=1, at_least=1)}%"
