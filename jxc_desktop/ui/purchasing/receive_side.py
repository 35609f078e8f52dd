"""The panel beside a delivery: the goods in the hand, how many, what they cost, their batch."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.purchasing.receiving_draft import DraftLine, GoodsLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import BIG, BODY, CAPTION, FIGURE, HEADING, TITLE, TextStyle, text_width
from jxc_desktop.ui.purchasing.receive_lot_form import LotForm
from jxc_desktop.ui.purchasing.receive_lot_words import days_left_words
from jxc_desktop.ui.purchasing.receive_price_note import PriceNote
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.figures import PaintedBlock, PairList
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_parts, paint_words, shortened
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.side_panel import SidePanel

WIDTH = 316
COUNT_ROOM = 122
# Below this height the fields of the batch take the room of the prices.
LOW_PANEL = 510
COUNT_STYLES = (BIG, TextStyle(32, True), FIGURE, TITLE)
FIGURE_STYLES = (TextStyle(18), HEADING, BODY, CAPTION)


class GoodsHead(PaintedBlock):
    """The name of the goods, their code and unit; 本次 large, 进价 and 金额 beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = self._name = self._facts = self._count = ""
        self._figures: tuple[tuple[str, str, Tone], ...] = ()

    def show_line(self, line: DraftLine | None, is_scanned: bool) -> None:
        """Another row, or none; whether it is the one that was scanned last."""
        self._caption = _("刚扫的商品") if is_scanned else _("选中的商品")
        self._name, self._facts, self._count, self._figures = _("还没有扫"), "", "", ()
        if isinstance(line, GoodsLine):
            self._name = line.goods.name
            self._facts = f"{line.goods.code}    {line.goods.unit_name}"
            self._count, self._figures = quantity_text(line.count), _figures_of(line)
        elif line is not None:
            self._name, self._facts, self._count = _("未识别"), line.code, str(line.count)
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        figures = (f"{label} {value}" for label, value, _tone in self._figures)
        count = f"{_('本次')} {self._count}" if self._count else ""
        return " ".join(filter(None, (self._caption, self._name, self._facts, count, *figures)))

    @override
    def design_height(self) -> int:
        return 156

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner, px = QPainter(self), self.inner(), look().px
        self._paint_line(painter, Part(self._caption, CAPTION, Tone.MUTED), 10, 20)
        self._paint_line(painter, Part(self._name, TITLE), 28, 30)
        self._paint_line(painter, Part(self._facts, CAPTION, Tone.MUTED), 56, 20)
        if self._count:
            self._paint_line(painter, Part(_("本次"), CAPTION, Tone.MUTED), 82, 18)
            place = QRect(inner.x(), inner.y() + px(96), px(COUNT_ROOM), px(56))
            style = _largest(self._count, COUNT_STYLES, place.width())
            paint_parts(painter, [Part(self._count, style)], place, 0)
        self._paint_figures(painter, inner.adjusted(px(COUNT_ROOM), 0, 0, 0))

    def _paint_line(self, painter: QPainter, part: Part, top: int, tall: int) -> None:
        inner = self.inner()
        place = QRect(inner.x(), look().px(top), inner.width(), look().px(tall))
        paint_parts(painter, shortened([part], 0, place.width()), place, 0)

    def _paint_figures(self, painter: QPainter, room: QRect) -> None:
        px, step = look().px, room.width() // max(len(self._figures), 1)
        for number, (label, value, tone) in enumerate(self._figures):
            x = room.x() + number * step
            paint_parts(painter, [Part(label, CAPTION, Tone.MUTED)], QRect(x, px(82), step, px(18)), 0)
            style = _largest(value, FIGURE_STYLES, step - px(6))
            baseline = baseline_in(QRect(0, px(96), 0, px(56)), BIG)
            paint_words(painter, value, style, ink(tone), x, baseline)


class SideLot(QStackedWidget):
    """The batch of the row: what is noted, or the fields one notes it in.

    Attributes:
        form: the fields.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.form = LotForm(today)
        self._facts = PairList()
        noting = (KeyHint("F4", _("修改")),)
        typing = (KeyHint("F4", _("到这里")), KeyHint("Esc", _("回去扫")))
        self.addWidget(_under(SectionTitle(_("批号与效期"), hints=noting), self._facts))
        self.addWidget(_under(SectionTitle(_("批号与效期"), hints=typing), self.form))

    def show_line(self, line: DraftLine | None) -> None:
        """What is noted of another row."""
        self._facts.show_pairs(self._pairs(line))

    def words(self) -> str:
        """What is noted, as plain text."""
        return self._facts.accessibleName()

    def open_form(self) -> None:
        """The fields instead of what is noted."""
        self.setCurrentIndex(1)
        self.form.begin()

    def close_form(self) -> None:
        """What is noted instead of the fields."""
        self.setCurrentIndex(0)

    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.currentIndex() == 1

    def _pairs(self, line: DraftLine | None) -> list[tuple[str, str]]:
        if not isinstance(line, GoodsLine):
            return []
        lot = line.lot
        pairs = [(_("生产日期"), str(lot.produced_on))] if lot.produced_on else []
        if lot.expires_on is not None:
            left = days_left_words(lot.expires_on, self._today())
            pairs.append((_("到期日"), f"{lot.expires_on}　{left}"))
        if lot.number:
            pairs.append((_("批号"), lot.number))
        return pairs or [(_("没有记；食品要记生产日期"), "")]


class ReceiveSide(SidePanel):
    """Follows the row that was scanned or chosen.

    Attributes:
        head: name and figures. lot: the batch. prices: what it cost last, and what it sells for.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(WIDTH)
        self.head, self.lot, self.prices = GoodsHead(), SideLot(today), PriceNote()
        self.add(self.head)
        self.add(self.lot, 1)
        self.add(self.prices)
        self.show_line(None, is_scanned=True)

    def open_lot(self) -> None:
        """Note the batch."""
        self.lot.open_form()
        self._make_room()

    def close_lot(self) -> None:
        """What is noted again."""
        self.lot.close_form()
        self._make_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def show_line(self, line: DraftLine | None, is_scanned: bool) -> None:
        """Another row; whether it is the one that was scanned last."""
        self.head.show_line(line, is_scanned)
        self.lot.show_line(line)
        self.prices.show_line(line)

    def _make_room(self) -> None:
        self.prices.setVisible(not self.lot.is_open() or self.height() >= look().px(LOW_PANEL))


def _figures_of(line: GoodsLine) -> tuple[tuple[str, str, Tone], ...]:
    price, owed = line.unit_price, line.owed
    if price is None or owed is None:
        return ((_("进价"), _("没有进价"), Tone.WARNING),)
    tone = Tone.WARNING if line.is_dearer else Tone.TEXT
    return ((_("进价"), price_text(price), tone), (_("金额"), money_text(owed), Tone.TEXT))


def _largest(text: str, styles: tuple[TextStyle, ...], room: int) -> TextStyle:
    """The largest style the text has room in."""
    return next((style for style in styles if text_width(style, text) <= room), styles[-1])


def _under(title: SectionTitle, part: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(4))
    column.addWidget(title)
    column.addWidget(part)
    column.addStretch(1)
    return whole
