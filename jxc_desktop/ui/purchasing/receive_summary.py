"""What a delivery comes to before it is posted: how much, how it is paid, what has become dearer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, BIG, BODY, CAPTION, FIGURE, TITLE, TextStyle, height, text_width
from jxc_desktop.ui.purchasing.receive_warnings import Warned, lines_in, warnings_of
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint, key_cap_width, paint_hints, paint_quiet_cap
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, muted, paint_parts, paint_right, plain

INSET, HEAD, ROW, RISE = 16, 44, 34, 26
DUE_STYLES = (BIG, TextStyle(32, True), FIGURE, TITLE)


@dataclass(frozen=True, slots=True)
class WayToPay:
    """One way to pay the supplier; without an account it stays owed."""

    account_id: int | None
    word: str


class ReceiveSummary(QWidget):
    """Lies over the side panel and holds the focus; a digit chooses how it is paid, and only F9 posts.

    Signals:
        f9_pressed: a fresh F9. left: Esc. enter_pressed: Enter, which posts nothing.
    """

    f9_pressed = Signal()
    left = Signal()
    enter_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = ReceivingDraft()
        self._ways: tuple[WayToPay, ...] = ()
        self._way = 0
        self._warnings: tuple[Warned, ...] = ()
        self._has_invoice: bool | None = None
        self._kinds = 0
        self.post = KeyButton(_("过账入库"), "F9", ButtonKind.PRIMARY, tall=ButtonHeight.DIALOG)
        self.post.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.post.clicked.connect(self.f9_pressed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(INSET),) * 4)
        column.addStretch(1)
        column.addWidget(self.post)
        self.hide()

    def show_draft(
        self, draft: ReceivingDraft, ways: Sequence[WayToPay], today: date, *, asks_invoice: bool = False
    ) -> None:
        """What is about to be posted; owed until another way is chosen.

        `asks_invoice`: whether the shop may deduct tax, so that F5 says whether an invoice came with the goods.
        """
        self._draft, self._ways, self._way = draft, tuple(ways), 0
        self._has_invoice = True if asks_invoice else None
        self._kinds = len({line.goods.product_id for line in draft.goods_lines})
        self._warnings = warnings_of(draft, today)
        self._say()

    def way(self) -> WayToPay:
        """How it is paid."""
        return self._ways[self._way]

    def has_invoice(self) -> bool:
        """Whether an invoice came whose tax is deducted; where nobody is asked it makes no difference."""
        return self._has_invoice is not False

    def toggle_invoice(self) -> None:
        """F5: it came with an invoice, or without."""
        if self._has_invoice is not None:
            self._has_invoice = not self._has_invoice
            self._say()

    def choose(self, number: int) -> None:
        """Another way of paying, from 0; one there is none of changes nothing."""
        if 0 <= number < len(self._ways):
            self._way = number
            self._say()

    def words(self) -> str:
        """All that is written, as plain text."""
        totals = self._draft.totals()
        ways = (f"{number} {way.word}" for number, way in enumerate(self._ways, 1))
        due = _("应付 {amount}").format(amount=money_text(totals.amount))
        everything = sum(1 + len(warned.goods) for warned in self._warnings)
        warnings = (f"{line.name} {line.words}".strip() for line in lines_in(self._warnings, everything))
        invoice = () if self._has_invoice is None else (self._invoice_words(),)
        return "\n".join((self._draft.supplier, self._counts(), due, *ways, self.way().word, *invoice, *warnings))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            event.accept()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.choose(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choose(self._way + (1 if key is Qt.Key.Key_Down else -1))
        elif key is Qt.Key.Key_F5:
            self.toggle_invoice()
        elif key is Qt.Key.Key_F9:
            self.f9_pressed.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ENTERS:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays here too: a digit typed elsewhere would choose no way of paying."""
        return True  # False would hand the key to the page, which moves the focus

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a way of paying chooses it."""
        y = event.position().toPoint().y() - self._ways_top()
        if 0 <= y < len(self._ways) * height(ROW):
            self.choose(y // height(ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), look().px
        paint_panel(painter, self.rect(), look().colours.raised, look().colours.border_strong)
        inner = self.rect().adjusted(px(INSET), 0, -px(INSET), 0)
        head = QRect(inner.x(), 0, inner.width(), px(HEAD))
        invoice = () if self._has_invoice is None else (KeyHint("F5", self._invoice_words()),)
        paint_hints(painter, (*invoice, KeyHint("Esc", _("回去接着扫"))), head, Tone.MUTED)
        paint_parts(painter, (Part(_("过账前看一眼"), ANSWER),), head, 0)
        painter.fillRect(QRect(1, px(HEAD) - 1, self.width() - 2, 1), look().colours.border)
        self._paint_due(painter, inner)
        for number, way in enumerate(self._ways):
            place = QRect(inner.x(), self._ways_top() + number * height(ROW), inner.width(), height(ROW) - px(4))
            self._paint_way(painter, place, number, way)
        if self._room_for_warnings() > 1:
            self._paint_warnings(painter, QRect(inner.x(), self._warnings_top(), inner.width(), px(RISE)))

    def _paint_due(self, painter: QPainter, inner: QRect) -> None:
        px = look().px
        totals = self._draft.totals()
        supplier = QRect(inner.x(), px(HEAD + 8), inner.width(), px(28))
        paint_parts(painter, (Part(self._draft.supplier, TITLE),), supplier, 0)
        counts = QRect(inner.x(), px(HEAD + 36), inner.width(), px(22))
        titles = () if self._room_for_warnings() > 1 else self._warnings
        parts = (muted(self._counts()), *(Part(warned.title, ANSWER, warned.tone) for warned in titles))
        paint_parts(painter, parts, counts, px(12))
        due = QRect(inner.x(), px(HEAD + 60), inner.width(), px(56))
        x = paint_parts(painter, (muted(_("应付")),), due, 0) + px(12)
        room = QRect(x, due.y(), due.right() + 1 - x, due.height())
        amount = f"¥ {money_text(totals.amount)}"
        style = next((style for style in DUE_STYLES if text_width(style, amount) <= room.width()), TITLE)
        paint_right(painter, Part(amount, style), room)

    def _paint_way(self, painter: QPainter, place: QRect, number: int, way: WayToPay) -> None:
        px, is_chosen = look().px, number == self._way
        colours = look().colours
        painter.setPen(colours.focus if is_chosen and self.hasFocus() else colours.border)
        painter.setBrush(colours.accent_soft if is_chosen else colours.surface)
        painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), 6, 6)
        inner = place.adjusted(px(10), 0, -px(10), 0)
        paint_quiet_cap(painter, str(number + 1), inner)
        words = inner.adjusted(key_cap_width(str(number + 1)) + px(10), 0, 0, 0)
        tone = Tone.ACCENT if is_chosen else Tone.TEXT
        paint_parts(painter, (Part(way.word, ANSWER if is_chosen else BODY, tone),), words, 0)
        if is_chosen:
            spot = QRect(inner.right() - px(18), inner.y(), px(18), inner.height())
            paint_icon(painter, "check", colours.accent, spot)

    def _paint_warnings(self, painter: QPainter, first: QRect) -> None:
        px = look().px
        for number, line in enumerate(lines_in(self._warnings, self._room_for_warnings())):
            place = first.translated(0, number * px(RISE))
            if line.is_title:
                icon = QRect(place.x(), place.y(), px(16), place.height())
                paint_icon(painter, "alert-triangle", ink(line.tone), icon)
                words = (Part(line.name, ANSWER, line.tone), muted(line.words))
                paint_parts(painter, words, place.adjusted(px(22), 0, 0, 0), px(8))
            else:
                x = paint_right(painter, Part(line.words, CAPTION), place)
                name = QRect(place.x(), place.y(), x - px(12) - place.x(), place.height())
                paint_parts(painter, (plain(line.name),), name, 0)

    def _ways_top(self) -> int:
        return look().px(HEAD + 122)

    def _warnings_top(self) -> int:
        return self._ways_top() + len(self._ways) * height(ROW) + look().px(8)

    def _room_for_warnings(self) -> int:
        """How many lines of warnings there is room for; where there is none, their titles stand with the counts."""
        return (self.post.y() - look().px(8) - self._warnings_top()) // look().px(RISE)

    def _counts(self) -> str:
        return counts_words(self._kinds, self._draft.totals().pieces)

    def _invoice_words(self) -> str:
        return _("有专票，抵扣税") if self._has_invoice else _("没有专票，不抵扣")

    def _say(self) -> None:
        self.setAccessibleName(self.words())
        self.update()


def counts_words(kinds: int, pieces: int) -> str:
    """How many products, how many pieces."""
    return _("{kinds} 种 {pieces} 件").format(kinds=kinds, pieces=f"{pieces:,}")
