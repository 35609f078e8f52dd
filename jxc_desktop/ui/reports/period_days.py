"""The periods a report is asked for: this month, last month, this week, or days that are typed."""

from datetime import date, timedelta
from enum import StrEnum

from jxc_desktop.services.reports.report import Period


class Span(StrEnum):
    """One choice of days."""

    MONTH = "month"
    LAST_MONTH = "last_month"
    WEEK = "week"
    TYPED = "typed"


def days_of(span: Span, today: date) -> Period:
    """The days of a choice; one that is not over yet ends today. TYPED begins as this month."""
    if span is Span.WEEK:
        return Period(today - timedelta(days=today.weekday()), today)
    month = today.replace(day=1)
    if span is Span.LAST_MONTH:
        last = month - timedelta(days=1)
        return Period(last.replace(day=1), last)
    return Period(month, today)
