"""Rows that come page by page as one scrolls; whoever gives them sorts them too."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from jxc_desktop.ui.widgets.table_model import ASCENDING, ROOT, Index, TableModel

Row = TypeVar("Row")


def sorted_by_source(_row: object) -> None:
    """The sort of a column that can be sorted, though not here."""


class PagedModel(TableModel[Row]):
    """The rows read so far of a list that may be long.

    Signals:
        wants_more: the end of what was read came into view; how many rows there are. ``add_rows`` answers it.
    """

    wants_more = Signal(int)
    _has_more = False
    _is_waiting = False

    def show_first(self, rows: Sequence[Row], has_more: bool) -> None:
        """Other rows from the first on, and whether more of them can be had."""
        self._has_more, self._is_waiting = has_more, False
        self.replace_rows(rows)

    def add_rows(self, rows: Sequence[Row], has_more: bool) -> None:
        """The rows after those that are shown."""
        self._has_more, self._is_waiting = has_more, False
        if rows:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    @override
    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return self._has_more and not self._is_waiting and not parent.isValid()

    @override
    def fetchMore(self, parent: Index = ROOT) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.wants_more.emit(len(self._rows))

    @override
    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Note the order; the rows follow in it from their source."""
        if 0 <= column < len(self.columns) and self.columns[column].sort is not None:
            self._sorted_by = column, order
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @override
    def _in_order(self, rows: list[Row]) -> list[Row]:
        return rows
