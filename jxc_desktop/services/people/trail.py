"""来龙去脉: the documents before and after one."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import BindParameter, Column, Select, Table, bindparam, select

from jxc_desktop.models.records import Document, Operator
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_OWN: BindParameter[int] = bindparam("document")
_HEADS = select(
    Document.id,
    Document.kind,
    Document.number,
    Document.moment,
    Operator.name,
    Document.amount,
    Document.reverses_id,
    Document.note,
).join(Operator, Operator.id == Document.operator_id)
_REVERSES = Query[tuple[int | None]](select(Document.reverses_id).where(Document.id == _OWN), "document")


class Relation(Enum):
    """What another document is to the one that is looked at.

    ORIGINAL is the sale or receipt that goods came back from, CORRECTION a later change of what they cost.
    """

    ORIGINAL = "original"
    RETURN = "return"
    CORRECTION = "correction"
    REVERSES = "reverses"
    REVERSED_BY = "reversed_by"


_BY_KIND = {
    DocumentKind.SALE: Relation.ORIGINAL,
    DocumentKind.GOODS_RECEIPT: Relation.ORIGINAL,
    DocumentKind.CUSTOMER_RETURN: Relation.RETURN,
    DocumentKind.SUPPLIER_RETURN: Relation.RETURN,
    DocumentKind.COST_CORRECTION: Relation.CORRECTION,
}


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
    moment: datetime
    operator: str
    amount: Money
    is_mirror: bool
    note: str


class Trail:
    """Finds the documents around those whose lines lie in one table."""

    def __init__(self, lines: Table, *pointers: Column[Any]) -> None:
        """`pointers`: the columns of other tables of lines that name a line of this one."""
        own_lines = select(lines.c.id).where(lines.c.document_id == _OWN)
        later = [_documents_pointing(column, own_lines) for column in (lines.c.origin_line_id, *pointers)]
        related = _origins(lines).union(
            *later,
            select(Document.id).where(Document.reverses_id == _OWN),
            select(Document.reverses_id).where(Document.id == _OWN, Document.reverses_id.is_not(None)),
        )
        self._related = Query[tuple[int, str, str, str, str, int, int | None, str]](
            _HEADS.where(Document.id.in_(related)).order_by(Document.id), "document"
        )

    def of(self, books: OpenTransaction, document_id: int) -> list[TrailRow]:
        """What came before a document and what came of it, in order of time."""
        own = books.row(_REVERSES, document_id)
        undone = None if own is None else own[0]
        return [
            TrailRow(
                key,
                _relation(DocumentKind(kind), is_undone=key == undone, undoes_it=reverses == document_id),
                DocumentKind(kind),
                number,
                datetime.fromisoformat(moment),
                operator,
                Money(amount),
                reverses is not None,
                note,
            )
            for key, kind, number, moment, operator, amount, reverses, note in books.rows(self._related, document_id)
        ]


def _origins(lines: Table) -> Select[Any]:
    """The documents whose lines the document's own lines come from."""
    origin = lines.alias()
    comes_from = select(origin.c.document_id).join(lines, lines.c.origin_line_id == origin.c.id)
    return comes_from.where(lines.c.document_id == _OWN)


def _documents_pointing(column: Column[Any], own_lines: Select[Any]) -> Select[Any]:
    return select(column.table.c.document_id).where(column.in_(own_lines))


def _relation(kind: DocumentKind, *, is_undone: bool, undoes_it: bool) -> Relation:
    if undoes_it:
        return Relation.REVERSED_BY
    return Relation.REVERSES if is_undone else _BY_KIND[kind]
