"""What a cart comes to: pure arithmetic, in the fixed order of the price rules.

List price, or a higher one that was agreed on → line discount → ticket discount → 抹零. What is taken off the whole
ticket is shared over its lines by largest remainder, so the lines' net amounts add up to what is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import down_to_step, half_away_from_zero, share
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class PricedItem:
    """What one line of a cart is priced by.

    Attributes:
        count: in the sold unit.
        list_price: of one sold unit; price: the one agreed on instead, None: the list price.
        percent_off: line discount in 1/100 percent (9 折 = 1000); amount_off: one in money.
        given_amount: the list amount a scale's label gives; None: computed.
    """

    count: Quantity
    list_price: UnitPrice
    price: UnitPrice | None = None
    percent_off: int = 0
    amount_off: Money = Money(0)
    given_amount: Money | None = None

    def count_in_base(self, unit_factor: Quantity) -> Quantity:
        """How much of the base unit that is.

        Raises:
            InvalidInputError: it is finer than stock is kept.
        """
        milli, finer = divmod(self.count.milli * unit_factor.milli, 1000)
        if finer:
            raise InvalidInputError("quantity", "too_fine", self.count)
        return Quantity(milli)

    @property
    def is_raised(self) -> bool:
        """Whether more than the list amount was agreed on: that is no discount, but what the goods are marked with."""
        return self.price is not None and self.price.times(self.count) > self._usual_amount

    @property
    def marked_price(self) -> UnitPrice:
        """What one is sold at before discounts: the list price, or a higher one that was agreed on."""
        return self.price if self.price is not None and self.is_raised else self.list_price

    @property
    def is_amount_given(self) -> bool:
        """Whether the list amount is the one on a scale's label."""
        return self.given_amount is not None and not self.is_raised

    @property
    def list_amount(self) -> Money:
        """At the marked price."""
        return self.price.times(self.count) if self.price is not None and self.is_raised else self._usual_amount

    @property
    def line_discount(self) -> Money:
        """What the line itself is reduced by."""
        agreed = self.list_amount if self.price is None else self.price.times(self.count)
        reduced = agreed.fen - half_away_from_zero(agreed.fen * self.percent_off, 10_000) - self.amount_off.fen
        return Money(self.list_amount.fen - reduced)

    @property
    def _usual_amount(self) -> Money:
        return self.list_price.times(self.count) if self.given_amount is None else self.given_amount


@dataclass(frozen=True, slots=True)
class TicketReduction:
    """What is taken off the whole ticket.

    Attributes:
        percent_off: in 1/100 percent of what the lines come to; amount_off: in money.
        rounding_step: 抹零 down to a multiple of this (10: to the jiao); 0: none.
    """

    percent_off: int = 0
    amount_off: Money = Money(0)
    rounding_step: int = 0

    def of(self, total: int) -> tuple[int, int]:
        """What is taken off the lines' total, and what 抹零 takes off the rest.

        Units: fen.

        Raises:
            InvalidInputError: it is more than the total, or below 0.
        """
        if self.percent_off < 0 or self.amount_off.fen < 0 or self.rounding_step < 0:
            raise InvalidInputError("ticket_discount", "negative")
        ticket = half_away_from_zero(total * self.percent_off, 10_000) + self.amount_off.fen
        if not 0 <= ticket <= total:
            raise InvalidInputError("ticket_discount", "more_than_the_ticket")
        step, left = self.rounding_step, total - ticket
        # A bill smaller than the step is not given away.
        return ticket, left - down_to_step(left, step) if step and left >= step else 0


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line's amounts: list − line discount − its shares = net."""

    list_amount: Money
    line_discount: Money
    ticket_discount: Money
    rounding_off: Money
    net: Money


@dataclass(frozen=True, slots=True)
class PricedTicket:
    """A ticket's amounts: the nets of its lines add up to what is due."""

    lines: tuple[PricedLine, ...]
    due: Money


def price_ticket(items: Sequence[PricedItem], reduction: TicketReduction) -> PricedTicket:
    """What each line and the whole ticket come to.

    Raises:
        InvalidInputError: a discount is below 0, or larger than what it is taken off.
    """
    if any(item.percent_off < 0 or item.amount_off.fen < 0 for item in items):
        raise InvalidInputError("line_discount", "negative")
    nets = [item.list_amount.fen - item.line_discount.fen for item in items]
    if any(net < 0 for net in nets):
        raise InvalidInputError("line_discount", "more_than_the_line")
    total = sum(nets)
    ticket, rounding = reduction.of(total)
    ticket_shares = share(ticket, nets) if items else []
    after = [net - off for net, off in zip(nets, ticket_shares, strict=True)]
    rounding_shares = share(rounding, after) if items else []
    lines = tuple(
        PricedLine(item.list_amount, item.line_discount, Money(off), Money(cut), Money(net - cut))
        for item, net, off, cut in zip(items, after, ticket_shares, rounding_shares, strict=True)
    )
    return PricedTicket(lines, Money(total - ticket - rounding))
