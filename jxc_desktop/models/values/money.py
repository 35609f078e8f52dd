"""Money: whole fen, never a float."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.number_text import parse_scaled, show_scaled


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of yuan.

    Units: fen (1/100 yuan), any sign.
    """

    fen: int = 0

    @classmethod
    def parse(cls, text: str) -> "Money":
        """The amount a person wrote, such as ``12.5``, ``￥1,200`` or full-width digits.

        Raises:
            BadNumberError: the text is no number, or has more than two decimals.
        """
        return cls(parse_scaled(text, places=2))

    @override
    def __str__(self) -> str:
        return show_scaled(self.fen, places=2, at_least=2)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.fen + other.fen)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.fen - other.fen)

    def __neg__(self) -> "Money":
        return Money(-self.fen)

    def __bool__(self) -> bool:
        raise TypeError("ask `amount.fen` for zero: 0.00 is an amount too")
