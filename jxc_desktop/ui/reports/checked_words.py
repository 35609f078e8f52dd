"""What was compared in a report and found right: green, with its sign."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import CAPTION, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_right


class CheckedWords(QWidget):
    """Nothing where nothing was compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Other words."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What is written."""
        return self._words

    @override
    def sizeHint(self) -> QSize:
        wide = text_width(CAPTION, self._words) + look().px(14 + 4) if self._words else 0
        return QSize(wide, look().px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        x = paint_right(painter, Part(self._words, CAPTION, Tone.SUCCESS), self.rect())
        size = look().px(14)
        paint_icon(painter, "circle-check", ink(Tone.SUCCESS), QRect(x - size - look().px(4), 0, size, self.height()))
