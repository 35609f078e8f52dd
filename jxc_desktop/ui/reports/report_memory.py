"""What an operator has set up for a report: its columns and order, its filters; as text and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jxc_desktop.services.reports.answer import Layout
from jxc_desktop.services.reports.report import Order
from jxc_desktop.ui.widgets.day_span import Days, DaySpan
from jxc_desktop.ui.widgets.period_input import Choice


@dataclass(frozen=True, slots=True)
class FilterValues:
    """What a report is narrowed by, in words that outlive its keys.

    Attributes:
        ticks: the names of the ticks that are on; None: those that are on at first.
    """

    days: Choice = DaySpan.MONTH
    category: str = ""
    supplier: str = ""
    ticks: frozenset[str] | None = field(default=None)


def layout_key(report: str) -> str:
    """What the columns and the order of a report are remembered under."""
    return f"report.{report}.layout"


def filters_key(report: str) -> str:
    """What the filters of a report are remembered under."""
    return f"report.{report}.filters"


def layout_text(layout: Layout) -> str:
    """A layout as text; "" for the usual one."""
    if layout == Layout():
        return ""
    order = layout.order
    return json.dumps(
        {"columns": layout.columns, "order": order and order.column, "descending": bool(order and order.is_descending)},
        ensure_ascii=False,
    )


def layout_of(text: str) -> Layout:
    """The layout in a text; the usual one where it holds none."""
    known = _known(text)
    columns, order = known.get("columns"), known.get("order")
    return Layout(
        tuple(map(str, columns)) if isinstance(columns, list) else (),
        Order(order, bool(known.get("descending"))) if isinstance(order, str) else None,
    )


def filters_text(values: FilterValues) -> str:
    """Filters as text."""
    ticks = None if values.ticks is None else sorted(values.ticks)
    return json.dumps(
        {"days": _days_text(values.days), "category": values.category, "supplier": values.supplier, "ticks": ticks},
        ensure_ascii=False,
    )


def filters_of(text: str) -> FilterValues:
    """The filters in a text; the usual ones where it holds none."""
    known = _known(text)
    ticks = known.get("ticks")
    return FilterValues(
        _days_of(str(known.get("days", ""))),
        str(known.get("category", "")),
        str(known.get("supplier", "")),
        frozenset(map(str, ticks)) if isinstance(ticks, list) else None,
    )


def _known(text: str) -> Mapping[str, Any]:
    try:
        known = json.loads(text) if text else {}
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def _days_text(days: Choice) -> str:
    if isinstance(days, DaySpan):
        return days.value
    return f"{days.first or ''}/{days.last or ''}"


def _days_of(text: str) -> Choice:
    if text in list(DaySpan) and text != DaySpan.TYPED:
        return DaySpan(text)
    first, _slash, last = text.partition("/")
    try:
        return Days(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return DaySpan.MONTH
