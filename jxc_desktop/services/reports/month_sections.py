"""The parts of the month's page: their columns, and where their rows lead to."""

from collections.abc import Sequence
from datetime import date

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.services.exchange.table import Cell
from jxc_desktop.services.reports.category_sums import CategorySales
from jxc_desktop.services.reports.month import MonthDay, MonthFigure, MonthSection
from jxc_desktop.services.reports.profit_by_category import category_columns, category_totals, goods_of_category
from jxc_desktop.services.reports.report import Asked, ColumnKind, Period, ReportColumn, ToReport
from jxc_desktop.services.reports.sales_by_day import SalesDay
from jxc_desktop.services.reports.sales_by_product import ProductSales, best_columns
from jxc_desktop.services.reports.sales_sums import margin, profit_fen
from jxc_desktop.services.reports.slow_sellers import SlowProduct, ledger_of, slow_columns, slow_totals
from jxc_desktop.services.words import _

_OF_CATEGORIES = ("quantity", "sales", "cost", "adjustment", "profit", "margin")


def figures_section(
    month: Period, now: SalesDay, before: SalesDay, stock: int, stock_before: int, *, is_running: bool
) -> MonthSection[MonthFigure]:
    """The figures of the month, beside those of the month before.

    Units: stock in fen.
    """
    asked = Asked(month)
    days = ToReport("sales-by-day", asked)
    stock_title = _("现在库存") if is_running else _("月末库存")
    return MonthSection(
        "figures",
        _("本月指标"),
        _figure_columns(),
        (
            _amount("sales", _("销售额"), now.sales, before.sales, days),
            _amount("profit", _("毛利"), profit_fen(now), profit_fen(before), ToReport("profit-by-product", asked)),
            _margin(margin(now), margin(before), ToReport("profit-by-category", asked)),
            _count(now.tickets, before.tickets, days),
            _ticket(now, before, ToReport("profit-by-document", asked)),
            _amount("stock", stock_title, stock, stock_before, ToReport("stock-movements", asked), is_at_end=True),
        ),
        lambda row: row.lead,
    )


def days_section(rows: Sequence[MonthDay]) -> MonthSection[MonthDay]:
    """The sales of each day."""
    money = ColumnKind.MONEY
    columns: tuple[ReportColumn[MonthDay], ...] = (
        ReportColumn("number", _("日"), ColumnKind.COUNT, lambda row: row.number or _("合计")),
        ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: row.day),
        ReportColumn("tickets", _("单数"), ColumnKind.COUNT, lambda row: row.tickets),
        ReportColumn("sales", _("销售额"), money, lambda row: _money(row.sales), is_answer=True),
        ReportColumn("profit", _("毛利"), money, lambda row: _money(row.profit)),
        ReportColumn("sales_before", _("上月销售额"), money, lambda row: _money(row.sales_before)),
    )
    return MonthSection("days", _("每日销售额"), columns, tuple(rows), lambda row: lines_of_day(row.day), _all(rows))


def categories_section(month: Period, rows: Sequence[CategorySales]) -> MonthSection[CategorySales]:
    """What each category sold and left."""
    shown = tuple(column for column in category_columns(_OF_CATEGORIES) if column.is_shown)
    asked = Asked(month)
    return MonthSection(
        "categories",
        _("各类销售与毛利"),
        shown,
        tuple(rows),
        lambda row: goods_of_category(row, asked),
        category_totals(rows),
    )


def best_section(month: Period, rows: Sequence[ProductSales]) -> MonthSection[ProductSales]:
    """What sold for most."""
    title = _("畅销前 {count}").format(count=len(rows)) if rows else _("畅销")
    return MonthSection("best", title, best_columns(), tuple(rows), lambda row: lines_of_product(row.product_id, month))


def slow_section(rows: Sequence[SlowProduct]) -> MonthSection[SlowProduct]:
    """What lies there with most money in it."""
    title = _("滞销占款前 {count}").format(count=len(rows)) if rows else _("滞销占款")
    keys = ("name", "barcode", "quantity", "value", "last_sold", "unsold_days")
    columns = tuple(column for column in slow_columns(keys) if column.key in keys)
    return MonthSection("slow", title, columns, tuple(rows), ledger_of, slow_totals(rows) if rows else None)


def lines_of_day(day: date | None) -> ToReport | None:
    """What was sold on a day."""
    return None if day is None else ToReport("sales-lines", Asked(Period(day, day)))


def lines_of_product(product_id: int, period: Period) -> ToReport:
    """Where a product was sold."""
    return ToReport("sales-lines", Asked(period, product_id=product_id))


def _figure_columns() -> tuple[ReportColumn[MonthFigure], ...]:
    return (
        ReportColumn("title", _("指标"), ColumnKind.NAME, lambda row: row.title),
        ReportColumn("value", _("本月"), ColumnKind.MONEY, lambda row: row.value, is_answer=True),
        ReportColumn("before", _("上月"), ColumnKind.MONEY, lambda row: row.before),
        ReportColumn("change", _("增减"), ColumnKind.PERCENT, lambda row: row.change),
    )


def _amount(name: str, title: str, value: int, before: int, lead: ToReport, *, is_at_end: bool = False) -> MonthFigure:
    change = _change(value, before)
    return MonthFigure(name, title, ColumnKind.MONEY, Money(value), Money(before), change, lead, is_at_end=is_at_end)


def _margin(value: Percent | None, before: Percent | None, lead: ToReport) -> MonthFigure:
    points = None if value is None or before is None else Percent(value.tenths - before.tenths)
    return MonthFigure("margin", _("毛利率"), ColumnKind.PERCENT, value, before, points, lead, is_rate=True)


def _count(value: int, before: int, lead: ToReport) -> MonthFigure:
    return MonthFigure("receipts", _("单数"), ColumnKind.COUNT, value, before, _change(value, before), lead)


def _ticket(now: SalesDay, before: SalesDay, lead: ToReport) -> MonthFigure:
    """客单价: what one customer spent."""
    value, earlier = _average(now), _average(before)
    change = None if value is None or earlier is None else _change(value, earlier)
    return MonthFigure("ticket", _("客单价"), ColumnKind.MONEY, _money(value), _money(earlier), change, lead)


def _average(days: SalesDay) -> int | None:
    return half_away_from_zero(days.sales, days.tickets) if days.tickets > 0 else None


def _change(value: int, before: int) -> Percent | None:
    return Percent.of(value - before, before)


def _money(fen: int | None) -> Cell:
    return None if fen is None else Money(fen)


def _all(rows: Sequence[MonthDay]) -> MonthDay:
    tickets, sales, profit = (sum(getattr(row, name) or 0 for row in rows) for name in ("tickets", "sales", "profit"))
    return MonthDay(0, None, tickets, sales, profit, None, sum(row.sales_before or 0 for row in rows))
