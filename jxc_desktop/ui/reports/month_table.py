"""A short table of a month: as many whole rows as there is room for, and no scroll bar."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.panel import Panel, paint_head
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

MOST_ROWS, USUAL_ROWS, LEAST_ROWS, HEADER, FOOT = 8, 5, 2, 32, 6
# The page has another use for these: another month.
OTHER_USE = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class MonthTable(Table[Any]):
    """The rows."""

    def __init__(self, columns: Sequence[Column[Any]], tone_of: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(TableModel(columns, None, tone_of), RowHeight.DENSE, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OTHER_USE:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MonthTablePanel(Panel):
    """The frame round such a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: MonthTable | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_height_of(MOST_ROWS))

    def show_table(self, table: MonthTable) -> None:
        """Another table in place of the one before."""
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        table.setParent(self)
        self._place()
        table.show()

    def rows_in_view(self) -> int:
        """How many whole rows there is room for."""
        return max((self.height() - _height_of(0)) // height(RowHeight.DENSE), 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(500), _height_of(USUAL_ROWS))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, _height_of(LEAST_ROWS))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The band behind the header is the panel's: the table is see-through there."""
        super().paintEvent(event)
        band = self.contentsRect()
        band.setHeight(height(HEADER))
        paint_head(QPainter(self), band, look().colours.border)

    def _place(self) -> None:
        if self.table is not None:
            tall = height(HEADER) + self.rows_in_view() * height(RowHeight.DENSE)
            self.table.setGeometry(1, 1, self.width() - 2, tall)


def loss_tone(is_loss: bool) -> Tone:
    """A row that lost money is one to look at."""
    return Tone.WARNING if is_loss else Tone.TEXT


def _height_of(rows: int) -> int:
    """The rows with their header, and a foot that keeps them out of the panel's round corners."""
    return 2 + height(HEADER) + look().px(FOOT) + rows * height(RowHeight.DENSE)
