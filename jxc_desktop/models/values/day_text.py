"""A day as a person writes it: 20260305, 3-5, 5, +7, 今."""

import re
import unicodedata
from datetime import date, timedelta

_WHOLE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PARTS = re.compile(r"(?:(\d{2}|\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_DAY = re.compile(r"\d{1,2}")
_STEP = re.compile(r"[+-]\d{1,4}")
_WORDS = {"今": 0, "今天": 0, "明": 1, "明天": 1, "昨": -1, "昨天": -1}


class BadDayError(ValueError):
    """A text that is no day.

    Attributes:
        text: what was written.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def parse_day(text: str, today: date) -> date:
    """The day in the text, counted from today: eight digits, month and day, a day of this month, or so many days on.

    Raises:
        BadDayError: it is none, or there is no such day.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    if not plain.isascii() and not _PARTS.fullmatch(plain):
        raise BadDayError(text)
    try:
        return _day(plain, today)
    except (ValueError, OverflowError) as error:
        raise BadDayError(text) from error


def _day(plain: str, today: date) -> date:
    if _STEP.fullmatch(plain):
        return today + timedelta(days=int(plain))
    if whole := _WHOLE.fullmatch(plain):
        return date(int(whole[1]), int(whole[2]), int(whole[3]))
    if parts := _PARTS.fullmatch(plain):
        year = today.year if parts[1] is None else int(parts[1])
        return date(year + 2000 if year < 100 else year, int(parts[2]), int(parts[3]))
    if _DAY.fullmatch(plain):
        return today.replace(day=int(plain))
    raise BadDayError(plain)
