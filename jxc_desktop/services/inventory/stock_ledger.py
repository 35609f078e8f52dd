"""The stock ledger of one product: what came and went, newest first, and how much there was after each move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from jxc_desktop.models.records import CostBalance, CostEntry, Document, Partner, StockMove
from jxc_desktop.models.values.days import day_of
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_AFTER_ALL = 2**63 - 1  # no move has a key beyond it


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One move of a product.

    Attributes:
        is_mirror: its document undoes another.
        quantity: what the shop has more (or, with a minus sign, less) by it; 0 between places of its own.
        running: how much the shop had after it.
        cost: booked fen that came with it (or left); None where it was asked without costs.
        partner: the supplier or customer; "" where the document names none.
    """

    move_id: int
    moment: datetime
    day: date
    document_id: int
    number: str
    kind: DocumentKind
    is_mirror: bool
    quantity: Quantity
    running: Quantity
    cost: Money | None
    partner: str


# Every move into or out of what the shop owns has one cost entry, and that knows the sign.
_IS_OF_MOVE = CostEntry.move_id == StockMove.id


def _moves(*, with_cost: bool) -> Query[tuple[Any, ...]]:
    columns = (
        StockMove.id,
        Document.moment,
        StockMove.day,
        Document.id,
        Document.number,
        Document.kind,
        Document.reverses_id,
        func.coalesce(Partner.name, ""),
        func.coalesce(CostEntry.quantity, 0),
        *((func.coalesce(CostEntry.booked, 0),) if with_cost else ()),
    )
    return Query(
        select(*columns)
        .select_from(StockMove)
        .join(Document, Document.id == StockMove.document_id)
        .outerjoin(CostEntry, _IS_OF_MOVE)
        .outerjoin(Partner, Partner.id == Document.partner_id)
        .where(StockMove.product_id == bindparam("product"), StockMove.id < bindparam("before"))
        .order_by(StockMove.id.desc())
        .limit(bindparam("most")),
        "product",
        "before",
        "most",
    )


_MOVES, _MOVES_WITH_COST = _moves(with_cost=False), _moves(with_cost=True)
_BALANCE = Query[tuple[int]](
    select(CostBalance.quantity).where(CostBalance.product_id == bindparam("product")), "product"
)
_SINCE = Query[tuple[int]](
    select(func.coalesce(func.sum(CostEntry.quantity), 0))
    .join(StockMove, _IS_OF_MOVE)
    .where(StockMove.product_id == bindparam("product"), StockMove.id >= bindparam("from")),
    "product",
    "from",
)


def stock_ledger(
    books: OpenTransaction, product_id: int, *, before: int | None = None, limit: int, with_cost: bool
) -> list[LedgerRow]:
    """So many moves of a product, newest first; `before`: only those older than the move of that key.

    How much there was is counted back from what there is now, so the newest page costs the same after ten years.
    """
    query = _MOVES_WITH_COST if with_cost else _MOVES
    rows = books.rows(query, product_id, _AFTER_ALL if before is None else before, limit)
    return list(_counted_back(rows, _quantity_before(books, product_id, before)))


def _quantity_before(books: OpenTransaction, product_id: int, move_id: int | None) -> int:
    """How much there was just before a move; None: how much there is now."""
    balance = books.row(_BALANCE, product_id)
    if balance is None or move_id is None:
        return 0 if balance is None else balance[0]
    since = books.row(_SINCE, product_id, move_id)
    return balance[0] - (since[0] if since else 0)


def _counted_back(rows: list[tuple[Any, ...]], running: int) -> Iterator[LedgerRow]:
    for move, moment, day, document, number, kind, reverses, partner, quantity, *cost in rows:
        yield LedgerRow(
            move_id=move,
            moment=datetime.fromisoformat(moment),
            day=day_of(day),
            document_id=document,
            number=number,
            kind=DocumentKind(kind),
            is_mirror=reverses is not None,
            quantity=Quantity(quantity),
            running=Quantity(running),
            cost=Money(cost[0]) if cost else None,
            partner=partner,
        )
        running -= quantity
