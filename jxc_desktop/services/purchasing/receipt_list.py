"""Receipts and supplier returns as lists and pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select

from jxc_desktop.models.records import (
    Account,
    Barcode,
    Document,
    GoodsReceiptLine,
    MoneyEntry,
    Operator,
    Partner,
    Product,
)
from jxc_desktop.models.values.accounts import INPUT_TAX
from jxc_desktop.models.values.days import day_of
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.purchasing.receipt import ReceiptRow, StoredReceipt, StoredReceiptLine
from jxc_desktop.services.purchasing.received_before import ReceivedBefore, received_before
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

KINDS = (DocumentKind.GOODS_RECEIPT.value, DocumentKind.SUPPLIER_RETURN.value)
_ROW = (
    Document.id,
    Document.kind,
    Document.number,
    Document.state,
    Document.day,
    Document.moment,
    Partner.name,
    Operator.name.label("operator"),
    Document.amount,
    Document.reverses_id,
    Document.is_history,
)
_ROWS = (
    select(*_ROW, Document.note)
    .join(Operator, Operator.id == Document.operator_id)
    .outerjoin(Partner, Partner.id == Document.partner_id)
)
_NAMES = Query[tuple[str, str | None, str]](
    select(
        Product.name,
        select(func.min(Barcode.code))
        .where(Barcode.product_id == Product.id, Barcode.unit_id.is_(None), Barcode.position == 0)
        .scalar_subquery(),
        Product.code,
    ).where(Product.id == bindparam("product")),
    "product",
)
_PAID_FROM = Query[tuple[str]](
    select(Account.name)
    .join(MoneyEntry, MoneyEntry.account_id == Account.id)
    .where(MoneyEntry.document_id == bindparam("document"), Account.id != INPUT_TAX),
    "document",
)
_NUMBER = Query[tuple[str]](select(Document.number).where(Document.id == bindparam("document")), "document")
_REVERSED_BY = Query[tuple[str]](
    select(Document.number).where(Document.reverses_id == bindparam("document")), "document"
)
_LAST_COST = Query[tuple[int, int]](
    select(GoodsReceiptLine.price, GoodsReceiptLine.unit_factor)
    .join(Document, Document.id == GoodsReceiptLine.document_id)
    .where(
        GoodsReceiptLine.product_id == bindparam("product"),
        GoodsReceiptLine.quantity > 0,
        GoodsReceiptLine.price > 0,
        Document.kind == DocumentKind.GOODS_RECEIPT.value,
        Document.state == DocumentState.POSTED.value,
    )
    .order_by(GoodsReceiptLine.id.desc())
    .limit(1),
    "product",
)
_REFERENCE = Query[tuple[int | None]](
    select(Product.reference_cost).where(Product.id == bindparam("product")), "product"
)


@dataclass(frozen=True, slots=True)
class ReceiptFilter:
    """Which receipts a list shows: business dates (None: open), part of a number or supplier's name, one kind."""

    first: date | None = None
    last: date | None = None
    text: str = ""
    kind: DocumentKind | None = None


def receipt_rows(books: OpenTransaction, wanted: ReceiptFilter, offset: int, limit: int) -> list[ReceiptRow]:
    """Receipts and supplier returns, newest first."""
    query = _ROWS.where(*_conditions(wanted)).order_by(Document.day.desc(), Document.id.desc())
    return [_row(row) for row in books.connection.execute(query.offset(offset).limit(limit))]


def receipt_totals(books: OpenTransaction, wanted: ReceiptFilter) -> tuple[int, Money]:
    """How many documents the list has, and what they come to."""
    totals = (
        select(func.count(), func.sum(Document.amount))
        .outerjoin(Partner, Partner.id == Document.partner_id)
        .where(*_conditions(wanted))
    )
    count, amount = books.connection.execute(totals).one()
    return count, Money(0) if amount is None else amount


def stored_receipt(books: OpenTransaction, document_id: int) -> StoredReceipt:
    """A whole receipt or supplier return.

    Raises:
        NotFoundError: there is none.
    """
    head = books.connection.execute(_ROWS.where(Document.id == document_id, Document.kind.in_(KINDS))).first()
    if head is None:
        raise NotFoundError("document", document_id)
    paid = books.row(_PAID_FROM, document_id)
    reverses = None if head.reverses_id is None else books.row(_NUMBER, head.reverses_id)
    reversed_by = books.row(_REVERSED_BY, document_id)
    return StoredReceipt(
        row=_row(head),
        lines=tuple(_line(books, line) for line in received_before(books, document_id)),
        note=head.note,
        paid_from=paid[0] if paid else "",
        reverses=reverses[0] if reverses else "",
        reversed_by=reversed_by[0] if reversed_by else "",
    )


def last_cost(books: OpenTransaction, product_id: int, unit_factor: int = 1000) -> UnitPrice | None:
    """What one unit cost when it was bought last; its reference cost before any; None: nobody knows.

    A receipt that was undone does not count.

    Units: unit_factor in 1/1000, how much of the base unit one such unit holds.
    """
    bought = books.row(_LAST_COST, product_id)
    if bought is not None:
        price, factor = bought
        return UnitPrice(half_away_from_zero(price * unit_factor, factor))
    reference = books.row(_REFERENCE, product_id)
    if reference is None or reference[0] is None:
        return None
    return UnitPrice(half_away_from_zero(reference[0] * unit_factor, 1000))


def _conditions(wanted: ReceiptFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Document.kind.in_(KINDS if wanted.kind is None else (wanted.kind.value,))]
    if wanted.first is not None:
        found.append(Document.day >= wanted.first)
    if wanted.last is not None:
        found.append(Document.day <= wanted.last)
    if text := as_pattern(wanted.text):
        anywhere = f"%{text}%"
        number = func.lower(Document.number).like(anywhere, escape="\\")
        found.append(
            or_(number, Partner.name.like(anywhere, escape="\\"), Partner.initials.like(anywhere, escape="\\"))
        )
    return found


def _row(row: Sequence[Any]) -> ReceiptRow:
    key, kind, number, state, day, moment, supplier, operator, amount, reverses, is_history, *_ = row
    return ReceiptRow(
        key,
        DocumentKind(kind),
        number,
        DocumentState(state),
        day,
        datetime.fromisoformat(moment),
        supplier or "",
        operator,
        amount,
        reverses is not None,
        is_history,
    )


def _line(books: OpenTransaction, line: ReceivedBefore) -> StoredReceiptLine:
    name, barcode, code = books.row(_NAMES, line.product_id) or ("", None, "")
    return StoredReceiptLine(
        line.id,
        line.product_id,
        name,
        barcode or code,
        line.unit_name,
        Quantity(line.unit_factor),
        Quantity(line.quantity),
        UnitPrice(line.price),
        Money(line.amount),
        TaxRate(line.tax_rate),
        Money(line.tax),
        line.lot_number or "",
        None if line.produced_on is None else day_of(line.produced_on),
        None if line.expires_on is None else day_of(line.expires_on),
        Quantity(line.left),
    )
