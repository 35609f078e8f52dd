"""库存流水: every move of goods and every change of what they cost, with its document."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Subquery, bindparam, case, func, literal_column, select

from jxc_desktop.models.records import CostEntry, Document, Partner, Product, StockMove
from jxc_desktop.models.values.days import day_if_any, day_number, moment_if_any
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.exchange.table import Cell
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.reports.acts import act_word, document_of
from jxc_desktop.services.reports.goods import (
    FACTS,
    FIRST,
    LAST,
    NAMES,
    Narrowing,
    added_up,
    answers,
    goods_columns,
    goods_of_all,
    own_category,
    with_goods,
)
from jxc_desktop.services.reports.line_limit import counting, refuse_too_long
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec
from jxc_desktop.services.reports.sales_sums import IS_DIFFERENCE, NOTHING
from jxc_desktop.services.reports.stock_changes import Side, side_of_difference, side_of_stock
from jxc_desktop.services.storage.prepared import AnySelect, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_SUMS = 4
_OUT = (Side.SOLD, Side.OTHER_OUT)
_PRODUCT: Any = bindparam("product")
_ENTRY = (
    CostEntry.id,
    CostEntry.product_id,
    CostEntry.document_id,
    CostEntry.kind,
    CostEntry.quantity,
    CostEntry.booked,
    CostEntry.day,
)


class LedgerLine(NamedTuple):
    """One entry of the ledger, or all of them.

    Units: quantities in 1/1000 of the base unit, values in booked fen.

    Attributes:
        side: of what it is; what undoes another, and what comes back, has a minus sign on that one's side; 0: of all.
        running, running_value: what there was after it, by business date; None where several products are listed.
        entry_kind: what the cost entry is, as the books store it. day: its number.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    in_quantity: int
    in_value: int
    out_quantity: int
    out_value: int
    side: int
    entry_kind: str
    day: int
    document_id: int
    number: str
    kind: str
    is_mirror: bool
    moment: str
    partner: str
    running: int | None = None
    running_value: int | None = None


def stock_ledger_report() -> ReportSpec[LedgerLine]:
    """One row an entry, in the order of business dates; of one product with what there was after each."""
    return ReportSpec(
        name="stock-ledger",
        title=_("库存流水"),
        columns=_columns(),
        query=_rows,
        totals=_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(),),
        order=Order("day"),
        leads_to=document_of,
        lead_words=_("看单据"),
        hint=_("每一笔进出和成本变化，是哪张单据的"),
    )


def _columns() -> tuple[ReportColumn[LedgerLine], ...]:
    quantity, money = ColumnKind.QUANTITY, ColumnKind.MONEY
    return (
        ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: day_if_any(row.day)),
        ReportColumn("moment", _("时间"), ColumnKind.MOMENT, lambda row: moment_if_any(row.moment), is_shown=False),
        ReportColumn("act", _("类型"), ColumnKind.TEXT, _act),
        ReportColumn("number", _("单号"), ColumnKind.NUMBER, lambda row: row.number),
        ReportColumn("partner", _("往来单位"), ColumnKind.TEXT, lambda row: row.partner, is_shown=False),
        *goods_columns(LedgerLine, ("name",)),
        ReportColumn("in_quantity", _("入库数"), quantity, lambda row: _in(row, Quantity(row.in_quantity))),
        ReportColumn("in_value", _("入库金额"), money, lambda row: _in(row, Money(row.in_value))),
        ReportColumn("out_quantity", _("出库数"), quantity, lambda row: _out(row, Quantity(row.out_quantity))),
        ReportColumn("out_value", _("出库金额"), money, lambda row: _out(row, Money(row.out_value))),
        ReportColumn("running", _("结存数"), quantity, _running, is_answer=True, needs=Filter.PRODUCT),
        ReportColumn("running_value", _("结存金额"), money, _running_value, needs=Filter.PRODUCT),
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[LedgerLine]:
    refuse_too_long(books, _count, asked)
    rows = (LedgerLine(*row) for row in answers(books, _question, asked))
    if asked.product_id is None:
        return list(rows)
    return list(_with_running(rows, *_opening(books, asked)))


def _with_running(rows: Iterator[LedgerLine], quantity: int, value: int) -> Iterator[LedgerLine]:
    for row in rows:
        quantity += row.in_quantity - row.out_quantity
        value += row.in_value - row.out_value
        yield row._replace(running=quantity, running_value=value)


def _opening(books: OpenTransaction, asked: Asked) -> tuple[int, int]:
    """What there was of the product before the period."""
    (row,) = books.rows(_BEFORE, asked.product_id, day_number(asked.days.first))
    return int(row[0]), int(row[1])


def _totals(rows: Sequence[LedgerLine]) -> LedgerLine:
    sums = added_up(rows, FACTS, _SUMS)
    return LedgerLine._make((*goods_of_all(), *sums, 0, "", 0, 0, "", "", False, "", "", None, None))


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    entries = _entries(narrowed)
    side = case(
        (entries.c.kind != literal_column(f"'{CostKind.MOVE.value}'"), side_of_difference(entries.c.kind)),
        (_is_kind(DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN), literal_column(str(Side.SOLD.value))),
        (_is_kind(DocumentKind.GOODS_RECEIPT, DocumentKind.SUPPLIER_RETURN), literal_column(str(Side.BOUGHT.value))),
        else_=side_of_stock(entries.c.quantity, Document.kind, Document.reverses_id),
    )
    is_out = side >= literal_column(str(Side.SOLD.value))
    figures = (
        case((is_out, NOTHING), else_=entries.c.quantity),
        case((is_out, NOTHING), else_=entries.c.booked),
        case((is_out, -entries.c.quantity), else_=NOTHING),
        case((is_out, -entries.c.booked), else_=NOTHING),
    )
    head = (Document.id, Document.number, Document.kind, Document.reverses_id.is_not(None), Document.moment)
    partner = func.coalesce(Partner.name, literal_column("''"))
    source = entries.join(Document, Document.id == entries.c.document_id)
    rows = with_goods((*figures, side, entries.c.kind, entries.c.day, *head, partner), source, entries.c.product_id)
    rows = rows.outerjoin(Partner, Partner.id == Document.partner_id).where(*narrowed.goods)
    return Query(rows.order_by(entries.c.day, entries.c.id), *NAMES)


@cache
def _count(narrowed: Narrowing) -> Query[tuple[int]]:
    entries = _entries(narrowed)
    rows = select(entries.c.id).join(Product, Product.id == entries.c.product_id)
    return counting(rows.where(*narrowed.goods))


def _entries(narrowed: Narrowing) -> Subquery:
    """The entries of the period, found by the documents of its days; those of one product by its moves."""
    if narrowed.product:
        moves, differences = (part.where(CostEntry.day.between(FIRST, LAST)) for part in _entries_of_product())
        return moves.union_all(differences).subquery("entries")
    rows = select(*_ENTRY).join(Document, Document.id == CostEntry.document_id)
    return rows.where(_is_kind(*DocumentKind), Document.day.between(FIRST, LAST)).subquery("entries")


def _entries_of_product() -> tuple[AnySelect, AnySelect]:
    moves = select(*_ENTRY).join(StockMove, StockMove.id == CostEntry.move_id).where(StockMove.product_id == _PRODUCT)
    return moves, select(*_ENTRY).where(IS_DIFFERENCE, CostEntry.product_id == _PRODUCT)


def _before() -> Query[tuple[int, int]]:
    moves, differences = (part.where(CostEntry.day < FIRST) for part in _entries_of_product())
    entries = moves.union_all(differences).subquery("entries")
    sums = (func.coalesce(func.sum(entries.c[name]), 0) for name in ("quantity", "booked"))
    return Query(select(*sums), "product", "first")


_BEFORE = _before()


def _is_kind(*kinds: DocumentKind) -> ColumnElement[bool]:
    return Document.kind.in_([literal_column(f"'{kind.value}'") for kind in kinds])


def _act(row: LedgerLine) -> str:
    if not row.kind:
        return ""
    is_change_of_value = row.entry_kind not in (CostKind.MOVE.value, CostKind.CORRECTION.value)
    return _("成本调整") if is_change_of_value else act_word(row)


def _in(row: LedgerLine, cell: Cell) -> Cell:
    return None if row.side in _OUT else cell


def _out(row: LedgerLine, cell: Cell) -> Cell:
    return cell if not row.side or row.side in _OUT else None


def _running(row: LedgerLine) -> Quantity | None:
    return None if row.running is None else Quantity(row.running)


def _running_value(row: LedgerLine) -> Money | None:
    return None if row.running_value is None else Money(row.running_value)
