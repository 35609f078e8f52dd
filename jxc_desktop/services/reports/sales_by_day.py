"""销售日报: what each business day sold, what that cost, and what was left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, literal_column, select

from jxc_desktop.models.records import CostEntry, Document, SaleLine
from jxc_desktop.models.values.days import day_number, day_of
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, ReportColumn, ReportSpec
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_LINES = Query[tuple[int, int, int, int]](
    select(SaleLine.day, func.sum(SaleLine.quantity), func.sum(SaleLine.net), func.sum(SaleLine.cost))
    .where(SaleLine.day.between(bindparam("first"), bindparam("last")))
    .group_by(SaleLine.day),
    "first",
    "last",
)
_TICKETS = Query[tuple[int, int]](
    select(Document.day, func.count())
    .where(Document.kind == DocumentKind.SALE.value, Document.state == DocumentState.POSTED.value)
    .where(Document.day.between(bindparam("first"), bindparam("last")), Document.reverses_id.is_(None))
    .group_by(Document.day),
    "first",
    "last",
)
_ADJUSTMENTS = Query[tuple[int, int]](
    select(CostEntry.day, -func.sum(CostEntry.booked))
    # The index holds differences only; the store uses it where the question says so in the index's own words.
    .where(CostEntry.kind != literal_column("'move'"), CostEntry.kind == CostKind.SALE_DIFFERENCE.value)
    .where(CostEntry.day.between(bindparam("first"), bindparam("last")))
    .group_by(CostEntry.day),
    "first",
    "last",
)


@dataclass(frozen=True, slots=True)
class SalesDay:
    """One business day, or all of them together.

    Attributes:
        day: None for all of them.
        tickets: sales that count; returns, and sales that were undone with what undid them, do not.
        sales: what customers paid, less what they were given back; cost: of those goods.
        adjustment: what goods sold before they came in turned out to cost more, by the day they came in.
    """

    day: date | None
    tickets: int
    quantity: Quantity
    sales: Money
    cost: Money
    adjustment: Money

    @property
    def profit(self) -> Money:
        """What is left of the sales."""
        return self.sales - self.cost - self.adjustment

    @property
    def margin(self) -> Percent | None:
        """Profit in percent of the sales; None where nothing was sold."""
        return Percent.of(self.profit.fen, self.sales.fen)


def sales_by_day_report() -> ReportSpec[SalesDay]:
    """One row per business day on which goods were sold or came back, or their cost changed."""
    return ReportSpec(
        name="sales-by-day",
        title=_("销售日报"),
        columns=(
            ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: row.day or _("合计")),
            ReportColumn("tickets", _("单数"), ColumnKind.COUNT, lambda row: row.tickets),
            ReportColumn("quantity", _("件数"), ColumnKind.QUANTITY, lambda row: row.quantity),
            ReportColumn("sales", _("销售金额"), ColumnKind.MONEY, lambda row: row.sales),
            ReportColumn("cost", _("成本"), ColumnKind.MONEY, lambda row: row.cost),
            ReportColumn("adjustment", _("成本调整"), ColumnKind.MONEY, lambda row: row.adjustment),
            ReportColumn("profit", _("毛利"), ColumnKind.MONEY, lambda row: row.profit),
            ReportColumn("margin", _("毛利率"), ColumnKind.PERCENT, lambda row: row.margin),
        ),
        query=_rows,
        filters=(Filter.PERIOD,),
        totals=_totals,
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[SalesDay]:
    dates = day_number(asked.days.first), day_number(asked.days.last)
    lines = {day: sums for day, *sums in books.rows(_LINES, *dates)}
    tickets = dict(books.rows(_TICKETS, *dates))
    adjustments = dict(books.rows(_ADJUSTMENTS, *dates))
    return [
        _day(day, tickets.get(day, 0), lines.get(day, (0, 0, 0)), adjustments.get(day, 0))
        for day in sorted(lines.keys() | tickets.keys() | adjustments.keys())
    ]


def _day(day: int, tickets: int, sums: Sequence[int], adjustment: int) -> SalesDay:
    quantity, sales, cost = map(int, sums)
    return SalesDay(day_of(day), tickets, Quantity(quantity), Money(sales), Money(cost), Money(int(adjustment)))


def _totals(rows: Sequence[SalesDay]) -> SalesDay:
    return SalesDay(
        None,
        sum(row.tickets for row in rows),
        Quantity(sum(row.quantity.milli for row in rows)),
        Money(sum(row.sales.fen for row in rows)),
        Money(sum(row.cost.fen for row in rows)),
        Money(sum(row.adjustment.fen for row in rows)),
    )
