"""How many rows there are, and how many of them are seen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, height, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_right


class RowCount(QWidget):
    """Small words at the right end of the filters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, seen: int, every: int | None = None) -> None:
        """So many rows are seen, of so many where filters hide some."""
        words = _("共 {count} 行").format(count=f"{seen if every is None else every:,}")
        if every is not None and every != seen:
            words = _("{words}，显示 {count}").format(words=words, count=f"{seen:,}")
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What is written."""
        return self._words

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width(CAPTION, self._words), height(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_right(QPainter(self), Part(self._words, CAPTION, Tone.MUTED), self.rect())
