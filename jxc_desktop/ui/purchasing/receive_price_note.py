"""The foot of the side panel: what the goods cost last and sell for; 涨价提醒 where they are dearer now."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.purchasing.receiving_draft import DraftLine, GoodsLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION
from jxc_desktop.ui.purchasing.receive_words import rise_of
from jxc_desktop.ui.widgets.figure_text import percent_text, price_text
from jxc_desktop.ui.widgets.figures import PaintedBlock
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right


class PriceNote(PaintedBlock):
    """Two lines: a rise in price where there is one, and below it last cost and retail price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rise = self._last = self._retail = self._margin = ""
        self._is_loss = False

    def show_line(self, line: DraftLine | None) -> None:
        """Another row, or none."""
        self._rise = self._last = self._retail = self._margin = ""
        self._is_loss = False
        if isinstance(line, GoodsLine):
            self._show_goods(line)
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        return " ".join(filter(None, (self._rise, self._last, self._retail, self._margin)))

    @override
    def design_height(self) -> int:
        return 62

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner, px = QPainter(self), self.inner(), look().px
        if self._rise:
            tone = Tone.DANGER if self._is_loss else Tone.WARNING
            painter.fillRect(QRect(1, 0, self.width() - 2, px(32)), ground(tone))
            painter.fillRect(QRect(1, 0, 4, px(32)), ink(tone))
            place = QRect(inner.x(), 0, inner.width(), px(32))
            paint_icon(painter, "alert-triangle", ink(tone), QRect(place.x(), 0, px(16), px(32)))
            paint_parts(painter, [Part(self._rise, ANSWER, tone)], place.adjusted(px(22), 0, 0, 0), 0)
        foot = QRect(inner.x(), px(34), inner.width(), px(28))
        quiet = [Part(words, CAPTION, Tone.MUTED) for words in (self._retail, self._margin) if words]
        right = foot
        for part in reversed(quiet):
            right = QRect(foot.x(), foot.y(), paint_right(painter, part, right) - px(12) - foot.x(), foot.height())
        paint_parts(painter, [Part(self._last, CAPTION, Tone.MUTED)], right, 0)

    def _show_goods(self, line: GoodsLine) -> None:
        price, last, retail = line.unit_price, line.last_price, line.goods.price
        self._last = _("没有进过货") if last is None else _("上次进价 {last}").format(last=price_text(last))
        self._retail = _("零售 {price}").format(price=price_text(retail))
        if price is not None and retail.parts > 0:
            self._margin = _("毛利 {rate}").format(rate=percent_text(retail.parts - price.parts, retail.parts))
        self._is_loss = price is not None and price > retail
        if self._is_loss:
            self._rise = _("进价比零售价高，亏本卖")
        elif line.is_dearer and price is not None and last is not None:
            more = price_text(rise_of(price, last))
            rate = percent_text(price.parts - last.parts, last.parts) if last.parts else ""
            self._rise = _("涨价提醒　贵了 {more}　{rate}").format(more=more, rate=rate)
