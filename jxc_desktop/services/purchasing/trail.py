"""来龙去脉: the documents before and after a receipt or supplier return."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import CostCorrectionLine, Document, GoodsReceiptLine, Operator
from jxc_desktop.models.values.days import day_of
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_ORIGIN = table_of(GoodsReceiptLine).alias()
_OWN_LINES = select(GoodsReceiptLine.id).where(GoodsReceiptLine.document_id == bindparam("document"))
_HEADS = select(
    Document.id,
    Document.kind,
    Document.number,
    Document.state,
    Document.day,
    Document.moment,
    Operator.name,
    Document.amount,
    Document.reverses_id,
    Document.note,
).join(Operator, Operator.id == Document.operator_id)
_RELATED = Query[tuple[int, str, str, str, int, str, str, int, int | None, str]](
    _HEADS.where(
        Document.id.in_(
            select(GoodsReceiptLine.document_id)
            .where(GoodsReceiptLine.origin_line_id.in_(_OWN_LINES))
            .union(
                select(_ORIGIN.c.document_id)
                .join(GoodsReceiptLine, GoodsReceiptLine.origin_line_id == _ORIGIN.c.id)
                .where(GoodsReceiptLine.document_id == bindparam("document")),
                select(CostCorrectionLine.document_id).where(CostCorrectionLine.receipt_line_id.in_(_OWN_LINES)),
                select(Document.id).where(Document.reverses_id == bindparam("document")),
                select(Document.reverses_id).where(
                    Document.id == bindparam("document"), Document.reverses_id.is_not(None)
                ),
            )
        )
    ).order_by(Document.id),
    "document",
)
_REVERSES = Query[tuple[int | None]](
    select(Document.reverses_id).where(Document.id == bindparam("document")), "document"
)


class Relation(Enum):
    """What another document is to the one that is looked at."""

    REVERSES = "reverses"
    REVERSED_BY = "reversed_by"
    RECEIPT = "receipt"
    RETURN = "return"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One document of the trail.

    Attributes:
        is_mirror: it undoes another document. note: what was written on it.
    """

    document_id: int
    relation: Relation
    kind: DocumentKind
    number: str
    state: DocumentState
    day: date
    moment: datetime
    operator: str
    amount: Money
    is_mirror: bool
    note: str


def trail_of(books: OpenTransaction, document_id: int) -> list[TrailRow]:
    """What came before a receipt or supplier return and what came of it, in order of time."""
    own = books.row(_REVERSES, document_id)
    undone = None if own is None else own[0]
    return [
        TrailRow(
            key,
            _relation(
                DocumentKind(kind),
                is_undone=key == undone,
                undoes_it=reverses == document_id,
                is_earlier=key < document_id,
            ),
            DocumentKind(kind),
            number,
            DocumentState(state),
            day_of(day),
            datetime.fromisoformat(moment),
            operator,
            Money(amount),
            reverses is not None,
            note,
        )
        for key, kind, number, state, day, moment, operator, amount, reverses, note in books.rows(_RELATED, document_id)
    ]


def _relation(kind: DocumentKind, *, is_undone: bool, undoes_it: bool, is_earlier: bool) -> Relation:
    if undoes_it:
        return Relation.REVERSED_BY
    if is_undone:
        return Relation.REVERSES
    if kind is DocumentKind.COST_CORRECTION:
        return Relation.CORRECTION
    return Relation.RECEIPT if is_earlier else Relation.RETURN
