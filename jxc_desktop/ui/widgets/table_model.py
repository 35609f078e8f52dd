"""Rows and columns as Qt wants to see them: a Python list of frozen rows, sorted in Python."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.columns import FLAGS, Column

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DISPLAY = Qt.ItemDataRole.DisplayRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
ASCENDING = Qt.SortOrder.AscendingOrder
ARROWS = {ASCENDING: "↑", Qt.SortOrder.DescendingOrder: "↓"}


class TableModel(QAbstractTableModel, Generic[Row]):
    """The rows of one table.

    Attributes:
        columns: what is shown of each row.
        key_of: what a row is known by when the list is read anew; its place where nothing is given.
        tone_of: danger for an unknown or failed row, warning for one to look at, else text.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key_of: Callable[[Row], Hashable] | None = None,
        tone_of: Callable[[Row], Tone] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key_of = key_of
        self.tone_of = tone_of or _plain
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def rows(self) -> Sequence[Row]:
        """The rows as they are shown, from the top. Read only."""
        return self._rows

    def row_at(self, number: int) -> Row:
        """One row.

        Raises:
            IndexError: there are fewer rows.
        """
        return self._rows[number]

    def replace_rows(self, rows: Sequence[Row], *, is_in_order: bool = False) -> None:
        """Show other rows, in the order chosen before or, without one, in theirs; `is_in_order`: they are in it."""
        self.beginResetModel()
        self._rows = list(rows) if is_in_order else self._in_order(list(rows))
        self.endResetModel()

    def insert_row(self, number: int, row: Row) -> None:
        """One more row at a place."""
        self.beginInsertRows(ROOT, number, number)
        self._rows.insert(number, row)
        self.endInsertRows()

    def change_row(self, number: int, row: Row) -> None:
        """Another row in the place of one."""
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def remove_row(self, number: int) -> None:
        """One row less."""
        self.beginRemoveRows(ROOT, number, number)
        del self._rows[number]
        self.endRemoveRows()

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Other rows, of which most are the same: no more is told than a row more, a row less, rows that differ."""
        pairs = enumerate(zip(self._rows, rows, strict=False))
        first = next((n for n, (old, new) in pairs if old != new), min(len(self._rows), len(rows)))
        if len(rows) == len(self._rows) + 1:
            self.insert_row(first, rows[first])
        elif len(rows) == len(self._rows) - 1:
            self.remove_row(first)
        elif len(rows) != len(self._rows):
            self.replace_rows(rows)
        for number in range(first, len(rows)):
            if self._rows[number] != rows[number]:
                self.change_row(number, rows[number])

    def column_named(self, name: str) -> int:
        """The place of a column.

        Raises:
            ValueError: no column has this name.
        """
        return [column.name for column in self.columns].index(name)

    def sorted_by(self) -> tuple[str, bool] | None:
        """The name of the column the rows are sorted by and whether downwards."""
        if self._sorted_by is None:
            return None
        number, order = self._sorted_by
        return self.columns[number].name, order is not ASCENDING

    @override
    def sort(self, column: int, order: Qt.SortOrder = ASCENDING) -> None:
        """Sort the rows; equal ones keep their order. A column that cannot be sorted changes nothing."""
        if not 0 <= column < len(self.columns) or self.columns[column].sort is None:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = column, order
        before = self._rows
        self._rows = self._in_order(before)
        self._move_persistent_indexes(before)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == DISPLAY:
            return self.cell_text(index.row(), index.column())
        return FLAGS[column.align] if role == ALIGNMENT else None

    def cell_text(self, row: int, column: int) -> str:
        """What a cell shows, a badge as its word."""
        shown, at = self._rows[row], self.columns[column]
        badge = at.badge(shown) if at.badge else None
        return badge.word if badge else at.text(shown)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == ALIGNMENT:
            return FLAGS[self.columns[section].align]
        return self._title(section) if role == DISPLAY else None

    def _title(self, section: int) -> str:
        """The title, with an arrow after it where the rows are sorted by it."""
        title = self.columns[section].title
        if self._sorted_by is None or self._sorted_by[0] != section:
            return title
        return f"{title} {ARROWS[self._sorted_by[1]]}"

    def _in_order(self, rows: list[Row]) -> list[Row]:
        if self._sorted_by is None:
            return rows
        number, order = self._sorted_by
        key = self.columns[number].sort
        assert key is not None
        return sorted(rows, key=key, reverse=order is not ASCENDING)

    def _move_persistent_indexes(self, before: list[Row]) -> None:
        """The chosen row stays chosen where it went."""
        places: dict[int, int] = {id(row): number for number, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(places[id(before[index.row()])], index.column()) for index in old]
        self.changePersistentIndexList(old, new)


def _plain(_row: object) -> Tone:
    return Tone.TEXT
