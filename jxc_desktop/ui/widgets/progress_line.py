"""How far a long piece of work has come, and the key that stops it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, height
from jxc_desktop.ui.widgets.figures import paint_bar
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right, parts_width

BAR = 10


class ProgressLine(QWidget):
    """Words, a bar with its number, and Esc where the work can be stopped; hidden while nothing is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._done, self._total = 0, 0
        self._hints: tuple[KeyHint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def begin(self, words: str, can_stop: bool) -> None:
        """Something is being done."""
        self._words, self._done, self._total = words, 0, 0
        self._hints = (KeyHint("Esc", _("停止")),) if can_stop else ()
        self._say()
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """So much of it is done."""
        self._done, self._total = done, total
        self._say()

    def words(self) -> str:
        """What is written, as plain text."""
        return f"{self._words} {self._number()}".strip()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap = QPainter(self), look().px(12)
        paint_panel(painter, self.rect())
        inner = self.rect().adjusted(gap, 0, -gap, 0)
        paint_hints(painter, self._hints, inner, Tone.MUTED)
        inner.setWidth(inner.width() - hints_width(self._hints) - gap)
        words = (Part(self._words),)
        paint_parts(painter, words, inner, 0)
        right = paint_right(painter, Part(self._number(), CAPTION, Tone.MUTED), inner)
        left = inner.x() + parts_width(words, 0) + gap
        bar = QRect(left, 0, right - gap - left, self.height())
        paint_bar(painter, bar, self._done / self._total if self._total else 0.0, look().colours.accent, BAR)

    def _number(self) -> str:
        return f"{self._done:,} / {self._total:,}" if self._total else ""

    def _say(self) -> None:
        self.setAccessibleName(self.words())
        self.update()
