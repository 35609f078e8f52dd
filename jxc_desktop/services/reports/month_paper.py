"""经营月报 on paper: the month on the first page, its days on the next."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.report_paper import (
    PaperBlock,
    PaperBreak,
    PaperChart,
    PaperColumn,
    PaperFigure,
    PaperFigures,
    PaperNote,
    PaperTable,
    ReportPaper,
)
from jxc_desktop.services.reports.category_sums import CategorySales
from jxc_desktop.services.reports.filter_words import period_words
from jxc_desktop.services.reports.month import MonthDay, MonthFigure, MonthReport, MonthSection
from jxc_desktop.services.reports.report import ColumnKind, ReportColumn
from jxc_desktop.services.reports.report_paper import paper_column
from jxc_desktop.services.reports.slow_sellers import SlowProduct
from jxc_desktop.services.words import _
from jxc_desktop.services.words.month_words import month_name

LOSS = " ▲"
NO_FIGURE = "–"
MOST_SLOW = 5
# Keys of columns.
PROFIT, MARGIN, ADJUSTMENT, RANK, IS_LOSS, NUMBER = "profit", "margin", "adjustment", "rank", "loss", "number"
SALES, VALUE, LAST_SOLD, UNSOLD_DAYS = "sales", "value", "last_sold", "unsold_days"


def month_paper(month: MonthReport) -> ReportPaper:
    """The month as it goes on paper."""
    return ReportPaper(
        month.shop_name,
        month.title,
        tuple(_filter_words(month)),
        month.made_by,
        month.made_at,
        tuple(_blocks(month)),
        month.month_words,
    )


def _filter_words(month: MonthReport) -> Iterator[str]:
    yield period_words(month.period)
    yield _("全部类别")
    if month.is_running:
        yield _("本月还没过完")
    else:
        yield _("已月结") if month.closed_at is not None else _("未月结")


def _blocks(month: MonthReport) -> Iterator[PaperBlock]:
    yield PaperFigures(tuple(_figure(month, figure) for figure in month.figures.rows))
    yield _chart(month)
    tables = [_categories(month.categories), _ranked(month.best), _ranked(_first_slow(month.slow))]
    yield from tables
    note = _("毛利 = 销售额 − 移动加权成本；退货按退货日冲减。")
    has_loss = any(LOSS in cell for table in tables for row in table.rows for cell in row)
    yield PaperNote(_("▲ 卖价低于成本。{note}").format(note=note) if has_loss else note)
    yield PaperBreak()
    yield _days(month.days)


def _categories(section: MonthSection[CategorySales]) -> PaperTable:
    """Without the adjustments where there are none, as in most months."""
    is_idle = section.totals is None or section.totals.adjustment == 0
    return section_table(section, {ADJUSTMENT} if is_idle else set())


def _ranked(section: MonthSection[Any]) -> PaperTable:
    """Goods with their place before their name; what was sold at a loss is marked and needs no column."""
    table = section_table(section, {RANK, IS_LOSS})
    rows = [(f"{place}\u3000{name}", *cells) for place, (name, *cells) in enumerate(table.rows, 1)]
    name, *others = table.columns
    return replace(table, columns=(replace(name, heading=_("商品")), *others), rows=rows)


def _days(section: MonthSection[MonthDay]) -> PaperTable:
    """Every day; what only the month before had says so, or that column would not add up."""
    table = section_table(section, {NUMBER})
    dates = [row.day or _("上月 {day} 日").format(day=row.number) for row in section.rows]
    rows = [(cell_words(date), *cells) for date, (_none, *cells) in zip(dates, table.rows, strict=True)]
    return replace(table, rows=rows)


def _first_slow(section: MonthSection[SlowProduct]) -> MonthSection[SlowProduct]:
    """As many as the first page has room for; the whole list is a report of its own."""
    if len(section.rows) <= MOST_SLOW:
        return section
    title = _("滞销占款前 {count}").format(count=MOST_SLOW)
    return replace(section, title=title, rows=section.rows[:MOST_SLOW], totals=None)


def section_table(section: MonthSection[Any], left_out: AbstractSet[str] = frozenset()) -> PaperTable:
    """A part of the month as a table, without some columns; what sold for less than it cost is marked."""
    columns = [column for column in section.columns if column.key not in left_out]
    profit = next((column for column in section.columns if column.key == PROFIT), None)

    def line(row: Any) -> tuple[str, ...]:
        mark = LOSS if profit is not None and _is_loss(profit.cell(row)) else ""
        return tuple(_words(column, row) + (mark if column.key == MARGIN else "") for column in columns)

    heads = tuple(map(_head, columns))
    return PaperTable(heads, list(map(line, section.rows)), _totals(section, columns), section.title)


def _head(column: ReportColumn[Any]) -> PaperColumn:
    """In words that are enough on a page of one month."""
    head = paper_column(column)
    short = {SALES: _("销售额"), VALUE: _("金额"), UNSOLD_DAYS: _("没卖")}.get(column.key, head.heading)
    return replace(head, heading=short, is_figure=head.is_figure or column.key == LAST_SOLD)


def _words(column: ReportColumn[Any], row: Any) -> str:
    cell = column.cell(row)
    if column.key == UNSOLD_DAYS and cell is not None:
        return _("{days} 天").format(days=cell)
    return cell_words(cell)


def _totals(section: MonthSection[Any], columns: Sequence[ReportColumn[Any]]) -> tuple[str, ...] | None:
    """The word for them stands in the first column, which may not be that of the screen."""
    if section.totals is None:
        return None
    first, *others = [cell_words(column.cell(section.totals)) for column in columns]
    return (first or _("合计"), *others)


def _is_loss(profit: object) -> bool:
    return isinstance(profit, Money) and profit.fen < 0


def _figure(month: MonthReport, figure: MonthFigure) -> PaperFigure:
    sign = "￥" if figure.kind is ColumnKind.MONEY else ""
    value = sign + cell_words(figure.value) if figure.value is not None else NO_FIGURE
    return PaperFigure(figure.title, value, _note(month, figure))


def _note(month: MonthReport, figure: MonthFigure) -> str:
    before = month_name(month.before.first)
    if figure.is_rate or figure.change is None:
        return "" if figure.before is None else f"{before} {cell_words(figure.before)}"
    tenths = figure.change.tenths
    if tenths == 0:
        return _("和 {before} 一样").format(before=before)
    change = cell_words(replace(figure.change, tenths=abs(tenths)))
    return _("{arrow} {change} 比 {before}").format(arrow="↓" if tenths < 0 else "↑", change=change, before=before)


def _chart(month: MonthReport) -> PaperChart:
    days = [row for row in month.days.rows if row.day is not None]
    return PaperChart(
        month.days.title,
        _("元"),
        tuple(_day_words(row) for row in days),
        month_name(month.period.first),
        tuple(row.sales for row in days),
        month_name(month.before.first),
        tuple(row.sales_before for row in days),
        tuple("" if row.day_before is None else f"{row.day_before.month}-{row.day_before.day}" for row in days),
    )


def _day_words(row: MonthDay) -> str:
    return "" if row.day is None else f"{row.day.month}-{row.day.day}"
