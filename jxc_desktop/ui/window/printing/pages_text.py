"""Which pages somebody wants printed, as he writes it: 2, 1-3, 1,4-6."""

import re

from jxc_desktop.ui.widgets.arithmetic import plain_digits

PART = re.compile(r"(\d{1,5})?\s*([-–~至]?)\s*(\d{1,5})?")


class BadPagesError(ValueError):
    """The text names no page that there is."""


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """The pages, counted from 0, in the order they are named; an end that is open reaches to the first or last.

    Raises:
        BadPagesError: it is no list of pages, or names none that there is.
    """
    wanted: list[int] = []
    for part in re.split(r"[,，、;；]", plain_digits(text.strip())):
        wanted += _part(part.strip(), count)
    return tuple(dict.fromkeys(wanted))


def _part(text: str, count: int) -> range:
    match = PART.fullmatch(text)
    if not text or match is None or not (match[1] or match[3]):
        raise BadPagesError(text)
    first = int(match[1] or 1)
    last = (int(match[3]) if match[3] else count) if match[2] else first
    if not 1 <= first <= last <= count:
        raise BadPagesError(text)
    return range(first - 1, last)
