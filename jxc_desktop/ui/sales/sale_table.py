"""Sales and returns in a table: newest first, more of them as one scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.sales.sale_list import SaleRow
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.sales.sale_words import kind_word, moment_words, state_of
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.table import Table

SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class SaleTable(Table[SaleRow]):
    """The rows; ← and → are left to the page, which walks its days with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = PagedModel(sale_columns(), key_of=lambda row: row.document_id)
        super().__init__(self.rows, parent=parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def sale_columns() -> list[Column[SaleRow]]:
    """The columns of the list."""
    right = Align.RIGHT
    return [
        Column("number", _("单号"), lambda row: row.number, Width.NUMBER + 6, beside=_origin),
        Column("moment", _("时间"), lambda row: moment_words(row.moment), 16),
        Column("kind", _("类型"), kind_word, Width.BADGE, icon=_icon),
        Column("lines", _("行数"), lambda row: str(row.line_count), Width.QUANTITY, right),
        Column("amount", _("金额"), lambda row: money_text(row.amount), Width.AMOUNT + 2, right),
        Column("state", _("状态"), lambda _row: "", Width.BADGE + 1, badge=state_of),
        Column("paid", _("付款"), lambda row: "+".join(row.ways_of_paying), stretches=True, tone=Tone.MUTED),
        Column("member", _("会员"), lambda row: row.member_code, 12),
        Column("operator", _("收银员"), lambda row: row.operator, 8, tone=Tone.MUTED),
    ]


def _icon(row: SaleRow) -> str:
    return "receipt-refund" if kind_word(row) == _("退货") else "receipt"


def _origin(row: SaleRow) -> str:
    return _("导入") if row.is_history else ""
