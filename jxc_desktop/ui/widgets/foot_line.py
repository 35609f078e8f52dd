"""The strip below the cart or the count: how many rows, how many pieces."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.panel import paint_foot
from jxc_desktop.ui.widgets.parts import Part, paint_parts, parts_width, words_of


class FootLine(QWidget):
    """Words at the left, figures at the right, painted: they change at every scan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Other words and figures."""
        self._left, self._right = tuple(left), tuple(right)
        self.setAccessibleName(words_of((*left, *right)))
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        return words_of((*self._left, *self._right))

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_foot(painter, self.rect(), look().colours.border)
        gap, inset = look().px(8), look().px(12)
        wide = parts_width(self._right, gap)
        right = self.width() - inset - wide
        paint_parts(painter, self._right, QRect(right, 0, wide, self.height()), gap)
        paint_parts(painter, self._left, QRect(inset, 0, right - 2 * inset, self.height()), gap)
