"""Whether enough is there, now and on every later day that is in the books already."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import bindparam, case, func, select

from jxc_desktop.models.records import StockBalance, StockMove
from jxc_desktop.models.values.days import day_number
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product_facts import product_name
from jxc_desktop.services.inventory.errors import OversoldError, Shortage
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.settings import Choice, oversold_rule
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_ON_HAND = Query[tuple[int]](
    select(StockBalance.quantity).where(
        StockBalance.product_id == bindparam("product"), StockBalance.place_id == bindparam("place")
    ),
    "product",
    "place",
)
_LATER = Query[tuple[int, int]](
    select(
        StockMove.day,
        func.sum(
            case((StockMove.to_place_id == bindparam("to_place"), StockMove.quantity), else_=0)
            - case((StockMove.from_place_id == bindparam("from_place"), StockMove.quantity), else_=0)
        ),
    )
    .where(StockMove.product_id == bindparam("product"), StockMove.day > bindparam("after"))
    .group_by(StockMove.day)
    .order_by(StockMove.day.desc()),
    "to_place",
    "from_place",
    "product",
    "after",
)


def shortages(
    work: OpenTransaction, wanted: Mapping[int, int], place: int, day: date, today: date
) -> tuple[Shortage, ...]:
    """The products of which less is there than wanted (product → 1/1000 of the base unit), at the worst moment.

    A document dated back is held against the end of its day and of every later day.
    """
    short = []
    for product, quantity in wanted.items():
        least = _least_on_hand(work, product, place, day, today)
        if quantity > 0 and least < quantity:
            short.append(Shortage(product, product_name(work, product), Quantity(least), Quantity(quantity)))
    return tuple(short)


def refuse_oversold(act: Act, wanted: Mapping[int, int], place: int, day: date, choice: Choice) -> tuple[Shortage, ...]:
    """What is short of the wanted goods, all together; nothing where the shop allows that.

    Raises:
        OversoldError: something is short and the shop forbids it.
    """
    rule = oversold_rule(act.work, choice)
    if rule is OversoldRule.ALLOW:
        return ()
    short = shortages(act.work, wanted, place, day, act.today)
    if short and rule is OversoldRule.FORBID:
        raise OversoldError(short)
    return short


def on_hand_at(work: OpenTransaction, product: int, place: int, day: date) -> int:
    """What lay at a place at the end of a day, by the business dates of the moves."""
    now = work.row(_ON_HAND, product, place)
    later = work.rows(_LATER, place, place, product, day_number(day))
    return (now[0] if now else 0) - sum(change for _, change in later)


def _least_on_hand(work: OpenTransaction, product: int, place: int, day: date, today: date) -> int:
    now = work.row(_ON_HAND, product, place)
    least = held = now[0] if now else 0
    if day >= today:
        return least
    for _, change in work.rows(_LATER, place, place, product, day_number(day)):
        held -= change
        least = min(least, held)
    return least
