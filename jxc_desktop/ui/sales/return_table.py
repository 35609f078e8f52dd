"""The lines of a sale while some of them come back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, QTY
from jxc_desktop.ui.sales.return_draft import ReturnRow
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

EDITING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class ReturnTable(Table[ReturnRow]):
    """The rows; what is typed on one is left to the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TableModel(return_columns(), key_of=lambda row: row.line.line_id), RowHeight.COUNTER, parent)
        self.keep_lit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in EDITING:
            event.ignore()
        else:
            super().keyPressEvent(event)


def return_columns() -> list[Column[ReturnRow]]:
    """The columns of the form, all of them in the base unit."""
    right, muted = Align.RIGHT, Tone.MUTED
    return [
        Column("product", _("商品"), lambda row: row.line.name, beside=lambda row: row.line.barcode, stretches=True),
        Column("unit", _("单位"), lambda row: row.line.base_unit, 4, Align.CENTRE, tone=muted),
        Column("sold", _("卖出"), lambda row: quantity_text(row.line.quantity), Width.PRICE, right, tone=muted),
        Column("net", _("实收"), lambda row: money_text(row.line.net), Width.AMOUNT, right, tone=muted),
        Column("left", _("可退"), lambda row: quantity_text(left_of(row)), Width.PRICE, right, tone=_left_tone),
        Column("quantity", _("本次退"), lambda row: quantity_text(row.quantity), Width.PRICE, right, None, QTY, _tone),
        Column("refund", _("退款"), lambda row: money_text(row.refund), Width.AMOUNT, right, None, ANSWER, _tone),
    ]


def left_of(row: ReturnRow) -> Quantity:
    """How much may still come back."""
    return Quantity(max(row.line.left.milli, 0))


def _left_tone(row: ReturnRow) -> Tone:
    return Tone.TEXT if left_of(row).milli else Tone.MUTED


def _tone(row: ReturnRow) -> Tone:
    return Tone.TEXT if row.quantity.milli else Tone.MUTED
