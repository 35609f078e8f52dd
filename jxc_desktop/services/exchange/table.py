"""A table that is to be written as a sheet."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice

Row = TypeVar("Row")
ROWS_AT_ONCE = 5_000
ROWS_BETWEEN_TOLD = 500
# Is told how many rows are done, and of how many (0 where nobody knows); what it raises stops the work.
Told = Callable[[int, int], None]
Cell = str | int | Money | UnitPrice | Quantity | Percent | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        heading: what stands above it.
        width: how many narrow characters wide it is shown; from its contents where it is 0.
    """

    heading: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """What is written.

    Shape: one tuple per row, as long as the columns; the rows are gone through once.

    Attributes:
        title: the sheet's name.
        columns: the columns from left to right.
        rows: the rows from top to bottom.
        totals: a last row in bold, where there is one.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[object, ...]]
    totals: tuple[object, ...] | None = None


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[Row]):
    """One column of a list that is written as it is seen.

    Attributes:
        heading: what stands above it. cell: what stands there in a row. total: what stands below it.
    """

    heading: str
    cell: Callable[[Row], Cell]
    total: Cell = None


def listed(title: str, columns: Sequence[ListColumn[Row]], read: Callable[[int, int], Sequence[Row]]) -> Table:
    """A list as a table; `read` gives so many of its rows from an offset on."""
    cells = (tuple(column.cell(row) for column in columns) for row in all_rows(read))
    totals = tuple(column.total for column in columns)
    has_totals = any(total is not None for total in totals)
    return Table(title, tuple(Column(column.heading) for column in columns), cells, totals if has_totals else None)


def all_rows(read: Callable[[int, int], Sequence[Row]]) -> Iterator[Row]:
    """Every row of a list that is read so many rows from an offset on; never all of them in memory."""
    offset = 0
    while rows := read(offset, ROWS_AT_ONCE):
        yield from rows
        offset += len(rows)


def told_rows(rows: Iterable[Row], told: Told) -> Iterator[Row]:
    """The rows as they are; now and then `told` hears how many were gone through."""
    count = len(rows) if isinstance(rows, Sized) else 0
    for number, row in enumerate(rows):
        if number % ROWS_BETWEEN_TOLD == 0:
            told(number, count)
        yield row
