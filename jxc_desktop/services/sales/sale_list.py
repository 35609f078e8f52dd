"""Sales and returns as lists and pages show them. No cost is among them: a clerk may see all of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select

from jxc_desktop.models.records import Account, Document, Operator, Product, SaleLine, Shift, Tender
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import MAIN_BARCODE
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.document_list import is_one_of, narrowed, newest_first
from jxc_desktop.services.people.documents import undone_numbers
from jxc_desktop.services.sales.returns import stored_lines
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words.given_names import shown_name

KINDS = (DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN)


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One sale or return in a list.

    Attributes:
        is_mirror: it undoes another. line_count: how many lines it has.
        ways_of_paying: the accounts its money went into or came from, in the order it was paid.
    """

    document_id: int
    kind: DocumentKind
    number: str
    state: DocumentState
    day: date
    moment: datetime
    operator: str
    member_code: str
    amount: Money
    is_mirror: bool
    is_history: bool
    line_count: int
    ways_of_paying: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a sale as it was sold.

    Attributes:
        quantity: of the base unit; left: how much of it may still come back.
    """

    line_id: int
    product_id: int
    name: str
    barcode: str
    base_unit: str
    unit_name: str
    unit_factor: Quantity
    quantity: Quantity
    price: UnitPrice
    list_amount: Money
    line_discount: Money
    ticket_discount: Money
    rounding_off: Money
    net: Money
    left: Quantity
    is_weighed: bool


@dataclass(frozen=True, slots=True)
class TenderLine:
    """One part of the payment: what was handed over and what was kept."""

    account_id: int
    account: str
    tendered: Money
    kept: Money
    reference: str


@dataclass(frozen=True, slots=True)
class Sale:
    """A whole sale or return.

    Attributes:
        reversed_by: the number of the document that undoes it; reverses: of the one it undoes.
        shift_began: when the shift it belongs to was opened; None for what comes from elsewhere.
    """

    row: SaleRow
    lines: tuple[SoldLine, ...]
    tenders: tuple[TenderLine, ...]
    note: str
    reverses: str
    reversed_by: str
    shift_began: datetime | None

    @property
    def change(self) -> Money:
        """What went back to the customer in cash."""
        return Money(sum(tender.tendered.fen - tender.kept.fen for tender in self.tenders))


_ROW = (
    Document.id,
    Document.kind,
    Document.number,
    Document.state,
    Document.day,
    Document.moment,
    Operator.name,
    Document.member_code,
    Document.amount,
    Document.reverses_id,
    Document.is_history,
    select(func.count()).where(SaleLine.document_id == Document.id).scalar_subquery(),
)
_ROWS = select(*_ROW).join(Operator, Operator.id == Document.operator_id)
_HEAD = (
    _ROWS.add_columns(Document.note, Shift.opened_at)
    .outerjoin(Shift, Shift.id == Document.shift_id)
    .where(Document.id == bindparam("document"), is_one_of(KINDS))
)
_FACTS = Query[tuple[int, str, str | None, str, int, int, int, bool]](
    select(
        SaleLine.id,
        Product.name,
        MAIN_BARCODE,
        Product.code,
        SaleLine.list_amount,
        SaleLine.net,
        SaleLine.quantity,
        Product.is_weighed,
    )
    .join(Product, Product.id == SaleLine.product_id)
    .where(SaleLine.document_id == bindparam("document"))
    .order_by(SaleLine.line_no),
    "document",
)
_TENDERS = Query[tuple[int, str, int, int, str]](
    select(Tender.account_id, Account.name, Tender.tendered, Tender.kept, Tender.reference)
    .join(Account, Account.id == Tender.account_id)
    .where(Tender.document_id == bindparam("document"))
    .order_by(Tender.line_no),
    "document",
)
_LAST = Query[tuple[int]](
    select(Document.id)
    .where(Document.kind == DocumentKind.SALE.value, Document.shift_id.is_not(None), Document.reverses_id.is_(None))
    .where(Document.operator_id == bindparam("operator"), Document.state == DocumentState.POSTED.value)
    .order_by(Document.id.desc())
    .limit(1),
    "operator",
)


def sale_rows(books: OpenTransaction, wanted: DocumentFilter, offset: int, limit: int) -> list[SaleRow]:
    """Sales and returns, newest first; the text is looked for in numbers and in those of members."""
    keys = select(Document.id).where(*_conditions(wanted))
    rows = books.connection.execute(newest_first(_ROWS, keys, offset, limit)).all()
    ways = _ways_of_paying(books, [row[0] for row in rows])
    return [_row(row, ways.get(row[0], ())) for row in rows]


def sale_totals(books: OpenTransaction, wanted: DocumentFilter) -> tuple[int, Money]:
    """How many documents the list has, and what they come to."""
    totals = select(func.count(), func.sum(Document.amount)).where(*_conditions(wanted))
    count, amount = books.connection.execute(totals).one()
    return count, Money(0) if amount is None else amount


def sale(books: OpenTransaction, document_id: int) -> Sale:
    """A whole sale or return.

    Raises:
        NotFoundError: there is none.
    """
    head = books.connection.execute(_HEAD, {"document": document_id}).first()
    if head is None:
        raise NotFoundError("document", document_id)
    reverses, reversed_by = undone_numbers(books, document_id, head.reverses_id)
    tenders = tuple(
        TenderLine(account, shown_name(name), Money(tendered), Money(kept), reference)
        for account, name, tendered, kept, reference in books.rows(_TENDERS, document_id)
    )
    return Sale(
        row=_row(head[:-2], _each_once(tender.account for tender in tenders)),
        lines=_lines(books, document_id),
        tenders=tenders,
        note=head.note,
        reverses=reverses,
        reversed_by=reversed_by,
        shift_began=None if head.opened_at is None else datetime.fromisoformat(head.opened_at),
    )


def last_sale_id(books: OpenTransaction, operator_id: int) -> int | None:
    """The operator's newest sale at the counter that was not undone."""
    row = books.row(_LAST, operator_id)
    return None if row is None else row[0]


def _lines(books: OpenTransaction, document_id: int) -> tuple[SoldLine, ...]:
    facts = {row[0]: row for row in books.rows(_FACTS, document_id)}
    lines = []
    for line in stored_lines(books, document_id):
        _, name, barcode, code, list_amount, net, quantity, is_weighed = facts[line.id]
        lines.append(
            SoldLine(
                line.id,
                line.product_id,
                name,
                barcode or code,
                line.base_unit,
                line.unit_name,
                Quantity(line.unit_factor),
                Quantity(quantity),
                UnitPrice(line.price),
                Money(list_amount),
                Money(line.amounts["line_discount"]),
                Money(line.amounts["ticket_discount"]),
                Money(line.amounts["rounding_off"]),
                Money(net),
                Quantity(line.left),
                bool(is_weighed),
            )
        )
    return tuple(lines)


def _conditions(wanted: DocumentFilter) -> list[ColumnElement[bool]]:
    found = narrowed(wanted, KINDS, table_of(SaleLine))
    if text := as_pattern(wanted.text):
        anywhere = f"%{text}%"
        number = func.lower(Document.number).like(anywhere, escape="\\")
        found.append(or_(number, Document.member_code.like(anywhere, escape="\\")))
    return found


def _ways_of_paying(books: OpenTransaction, documents: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Document → the accounts of its payment."""
    query = (
        select(Tender.document_id, Account.name)
        .join(Account, Account.id == Tender.account_id)
        .where(Tender.document_id.in_(documents))
        .order_by(Tender.document_id, Tender.line_no)
    )
    ways: dict[int, list[str]] = {}
    for document, account in books.connection.execute(query):
        ways.setdefault(document, []).append(shown_name(account))
    return {document: _each_once(accounts) for document, accounts in ways.items()}


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _row(row: Sequence[Any], ways_of_paying: tuple[str, ...]) -> SaleRow:
    key, kind, number, state, day, moment, operator, member, amount, reverses, is_history, line_count = row
    return SaleRow(
        key,
        DocumentKind(kind),
        number,
        DocumentState(state),
        day,
        datetime.fromisoformat(moment),
        operator,
        member or "",
        amount,
        reverses is not None,
        is_history,
        line_count,
        ways_of_paying,
    )
