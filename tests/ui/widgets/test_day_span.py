"""Which days a list of documents shows."""

from datetime import date

import pytest

from jxc_desktop.models.values.day_text import BadDayError
from jxc_desktop.ui.widgets.day_span import Days, DaySpan, days_of, typed_days

TODAY = date(2026, 3, 1)
FIRST, FIFTH = date(2026, 3, 1), date(2026, 3, 5)


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (DaySpan.TODAY, Days(TODAY, TODAY)),
        (DaySpan.YESTERDAY, Days(date(2026, 2, 28), date(2026, 2, 28))),
        (DaySpan.MONTH, Days(date(2026, 3, 1), TODAY)),
        (DaySpan.YEAR, Days(date(2026, 1, 1), TODAY)),
        (DaySpan.ALL, Days()),
    ],
)
def test_a_choice_of_days_is_counted_from_today(span: DaySpan, days: Days) -> None:
    assert days_of(span, TODAY) == days


@pytest.mark.parametrize(
    "text",
    [
        "3-1 至 3-5",
        "3-1至3-5",
        "20260301 20260305",
        "3-5 3-1",
        "1 ~ 5",
        " 3月1日 到 3月5日 ",
        "2026-03-01 至 2026-03-05",
    ],
)
def test_two_days_are_understood_as_people_write_them(text: str) -> None:
    assert typed_days(text, TODAY) == Days(FIRST, FIFTH)


@pytest.mark.parametrize("text", ["3-5", "5", "20260305", "+4"])
def test_one_day_is_that_day(text: str) -> None:
    assert typed_days(text, TODAY) == Days(FIFTH, FIFTH)


@pytest.mark.parametrize("text", ["", "至", "33", "3-1 3-2 3-3", "下周"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadDayError):
        typed_days(text, TODAY)


def test_days_are_written_out_and_can_be_typed_like_that() -> None:
    words = Days(FIRST, FIFTH).words()
    assert words == "2026-03-01 至 2026-03-05"
    assert typed_days(words, TODAY) == Days(FIRST, FIFTH)
    assert (Days(FIRST, FIRST).words(), Days().words()) == ("2026-03-01", "全部日期")


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        (DaySpan.MONTH, date(2026, 3, 4), date(2026, 3, 1), date(2026, 3, 4)),
        (DaySpan.LAST_MONTH, date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (DaySpan.LAST_MONTH, date(2026, 1, 5), date(2025, 12, 1), date(2025, 12, 31)),
        (DaySpan.WEEK, date(2026, 3, 4), date(2026, 3, 2), date(2026, 3, 4)),
        (DaySpan.WEEK, date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_a_choice_of_days_begins_and_ends_where_a_shop_means_it(
    span: DaySpan, today: date, first: date, last: date
) -> None:
    assert days_of(span, today) == Days(first, last)
