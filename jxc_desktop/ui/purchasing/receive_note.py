"""A quiet box of words in the side panel, wrapped and painted."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import CAPTION, font, metrics

LINES = 3


class NoteBox(QWidget):
    """Up to three lines of advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Other words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, LINES * metrics(CAPTION).lineSpacing() + look().px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground(Tone.MUTED))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        top, size = worn.px(8), worn.px(16)
        line = metrics(CAPTION).lineSpacing()
        paint_icon(painter, "info-circle", ink(Tone.MUTED), QRect(worn.px(12), top, size, line))
        painter.setFont(font(CAPTION))
        painter.setPen(ink(Tone.MUTED))
        place = self.rect().adjusted(worn.px(36), top, -worn.px(12), -top)
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self._words)
