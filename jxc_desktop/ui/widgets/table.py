"""The table of every page: rows of one height, keys that open, sort and copy."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.parts import muted, paint_parts, parts_width
from jxc_desktop.ui.widgets.row_painter import RowPainter, is_cut
from jxc_desktop.ui.widgets.table_model import ASCENDING, Index, TableModel

Row = TypeVar("Row")
LOADING_SHOWS_AFTER_MS = 300
# Old rows are drawn muted only where the answer takes longer than this: else each key would make them flicker.
STALE_AFTER_MS = 150


class RowHeight(IntEnum):
    """Heights of rows for base 14."""

    DENSE = 28
    REPORT = 32
    NORMAL = 34
    COUNTER = 38


class Table(QTableView, Generic[Row]):
    """A table of frozen rows.

    Signals:
        opened: the row Enter or a double click was pressed on.
        row_chosen: the row that became the current one.
        sorted_by: the name of the column and whether downwards, after a sort by key or header.
    """

    opened = Signal(object)
    row_chosen = Signal(object)
    sorted_by = Signal(str, bool)

    def __init__(
        self, model: TableModel[Row], row_height: RowHeight = RowHeight.NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._row_height = model, row_height
        self._nothing, self._ways_out = "", tuple[KeyHint, ...]()
        self._beside_header = QWidget(self)  # keeps the scroll bar below the header
        self.painter = RowPainter(self)
        self._loading = QTimer(self, singleShot=True, interval=LOADING_SHOWS_AFTER_MS)
        self._loading.timeout.connect(self.viewport().update)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self._set_up_view()
        self._set_up_header()
        self.doubleClicked.connect(self._on_double_click)

    def model_of_rows(self) -> TableModel[Row]:
        """The rows and columns shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row], *, is_in_order: bool = False) -> None:
        """Other rows; the current row stays the current one where it is still there.

        `is_in_order`: they come in the order that is chosen, so that many of them need not be sorted once more.
        """
        kept = self._current_key()
        self._rows.replace_rows(rows, is_in_order=is_in_order)
        self.set_stale(False)
        self._choose_key(kept)

    def current_row(self) -> Row | None:
        """The row the keys act on."""
        number = self.currentIndex().row()
        return self._rows.row_at(number) if number >= 0 else None

    def choose(self, number: int) -> None:
        """Make the row of that number the current one and bring it into view."""
        index = self._rows.index(number, max(self.currentIndex().column(), self._logical_first()))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def sort_by(self, name: str, descending: bool = False) -> None:
        """Sort by a column.

        Raises:
            ValueError: no column has this name.
        """
        order = Qt.SortOrder.DescendingOrder if descending else ASCENDING
        self._rows.sort(self._rows.column_named(name), order)
        self.sorted_by.emit(name, descending)

    def keep_lit(self) -> None:
        """Draw the current row as in the focus: on the counter the focus stays in the scan field."""
        self.painter.is_lit = True

    def set_stale(self, is_stale: bool) -> None:
        """Draw the old rows muted while new ones are read, with a bar if that takes long."""
        if is_stale and not self.painter.is_stale:
            self._loading.start()
        elif not is_stale:
            self._loading.stop()
        self.painter.is_stale = is_stale
        self.viewport().update()

    def set_nothing_found(self, words: str, ways_out: Sequence[KeyHint] = ()) -> None:
        """What stands in the table while it has no row, and the keys that change that."""
        self._nothing, self._ways_out = words, tuple(ways_out)
        self.viewport().update()

    def nothing_words(self) -> str:
        """The same as plain text."""
        return " ".join([self._nothing, *(f"{hint.key} {hint.word}" for hint in self._ways_out)]).strip()

    def first_visible(self) -> int:
        """The place of the leftmost column that is not hidden."""
        header = self.horizontalHeader()
        shown = (n for n in range(header.count()) if not header.isSectionHidden(header.logicalIndex(n)))
        return next(shown, 0)

    def copy_as_text(self) -> str:
        """The current row as tab separated text, also put on the clipboard."""
        number = self.currentIndex().row()
        shown = [n for n in self._visual_order() if not self.isColumnHidden(n)]
        text = "\t".join(self._rows.cell_text(number, n) for n in shown) if number >= 0 else ""
        QGuiApplication.clipboard().setText(text)
        return text

    def _visual_order(self) -> list[int]:
        header = self.horizontalHeader()
        return [header.logicalIndex(n) for n in range(header.count())]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS:
            self._open_current(event)
        elif event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self._sort_by_number(self.currentIndex().column())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_as_text()
        elif event.text() and event.text().isprintable():
            event.ignore()  # plain keys belong to the page: its search, its digits
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._repaint_row(previous.row())
            self._repaint_row(current.row())
            if current.isValid():
                self.row_chosen.emit(self._rows.row_at(current.row()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hovered(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._cut_text_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._take_sizes()

    def make_room(self) -> None:
        """Leave out what gives way until the column that stretches has its least width."""
        columns = self._rows.columns
        givers = [number for number, column in enumerate(columns) if column.gives_way]
        if not givers:
            return
        wide = {
            number: column.pixels() if column.stretches or column.gives_way else self.columnWidth(number)
            for number, column in enumerate(columns)
        }
        missing = sum(wide.values()) - self.viewport().width()
        for number in givers:
            self.setColumnHidden(number, missing > 0)
            missing -= wide[number]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), look().px(200))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colours.surface)
        painter.end()
        self.painter.begin()
        super().paintEvent(event)
        self._paint_over_rows(QPainter(self.viewport()))

    def _paint_over_rows(self, painter: QPainter) -> None:
        if not self._rows.rowCount():
            self._paint_empty(painter)
        if self.painter.is_stale and not self._loading.isActive():
            painter.fillRect(QRect(0, 0, self.viewport().width(), 2), look().colours.accent)

    def _paint_empty(self, painter: QPainter) -> None:
        """What is missing, and how to get out of it, in the place of the first row, which shows the focus."""
        place = QRect(0, 0, self.viewport().width(), height(self._row_height))
        if self.hasFocus():
            self.painter.paint_chosen(painter, place)
        words, gap = (muted(self._nothing),), look().px(12)
        wide, keys = parts_width(words, 0), hints_width(self._ways_out)
        left = max((place.width() - wide - gap - keys) // 2, gap)
        end = paint_parts(painter, words, QRect(left, place.y(), place.width() - left - gap, place.height()), gap)
        if end + keys < place.width():
            paint_hints(painter, self._ways_out, QRect(end, place.y(), keys, place.height()), Tone.MUTED)

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        # The table is see-through so that its panel's round corners show; the viewport fills itself.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(look().px(24))
        header.sectionClicked.connect(self._sort_by_number)
        for number, column in enumerate(self._rows.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
        self.addScrollBarWidget(self._beside_header, Qt.AlignmentFlag.AlignTop)
        self._take_sizes()

    def _take_sizes(self) -> None:
        """Heights and widths for the look worn now."""
        tall = height(self._row_height)
        self.verticalHeader().setMinimumSectionSize(tall)
        self.verticalHeader().setDefaultSectionSize(tall)
        self.horizontalHeader().setFixedHeight(height(32))
        self._beside_header.setFixedHeight(height(32))
        for number, column in enumerate(self._rows.columns):
            if not column.stretches:
                self.setColumnWidth(number, column.pixels())

    def _open_current(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and not event.isAutoRepeat():
            self.opened.emit(row)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.row_at(index.row()))

    def _sort_by_number(self, number: int) -> None:
        """Upwards first, downwards when asked again."""
        if number < 0 or self._rows.columns[number].sort is None:
            return
        name = self._rows.columns[number].name
        self.sort_by(name, descending=self._rows.sorted_by() == (name, False))

    def _current_key(self) -> Any:
        row = self.current_row()
        if row is None:
            return None
        return self._rows.key_of(row) if self._rows.key_of else self.currentIndex().row()

    def _choose_key(self, key: Any) -> None:
        if key is None or not self._rows.rowCount():
            return
        key_of = self._rows.key_of
        keys = [key_of(row) for row in self._rows.rows()] if key_of else list(range(self._rows.rowCount()))
        if key in keys:
            self.choose(keys.index(key))

    def _cut_text_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        text = self._rows.cell_text(index.row(), index.column())
        column = self._rows.columns[index.column()]
        return text if is_cut(column, text, self.columnWidth(index.column())) else ""

    def _logical_first(self) -> int:
        return self.horizontalHeader().logicalIndex(self.first_visible())

    def _set_hovered(self, number: int) -> None:
        if number != self.painter.hovered:
            old, self.painter.hovered = self.painter.hovered, number
            self._repaint_row(old)
            self._repaint_row(number)

    def _repaint_row(self, number: int) -> None:
        if number >= 0:
            top, tall = self.rowViewportPosition(number), self.rowHeight(number)
            self.viewport().update(QRect(0, top, self.viewport().width(), tall))
