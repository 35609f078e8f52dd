"""The cart on the counter: rows of 38, and below them how many rows and pieces."""

from PySide6.QtWidgets import QWidget

from jxc_desktop.services.sales.cart import CartTotals
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TITLE
from jxc_desktop.ui.sales.cart_model import CartModel, CartRow
from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.parts import Part, muted
from jxc_desktop.ui.widgets.scanned_table import ScannedTable
from jxc_desktop.ui.widgets.table_panel import TablePanel


class CartTable(ScannedTable[CartRow]):
    """The rows of the cart."""

    def __init__(self, model: CartModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("扫第一件商品就开始；没有条码的按 F12 选"), parent)


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
