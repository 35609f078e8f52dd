"""Histories of one product nobody planned: any act, on any document, at any moment."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from tests.reference.moving_average import Line, MovingAverage, Outcome, broken_rules


@dataclass
class History:
    """A product's documents so far, and acts on any of them."""

    chance: random.Random
    product: MovingAverage
    receipts: list[Line] = field(default_factory=list)
    gains: list[Line] = field(default_factory=list)
    issues: list[Line] = field(default_factory=list)
    customer_returns: list[Outcome] = field(default_factory=list)
    supplier_returns: list[Line] = field(default_factory=list)
    corrections: list[Outcome] = field(default_factory=list)

    def some(self) -> Fraction:
        """A quantity: pieces, kilograms, or exactly what is there or missing."""
        exactly = abs(self.product.quantity)
        if exactly and self.chance.random() < 0.2:
            return exactly
        return Fraction(self.chance.choice((self.chance.randint(1, 12) * 1000, self.chance.randint(1, 9999))), 1000)

    def some_of(self, line: Line) -> Fraction:
        return line.quantity if self.chance.random() < 0.4 else min(self.some(), line.quantity)

    def some_fen(self) -> int:
        return self.chance.choice((0, self.chance.randint(1, 30), self.chance.randint(1, 20_000)))

    def any_left(self, lines: list[Line]) -> Line | None:
        left = [line for line in lines if line.quantity]
        return self.chance.choice(left) if left else None

    def receive(self) -> None:
        self.receipts.append(self.product.receive(self.some(), self.some_fen()).line)

    def open_with(self) -> None:
        self.receipts.append(self.product.open_with(self.some(), self.some_fen()).line)

    def gain(self) -> None:
        self.gains.append(self.product.gain(self.some()).line)

    def sell(self) -> None:
        self.issues.append(self.product.sell(self.some()).line)

    def lose(self) -> None:
        self.issues.append(self.product.lose(self.some()).line)

    def return_from_customer(self) -> None:
        if line := self.any_left(self.issues):
            self.customer_returns.append(self.product.return_from_customer(line, self.some_of(line)))

    def reverse_issue(self) -> None:
        if line := self.any_left(self.issues):
            self.customer_returns.append(self.product.reverse_issue(line))

    def return_naming_no_sale(self) -> None:
        self.product.return_naming_no_sale(self.some())

    def reverse_customer_return(self) -> None:
        if self.customer_returns:
            returned = self.customer_returns.pop(self.chance.randrange(len(self.customer_returns)))
            self.product.reverse_customer_return(returned)

    def return_to_supplier(self) -> None:
        if receipt := self.any_left(self.receipts):
            agreed = self.chance.choice((None, None, self.some_fen()))
            self.supplier_returns.append(self.product.return_to_supplier(receipt, self.some_of(receipt), agreed).line)

    def return_without_receipt(self) -> None:
        agreed = self.chance.choice((None, self.some_fen()))
        self.supplier_returns.append(self.product.return_to_supplier_without_receipt(self.some(), agreed).line)

    def reverse_supplier_return(self) -> None:
        if line := self.any_left(self.supplier_returns):
            self.product.reverse_supplier_return(line)

    def reverse_receipt(self) -> None:
        if receipt := self.any_left(self.receipts):
            self.supplier_returns.append(self.product.reverse_receipt(receipt).line)

    def reverse_gain(self) -> None:
        if line := self.any_left(self.gains):
            self.product.reverse_gain(line)

    def correct(self) -> None:
        if self.receipts:
            fen = self.some_fen() * self.chance.choice((1, -1))
            self.corrections.append(self.product.correct(self.chance.choice(self.receipts), fen))

    def reverse_correction(self) -> None:
        if self.corrections:
            correction = self.corrections.pop(self.chance.randrange(len(self.corrections)))
            self.product.reverse_correction(correction)

    def unsound(self) -> list[str]:
        back = [line for line in self.issues if not line.quantity and line.booked]
        less = [line for line in self.issues if line.booked < 0]
        undone = [line for line in self.supplier_returns if not line.quantity and line.exact]
        apart = [receipt for receipt in self.receipts if receipt.shared != self.price_of_returned(receipt)]
        whole = [receipt for receipt in self.receipts if not receipt.quantity and receipt.shared != receipt.amount]
        return broken_rules(self.product) + [
            what
            for what, lines in {"not all back": back + undone, "below 0": less, "price": apart + whole}.items()
            if lines
        ]

    def price_of_returned(self, receipt: Line) -> Fraction:
        standing = (line for line in self.supplier_returns if line.origin is receipt and line.quantity)
        return sum((line.shared for line in standing), Fraction(0))


ACTS: tuple[Callable[[History], None], ...] = (
    *(History.receive, History.sell) * 4,
    *(History.return_from_customer, History.return_to_supplier) * 2,
    *(History.open_with, History.gain, History.lose, History.reverse_issue, History.return_naming_no_sale),
    *(History.reverse_customer_return, History.return_without_receipt, History.reverse_supplier_return),
    *(History.reverse_receipt, History.reverse_gain, History.correct, History.reverse_correction),
)
