"""单据毛利: what each sale and each return left."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import FromClause, select

from jxc_desktop.models.records import Document, Operator, Product
from jxc_desktop.models.values.days import day_if_any, moment_if_any
from jxc_desktop.services.reports.acts import act_word, document_of
from jxc_desktop.services.reports.goods import NAMES, Narrowing, added_up, own_category, rows_of
from jxc_desktop.services.reports.line_limit import counting, refuse_too_long
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec
from jxc_desktop.services.reports.sales_sums import (
    SUMS,
    lines_of_documents,
    losses_if_asked,
    only_losses,
    sums_columns,
    sums_of,
)
from jxc_desktop.services.storage.prepared import AnySelect, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_SHOWN = ("quantity", "sales", "cost", "adjustment", "profit", "margin", "loss")


class DocumentSales(NamedTuple):
    """What one sale or return comes to, or all of them.

    Units: quantity in 1/1000 of base units, amounts in fen.

    Attributes:
        day: the number of its business date. One of an earlier day is there where its cost changed in the period.
    """

    quantity: int
    sales: int
    cost: int
    adjustment: int
    document_id: int
    number: str
    kind: str
    is_mirror: bool
    day: int
    moment: str
    operator: str


def profit_by_document_report() -> ReportSpec[DocumentSales]:
    """One row a document, in the order they were written."""
    return ReportSpec(
        name="profit-by-document",
        title=_("单据毛利"),
        columns=_columns(),
        query=_rows,
        totals=_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(), only_losses()),
        order=Order("number"),
        leads_to=document_of,
        lead_words=_("看单据"),
        hint=_("每一单赚了多少，哪一单亏了"),
    )


def _columns() -> tuple[ReportColumn[DocumentSales], ...]:
    sums = [column for column in sums_columns(DocumentSales, _SHOWN) if column.key != "average"]
    return (
        ReportColumn("number", _("单号"), ColumnKind.NUMBER, lambda row: row.number),
        ReportColumn("act", _("类型"), ColumnKind.TEXT, lambda row: act_word(row) if row.kind else ""),
        ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: day_if_any(row.day)),
        ReportColumn("moment", _("时间"), ColumnKind.MOMENT, lambda row: moment_if_any(row.moment), is_shown=False),
        ReportColumn("operator", _("操作员"), ColumnKind.TEXT, lambda row: row.operator, is_shown=False),
        *sums,
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[DocumentSales]:
    refuse_too_long(books, _count, asked)
    return losses_if_asked(rows_of(DocumentSales, books, _question, asked), asked)


def _totals(rows: Sequence[DocumentSales]) -> DocumentSales:
    return DocumentSales._make((*added_up(rows, 0, SUMS), 0, _("合计"), "", False, 0, "", ""))


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    sums = _sums(narrowed).subquery("document_sums")
    head = (Document.id, Document.number, Document.kind, Document.reverses_id.is_not(None))
    rows = (
        select(sums.c.quantity, sums.c.sales, sums.c.cost, sums.c.adjustment, *head)
        .add_columns(Document.day, Document.moment, Operator.name)
        .select_from(sums)
        .join(Document, Document.id == sums.c.document_id)
        .join(Operator, Operator.id == Document.operator_id)
    )
    return Query(rows.order_by(Document.day, Document.id), *NAMES)


@cache
def _count(narrowed: Narrowing) -> Query[tuple[int]]:
    return counting(_sums(narrowed))


def _sums(narrowed: Narrowing) -> AnySelect:
    lines = lines_of_documents()
    source: FromClause = lines.join(Product, Product.id == lines.c.product_id) if narrowed.goods else lines
    sums = select(lines.c.document_id, *sums_of(lines)).select_from(source)
    return sums.where(*narrowed.goods).group_by(lines.c.document_id)
