"""The totals pinned below a table, each under its column."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import ANSWER, height, text_width
from jxc_desktop.ui.widgets.columns import Align, Column, cell_inset
from jxc_desktop.ui.widgets.panel import paint_foot
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_centred, paint_right, paint_words
from jxc_desktop.ui.widgets.table import Table

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DISPLAY = Qt.ItemDataRole.DisplayRole


class TotalsModel(QAbstractTableModel):
    """One row: the total of each column, by the column's name."""

    def __init__(self, columns: tuple[Column[Any], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = columns
        self._totals: Mapping[str, str] = {}

    def show_totals(self, totals: Mapping[str, str]) -> None:
        """Other totals."""
        self._totals = dict(totals)
        self.dataChanged.emit(self.index(0, 0), self.index(0, len(self.columns) - 1))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or role != DISPLAY:
            return None
        return self._totals.get(self.columns[index.column()].name, "")


class TotalsPainter(QStyledItemDelegate):
    """Draws a total bold, aligned as its column; a label may run over the empty cells right of it."""

    def __init__(self, model: TotalsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = index.data()
        if not text:
            return
        column = self._model.columns[index.column()]
        place: QRect = option.rect.adjusted(cell_inset(), 1, -cell_inset(), 0)
        if column.align is Align.RIGHT:
            paint_right(painter, Part(text, ANSWER), place)
        elif column.align is Align.CENTRE:
            paint_centred(painter, Part(text, ANSWER), place)
        else:
            paint_words(painter, text, ANSWER, look().colours.text, place.x(), baseline_in(place, ANSWER))


class TotalsFooter(QTableView):
    """A second table of one row that follows the widths, order and scrolling of the first."""

    def __init__(self, table: Table[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._model = TotalsModel(table.model_of_rows().columns, self)
        self.setModel(self._model)
        self.setItemDelegate(TotalsPainter(self._model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hide_headers()
        self._follow_table()

    def show_totals(self, totals: Mapping[str, str]) -> None:
        """The totals by name of column, from the query and not from the visible rows; columns make room for them."""
        self._model.show_totals(totals)
        for number, column in enumerate(self._model.columns):
            needed = text_width(ANSWER, totals.get(column.name, "")) + 2 * cell_inset()
            if not column.stretches and column.align is Align.RIGHT and needed > self._table.columnWidth(number):
                self._table.setColumnWidth(number, needed)
        self._table.make_room()

    def total(self, name: str) -> str:
        """The total shown for a column."""
        return str(self._model.data(self._model.index(0, self._table.model_of_rows().column_named(name))))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(200), height(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, height(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_foot(painter, self.viewport().rect(), look().colours.border_strong)
        painter.end()
        super().paintEvent(event)

    def _hide_headers(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)

    def _follow_table(self) -> None:
        header = self._table.horizontalHeader()
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)
        self._table.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        for number in range(header.count()):
            self._on_resized(number, 0, header.sectionSize(number))

    def _on_resized(self, number: int, _before: int, now: int) -> None:
        """Take the width over; a column that is hidden tells it by its own width or only by that of the others."""
        if now:
            self.horizontalHeader().resizeSection(number, now)
        for other in range(len(self._model.columns)):
            is_hidden = self._table.isColumnHidden(other) or (other == number and now == 0)
            self.setColumnHidden(other, is_hidden)

    def _on_moved(self, _number: int, before: int, now: int) -> None:
        self.horizontalHeader().moveSection(before, now)
