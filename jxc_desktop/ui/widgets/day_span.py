"""Which days a page shows: today, yesterday, a week, a month, a year, all, or two that were typed."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jxc_desktop.models.values.day_text import BadDayError, parse_day
from jxc_desktop.services.words import _

BETWEEN = re.compile(r"\s*(?:至|到|~|～|—)\s*|\s+")


class DaySpan(StrEnum):
    """A choice of days; the value is the name of its segment."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    YEAR = "year"
    ALL = "all"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last business date, both with it; None: open."""

    first: date | None = None
    last: date | None = None

    def words(self) -> str:
        """The days as a title says them."""
        if self.first is None or self.last is None:
            return _("全部日期")
        if self.first == self.last:
            return self.first.isoformat()
        return _("{first} 至 {last}").format(first=self.first.isoformat(), last=self.last.isoformat())


def days_of(span: DaySpan, today: date) -> Days:
    """The days of a choice, to today where it is not over yet; typed ones and all have no bounds of their own."""
    yesterday, month = today - timedelta(days=1), today.replace(day=1)
    end_of_last = month - timedelta(days=1)
    days = {
        DaySpan.TODAY: Days(today, today),
        DaySpan.YESTERDAY: Days(yesterday, yesterday),
        DaySpan.WEEK: Days(today - timedelta(days=today.weekday()), today),
        DaySpan.MONTH: Days(month, today),
        DaySpan.LAST_MONTH: Days(end_of_last.replace(day=1), end_of_last),
        DaySpan.YEAR: Days(month.replace(month=1), today),
    }
    return days.get(span, Days())


def typed_days(text: str, today: date) -> Days:
    """One day or two, in any order: 3-5, 3-1 至 3-5, 20260301 20260305, 昨天.

    Raises:
        BadDayError: something in it is no day.
    """
    parts = [part for part in BETWEEN.split(text.strip()) if part]
    if not 1 <= len(parts) <= 2:
        raise BadDayError(text)
    days = sorted(parse_day(part, today) for part in parts)
    return Days(days[0], days[-1])
