"""Document numbers: in order, unique, none lost when an act fails."""

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Document, NumberSeries
from jxc_desktop.models.values.document_state import NUMBER_PREFIXES, DocumentKind
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

_SERIES = Query[tuple[str, int, int]](
    select(NumberSeries.prefix, NumberSeries.day, NumberSeries.last).where(NumberSeries.kind == bindparam("kind")),
    "kind",
)
_ADVANCE = Prepared(
    update(NumberSeries)
    .where(NumberSeries.kind == bindparam("of"))
    .values(day=bindparam("to_day"), last=bindparam("to_last")),
    "to_day",
    "to_last",
    "of",
)
_OF_DAY = Query[tuple[str]](
    select(Document.number).where(
        Document.kind == bindparam("kind"), Document.number.between(bindparam("first"), bindparam("final"))
    ),
    "kind",
    "first",
    "final",
)


def next_number(work: UnitOfWork, kind: DocumentKind, day: int) -> str:
    """The next number of this kind on the day it is written down, such as XS20261125-0001.

    It is taken in the act's own transaction, so an act that fails gives it back.
    """
    series = work.row(_SERIES, kind.value)
    assert series is not None, f"a shop file has a number series for {kind}"
    prefix, newest, last = series
    number = last + 1 if newest == day else _highest(work, kind, f"{prefix}{day}-") + 1
    work.run(_ADVANCE, [(day, number, kind.value)])
    return f"{prefix}{day}-{number:04d}"


def first_series() -> list[tuple[str, str, int, int]]:
    """The number series a new shop starts with."""
    return [(kind.value, prefix, 0, 0) for kind, prefix in NUMBER_PREFIXES.items()]


def _highest(work: UnitOfWork, kind: DocumentKind, start: str) -> int:
    """The highest number of a day that is in the books: brought from elsewhere, or from before a clock change."""
    endings = (number[len(start) :] for (number,) in work.rows(_OF_DAY, kind.value, f"{start}0", f"{start}:"))
    return max((int(ending) for ending in endings if ending.isascii() and ending.isdecimal()), default=0)
