"""The periods a report is asked for."""

from datetime import date

import pytest

from jxc_desktop.ui.reports.period_days import Span, days_of


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        (Span.MONTH, date(2026, 3, 4), date(2026, 3, 1), date(2026, 3, 4)),
        (Span.LAST_MONTH, date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (Span.LAST_MONTH, date(2026, 1, 5), date(2025, 12, 1), date(2025, 12, 31)),
        (Span.WEEK, date(2026, 3, 4), date(2026, 3, 2), date(2026, 3, 4)),
        (Span.WEEK, date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_a_choice_of_days_begins_and_ends_where_a_shop_means_it(
    span: Span, today: date, first: date, last: date
) -> None:
    period = days_of(span, today)
    assert (period.first, period.last) == (first, last)
