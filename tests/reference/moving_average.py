"""What one product of the shop is worth, worked out a second time by the written cost rules and nothing else.

Import it as ``from tests.reference.moving_average import MovingAverage`` with the project root on the path.

Units: quantities are Fractions of the base unit; values, ``last`` and differences are Fractions of a fen. The smallest
step of a value is 1/10,000 fen (1/1,000,000 yuan); "whole fen" below is the nearest fen, halves upward. A difference is
positive when it costs the shop more, whoever bears it (cover - estimate, given up - credit).

There is no booked fen here but in one place: rule 4 brings back the *booked* cost of a sale, so an issued line
remembers by how much the stock value in whole fen fell with it.

Readings. (P) is the only one of those tried that gives the published answers of the hard shop; (F) is free there.
 1. (P) Worthless stock has no price: when Q falls to 0 or less out of V = 0, `last` stays. Free goods do not change it
    on their way out either. (F) An average above 0 that rounds to 0 does become `last`.
 2. (P) A customer return's goods "came in with a value", the line's own open part at its estimate as well, and move
    `last` while Q <= 0. (F) The price is that of the whole row, own part and rest together.
 3. (P) Cover and its pieces are nearest 1/10,000 fen; only the estimates are whole fen. Oldest part first.
 4. (P) What comes back to a sale is a share of its booked cost, whole fen, not of its exact cost.
 5. (F) `last` is set by goods that find Q <= 0, also where they lift it above 0.
 6. (F) A whole-fen worth at `last` is rounded twice, to 1/10,000 fen and then to the fen, as rule 3 is written. A
    return that names no sale does the same at the average.
 7. (F) The row comes before the differences it causes, which go line by line: so booked fen fall to lines.
Not in that shop at all:
 8. Rule 5: credit = whole fen of price * returned so far / received, less the shares of earlier returns still standing.
    A credit agreed otherwise replaces the credit, not the share. The rest "would fall below 0" means V - credit < 0;
    0 with goods left is allowed. Beyond Q, rule 3 leaves an open part on the return.
 9. Reversal of a supplier return: the own open part at its estimate, the rest brings back what the line took with its
    later differences, exact; all differences on the line add up to 0 afterwards.
10. Rule 7: the share is min(Q, received - returned) / *received*, so the part of returned goods is a difference too;
    floor to the whole fen. A lowered price takes at most the whole fen of V. Its reversal takes the kept share from V
    as far as whole fen of V reach, nothing while Q <= 0; what V cannot bear is a difference.
11. Count gains are nearest 1/10,000 fen. Reversal of a loss is rule 4; of a gain rule 5, what it brought as the credit,
    even below zero: the goods never were; of opening stock rule 6. A reversed receipt leaves its corrections standing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Literal

Account = Literal["purchases", "opening", "gains", "credits", "sales", "losses", "differences"]
ZERO = Fraction(0)


class RefusedError(Exception):
    """An act the shop does not allow: more goods than there are, or than are still out on the line."""

    def __init__(self, asked: Fraction, available: Fraction) -> None:
        super().__init__(f"{asked} asked, {available} available")
        self.asked, self.available = asked, available


@dataclass(eq=False, slots=True)
class Line:
    """A line of a document; `quantity` is what is not yet returned (goods in) or has not come back (goods out).

    `amount` is what came in with it or its credit; `shared` the price of what a receipt had returned, or a return's
    part of it; `exact` and `booked` what the goods still out cost.
    """

    account: Account
    number: int
    posted: Fraction = ZERO
    quantity: Fraction = ZERO
    amount: Fraction = ZERO
    shared: Fraction = ZERO
    exact: Fraction = ZERO
    booked: int = 0
    origin: "Line | None" = None


@dataclass(slots=True)
class OpenPart:
    """Goods sold before they came: still to be covered, at an estimate in whole fen."""

    line: Line
    quantity: Fraction
    estimate: Fraction

    def close(self, quantity: Fraction) -> Fraction:
        """The estimate of so much of it, which is then no longer open."""
        estimate = self.estimate
        if quantity != self.quantity:
            estimate = Fraction(whole_fen(estimate * quantity / self.quantity))
        self.quantity -= quantity
        self.estimate -= estimate
        return estimate


@dataclass(frozen=True, slots=True)
class Difference:
    """A cost difference: on which line, how much dearer, and the number of the act that brought it out."""

    line: Line
    amount: Fraction
    by: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did: its line, the goods that left or came, their exact value, and the differences."""

    line: Line
    quantity: Fraction
    value: Fraction
    differences: tuple[Difference, ...] = ()


def nearest(value: Fraction) -> Fraction:
    """The value to 1/10,000 fen, halves upward."""
    numerator, denominator = value.as_integer_ratio()
    return Fraction((20_000 * numerator + denominator) // (2 * denominator), 10_000)


def whole_fen(value: Fraction) -> int:
    """The value to the fen, halves upward."""
    numerator, denominator = value.as_integer_ratio()
    return (2 * numerator + denominator) // (2 * denominator)


@dataclass(slots=True)
class MovingAverage:
    """One product over everything the shop owns."""

    reference_cost: Fraction = ZERO
    quantity: Fraction = ZERO
    value: Fraction = ZERO
    open_parts: list[OpenPart] = field(default_factory=list)
    totals: dict[Account, Fraction] = field(default_factory=dict)
    acts: int = 0
    known_price: Fraction | None = None

    @property
    def last(self) -> Fraction:
        """What a unit costs where no goods can say so."""
        return self.reference_cost if self.known_price is None else self.known_price

    @property
    def unit_cost(self) -> Fraction:
        """The average while there is stock, else `last`; not rounded."""
        return self.value / self.quantity if self.quantity > 0 else self.last

    def receive(self, quantity: Fraction, fen: int) -> Outcome:
        """Goods bought for so many fen (rule 1)."""
        return self._come_in("purchases", quantity, Fraction(fen))

    def open_with(self, quantity: Fraction, fen: int) -> Outcome:
        """Goods the shop had before its books began."""
        return self._come_in("opening", quantity, Fraction(fen))

    def gain(self, quantity: Fraction) -> Outcome:
        """Goods a count found (rule 8)."""
        return self._come_in("gains", quantity, nearest(self.unit_cost * quantity))

    def return_naming_no_sale(self, quantity: Fraction) -> Outcome:
        """Goods a customer brings without a sale (rule 4). Undone, they leave like any sale."""
        line = self._new_line("sales")
        value = Fraction(whole_fen(nearest(self.unit_cost * quantity)))
        self._add("sales", -value)
        return Outcome(line, quantity, value, self._enter(quantity, value))

    def return_from_customer(self, line: Line, quantity: Fraction) -> Outcome:
        """Goods of one sale brought back, or a part of a count loss undone (rule 4)."""
        if quantity > line.quantity:
            raise RefusedError(quantity, line.quantity)
        self.acts += 1
        own, estimate = self._close_own(line, quantity)
        value = estimate
        if quantity > own:
            value += whole_fen((line.booked - estimate) * (quantity - own) / (line.quantity - own))
        line.quantity -= quantity
        line.booked -= int(value)
        line.exact -= value
        self._add(line.account, -value)
        return Outcome(line, quantity, value, self._enter(quantity, value, own, estimate))

    def reverse_issue(self, line: Line) -> Outcome:
        """A sale line or a count loss undone: all that has not come back."""
        return self.return_from_customer(line, line.quantity)

    def reverse_supplier_return(self, line: Line) -> Outcome:
        """What the return gave up is there again, and its differences are undone."""
        self.acts += 1
        quantity, value = line.quantity, line.exact
        own, estimate = self._close_own(line, quantity)
        line.quantity = line.exact = ZERO
        if line.origin is not None:
            line.origin.quantity += quantity
            line.origin.shared -= line.shared
        self._add("credits", -line.amount)
        undone = self._note(line, line.amount - value)
        return Outcome(line, quantity, value, (*undone, *self._enter(quantity, value, own, estimate)))

    def sell(self, quantity: Fraction) -> Outcome:
        """Goods sold, from stock or before they came (rules 2 and 3)."""
        return self._issue(self._new_line("sales"), quantity)

    def lose(self, quantity: Fraction) -> Outcome:
        """Goods a count misses (rule 8)."""
        return self._issue(self._new_line("losses"), quantity)

    def reverse_customer_return(self, returned: Outcome) -> Outcome:
        """Goods brought back leave again, on the same line (an issue)."""
        self.acts += 1
        return self._issue(returned.line, returned.quantity)

    def return_to_supplier(self, receipt: Line, quantity: Fraction, credit: int | None = None) -> Outcome:
        """Goods of a receipt sent back for their price, or for the credit agreed (rule 5)."""
        if quantity > receipt.quantity:
            raise RefusedError(quantity, receipt.quantity)
        line = self._new_line("credits")
        line.origin = receipt
        receipt.quantity -= quantity
        line.shared = self._price_so_far(receipt) - receipt.shared
        receipt.shared += line.shared
        return self._give_up(line, quantity, line.shared if credit is None else Fraction(credit))

    def return_to_supplier_without_receipt(self, quantity: Fraction, credit: int | None = None) -> Outcome:
        """Goods sent back at the average; a credit that differs from it makes a difference (rule 5)."""
        line = self._new_line("credits")
        value = self._leave(line, quantity)
        line.amount = Fraction(whole_fen(value) if credit is None else credit)
        self._add("credits", line.amount)
        return Outcome(line, quantity, value, self._note(line, value - line.amount))

    def reverse_receipt(self, receipt: Line) -> Outcome:
        """All that is left of a receipt or of opening stock sent back; refused where it is gone (rule 6)."""
        if receipt.quantity > self.quantity:
            raise RefusedError(receipt.quantity, max(self.quantity, ZERO))
        return self.return_to_supplier(receipt, receipt.quantity)

    def reverse_gain(self, gained: Line) -> Outcome:
        """Goods a count found are not there after all: they take away what they brought."""
        line = self._new_line("gains")
        quantity, gained.quantity = gained.quantity, ZERO
        return self._give_up(line, quantity, gained.amount)

    def correct(self, receipt: Line, fen: int) -> Outcome:
        """Freight or a new price for goods already in: `value` stays in stock, the rest is a difference (rule 7)."""
        line = self._new_line("purchases")
        line.amount = Fraction(fen)
        here = min(max(self.quantity, ZERO), receipt.quantity)
        return self._revalue(line, line.amount, Fraction(floor(line.amount * here / receipt.posted)))

    def reverse_correction(self, correction: Outcome) -> Outcome:
        """The correction undone by the split its document kept."""
        line = self._new_line("purchases")
        stays = -correction.value if self.quantity > 0 else ZERO
        return self._revalue(line, -correction.line.amount, stays)

    def _new_line(self, account: Account) -> Line:
        self.acts += 1
        return Line(account, self.acts)

    def _add(self, account: Account, amount: Fraction) -> None:
        self.totals[account] = self.totals.get(account, ZERO) + amount

    def _note(self, line: Line, amount: Fraction) -> tuple[Difference, ...]:
        if not amount:
            return ()
        self._add("differences", amount)
        return (Difference(line, amount, self.acts),)

    def _come_in(self, account: Account, quantity: Fraction, value: Fraction) -> Outcome:
        line = self._new_line(account)
        line.posted = line.quantity = quantity
        line.amount = value
        self._add(account, value)
        return Outcome(line, quantity, value, self._enter(quantity, value))

    def _enter(
        self, quantity: Fraction, value: Fraction, own: Fraction = ZERO, estimate: Fraction = ZERO
    ) -> tuple[Difference, ...]:
        """Goods come in; but for the line's own part, already closed, they first cover what is open."""
        missing = max(-self.quantity - own, ZERO)
        if self.quantity <= 0 and value > 0:
            self.known_price = nearest(value / quantity)
        self.quantity += quantity
        self.value += value
        rest = quantity - own
        covered = min(rest, missing)
        if not covered:
            return ()
        return tuple(self._cover(covered, nearest((value - estimate) * covered / rest)))

    def _cover(self, quantity: Fraction, cover: Fraction) -> Iterable[Difference]:
        while quantity:
            part = self.open_parts[0]
            closed = min(quantity, part.quantity)
            piece = nearest(cover * closed / quantity)
            yield from self._bear(part.line, piece - part.close(closed))
            quantity -= closed
            cover -= piece
            if not part.quantity:
                del self.open_parts[0]

    def _bear(self, line: Line, amount: Fraction) -> tuple[Difference, ...]:
        """An oversold line turns out dearer by so much."""
        before = whole_fen(self.value)
        self.value -= amount
        line.exact += amount
        line.booked += before - whole_fen(self.value)
        return self._note(line, amount)

    def _close_own(self, line: Line, quantity: Fraction) -> tuple[Fraction, Fraction]:
        closed = estimate = ZERO
        for part in [part for part in self.open_parts if part.line is line]:
            piece = min(quantity - closed, part.quantity)
            if piece:
                estimate += part.close(piece)
                closed += piece
        self.open_parts = [part for part in self.open_parts if part.quantity]
        return closed, estimate

    def _issue(self, line: Line, quantity: Fraction) -> Outcome:
        value = self._leave(line, quantity)
        self._add(line.account, value)
        return Outcome(line, quantity, value)

    def _give_up(self, line: Line, quantity: Fraction, credit: Fraction) -> Outcome:
        """Goods leave for a credit; what they were worth beside it is a difference (rule 5)."""
        wanted = credit if quantity < self.quantity and credit <= self.value else None
        value = self._leave(line, quantity, wanted)
        line.amount = credit
        self._add(line.account, credit if line.account == "credits" else -credit)
        return Outcome(line, quantity, value, self._note(line, value - credit))

    def _leave(self, line: Line, quantity: Fraction, wanted: Fraction | None = None) -> Fraction:
        before = whole_fen(self.value)
        value = self._take_from_stock(quantity) if wanted is None else wanted
        beyond = quantity - min(quantity, max(self.quantity, ZERO))
        if beyond:
            estimate = Fraction(whole_fen(nearest(beyond * self.last)))
            self.open_parts.append(OpenPart(line, beyond, estimate))
            value += estimate
        self.quantity -= quantity
        self.value -= value
        line.quantity += quantity
        line.exact += value
        line.booked += before - whole_fen(self.value)
        return value

    def _take_from_stock(self, quantity: Fraction) -> Fraction:
        """The value of as much of it as is there (rule 2); the last goods out leave their price behind."""
        if self.quantity <= 0:
            return ZERO
        if quantity < self.quantity:
            return nearest(self.value * quantity / self.quantity)
        if self.value > 0:
            self.known_price = nearest(self.value / self.quantity)
        return self.value

    def _price_so_far(self, receipt: Line) -> Fraction:
        returned = receipt.posted - receipt.quantity
        return Fraction(whole_fen(receipt.amount * returned / receipt.posted))

    def _revalue(self, line: Line, amount: Fraction, stays: Fraction) -> Outcome:
        if stays < 0:
            stays = max(stays, Fraction(-floor(self.value)))
        self.value += stays
        self._add("purchases", amount)
        return Outcome(line, ZERO, stays, self._note(line, amount - stays))


def value_is_negative_with_stock(product: MovingAverage) -> bool:
    """Broken when true: goods that are there are worth less than nothing."""
    return product.quantity > 0 and product.value < 0


def nothing_is_worth_something(product: MovingAverage) -> bool:
    """Broken when true: there are no goods, yet a value."""
    return product.quantity == 0 and product.value != 0


def open_parts_do_not_match(product: MovingAverage) -> bool:
    """Broken when true: what is open is not what is missing, or below zero the value is not the open estimates."""
    missing = sum((part.quantity for part in product.open_parts), ZERO)
    owed = sum((part.estimate for part in product.open_parts), ZERO)
    if missing != max(-product.quantity, ZERO):
        return True
    return product.quantity < 0 and product.value != -owed


def something_is_lost(product: MovingAverage) -> bool:
    """Broken when true: purchases - credits + gains + opening is not cost of sales + losses + differences + stock."""
    came: tuple[Account, ...] = ("purchases", "opening", "gains")
    balance = sum((amount if name in came else -amount for name, amount in product.totals.items()), ZERO)
    return balance != product.value


def broken_rules(product: MovingAverage) -> list[str]:
    """The names of the invariants that do not hold; empty when the product is sound."""
    rules = (value_is_negative_with_stock, nothing_is_worth_something, open_parts_do_not_match, something_is_lost)
    return [rule.__name__ for rule in rules if rule(product)]
