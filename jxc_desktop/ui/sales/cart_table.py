"""The cart on the counter: rows of 38, and below them how many rows and pieces."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.sales.cart import CartTotals
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TITLE
from jxc_desktop.ui.sales.cart_model import CartModel, CartRow
from jxc_desktop.ui.widgets.columns import Column, cell_inset
from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.parts import Part, bold, muted, paint_parts, plain
from jxc_desktop.ui.widgets.row_painter import RowPainter
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_panel import TablePanel


class CartPainter(RowPainter):
    """Draws a red row with its code as large as a name: it is all one knows of it."""

    @override
    def _paint_cell(self, painter: QPainter, place: QRect, column: Column[Any], row: Any, row_tone: Tone) -> None:
        if column.name != "product" or row_tone is not Tone.DANGER:
            super()._paint_cell(painter, place, column, row, row_tone)
            return
        inner = place.adjusted(cell_inset(), 0, -cell_inset(), -1)
        code = column.beside(row) if column.beside else ""
        paint_parts(painter, (bold(column.text(row), Tone.DANGER), plain(code)), inner, look().px(10))


class CartTable(Table[CartRow]):
    """The rows of the cart. The focus never comes here: the scan field moves the chosen row."""

    def __init__(self, model: CartModel, parent: QWidget | None = None) -> None:
        super().__init__(model, RowHeight.COUNTER, parent)
        self.painter = CartPainter(self)
        self.setItemDelegate(self.painter)
        self.keep_lit()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsMovable(False)
        self.set_nothing_found(_("扫第一件商品就开始；没有条码的按 F12 选"))

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


class CartPanel(TablePanel):
    """The cart in its frame.

    Attributes:
        cart_table: the rows; foot: rows and pieces.
    """

    def __init__(self, model: CartModel, parent: QWidget | None = None) -> None:
        self.cart_table = CartTable(model)
        self.foot = FootLine()
        super().__init__(self.cart_table, self.foot, parent=parent)

    def show_totals(self, totals: CartTotals) -> None:
        """Rows and pieces; red rows are counted as rows only."""
        rows = _("{rows} 行").format(rows=totals.rows)
        if totals.unknown_rows:
            rows = _("{rows} 行，其中 {unknown} 行未识别").format(rows=totals.rows, unknown=totals.unknown_rows)
        self.foot.say((muted(rows),), (Part(_("件数"), BODY, Tone.MUTED), Part(str(totals.pieces), TITLE)))
