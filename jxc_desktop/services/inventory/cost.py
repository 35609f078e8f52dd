"""Moving weighted average of one product, exactly: the nine cost rules as plain Python.

Units: quantities in 1/1000 of the base unit, values and prices in 1/1,000,000 yuan, estimates and booked amounts in
fen.
Source: docs/decisions/0001-moving-average.md.
"""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from jxc_desktop.models.values.rounding import nearest

PER_FEN = 10_000
PER_UNIT = 1_000


class CostKind(Enum):
    """What a cost entry is. The value is what the books store.

    A difference has no move: it belongs to the sale, the purchase or the stock document that was oversold or undone.
    """

    MOVE = "move"
    SALE_DIFFERENCE = "sale_difference"
    PURCHASE_DIFFERENCE = "purchase_difference"
    STOCK_DIFFERENCE = "stock_difference"
    CORRECTION = "correction"


def booked(value: int) -> int:
    """The fen that stand for an exact value."""
    return (2 * value + PER_FEN) // (2 * PER_FEN)


@dataclass(slots=True)
class OpenPart:
    """Goods that left before they came in, still to be covered.

    Attributes:
        root: the move they left with; kind: what a difference on them is.
    """

    root: int
    kind: CostKind
    quantity: int
    estimate: int


@dataclass(slots=True)
class CostChange:
    """One cost entry to be.

    Attributes:
        root: the earlier move it changes the cost of; None where it is only about its own.
        last_price: the product's last cost from here on; None: unchanged.
    """

    kind: CostKind
    quantity: int
    exact: int
    booked: int
    root: int | None = None
    open_quantity: int | None = None
    open_estimate: int | None = None
    last_price: int | None = None


@dataclass(frozen=True, slots=True)
class StillOut:
    """What of an earlier move is still out: how much, and what it took that has not come back.

    Attributes:
        cost: in booked fen; exact: in 1/1,000,000 yuan.
    """

    root: int
    quantity: int
    cost: int
    exact: int


@dataclass(slots=True)
class ProductCost:
    """The cost state of one product over everything the shop owns.

    Attributes:
        last_price: None until goods came in or ran out; the reference cost stands in for it.
    """

    quantity: int = 0
    value: int = 0
    last_price: int | None = None
    reference: int = 0
    parts: list[OpenPart] = field(default_factory=list)

    @property
    def booked(self) -> int:
        """Its value in whole fen."""
        return booked(self.value)

    @property
    def last(self) -> int:
        """What one base unit is thought to cost when there is none."""
        return self.reference if self.last_price is None else self.last_price

    def worth(self, quantity: int) -> int:
        """What so much is worth at the average, at the last cost where there is no stock."""
        if self.quantity > 0:
            return nearest(self.value * quantity, self.quantity)
        return nearest(self.last * quantity, PER_UNIT)

    def issue(self, quantity: int, own: int, kind: CostKind, root: int | None = None) -> CostChange:
        """Rules 2 and 3: goods leave at the average; what is not there leaves at the last cost and stays open.

        `own` is the move they leave with; `root` the sale they belong to, where this undoes a return.
        """
        taken = self._take(quantity, root or own, kind, wanted=None)
        return self._leave(quantity, taken, taken.value, root)

    def give_up(self, quantity: int, own: int, kind: CostKind, wanted: int) -> CostChange:
        """What came in earlier at `wanted` leaves again: at that value, or at what the rules leave of it."""
        taken = self._take(quantity, own, kind, wanted)
        return self._leave(quantity, taken, taken.value, root=None)

    def return_to_supplier(self, quantity: int, own: int, credit: int, named: bool) -> list[CostChange]:
        """Rule 5: goods go back for a credit in fen; what they take otherwise is a difference, an entry of its own.

        `named` says that they go back to the receipt they came with, at its price; else they leave at the average.
        """
        value = credit * PER_FEN
        taken = self._take(quantity, own, CostKind.PURCHASE_DIFFERENCE, value if named else None)
        changes = [self._leave(quantity, taken, value, root=None)]
        if value != taken.value:
            changes.append(self._change(0, value - taken.value, CostKind.PURCHASE_DIFFERENCE, own))
        return changes

    def would_take(self, quantity: int) -> int:
        """What so much would take out of the value if it left now, in whole fen."""
        return booked(replace(self, parts=list(self.parts))._take(quantity, 0, CostKind.MOVE, None).value)

    def receive(self, quantity: int, value: int) -> list[CostChange]:
        """Rules 1 and 3: goods come in at a value, and cover what is oversold, oldest first."""
        short = max(-self.quantity, 0)
        change = self._come_in(quantity, value)
        return [change, *self._cover(quantity, value, short)]

    def bring_back(self, quantity: int, out: StillOut) -> list[CostChange]:
        """Rule 4: what left with an earlier move comes back at what it took, its own open part first."""
        short = max(-self.quantity, 0)
        closed, estimate = self._close_own(quantity, out.root)
        rest = quantity - closed
        cost = nearest((out.cost - estimate) * rest, out.quantity - closed) if rest else 0
        change = self._come_in(quantity, (estimate + cost) * PER_FEN, out.root)
        self._note_closed(change, closed, estimate)
        return [change, *self._cover(rest, cost * PER_FEN, short - closed)]

    def take_back_from_supplier(self, quantity: int, out: StillOut, owed: int) -> list[CostChange]:
        """A return to the supplier is undone: exactly what it took comes back.

        The move shows what is owed again (fen), and the difference is an entry of its own.
        """
        short = max(-self.quantity, 0)
        closed, estimate = self._close_own(quantity, out.root)
        change = self._come_in(quantity, out.exact, out.root, shown=owed * PER_FEN)
        self._note_closed(change, closed, estimate)
        changes = [change]
        if out.exact != owed * PER_FEN:
            changes.append(self._change(0, out.exact - owed * PER_FEN, CostKind.PURCHASE_DIFFERENCE, out.root))
        return changes + self._cover(quantity - closed, out.exact - estimate * PER_FEN, short - closed)

    def correct(self, amount: int, wanted: int, root: int) -> tuple[int, list[CostChange]]:
        """Rule 7: an amount in fen is added to goods received earlier; `wanted` of it belongs to what is still here.

        The result is the part that stayed in the value, which never makes it negative.
        """
        kept = max(wanted, -(self.value // PER_FEN)) if self.quantity > 0 else 0
        changes = [self._change(0, amount * PER_FEN, CostKind.CORRECTION, root)]
        if kept != amount:
            changes.append(self._change(0, (kept - amount) * PER_FEN, CostKind.PURCHASE_DIFFERENCE, root))
        return kept, changes

    def _take(self, quantity: int, root: int, kind: CostKind, wanted: int | None) -> "_Taken":
        """What so much takes out of the value; the part that is not there is opened at its estimate."""
        held = max(self.quantity, 0)
        if quantity < held:
            average = nearest(self.value * quantity, held)
            return _Taken(average if wanted is None or wanted > self.value else wanted)
        was = self.last_price
        if held and self.value:
            self.last_price = nearest(self.value * PER_UNIT, held)
        last_price = None if self.last_price == was else self.last_price
        value = self.value if held else 0
        oversold = quantity - held
        if not oversold:
            return _Taken(value, last_price=last_price)
        estimate = booked(nearest(oversold * self.last, PER_UNIT))
        self.parts.append(OpenPart(root, kind, oversold, estimate))
        return _Taken(value + estimate * PER_FEN, oversold, estimate, last_price)

    def _leave(self, quantity: int, taken: "_Taken", value: int, root: int | None) -> CostChange:
        change = self._change(-quantity, -value, root=root)
        change.last_price = taken.last_price
        if taken.oversold:
            change.open_quantity, change.open_estimate = taken.oversold, taken.estimate
        return change

    def _cover(self, quantity: int, value: int, short: int) -> list[CostChange]:
        """Goods worth a value cover up to `short` of what is oversold: the differences to the estimates."""
        left = min(quantity, short)
        if left <= 0:
            return []
        cover = value if left == quantity else nearest(value * left, quantity)
        changes = []
        while left:
            part = self.parts[0]
            covered = min(part.quantity, left)
            worth = nearest(cover * covered, left)
            estimate = self._shrink(part, covered)
            change = self._change(0, estimate * PER_FEN - worth, part.kind, part.root)
            change.open_quantity, change.open_estimate = -covered, -estimate
            changes.append(change)
            left, cover = left - covered, cover - worth
        return changes

    def _close_own(self, quantity: int, root: int) -> tuple[int, int]:
        """Close open parts of one move, oldest first: how much of the quantity that was, and their estimates."""
        closed = estimate = 0
        for part in [part for part in self.parts if part.root == root]:
            covered = min(part.quantity, quantity - closed)
            if covered:
                estimate += self._shrink(part, covered)
                closed += covered
        return closed, estimate

    def _shrink(self, part: OpenPart, quantity: int) -> int:
        """Take a quantity off an open part; its share of the estimate, in whole fen."""
        if quantity == part.quantity:
            self.parts.remove(part)
            return part.estimate
        estimate = nearest(part.estimate * quantity, part.quantity)
        part.quantity -= quantity
        part.estimate -= estimate
        return estimate

    def _come_in(self, quantity: int, value: int, root: int | None = None, shown: int | None = None) -> CostChange:
        """Goods come in, worth a value; where there was no stock, their price is the last cost, free goods apart."""
        was_out = self.quantity <= 0
        change = self._change(quantity, value if shown is None else shown, root=root)
        if was_out and value > 0:
            self.last_price = change.last_price = nearest(value * PER_UNIT, quantity)
        return change

    @staticmethod
    def _note_closed(change: CostChange, closed: int, estimate: int) -> None:
        if closed:
            change.open_quantity, change.open_estimate = -closed, -estimate

    def _change(self, quantity: int, exact: int, kind: CostKind = CostKind.MOVE, root: int | None = None) -> CostChange:
        before = booked(self.value)
        self.quantity += quantity
        self.value += exact
        return CostChange(kind, quantity, exact, booked(self.value) - before, root)


class _Taken(NamedTuple):
    """What leaving goods take: the value, and of it what was not there, at its estimate."""

    value: int
    oversold: int = 0
    estimate: int = 0
    last_price: int | None = None
