"""A month with the two that lie beside it, one click away; the page's ← → do the same."""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words.month_words import month_words
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.type_scale import ANSWER, height
from jxc_desktop.ui.widgets.parts import Part, paint_centred

WIDTH, ARROW, RADIUS = 195, 41, 6


class MonthChooser(QWidget):
    """‹ 2026 年 2 月 ›.

    Signals:
        stepped: one month back (−1) or on (1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._can_go_on = "", True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_month(self, month: date, can_go_on: bool) -> None:
        """Another month; where nothing comes after it, one cannot go on."""
        self._words, self._can_go_on = month_words(month), can_go_on
        self.setAccessibleName(self._words)
        self.update()

    def words(self) -> str:
        """The month as it is written."""
        return self._words

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), height(34))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < look().px(ARROW):
            self.stepped.emit(-1)
        elif event.position().x() > self.width() - look().px(ARROW) and self._can_go_on:
            self.stepped.emit(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, arrow = QPainter(self), look().colours, look().px(ARROW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border_strong, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        for x in (arrow, self.width() - arrow):
            painter.fillRect(QRect(x, 1, 1, self.height() - 2), colours.border_strong)
        size = look().px(18)
        back = QRect((arrow - size) // 2, 0, size, self.height())
        on = QRect(self.width() - arrow + (arrow - size) // 2, 0, size, self.height())
        paint_icon(painter, "chevron-left", colours.text, back)
        paint_icon(painter, "chevron-right", colours.text if self._can_go_on else colours.text_disabled, on)
        paint_centred(painter, Part(self._words, ANSWER), self.rect())
