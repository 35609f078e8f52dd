"""The sale before this one, until the next is paid: what it came to and the change."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import TITLE
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_cap import KeyHint, paint_hints
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, baseline_in, muted, paint_parts, paint_words, parts_width, plain

if TYPE_CHECKING:
    from jxc_desktop.services.sales.sale_list import Sale

INSET, HEIGHT = 16, 68


@dataclass(frozen=True, slots=True)
class LastSale:
    """What is shown of a sale; paid names the ways it was paid."""

    document_id: int
    number: str
    moment: datetime
    due: Money
    paid: tuple[tuple[str, Money], ...]
    change: Money


def last_sale_of(sale: "Sale") -> LastSale:
    """A sale from the books."""
    paid = tuple((tender.account, tender.tendered) for tender in sale.tenders)
    return LastSale(sale.row.document_id, sale.row.number, sale.row.moment, sale.row.amount, paid, sale.change)


class LastSalePanel(QWidget):
    """Paints the last sale, the change large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sale: LastSale | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sale(self, sale: LastSale | None) -> None:
        """Another sale; None before the first one."""
        self._sale = sale
        self.setAccessibleName(self.words())
        self.update()

    def sale(self) -> LastSale | None:
        """The sale shown."""
        return self._sale

    def words(self) -> str:
        """All that is written, as plain text."""
        return " ".join(part.text for part in (*self._head(), *(part for pair in self._pairs() for part in pair)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(364), look().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect())
        inner = self.rect().adjusted(look().px(INSET), 0, -look().px(INSET), 0)
        head = QRect(inner.x(), look().px(8), inner.width(), look().px(26))
        paint_parts(painter, self._head(), head, look().px(16))
        if self._sale is None:
            return
        paint_hints(painter, (KeyHint("Ctrl+P", _("重打")),), head, Tone.MUTED)
        self._paint_pairs(painter, QRect(inner.x(), look().px(34), inner.width(), look().px(26)))

    def _paint_pairs(self, painter: QPainter, line: QRect) -> None:
        pairs = self._pairs()
        gap = look().px(4)
        between = (line.width() - sum(parts_width(pair, gap) for pair in pairs)) // max(len(pairs) - 1, 1)
        x, baseline = line.x(), baseline_in(line, TITLE)
        for pair in pairs:
            for part in pair:
                tone = look().colours.text_muted if part.tone is Tone.MUTED else look().colours.text
                paint_words(painter, part.text, part.style, tone, x, baseline)
                x += parts_width((part,), 0) + gap
            x += max(between, gap) - gap

    def _head(self) -> tuple[Part, ...]:
        if self._sale is None:
            return (muted(_("上一单")), muted(_("还没有")))
        title = _("上一单 {number}").format(number=self._sale.number.rpartition("-")[2])
        return (muted(title), muted(f"{self._sale.moment:%H:%M}"))

    def _pairs(self) -> tuple[tuple[Part, ...], ...]:
        sale = self._sale
        if sale is None:
            return ()
        due = (muted(_("应收")), plain(money_text(sale.due)))
        names = "+".join(name for name, _amount in sale.paid)
        paid = (muted(names), plain(money_text(Money(sum(amount.fen for _name, amount in sale.paid)))))
        change = (muted(_("找零")), Part(money_text(sale.change), TITLE))
        return (due, paid, change) if sale.paid else (due, change)
