"""销售日报: what each business day sold, what that cost, and what was left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, func, select

from jxc_desktop.models.records import CostEntry, Document, SaleLine
from jxc_desktop.models.values.days import day_number, day_of
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.reports.goods import FIRST, LAST, added_up
from jxc_desktop.services.reports.report import (
    Asked,
    ColumnKind,
    Filter,
    Order,
    Period,
    ReportColumn,
    ReportSpec,
    ToReport,
)
from jxc_desktop.services.reports.sales_sums import IS_DIFFERENCE, IS_OF_SALES, SUMS, sums_columns
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_SHOWN = ("quantity", "sales", "cost", "adjustment", "profit", "margin")


class SalesDay(NamedTuple):
    """One business day, or all of them together.

    Units: quantity in 1/1000 of base units, amounts in fen.

    Attributes:
        day: its number; 0 for all of them.
        tickets: sales, less those that were undone on this day; returns are none.
    """

    day: int
    tickets: int
    quantity: int
    sales: int
    cost: int
    adjustment: int


def sales_by_day_report() -> ReportSpec[SalesDay]:
    """One row per business day on which goods were sold or came back, or their cost changed."""
    return ReportSpec(
        name="sales-by-day",
        title=_("销售日报"),
        columns=day_columns(_SHOWN),
        query=lambda books, asked: sales_days(books, asked.days),
        totals=sales_days_totals,
        filters=(Filter.PERIOD,),
        order=Order("day"),
        leads_to=_lines_of,
        lead_words=_("看这天的销售明细"),
        hint=_("每天卖了多少、赚了多少"),
    )


def day_columns(shown: Sequence[str]) -> tuple[ReportColumn[SalesDay], ...]:
    """A day, how many customers it had, and its sums."""
    quantity, _average, *sums = sums_columns(SalesDay, shown)
    return (
        ReportColumn("day", _("日期"), ColumnKind.DATE, _day),
        ReportColumn("tickets", _("单数"), ColumnKind.COUNT, lambda row: row.tickets),
        replace(quantity, heading=_("件数")),
        *(column for column in sums if column.key != "loss"),
    )


def sales_days(books: OpenTransaction, period: Period) -> list[SalesDay]:
    """The days of a period that sold something, in their order."""
    dates = day_number(period.first), day_number(period.last)
    sums = {day: figures for day, *figures in books.rows(_LINES, *dates)}
    tickets, adjustments = dict(books.rows(_TICKETS, *dates)), dict(books.rows(_DIFFERENCES, *dates))
    days = sorted(sums.keys() | tickets.keys() | adjustments.keys())
    return [
        SalesDay._make((day, tickets.get(day, 0), *sums.get(day, (0, 0, 0)), adjustments.get(day, 0))) for day in days
    ]


def sales_days_totals(rows: Sequence[SalesDay]) -> SalesDay:
    """All of them together."""
    return SalesDay._make((0, *added_up(rows, 1, 1 + SUMS)))


# Two questions, so that the lines are added up in the order in which the index holds them.
_LINES = Query[tuple[Any, ...]](
    select(SaleLine.day, func.sum(SaleLine.quantity), func.sum(SaleLine.net), func.sum(SaleLine.cost))
    .where(SaleLine.day.between(FIRST, LAST))
    .group_by(SaleLine.day),
    "first",
    "last",
)
_DIFFERENCES = Query[tuple[int, int]](
    select(CostEntry.day, -func.sum(CostEntry.booked))
    .where(IS_DIFFERENCE, IS_OF_SALES, CostEntry.day.between(FIRST, LAST))
    .group_by(CostEntry.day),
    "first",
    "last",
)
_TICKETS = Query[tuple[int, int]](
    select(Document.day, func.sum(case((Document.reverses_id.is_(None), 1), else_=-1)))
    .where(Document.kind == DocumentKind.SALE.value, Document.state != DocumentState.DRAFT.value)
    .where(Document.day.between(FIRST, LAST))
    .group_by(Document.day),
    "first",
    "last",
)


def _day(row: SalesDay) -> date | str:
    return day_of(row.day) if row.day else _("合计")


def _lines_of(row: SalesDay, _asked: Asked) -> ToReport:
    day = day_of(row.day)
    return ToReport("sales-lines", Asked(Period(day, day)))
