"""来龙去脉: the documents before and after a sale or return."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Document, Operator, SaleLine
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_ORIGIN = table_of(SaleLine).alias()
_OWN_LINES = select(SaleLine.id).where(SaleLine.document_id == bindparam("document"))
_RELATED = Query[tuple[int, str, str, str, str, str, int, int | None]](
    select(
        Document.id,
        Document.kind,
        Document.number,
        Document.state,
        Document.moment,
        Operator.name,
        Document.amount,
        Document.reverses_id,
    )
    .join(Operator, Operator.id == Document.operator_id)
    .where(
        Document.id.in_(
            select(SaleLine.document_id)
            .where(SaleLine.origin_line_id.in_(_OWN_LINES))
            .union(
                select(_ORIGIN.c.document_id)
                .join(SaleLine, SaleLine.origin_line_id == _ORIGIN.c.id)
                .where(SaleLine.document_id == bindparam("document")),
                select(Document.id).where(Document.reverses_id == bindparam("document")),
                select(Document.reverses_id).where(
                    Document.id == bindparam("document"), Document.reverses_id.is_not(None)
                ),
            )
        )
    )
    .order_by(Document.id),
    "document",
)
_REVERSES = Query[tuple[int | None]](
    select(Document.reverses_id).where(Document.id == bindparam("document")), "document"
)


class SaleRelation(Enum):
    """What another document is to the one that is looked at."""

    SALE = "sale"
    RETURN = "return"
    REVERSES = "reverses"
    REVERSED_BY = "reversed_by"


@dataclass(frozen=True, slots=True)
class SaleTrailRow:
    """One document of the trail.

    Attributes:
        is_mirror: it undoes another document.
    """

    document_id: int
    relation: SaleRelation
    number: str
    state: DocumentState
    moment: datetime
    operator: str
    amount: Money
    is_mirror: bool


def trail_of(books: OpenTransaction, document_id: int) -> list[SaleTrailRow]:
    """What came before a sale or return and what came of it, in order of time."""
    own = books.row(_REVERSES, document_id)
    undone = None if own is None else own[0]
    return [
        SaleTrailRow(
            key,
            _relation(DocumentKind(kind), is_undone=key == undone, undoes_it=reverses == document_id),
            number,
            DocumentState(state),
            datetime.fromisoformat(moment),
            operator,
            Money(amount),
            reverses is not None,
        )
        for key, kind, number, state, moment, operator, amount, reverses in books.rows(_RELATED, document_id)
    ]


def _relation(kind: DocumentKind, *, is_undone: bool, undoes_it: bool) -> SaleRelation:
    if undoes_it:
        return SaleRelation.REVERSED_BY
    if is_undone:
        return SaleRelation.REVERSES
    return SaleRelation.SALE if kind is DocumentKind.SALE else SaleRelation.RETURN
