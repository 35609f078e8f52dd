"""The table one scans into: the focus stays in the scan field, which moves the chosen row."""

from typing import Any, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.columns import Column, cell_inset
from jxc_desktop.ui.widgets.parts import bold, paint_parts, plain
from jxc_desktop.ui.widgets.row_painter import RowPainter
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

Row = TypeVar("Row")


class ScannedPainter(RowPainter):
    """Draws a red row with its code as large as a name: it is all one knows of it."""

    @override
    def _paint_cell(self, painter: QPainter, place: QRect, column: Column[Any], row: Any, row_tone: Tone) -> None:
        if column.name != "product" or row_tone is not Tone.DANGER:
            super()._paint_cell(painter, place, column, row, row_tone)
            return
        inner = place.adjusted(cell_inset(), 0, -cell_inset(), -1)
        code = column.beside(row) if column.beside else ""
        paint_parts(painter, (bold(column.text(row), Tone.DANGER), plain(code)), inner, look().px(10))


class ScannedTable(Table[Row]):
    """Rows that grow with each scan. The focus never comes here."""

    def __init__(self, model: TableModel[Row], nothing_yet: str, parent: QWidget | None = None) -> None:
        """The rows of the model; without any, the words say how to begin."""
        super().__init__(model, RowHeight.COUNTER, parent)
        self.painter = ScannedPainter(self)
        self.setItemDelegate(self.painter)
        self.keep_lit()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsMovable(False)
        self.set_nothing_found(nothing_yet)

    def chosen_number(self) -> int:
        """The row the keys act on; −1 for none."""
        return self.currentIndex().row()

    def move_choice(self, step: int) -> None:
        """Choose another row, so many below; at the ends it stays."""
        rows = self.model_of_rows().rowCount()
        if rows:
            self.choose(min(max(self.chosen_number() + step, 0), rows - 1))

    def rows_in_view(self) -> int:
        """How many rows a page is."""
        return max(self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1, 1)
