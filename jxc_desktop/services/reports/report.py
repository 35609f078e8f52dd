"""What a report is: one declaration of its question, its columns and its totals, for screen, file and paper alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.exchange.table import Cell, Column, Table
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Period:
    """Business dates from the first to the last, both with it.

    Raises:
        InvalidInputError: it would end before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInputError("period", "ends_before_it_begins", self)


# What a report of a moment is asked with.
ALL_TIME = Period(date.min, date.max)


@dataclass(frozen=True, slots=True)
class ReportColumn(Generic[RowT]):
    """One column: what stands above it, and what a row says in it."""

    heading: str
    cell: Callable[[RowT], Cell]


@dataclass(frozen=True, slots=True)
class ReportSpec(Generic[RowT]):
    """One report.

    Attributes:
        name: what the command line calls it; title: what a person calls it.
        query: the rows, in order; a report of a moment takes no period and is asked with ``ALL_TIME``.
        totals: one more row, made from the rows of the query.
    """

    name: str
    title: str
    columns: tuple[ReportColumn[RowT], ...]
    query: Callable[[OpenTransaction, Period], list[RowT]]
    takes_period: bool
    totals: Callable[[Sequence[RowT]], RowT]

    def table(self, books: OpenTransaction, period: Period) -> Table:
        """The report as the books stand, with its totals."""
        rows = self.query(books, period)
        columns = tuple(Column(column.heading) for column in self.columns)
        return Table(self.title, columns, [self._cells(row) for row in rows], self._cells(self.totals(rows)))

    def _cells(self, row: RowT) -> tuple[Cell, ...]:
        return tuple(column.cell(row) for column in self.columns)
