"""How a month and a day of it are written."""

from datetime import date

from jxc_desktop.services.words.month_words import day_of_month, month_name, month_words

DAY = date(2026, 2, 21)


def test_a_month_is_written_with_its_number() -> None:
    assert month_name(DAY) == "2 月"
    assert month_words(DAY) == "2026 年 2 月"
    assert day_of_month(DAY) == "2 月 21 日"
    assert month_name(date(2026, 12, 1)) == "12 月"


def test_in_english_a_month_has_its_name(english: None) -> None:
    assert month_words(DAY) == "February 2026"
    assert day_of_month(DAY) == "February 21"
    assert month_name(date(2026, 12, 1)) == "December"
