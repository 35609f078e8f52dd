"""How long a report may become: what nobody reads to its end is refused before it is read."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select

from jxc_desktop.services.reports.errors import ReportTooLongError
from jxc_desktop.services.reports.goods import NAMES, Narrowing, narrowing, values_of
from jxc_desktop.services.reports.report import Asked
from jxc_desktop.services.storage.prepared import AnySelect, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

MOST_ROWS = 200_000


def counting(rows: AnySelect) -> Query[tuple[int]]:
    """How many rows there are; it stops counting where there are too many."""
    some = rows.limit(MOST_ROWS + 1).subquery("some")
    return Query[tuple[int]](select(func.count()).select_from(some), *NAMES)


def refuse_too_long(books: OpenTransaction, count: Callable[[Narrowing], Query[tuple[int]]], asked: Asked) -> None:
    """Refuse a report of more rows than a person, a sheet or a printer can take.

    Raises:
        ReportTooLongError: it would have more.
    """
    found: Any = books.row(count(narrowing(asked)), *values_of(asked))
    if found[0] > MOST_ROWS:
        raise ReportTooLongError(MOST_ROWS)
