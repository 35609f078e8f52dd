"""How far an operator may go by himself at the counter, and who allowed him to go further."""

from collections.abc import Sequence
from dataclasses import dataclass

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.override import Limits, limits_of
from jxc_desktop.services.people.settings import ROUNDING_AT_COUNTER, read_choice
from jxc_desktop.services.sales.errors import DiscountLimitError, RefundLimitError
from jxc_desktop.services.sales.pricing import PricedItem, PricedLine, PricedTicket, TicketReduction
from jxc_desktop.services.sales.ticket import Ticket

CHECKOUT, RETURN = "sales.checkout", "sales.return_goods"
# A scale weighs in steps and rounds what it prints to the jiao.
SCALE_STEP, SCALE_ROUNDING_FEN = Quantity(5), 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line should bring at the list price, and what is asked for it.

    Units: fen.

    Attributes:
        is_shared: something is taken off the whole bill: that is shared in whole fen, so that a line may bear one more
            than its part.
    """

    listed: int
    net: int
    is_shared: bool

    def is_below(self, lowest: int) -> bool:
        """Whether it is less than so many percent of the list price."""
        return self.net + self.is_shared < least_of(self.listed, lowest)


def asked_for(act: Act, ticket: Ticket, priced: PricedTicket) -> list[Asked]:
    """Each line of a ticket. What the shop itself rounds off is nobody's discount."""
    by_rule = is_rounded_by_rule(act, ticket.reduction)
    return [
        _asked(_listed(line.item, amounts.list_amount), amounts, by_rule)
        for line, amounts in zip(ticket.lines, priced.lines, strict=True)
    ]


def discount_allowed_by(act: Act, asked: Sequence[Asked], allower: Limits | None) -> str:
    """Who allowed what the operator may not take off alone; "": he may.

    Raises:
        DiscountLimitError: it goes below his limit, or below that of whoever should allow it.
    """
    own = limits_of(act.work, act.operator.id)
    if not _goes_below(own, asked):
        return ""
    failed = own if allower is None else allower
    if failed.lowest_discount is not None and _goes_below(failed, asked):
        raise DiscountLimitError(CHECKOUT, failed.name, failed.lowest_discount)
    return failed.name


def refund_allowed_by(act: Act, refund: Money, allower: Limits | None) -> str:
    """Who allowed to give back what the operator may not alone; "": he may.

    Raises:
        RefundLimitError: it is more than he may, or than whoever should allow it may.
    """
    own = limits_of(act.work, act.operator.id)
    if not _gives_more(own, refund):
        return ""
    failed = own if allower is None else allower
    if failed.highest_refund is not None and _gives_more(failed, refund):
        raise RefundLimitError(RETURN, failed.name, Money(failed.highest_refund))
    return failed.name


def is_rounded_by_rule(act: Act, reduction: TicketReduction) -> bool:
    """Whether 抹零 takes off no more than the shop's own rule does: then it is nobody's discount."""
    return reduction.rounding_step <= int(read_choice(act.work, ROUNDING_AT_COUNTER))


def _gives_more(limits: Limits, refund: Money) -> bool:
    return limits.highest_refund is not None and refund.fen > limits.highest_refund


def least_of(listed: int, lowest: int) -> int:
    """So many percent of an amount, the discount rounded as the till rounds it.

    Units: fen.
    """
    return listed - half_away_from_zero(listed * (100 - lowest), 100)


def _goes_below(limits: Limits, asked: Sequence[Asked]) -> bool:
    """A line by itself, or the bill: in fen that are too small for a line, much can be taken off a long one."""
    lowest = limits.lowest_discount
    if lowest is None:
        return False
    line_by_line = sum(least_of(line.listed, lowest) for line in asked)
    least = min(line_by_line, least_of(sum(line.listed for line in asked), lowest))
    return sum(line.net for line in asked) < least or any(line.is_below(lowest) for line in asked)


def _listed(item: PricedItem, list_amount: Money) -> int:
    """What nobody can make less of.

    Crumbs that cost nothing add up to a piece. A label far below what its weight costs was written by hand.
    """
    if item.given_amount is None:
        return list_amount.fen or int(item.list_price.parts > 0)
    weighed = item.list_price.times(item.count).fen
    slack = item.list_price.times(SCALE_STEP).fen + SCALE_ROUNDING_FEN
    return max(list_amount.fen, weighed - slack)


def _asked(listed: int, amounts: PricedLine, by_rule: bool) -> Asked:
    net = amounts.net.fen + (amounts.rounding_off.fen if by_rule else 0)
    return Asked(listed, net, amounts.ticket_discount.fen > 0 or (amounts.rounding_off.fen > 0 and not by_rule))
