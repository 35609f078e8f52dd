"""The rows of a delivery, and below them how many kinds, pieces, and what is owed."""

from PySide6.QtWidgets import QWidget

from jxc_desktop.services.purchasing.receiving_draft import DraftTotals
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import TITLE
from jxc_desktop.ui.purchasing.receive_model import ReceiveModel, ReceiveRow
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.parts import Part, muted
from jxc_desktop.ui.widgets.scanned_table import ScannedTable
from jxc_desktop.ui.widgets.table_panel import TablePanel


class ReceiveTable(ScannedTable[ReceiveRow]):
    """The rows of the delivery."""

    def __init__(self, model: ReceiveModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("扫第一件到货的商品就开始；没有条码的按 F12 选"), parent)


class ReceivePanel(TablePanel):
    """The delivery in its frame.

    Attributes:
        rows: the table; foot: kinds, pieces, amount.
    """

    def __init__(self, model: ReceiveModel, parent: QWidget | None = None) -> None:
        self.rows = ReceiveTable(model)
        self.foot = FootLine()
        super().__init__(self.rows, self.foot, parent=parent)

    def show_totals(self, totals: DraftTotals, kinds: int) -> None:
        """Red rows and open prices are named as long as there are some."""
        left = [muted(kinds_words(kinds))]
        if totals.unknown_rows:
            words = _("{rows} 行未识别").format(rows=totals.unknown_rows)
            left.append(Part(words, tone=Tone.DANGER))
        if totals.open_rows:
            words = _("{rows} 行没有进价").format(rows=totals.open_rows)
            left.append(Part(words, tone=Tone.WARNING))
        figures = (
            muted(_("本次")),
            Part(f"{totals.pieces:,}", TITLE),
            muted(_("件")),
            muted(_("　金额")),
            Part(money_text(totals.amount), TITLE),
        )
        self.foot.say(left, figures)


def kinds_words(kinds: int) -> str:
    """How many products."""
    return _("{kinds} 种商品").format(kinds=kinds)
