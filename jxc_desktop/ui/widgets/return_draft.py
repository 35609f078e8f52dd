"""What of a document is about to go back, and what is paid for it; nothing is in the books yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import MILLI, Quantity


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of the document goods go back from; quantities in the base unit.

    Attributes:
        amount: what was paid or is owed for it. left: how much may still go back; nothing where it is less than that.
        is_divisible: whether parts of a unit can go back: weighed goods, and what came in parts.
        pack: what the unit it was written in holds, such as 1箱=24瓶; "" where that is the base unit.
    """

    line_id: int
    product_id: int
    name: str
    barcode: str
    unit: str
    quantity: Quantity
    amount: Money
    left: Quantity
    is_divisible: bool
    pack: str = ""


@dataclass(frozen=True, slots=True)
class ReturnOffer:
    """What of a document can go back.

    Attributes:
        account_id: where the money came from or went; None: it was not paid, or nobody knows.
        refused: why nothing can; "": something can.
    """

    lines: tuple[ReturnLine, ...]
    account_id: int | None = None
    refused: str = ""


class ReturnFault(Enum):
    """Why a quantity cannot go back."""

    TOO_MUCH = "too_much"
    NOT_WHOLE = "not_whole"
    NO_NUMBER = "no_number"


class CannotReturnError(ValueError):
    """A quantity that cannot go back.

    Attributes:
        fault: why. line: of which line.
    """

    def __init__(self, fault: ReturnFault, line: ReturnLine) -> None:
        super().__init__(fault, line)
        self.fault = fault
        self.line = line


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One line: how much of it goes back now, and what is paid for that."""

    line: ReturnLine
    quantity: Quantity = Quantity(0)
    refund: Money = Money(0)


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """The form: one row for each line of the document.

    Attributes:
        token: the form's own key; it is posted once however often it is handed over.
    """

    document_id: int
    token: str
    rows: tuple[ReturnRow, ...]

    @classmethod
    def of(cls, document_id: int, lines: Sequence[ReturnLine], token: str) -> "ReturnDraft":
        """Nothing of the document goes back yet."""
        return cls(document_id, token, tuple(ReturnRow(line) for line in lines))

    @property
    def quantities(self) -> dict[int, Quantity]:
        """Line key → how much goes back, without what does not."""
        return {row.line.line_id: row.quantity for row in self.rows if row.quantity.milli}

    @property
    def refund(self) -> Money:
        """What is paid back for all of it."""
        return Money(sum(row.refund.fen for row in self.rows))

    def typed(self, number: int, text: str) -> "ReturnDraft":
        """The quantity of a row as it was typed; "" is none.

        Raises:
            CannotReturnError: it cannot go back.
        """
        try:
            quantity = Quantity.parse(f"0{text}")
        except BadNumberError as error:
            raise CannotReturnError(ReturnFault.NO_NUMBER, self.rows[number].line) from error
        return self.with_quantity(number, quantity)

    def with_quantity(self, number: int, quantity: Quantity) -> "ReturnDraft":
        """Another quantity in a row.

        Raises:
            CannotReturnError: more than is left of the line, or a part of what is counted by the piece.
        """
        row = self.rows[number]
        if not 0 <= quantity.milli <= max(row.line.left.milli, 0):
            raise CannotReturnError(ReturnFault.TOO_MUCH, row.line)
        if quantity.milli % MILLI and not row.line.is_divisible:
            raise CannotReturnError(ReturnFault.NOT_WHOLE, row.line)
        changed = replace(row, quantity=quantity)
        return replace(self, rows=(*self.rows[:number], changed, *self.rows[number + 1 :]))

    def scanned(self, product_id: int, quantity: Quantity) -> tuple["ReturnDraft", int]:
        """So much more of a product, in the first of its rows that has room for it; and that row.

        Raises:
            KeyError: no line holds the product.
            CannotReturnError: none has room for it.
        """
        numbers = [number for number, row in enumerate(self.rows) if row.line.product_id == product_id]
        if not numbers:
            raise KeyError(product_id)
        for number in numbers:
            more = self.rows[number].quantity + quantity
            if more <= self.rows[number].line.left:
                return self.with_quantity(number, more), number
        raise CannotReturnError(ReturnFault.TOO_MUCH, self.rows[numbers[-1]].line)

    def with_everything(self) -> "ReturnDraft":
        """All that may go back does."""
        return replace(
            self, rows=tuple(replace(row, quantity=Quantity(max(row.line.left.milli, 0))) for row in self.rows)
        )

    def with_refunds(self, refunds: Mapping[int, Money]) -> "ReturnDraft":
        """What the books say is paid back, line by line."""
        rows = tuple(replace(row, refund=refunds.get(row.line.line_id, Money(0))) for row in self.rows)
        return replace(self, rows=rows)
