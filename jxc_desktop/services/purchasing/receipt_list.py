"""Receipts and supplier returns as lists and pages show them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

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
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import MAIN_BARCODE
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.document_list import documents_holding, is_one_of, narrowed, newest_first
from jxc_desktop.services.people.documents import undone_numbers
from jxc_desktop.services.purchasing.receipt import ReceiptRow, ReceiptTotals, StoredReceipt, StoredReceiptLine
from jxc_desktop.services.purchasing.received_before import ReceivedBefore, received_before
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words.given_names import shown_name

KINDS = (DocumentKind.GOODS_RECEIPT, DocumentKind.SUPPLIER_RETURN)
_LINES = table_of(GoodsReceiptLine)
_OF_DOCUMENT = GoodsReceiptLine.document_id == Document.id
_ROWS = (
    select(
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
        select(func.count(GoodsReceiptLine.product_id.distinct())).where(_OF_DOCUMENT).scalar_subquery(),
        select(func.sum(GoodsReceiptLine.quantity)).where(_OF_DOCUMENT).scalar_subquery(),
        Document.note,
    )
    .join(Operator, Operator.id == Document.operator_id)
    .outerjoin(Partner, Partner.id == Document.partner_id)
)
_NAMES = Query[tuple[str, str | None, str]](
    select(
        Product.name,
        MAIN_BARCODE,
        Product.code,
    ).where(Product.id == bindparam("product")),
    "product",
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


def receipt_rows(books: OpenTransaction, wanted: DocumentFilter, offset: int, limit: int) -> list[ReceiptRow]:
    """Receipts and supplier returns, newest first; the text is looked for in numbers, suppliers and products."""
    rows = books.connection.execute(newest_first(_ROWS, _wanted(wanted), offset, limit)).all()
    paid = _paid_from(books, [row[0] for row in rows])
    return [_row(row, paid.get(row[0], (None, ""))[1]) for row in rows]


def receipt_totals(books: OpenTransaction, wanted: DocumentFilter) -> ReceiptTotals:
    """What the whole list comes to."""
    documents = _wanted(wanted).subquery()
    heads = select(func.count(), func.sum(Document.amount)).join(documents, documents.c.id == Document.id)
    of_each = (
        select(
            func.count(GoodsReceiptLine.product_id.distinct()).label("products"),
            func.sum(GoodsReceiptLine.quantity).label("quantity"),
        )
        .join(documents, documents.c.id == GoodsReceiptLine.document_id)
        .group_by(GoodsReceiptLine.document_id)
        .subquery()
    )
    count, amount = books.connection.execute(heads).one()
    lines = select(func.coalesce(func.sum(of_each.c.products), 0), func.sum(of_each.c.quantity))
    products, quantity = books.connection.execute(lines).one()
    nothing, no_money = Quantity(0), Money(0)
    return ReceiptTotals(
        count, products, nothing if quantity is None else quantity, no_money if amount is None else amount
    )


def stored_receipt(books: OpenTransaction, document_id: int) -> StoredReceipt:
    """A whole receipt or supplier return.

    Raises:
        NotFoundError: there is none.
    """
    head = books.connection.execute(_ROWS.where(Document.id == document_id, is_one_of(KINDS))).first()
    if head is None:
        raise NotFoundError("document", document_id)
    account_id, account = _paid_from(books, [document_id]).get(document_id, (None, ""))
    reverses, reversed_by = undone_numbers(books, document_id, head.reverses_id)
    return StoredReceipt(
        row=_row(head, account),
        lines=tuple(_line(books, line) for line in received_before(books, document_id)),
        note=head.note,
        account_id=account_id,
        reverses=reverses,
        reversed_by=reversed_by,
    )


def last_cost(books: OpenTransaction, product_id: int, unit_factor: int) -> UnitPrice | None:
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


def _wanted(wanted: DocumentFilter) -> Select[int]:
    """The keys of the documents a filter leaves."""
    about = [_about(wanted)] if as_pattern(wanted.text) else []
    keys = select(Document.id).outerjoin(Partner, Partner.id == Document.partner_id)
    return keys.where(*narrowed(wanted, KINDS, _LINES), *about)


def _about(wanted: DocumentFilter) -> ColumnElement[bool]:
    """Number or supplier hold the text, or a product on a line does, or the text is its barcode."""
    anywhere = f"%{as_pattern(wanted.text)}%"
    products = select(Product.id).where(
        or_(
            func.lower(Product.name).like(anywhere, escape="\\"),
            Product.initials.like(anywhere, escape="\\"),
            Product.id.in_(select(Barcode.product_id).where(Barcode.code == wanted.text.strip())),
        )
    )
    return or_(
        func.lower(Document.number).like(anywhere, escape="\\"),
        func.lower(Partner.name).like(anywhere, escape="\\"),
        Partner.initials.like(anywhere, escape="\\"),
        Document.id.in_(documents_holding(_LINES, GoodsReceiptLine.product_id.in_(products), wanted)),
    )


def _paid_from(books: OpenTransaction, documents: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Document → the account it was paid from or into at once, by key and name."""
    query = (
        select(MoneyEntry.document_id, Account.id, Account.name)
        .join(Account, Account.id == MoneyEntry.account_id)
        .where(MoneyEntry.document_id.in_(documents), Account.id != INPUT_TAX)
    )
    return {document: (account, shown_name(name)) for document, account, name in books.connection.execute(query)}


def _row(row: Sequence[Any], paid_from: str) -> ReceiptRow:
    key, kind, number, state, day, moment, supplier, operator, amount, reverses, is_history, lines, quantity, *_ = row
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
        lines,
        Quantity(0) if quantity is None else quantity,
        paid_from,
    )


def _line(books: OpenTransaction, line: ReceivedBefore) -> StoredReceiptLine:
    name, barcode, code = books.row(_NAMES, line.product_id) or ("", None, "")
    return StoredReceiptLine(
        line.id,
        line.product_id,
        name,
        barcode or code,
        line.base_unit,
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
        bool(line.is_weighed),
    )
