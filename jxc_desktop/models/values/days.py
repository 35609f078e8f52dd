"""Business dates as numbers, and moments as the shop's own local time."""

from datetime import date, datetime


def day_number(day: date) -> int:
    """2026-11-25 → 20261125."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """20261125 → 2026-11-25.

    Raises:
        ValueError: there is no such day.
    """
    return date(number // 10_000, number // 100 % 100, number % 100)


def day_if_any(number: int | None) -> date | None:
    """The day of a number; None where there is none, which is written as 0 too."""
    return day_of(number) if number else None


def moment_if_any(text: str) -> datetime | None:
    """The moment that `moment_text` wrote; None for ""."""
    return datetime.fromisoformat(text) if text else None


def moment_text(moment: datetime) -> str:
    """A moment of local time as it is stored: ``2026-11-25 14:32:07.123``, in order as text."""
    return moment.isoformat(" ", "milliseconds")
