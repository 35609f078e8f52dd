"""Opening stock as its list and its page show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from jxc_desktop.models.records import Barcode, Document, Operator, Product, StockLine
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.main_barcode import IS_MAIN_BARCODE
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.documents import undone_numbers
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_LINES_OF = select(func.count()).where(StockLine.document_id == Document.id).scalar_subquery()
_QUANTITY_OF = (
    select(func.coalesce(func.sum(StockLine.quantity), 0)).where(StockLine.document_id == Document.id).scalar_subquery()
)
_ROWS = (
    select(
        Document.id,
        Document.number,
        Document.state,
        Document.day,
        Document.moment,
        Operator.name,
        _LINES_OF,
        _QUANTITY_OF,
        Document.amount,
        Document.reverses_id,
        Document.note,
    )
    .join(Operator, Operator.id == Document.operator_id)
    .where(Document.kind == DocumentKind.OPENING_STOCK.value)
)
_LINES = Query[tuple[int, str, str, str, int, int]](
    select(
        Product.id,
        Product.name,
        func.coalesce(Barcode.code, Product.code),
        Product.unit,
        StockLine.quantity,
        StockLine.cost,
    )
    .select_from(StockLine)
    .join(Product, Product.id == StockLine.product_id)
    .outerjoin(Barcode, IS_MAIN_BARCODE)
    .where(StockLine.document_id == bindparam("document"))
    .order_by(StockLine.line_no),
    "document",
)


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One document of opening stock, or the mirror that undid one.

    Attributes:
        lines: how many products; quantity, amount: of all of them together, with a minus sign for a mirror.
        note: why it was undone.
    """

    document_id: int
    number: str
    state: DocumentState
    day: date
    moment: datetime
    operator: str
    lines: int
    quantity: Quantity
    amount: Money
    is_mirror: bool
    note: str


@dataclass(frozen=True, slots=True)
class StoredOpeningLine:
    """What lay there of one product; value: of all of it. barcode: its main one, else its code."""

    product_id: int
    name: str
    barcode: str
    unit: str
    quantity: Quantity
    value: Money


@dataclass(frozen=True, slots=True)
class StoredOpening:
    """A whole document; reverses, reversed_by: the number of the other one, "" where there is none."""

    row: OpeningRow
    lines: tuple[StoredOpeningLine, ...]
    reverses: str
    reversed_by: str


def opening_rows(books: OpenTransaction, offset: int, limit: int) -> list[OpeningRow]:
    """Opening stock and what undid it, newest first."""
    query = _ROWS.order_by(Document.id.desc()).offset(offset).limit(limit)
    return [_row(row) for row in books.connection.execute(query)]


def stored_opening(books: OpenTransaction, document_id: int) -> StoredOpening:
    """A whole document of opening stock.

    Raises:
        NotFoundError: there is none.
    """
    head = books.connection.execute(_ROWS.where(Document.id == document_id)).first()
    if head is None:
        raise NotFoundError("document", document_id)
    lines = (
        StoredOpeningLine(product, name, barcode, unit, Quantity(quantity), Money(cost))
        for product, name, barcode, unit, quantity, cost in books.rows(_LINES, document_id)
    )
    return StoredOpening(_row(head), tuple(lines), *undone_numbers(books, document_id, head.reverses_id))


def _row(row: Sequence[Any]) -> OpeningRow:
    key, number, state, day, moment, operator, lines, quantity, amount, reverses, note = row
    return OpeningRow(
        key,
        number,
        DocumentState(state),
        day,
        datetime.fromisoformat(moment),
        operator,
        lines,
        quantity if isinstance(quantity, Quantity) else Quantity(int(quantity)),
        amount,
        reverses is not None,
        note,
    )
