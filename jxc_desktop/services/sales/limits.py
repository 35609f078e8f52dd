"""How far an operator may go by himself at the counter, and who allowed him to go further."""

from collections.abc import Sequence

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.override import Limits, limits_of
from jxc_desktop.services.people.settings import ROUNDING_AT_COUNTER, read_choice
from jxc_desktop.services.sales.errors import DiscountLimitError, RefundLimitError
from jxc_desktop.services.sales.pricing import PricedLine, TicketReduction

CHECKOUT, RETURN = "sales.checkout", "sales.return_goods"


def discount_allowed_by(
    act: Act, lines: Sequence[PricedLine], reduction: TicketReduction, allower: Limits | None
) -> str:
    """Who allowed what the operator may not take off alone; "": he may.

    What the shop itself rounds off is nobody's discount.

    Raises:
        DiscountLimitError: it goes below his limit, or below that of whoever should allow it.
    """
    own = limits_of(act.work, act.operator.id)
    counts_rounding = not is_rounded_by_rule(act, reduction)
    if not _goes_below(own, lines, counts_rounding):
        return ""
    failed = own if allower is None else allower
    if failed.lowest_discount is not None and _goes_below(failed, lines, counts_rounding):
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


def _goes_below(limits: Limits, lines: Sequence[PricedLine], counts_rounding: bool) -> bool:
    lowest = limits.lowest_discount
    return lowest is not None and any(_is_too_cheap(line, lowest, counts_rounding) for line in lines)


def _is_too_cheap(line: PricedLine, lowest: int, counts_rounding: bool) -> bool:
    """What is taken off the whole bill is shared in whole fen: a line may bear one more than its part."""
    shared = line.ticket_discount.fen + (line.rounding_off.fen if counts_rounding else 0)
    least = line.list_amount.fen * lowest // 100 - (1 if shared else 0)
    return line.list_amount.fen - line.line_discount.fen - shared < least
