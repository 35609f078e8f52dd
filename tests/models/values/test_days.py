"""Days as numbers and moments as text, as the books keep them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.days import day_if_any, day_number, day_of, moment_if_any, moment_text


def test_a_day_is_its_digits() -> None:
    assert (day_number(date(2026, 11, 25)), day_number(date(2026, 1, 2))) == (20261125, 20260102)


@pytest.mark.parametrize("number", [0, 20260230, 20261301, 20260100])
def test_a_number_that_is_no_day_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=r"day|month|year"):
        day_of(number)


@given(st.dates(), st.dates())
def test_days_come_back_and_keep_their_order(one: date, other: date) -> None:
    assert day_of(day_number(one)) == one
    assert (day_number(one) < day_number(other)) == (one < other)


def test_a_moment_always_has_milliseconds_so_that_texts_are_in_order() -> None:
    assert moment_text(datetime(2026, 11, 25, 14, 32, 7, 123_900)) == "2026-11-25 14:32:07.123"
    assert moment_text(datetime(2026, 11, 25)) == "2026-11-25 00:00:00.000"


@given(st.datetimes(datetime(1000, 1, 1)), st.datetimes(datetime(1000, 1, 1)))
def test_earlier_moments_are_earlier_texts(one: datetime, other: datetime) -> None:
    earlier, later = sorted((one, other))
    assert moment_text(earlier) <= moment_text(later)


@pytest.mark.parametrize("number", [None, 0])
def test_where_there_is_no_number_there_is_no_day(number: int | None) -> None:
    assert day_if_any(number) is None
    assert day_if_any(20261125) == date(2026, 11, 25)


def test_where_there_is_no_text_there_is_no_moment() -> None:
    written = datetime(2026, 11, 25, 14, 32, 7, 123_000)
    assert (moment_if_any(""), moment_if_any(moment_text(written))) == (None, written)
