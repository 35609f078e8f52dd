"""A few words that paint themselves: a label would lay the page out anew whenever they change."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import CAPTION, metrics
from jxc_desktop.ui.widgets.parts import Part, paint_parts, words_of


class WordsLine(QWidget):
    """One line of words from the left, cut where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, *parts: Part) -> None:
        """Other words."""
        self._parts = parts
        self.setAccessibleName(words_of(parts))
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        return words_of(self._parts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, metrics(CAPTION).height() + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_parts(QPainter(self), self._parts, self.rect(), look().px(8))
