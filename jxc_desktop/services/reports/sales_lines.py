"""销售明细: every line that was sold or came back, and every difference its cost turned out to have."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import FromClause, select

from jxc_desktop.models.records import Document, Product
from jxc_desktop.models.values.days import day_if_any, moment_if_any
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.reports.acts import act_word, document_of
from jxc_desktop.services.reports.goods import (
    FACTS,
    NAMES,
    Narrowing,
    added_up,
    goods_columns,
    goods_of_all,
    own_category,
    rows_of,
    with_goods,
)
from jxc_desktop.services.reports.line_limit import counting, refuse_too_long
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec
from jxc_desktop.services.reports.sales_sums import (
    SUMS,
    lines_of_documents,
    losses_if_asked,
    only_losses,
    sums_columns,
)
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

SHOWN = ("day", "act", "number", "name", "quantity", "price", "discount", "sales", "cost", "profit")


class SoldLine(NamedTuple):
    """One line of a sale or return, one difference of its cost, or all of them.

    Units: quantity in 1/1000 of the base unit, price in 1/10000 yuan per unit sold, amounts in fen.

    Attributes:
        discount: everything taken off. day: the number of the business date.
        is_difference: the line's cost changed on this day, when the goods came in at last.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    quantity: int
    sales: int
    cost: int
    adjustment: int
    discount: int
    price: int | None
    day: int
    is_difference: int
    document_id: int
    number: str
    kind: str
    is_mirror: bool
    moment: str


def sales_lines_report() -> ReportSpec[SoldLine]:
    """One row a line, in the order they were sold."""
    return ReportSpec(
        name="sales-lines",
        title=_("销售明细"),
        columns=_columns(),
        query=_rows,
        totals=_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(), only_losses()),
        order=Order("day"),
        leads_to=document_of,
        lead_words=_("看单据"),
        hint=_("每一行卖了什么、多少钱、赚了多少"),
    )


def _columns() -> tuple[ReportColumn[SoldLine], ...]:
    sums = {each.key: each for each in sums_columns(SoldLine, SHOWN)}
    return (
        ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: day_if_any(row.day)),
        ReportColumn("moment", _("时间"), ColumnKind.MOMENT, _moment, is_shown=False),
        ReportColumn("act", _("类型"), ColumnKind.TEXT, _act),
        ReportColumn("number", _("单号"), ColumnKind.NUMBER, lambda row: row.number),
        *goods_columns(SoldLine, SHOWN),
        sums["quantity"],
        ReportColumn(
            "price", _("单价"), ColumnKind.PRICE, lambda row: None if row.price is None else UnitPrice(row.price)
        ),
        ReportColumn("discount", _("优惠"), ColumnKind.MONEY, lambda row: Money(row.discount)),
        *(sums[key] for key in ("sales", "cost", "adjustment", "profit", "margin", "loss")),
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[SoldLine]:
    refuse_too_long(books, _count, asked)
    return losses_if_asked(rows_of(SoldLine, books, _question, asked), asked)


def _totals(rows: Sequence[SoldLine]) -> SoldLine:
    sums = added_up(rows, FACTS, SUMS + 1)
    return SoldLine._make((*goods_of_all(), *sums, None, 0, 0, 0, "", "", False, ""))


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    lines = lines_of_documents()
    head = (Document.id, Document.number, Document.kind, Document.reverses_id.is_not(None), Document.moment)
    names = ("quantity", "sales", "cost", "adjustment", "discount", "price", "day", "is_difference")
    source = lines.join(Document, Document.id == lines.c.document_id)
    rows = with_goods((*(lines.c[name] for name in names), *head), source, lines.c.product_id)
    return Query(rows.where(*narrowed.goods).order_by(lines.c.day, Document.id, lines.c.line_no), *NAMES)


@cache
def _count(narrowed: Narrowing) -> Query[tuple[int]]:
    lines = lines_of_documents()
    source: FromClause = lines.join(Product, Product.id == lines.c.product_id) if narrowed.goods else lines
    return counting(select(lines.c.product_id).select_from(source).where(*narrowed.goods))


def _moment(row: SoldLine) -> datetime | None:
    """The sale's own; a difference came later."""
    return None if row.is_difference else moment_if_any(row.moment)


def _act(row: SoldLine) -> str:
    if not row.kind:
        return ""
    return _("成本调整") if row.is_difference else act_word(row)
