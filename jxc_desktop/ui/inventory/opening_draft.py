"""Opening stock while it is typed: one line per product, quantity and cost, or the whole amount."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.counting import OpeningLine


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One product.

    Attributes:
        cost: of one base unit; None while it is not known. given: the whole amount, where that was typed instead.
    """

    product_id: int
    name: str
    barcode: str
    unit: str
    quantity: Quantity
    cost: UnitPrice | None = None
    given: Money | None = None

    @property
    def amount(self) -> Money | None:
        """What all of it is worth; None while nobody has said."""
        if self.given is not None:
            return self.given
        return None if self.cost is None else self.cost.times(self.quantity)

    @property
    def shown_cost(self) -> UnitPrice | None:
        """The cost of one unit, worked out where the amount was typed."""
        if self.given is None or not self.quantity.milli:
            return self.cost
        return UnitPrice.of_each(self.given, self.quantity)


@dataclass(frozen=True, slots=True)
class OpeningTotals:
    """What the lines come to; without_cost: of how many nobody has said what they are worth."""

    lines: int
    quantity: Quantity
    amount: Money
    without_cost: int


def with_more(lines: Sequence[DraftLine], line: DraftLine) -> tuple[list[DraftLine], int]:
    """The lines with more of a product, and where it stands: known goods are counted on, new ones come last."""
    for place, known in enumerate(lines):
        if known.product_id == line.product_id:
            more = replace(known, quantity=known.quantity + line.quantity)
            return [*lines[:place], more, *lines[place + 1 :]], place
    return [*lines, line], len(lines)


def totals_of(lines: Sequence[DraftLine]) -> OpeningTotals:
    """What the lines come to."""
    amounts = [line.amount for line in lines]
    return OpeningTotals(
        len(lines),
        Quantity(sum(line.quantity.milli for line in lines)),
        Money(sum(amount.fen for amount in amounts if amount is not None)),
        amounts.count(None),
    )


def to_post(lines: Sequence[DraftLine]) -> list[OpeningLine]:
    """The lines as the books take them, once every one has its amount."""
    worth = [(line, line.amount) for line in lines]
    return [OpeningLine(line.product_id, line.quantity, amount) for line, amount in worth if amount is not None]
