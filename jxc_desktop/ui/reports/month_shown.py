"""What a month says, as its page shows it: figures, bars, parts, columns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.services.reports.month import MonthDay, MonthFigure, MonthReport, MonthSection
from jxc_desktop.services.reports.report import ColumnKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.month_words import day_of_month, month_name
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, digits_width, text_width
from jxc_desktop.ui.reports.report_columns import MANY, SPARE
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.day_chart import ChartWords, DayBar
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.figure_tiles import FigureTile
from jxc_desktop.ui.widgets.share_list import ShareRow

FIGURES, MOST_SHARES = 6, 6
# A day this long ago is written with its year.
LONG_AGO_DAYS = 300
NONE_YET = "–"


def tiles(month: MonthReport) -> list[FigureTile]:
    """The figures, each beside the month before, or the same days of it where the month is still running."""
    return [_tile(figure, month) for figure in month.figures.rows]


def bars(month: MonthReport) -> list[DayBar]:
    """The days, those of the longer of the two months."""
    return [_bar(row, month) for row in month.days.rows]


def chart_words(month: MonthReport) -> ChartWords:
    """What stands in the head of the chart."""
    this, before = month_name(month.period.first), month_name(month.before.first)
    return ChartWords(month.days.title, _("元"), this, before)


def shares(month: MonthReport) -> list[ShareRow]:
    """What the categories left, the best first; where there are many, the last row is all the others."""
    section = month.categories
    rows = [(_cell(section, "name", row), _cell(section, "profit", row), row) for row in section.rows]
    most = max([abs(profit.fen) for _name, profit, _row in rows], default=0) or 1
    kept = rows if len(rows) <= MOST_SHARES else rows[: MOST_SHARES - 1]
    shown = [
        ShareRow(str(name), profit.fen / most, money_text(profit), cell_words(_cell(section, "margin", row)))
        for name, profit, row in kept
    ]
    others = [profit.fen for _name, profit, _row in rows[len(kept) :]]
    if others:
        words = _("其余 {count} 类").format(count=len(others))
        shown.append(ShareRow(words, sum(others) / most, money_text(Money(sum(others)))))
    return shown


def best_columns(section: MonthSection[Any]) -> list[Column[Any]]:
    """The best sellers: what was sold at a loss says so behind its name."""
    loss = _cell_of(section, "loss")
    return [
        _column(section, "rank", "", 2.4, Align.RIGHT, tone=Tone.MUTED, style=CAPTION),
        Column(
            "name",
            section.title,
            lambda row: str(_cell(section, "name", row)),
            16,
            beside=lambda row: _("亏本卖") if loss(row) else "",
            beside_tone=Tone.WARNING,
            icon=lambda row: "alert-triangle" if loss(row) else "",
            stretches=True,
        ),
        _column(section, "quantity", _("数量"), 6),
        _column(section, "sales", _("销售额"), 9.5),
        _column(section, "profit", _("毛利"), 8.5),
        _column(section, "margin", _("毛利率"), 6.5, tone=Tone.MUTED),
    ]


def slow_columns(section: MonthSection[Any], today: date) -> list[Column[Any]]:
    """The slow sellers: how much money sleeps in them, and for how long."""
    return [
        Column("name", section.title, lambda row: str(_cell(section, "name", row)), 14, stretches=True),
        _column(section, "quantity", _("库存"), 5.5),
        _column(section, "value", _("金额"), 9),
        Column(
            "last_sold",
            _("最后卖出"),
            lambda row: day_words(_cell(section, "last_sold", row), today),
            9,
            Align.RIGHT,
            tone=Tone.MUTED,
        ),
        Column("unsold_days", _("没卖"), lambda row: _days_words(_cell(section, "unsold_days", row)), 7, Align.RIGHT),
    ]


def fitted(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[Column[Any]]:
    """The columns as wide as their texts: the names have the rest."""
    return [column if column.stretches else replace(column, width=_width_of(column, rows)) for column in columns]


def is_loss(section: MonthSection[Any], row: Any) -> bool:
    """Whether it was sold for less than it cost."""
    return bool(_cell_of(section, "loss")(row))


def day_words(day: object, today: date) -> str:
    """A day without its year where that is plain."""
    if not isinstance(day, date):
        return _("没卖过")
    return f"{day:%m-%d}" if (today - day).days < LONG_AGO_DAYS else day.isoformat()


def running_words(month: MonthReport) -> str:
    """That the month is not over, and what it is compared with; "" where it is."""
    if not month.is_running:
        return ""
    before = month.before
    days = (before.last - before.first).days + 1
    return _("还没过完，比的是 {month}的前 {days} 天").format(month=month_name(before.first), days=days)


def _width_of(column: Column[Any], rows: Sequence[Any]) -> float:
    """Units: digits of body text."""
    texts = [text_width(column.style, column.text(row)) for row in rows]
    return max([text_width(CAPTION, column.title), *texts]) * MANY / digits_width(MANY) + SPARE


def _tile(figure: MonthFigure, month: MonthReport) -> FigureTile:
    rises = None if figure.change is None or not figure.change.tenths else figure.change.tenths > 0
    tone = Tone.MUTED if figure.is_at_end or rises is None else Tone.SUCCESS if rises else Tone.DANGER
    value = NONE_YET if figure.value is None else cell_words(figure.value)
    sign = "¥" if figure.kind is ColumnKind.MONEY and figure.value is not None else ""
    return FigureTile(
        figure.name, figure.title, value, sign, _change_words(figure), _beside(figure, month), rises, tone
    )


def _change_words(figure: MonthFigure) -> str:
    if figure.change is None:
        return ""
    size = str(Percent(abs(figure.change.tenths)))
    if not figure.change.tenths:
        return _("持平")
    return _("{points} 个百分点").format(points=size.removesuffix("%")) if figure.is_rate else size


def _beside(figure: MonthFigure, month: MonthReport) -> str:
    before = month_name(month.before.first)
    if figure.change is None:
        return _("{month} 没有可比的数").format(month=before)
    words = _("比 {month}同期") if month.is_running else _("比 {month}")
    return words.format(month=before)


def _bar(row: MonthDay, month: MonthReport) -> DayBar:
    label = f"{month.period.first.month}-{row.number}" if row.day else ""
    words = _("{day}：没到") if row.sales is None else _("{day}：{amount} 元，{tickets} 单")
    amount = money_text(Money(row.sales or 0))
    said = words.format(day=_day_word(row.day), amount=amount, tickets=row.tickets) if row.day else ""
    before = None if row.sales_before is None else row.sales_before / 100
    before_said = f"{_day_word(row.day_before)} {before:,.0f}" if before is not None else ""
    return DayBar(label, (row.sales or 0) / 100, said, before, before_said)


def _day_word(day: date | None) -> str:
    return "" if day is None else day_of_month(day)


def _days_words(days: object) -> str:
    return "" if days is None else _("{days} 天").format(days=days)


def _column(
    section: MonthSection[Any],
    key: str,
    title: str,
    width: float,
    align: Align = Align.RIGHT,
    tone: Tone = Tone.TEXT,
    **looks: Any,
) -> Column[Any]:
    cell = _cell_of(section, key)
    return Column(key, title, lambda row: cell_words(cell(row)), width, align, tone=tone, **looks)


def _cell(section: MonthSection[Any], key: str, row: Any) -> Any:
    return _cell_of(section, key)(row)


def _cell_of(section: MonthSection[Any], key: str) -> Any:
    return next((column.cell for column in section.columns if column.key == key), lambda _row: None)
