"""Quantities: whole thousandths of a product's base unit."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.number_text import parse_scaled, show_scaled

MILLI = 1000  # thousandths in one


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """How much of a product.

    Units: 1/1000 of the base unit, any sign.
    """

    milli: int = 0

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """The quantity a person wrote.

        Raises:
            BadNumberError: the text is no number, or has more than three decimals.
        """
        return cls(parse_scaled(text, places=3))

    @classmethod
    def of(cls, whole: int) -> "Quantity":
        """So many whole base units."""
        return cls(whole * MILLI)

    @override
    def __str__(self) -> str:
        return show_scaled(self.milli, places=3, at_least=0)

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.milli + other.milli)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.milli - other.milli)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.milli)

    def __bool__(self) -> bool:
        raise TypeError("ask `quantity.milli` for zero: 0 is a quantity too")
