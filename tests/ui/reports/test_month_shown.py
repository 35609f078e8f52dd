"""What a month says, as its page shows it."""

from datetime import date

import pytest

from jxc_desktop.ui.reports.month_shown import day_words


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 1, 11), "01-11"), (date(2025, 12, 15), "12-15"), (date(2024, 12, 15), "2024-12-15"), (None, "没卖过")],
)
def test_a_day_long_ago_is_written_with_its_year(day: date | None, words: str) -> None:
    assert day_words(day, date(2026, 3, 4)) == words
