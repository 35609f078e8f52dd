"""A report as a page needs it: what was answered, and what the columns must have room for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.report import ALL_TIME, Asked, Order
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.words import _
from jxc_desktop.ui.reports.report_columns import NUMBERS, Widest, widest_texts
from jxc_desktop.ui.reports.report_question import Stopped


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report that was read.

    Attributes:
        widest: by key of column, for those that are seen at first.
        checked: what was compared in it and found right; "" where nothing was.

    Units: seconds: how long it took.
    """

    answer: ReportAnswer[Any]
    widest: Mapping[str, Widest]
    checked: str
    seconds: float


def read_report(reports: Reports, name: str, asked: Asked, layout: Layout, stopped: Stopped) -> ReportRead:
    """Read it, on the worker's thread."""
    begun = monotonic()
    answer = reports.run(name, asked, stopped)
    spec = answer.spec
    checked = spec.checked(answer.rows) if spec.checked and answer.rows else ""
    widest = widest_texts(answer.columns(layout), answer.rows, answer.totals)
    return ReportRead(answer, widest, checked, monotonic() - begun)


def count_rows(reports: Reports, name: str, asked: Asked, stopped: Stopped) -> int:
    """How many rows it has."""
    return len(reports.run(name, asked, stopped).rows)


def has_rows_ever(reports: Reports, name: str, asked: Asked, stopped: Stopped) -> bool:
    """Whether it would have rows for any days at all."""
    period = None if asked.period is None else ALL_TIME
    return bool(reports.run(name, Asked(period, ticks=asked.ticks), stopped).rows)


def title_note(read: ReportRead, layout: Layout, is_old: bool) -> str:
    """What is said beside the title: how old it is where that is to be known, what narrows it, how it is sorted."""
    answer = read.answer
    ticks = {tick.word for tick in answer.spec.ticks}  # which are read at their boxes, just below
    words = [*(word for word in answer.filter_words if word not in ticks), order_words(answer, layout)]
    if answer.asked.period is None:
        words.insert(0, _("截至 {moment}").format(moment=f"{answer.made_at:%Y-%m-%d %H:%M}"))
    old = old_words(answer.made_at) if is_old else ""
    return "  ".join(filter(None, (old, _("，").join(filter(None, words)))))


def old_words(made_at: datetime) -> str:
    """How old figures are, and the key that reads them again."""
    return _("{time} 的数 F5 刷新").format(time=f"{made_at:%H:%M}")


def order_of(answer: ReportAnswer[Any], layout: Layout) -> Order | None:
    """What the rows are sorted by: as somebody chose, else as the report itself does."""
    return layout.order or answer.spec.order


def order_words(answer: ReportAnswer[Any], layout: Layout) -> str:
    """The same in words; "" where nobody chose and the report does not say."""
    order = order_of(answer, layout)
    column = next((one for one in answer.spec.columns if order and one.key == order.column), None)
    if order is None or column is None:
        return ""
    is_number = column.kind in NUMBERS
    if order.is_descending:
        words = _("按{heading}从大到小") if is_number else _("按{heading}倒排")
    else:
        words = _("按{heading}从小到大") if is_number else _("按{heading}排")
    return words.format(heading=column.heading)
