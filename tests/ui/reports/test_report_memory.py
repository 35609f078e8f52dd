"""What an operator has set up for a report."""

from datetime import date

import pytest

from jxc_desktop.services.reports.answer import Layout
from jxc_desktop.services.reports.report import Order
from jxc_desktop.ui.reports.report_memory import (
    FilterValues,
    filters_of,
    filters_text,
    layout_of,
    layout_text,
)
from jxc_desktop.ui.widgets.day_span import Days, DaySpan


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout(("name", "sales")),
        Layout((), Order("sales", is_descending=True)),
        Layout(("name",), Order("name")),
    ],
)
def test_a_layout_comes_back_as_it_was_kept(layout: Layout) -> None:
    assert layout_of(layout_text(layout)) == layout


def test_the_usual_layout_is_forgotten() -> None:
    assert layout_text(Layout()) == ""


@pytest.mark.parametrize(
    "values",
    [
        FilterValues(),
        FilterValues(DaySpan.LAST_MONTH, "食品 / 饮料", "城南批发", frozenset({"moved"})),
        FilterValues(Days(date(2026, 2, 1), date(2026, 2, 28)), ticks=frozenset()),
    ],
)
def test_filters_come_back_as_they_were_kept(values: FilterValues) -> None:
    assert filters_of(filters_text(values)) == values


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"days": "typed", "columns": 3, "ticks": 1, "order": []}'])
def test_what_cannot_be_read_is_as_usual(text: str) -> None:
    assert (layout_of(text), filters_of(text)) == (Layout(), FilterValues())
