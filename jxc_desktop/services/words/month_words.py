"""How a month and a day of it are written."""

from datetime import date

from jxc_desktop.services.words import _


def month_name(day: date) -> str:
    """2 月."""
    names = _("1 月,2 月,3 月,4 月,5 月,6 月,7 月,8 月,9 月,10 月,11 月,12 月")
    return names.split(",")[day.month - 1]


def month_words(day: date) -> str:
    """2026 年 2 月."""
    return _("{year} 年 {month}").format(year=day.year, month=month_name(day))


def day_of_month(day: date) -> str:
    """2 月 21 日."""
    return _("{month} {day} 日").format(month=month_name(day), day=day.day)
