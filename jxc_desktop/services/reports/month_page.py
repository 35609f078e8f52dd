"""The page of a month, put together from what the books say."""

from datetime import date, datetime

from jxc_desktop.services.people.settings import SHOP_NAME, read_choice
from jxc_desktop.services.reports.errors import NotOneMonthError
from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.services.reports.month_question import compared_with, month_days, month_facts, month_of, totals_of
from jxc_desktop.services.reports.month_sections import (
    best_section,
    categories_section,
    days_section,
    figures_section,
    slow_section,
)
from jxc_desktop.services.reports.sales_by_day import sales_days_totals
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


def month_page(books: OpenTransaction, day: date, today: date, made_by: str, made_at: datetime) -> MonthReport:
    """The month a day belongs to, as the books stand."""
    month = month_of(day)
    before = compared_with(month, today)
    facts = month_facts(books, month, before, today)
    now, then = sales_days_totals(facts.days), totals_of(facts.days_before, before)
    is_running = month.first <= today <= month.last
    return MonthReport(
        period=month,
        before=before,
        figures=figures_section(month, now, then, facts.stock, facts.stock_before, is_running=is_running),
        days=days_section(month_days(month, facts, today)),
        categories=categories_section(month, facts.categories),
        best=best_section(month, facts.best),
        slow=slow_section(facts.slow),
        is_running=is_running,
        closed_at=facts.closed_at,
        shop_name=read_choice(books, SHOP_NAME),
        made_by=made_by,
        made_at=made_at,
    )


def one_month(first: date | None, last: date | None) -> date:
    """A day of the month that two dates lie in; one of them is enough.

    Raises:
        NotOneMonthError: there is none, or they lie in different months.
    """
    day = first or last
    if day is None or (last is not None and month_of(day) != month_of(last)):
        raise NotOneMonthError(first, last)
    return day
