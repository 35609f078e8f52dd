"""经营月报: what the owner wants to know of a month, on one page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from jxc_desktop.models.values.percent import Percent
from jxc_desktop.services.exchange.table import Cell, Column, Table
from jxc_desktop.services.reports.category_sums import CategorySales
from jxc_desktop.services.reports.report import ColumnKind, Lead, Period, ReportColumn
from jxc_desktop.services.reports.sales_by_product import ProductSales
from jxc_desktop.services.reports.slow_sellers import SlowProduct
from jxc_desktop.services.words import _
from jxc_desktop.services.words.month_words import month_words

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """One figure the month is read for, beside that of the month before.

    Attributes:
        name: sales, profit, margin, receipts, ticket or stock; title: what a person calls it.
        change: in percent of the one before; of a rate the points between them. None: nothing to compare it with.
        is_rate: whether the figure is a rate, so that the change is in points (百分点).
        is_at_end: what there was at the end, and not what the month brought.
        lead: what stands behind it.
    """

    name: str
    title: str
    kind: ColumnKind
    value: Cell
    before: Cell
    change: Percent | None
    lead: Lead
    is_rate: bool = False
    is_at_end: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of the month, beside the day of the same number in the month before.

    Units: amounts in fen.

    Attributes:
        number: 1 for the first. day, day_before: None where the month has no such day.
        tickets, sales, profit: None where the day is not in the month, or has not come; sales_before likewise.
    """

    number: int
    day: date | None
    tickets: int | None
    sales: int | None
    profit: int | None
    day_before: date | None
    sales_before: int | None


@dataclass(frozen=True, slots=True)
class MonthSection(Generic[RowT]):
    """One part of the month's page: the same columns and rows for screen, paper and file.

    Attributes:
        totals: one more row where the rows add up to something.
        leads_to: where Enter on a row goes.
    """

    name: str
    title: str
    columns: tuple[ReportColumn[RowT], ...]
    rows: tuple[RowT, ...]
    leads_to: Callable[[RowT], Lead | None]
    totals: RowT | None = None

    def table(self) -> Table:
        """As a sheet; every column of it."""
        cells = [column.cell for column in self.columns]

        def line(row: RowT) -> tuple[Cell, ...]:
            return tuple(cell(row) for cell in cells)

        headings = tuple(Column(column.heading) for column in self.columns)
        return Table(self.title, headings, list(map(line, self.rows)), line(self.totals) if self.totals else None)


@dataclass(frozen=True, slots=True)
class MonthReport:
    """A month as the books stood.

    Attributes:
        period: the whole month. before: what it is compared with: the month before; of that the same days where the
            month is still running.
        is_running: whether it has days to come.
        closed_at: when it was closed (月结); None: it is open.
    """

    period: Period
    before: Period
    figures: MonthSection[MonthFigure]
    days: MonthSection[MonthDay]
    categories: MonthSection[CategorySales]
    best: MonthSection[ProductSales]
    slow: MonthSection[SlowProduct]
    is_running: bool
    closed_at: datetime | None
    shop_name: str
    made_by: str
    made_at: datetime

    @property
    def title(self) -> str:
        """What the report is called."""
        return month_title()

    @property
    def month_words(self) -> str:
        """Which month it is."""
        return month_words(self.period.first)

    @property
    def sections(self) -> tuple[MonthSection[Any], ...]:
        """Its parts, in the order in which they are read."""
        return self.figures, self.days, self.categories, self.best, self.slow


def month_title() -> str:
    """What the report of a month is called."""
    return _("经营月报")
