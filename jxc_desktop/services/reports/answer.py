"""A report that was read: one moment's figures, which the screen, the file and the paper all show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from jxc_desktop.services.exchange.table import Cell, Column, Table
from jxc_desktop.services.reports.report import Asked, Lead, Order, ReportColumn, ReportSpec

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Layout:
    """How somebody wants to see a report.

    Attributes:
        columns: the keys of the columns that are seen, from left to right; empty: those that are shown at first.
        order: what the rows are sorted by; None: as the report itself sorts them.
    """

    columns: tuple[str, ...] = ()
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class ReportAnswer(Generic[RowT]):
    """The rows of a report as the books stood.

    Attributes:
        filter_words: what narrowed it, such as the period and the category.
        made_by, made_at: who asked, and when.
    """

    spec: ReportSpec[RowT]
    asked: Asked
    rows: list[RowT]
    totals: RowT
    shop_name: str
    filter_words: tuple[str, ...]
    made_by: str
    made_at: datetime

    def columns(self, layout: Layout) -> tuple[ReportColumn[RowT], ...]:
        """The columns that are seen; a key that the report does not know (any more) is passed over."""
        known = {column.key: column for column in self.spec.columns}
        chosen = tuple(known[key] for key in layout.columns if key in known)
        return chosen or tuple(filter(self._is_shown, self.spec.columns))

    def _is_shown(self, column: ReportColumn[RowT]) -> bool:
        return column.is_shown and (column.needs is None or self.asked.uses(column.needs))

    def sorted_rows(self, layout: Layout) -> Sequence[RowT]:
        """The rows in the order that is wanted; where cells are equal, as the report sorts them."""
        cell = (
            {column.key: column.cell for column in self.spec.columns}.get(layout.order.column) if layout.order else None
        )
        if cell is None or layout.order is None:
            return self.rows
        return sorted(self.rows, key=lambda row: _rank(cell(row)), reverse=layout.order.is_descending)

    def table(self, layout: Layout | None = None) -> Table:
        """The report as it is seen, with its totals."""
        wanted = layout or Layout()
        columns = self.columns(wanted)
        cells = [column.cell for column in columns]

        def line(row: RowT) -> tuple[Cell, ...]:
            return tuple(cell(row) for cell in cells)

        headings = tuple(Column(column.heading) for column in columns)
        return Table(self.spec.title, headings, [line(row) for row in self.sorted_rows(wanted)], line(self.totals))

    def lead(self, row: RowT) -> Lead | None:
        """Where Enter on the row goes."""
        return self.spec.leads_to(row, self.asked) if self.spec.leads_to else None


def _rank(cell: Cell) -> tuple[bool, Any]:
    """Empty cells come before all others."""
    is_there = cell is not None and cell != ""
    return is_there, cell if is_there else 0
