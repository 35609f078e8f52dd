"""Days as people write them, on a Thursday in March."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.day_text import BadDayError, parse_day

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20260228", date(2026, 2, 28)),
        ("20240229", date(2024, 2, 29)),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026/3/5", date(2026, 3, 5)),
        ("2026.12.31", date(2026, 12, 31)),
        ("2026年3月5日", date(2026, 3, 5)),
        ("26-3-5", date(2026, 3, 5)),
        ("3-9", date(2026, 3, 9)),
        ("3.9", date(2026, 3, 9)),
        ("12月31日", date(2026, 12, 31)),
        ("12月31", date(2026, 12, 31)),
        ("9", date(2026, 3, 9)),
        ("31", date(2026, 3, 31)),
        ("+7", date(2026, 3, 12)),
        ("-5", date(2026, 2, 28)),
        ("−5", date(2026, 2, 28)),
        ("+0", TODAY),
        ("+300", date(2026, 12, 30)),
    ],
)
def test_a_day_may_be_written_short(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(("word", "days"), [("今", 0), ("今天", 0), ("明", 1), ("明天", 1), ("昨", -1), ("昨天", -1)])
def test_today_and_its_neighbours_have_words(word: str, days: int) -> None:
    assert parse_day(word, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("text", ["２０２６０３０９", "３－９", "　９　", "＋４", "３月９日"])
def test_full_width_digits_are_digits(text: str) -> None:
    assert parse_day(text, TODAY) == date(2026, 3, 9)


def test_yesterday_of_new_year_is_last_year() -> None:
    assert parse_day("昨", date(2026, 1, 1)) == date(2025, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "0", "32", "2-30", "13-1", "3-0", "20260230", "20260300", "00000101", "2026030", "2026-3"),
        *("3月", "后天", "五", "五日", "abc", "+", "+12345", "3--9", "5+1", "7.5.3.1", "20260305 9:00"),
    ],
)
def test_what_is_no_day_is_refused_as_it_was_written(text: str) -> None:
    with pytest.raises(BadDayError) as refusal:
        parse_day(text, TODAY)
    assert refusal.value.text == text


def test_the_31st_is_refused_in_a_month_of_thirty_days() -> None:
    with pytest.raises(BadDayError):
        parse_day("31", date(2026, 4, 5))


def test_a_step_out_of_all_time_is_refused() -> None:
    with pytest.raises(BadDayError):
        parse_day("+1", date.max)


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]))
def test_a_whole_date_is_itself_whatever_day_it_is(day: date, form: str) -> None:
    assert parse_day(day.strftime(form), TODAY) == day


@given(st.integers(-9999, 9999))
def test_so_many_days_on_is_so_many_days_on(days: int) -> None:
    assert parse_day(f"{days:+}", TODAY) - TODAY == timedelta(days=days)
