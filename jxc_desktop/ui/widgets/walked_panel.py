"""A panel of parts of which one is current: two keys walk them, Enter or a double click opens one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.panel import RADIUS, paint_panel


class WalkedPanel(QWidget):
    """Knows which part is current; whoever draws the parts says how many there are and where each one lies.

    Signals:
        opened: the place of the part, from 0.
    """

    opened = Signal(int)

    def __init__(self, back: Qt.Key, on: Qt.Key, parent: QWidget | None = None) -> None:
        """`back` and `on` are the keys that walk."""
        super().__init__(parent)
        self._steps = {back.value: -1, on.value: 1}
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def count(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    def number_at(self, point: QPointF) -> int | None:
        """Which part lies there; None: none does."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What a screen reader says of it, the current part included."""
        raise NotImplementedError

    def current(self) -> int:
        """The place of the part the keys act on."""
        return self._current

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._steps.get(event.key(), 0)
        if step and self.count():
            self._go_to(self._current + step)
        elif event.key() in ENTERS and self.count() and not event.isAutoRepeat():
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if number is not None:
            self._go_to(number)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(event.position())
        if number is not None:
            self.opened.emit(number)

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the panel, framed while the keys act on it."""
        paint_panel(painter, self.rect())
        if self.hasFocus():
            painter.setPen(QPen(look().colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def show_anew(self) -> None:
        """The parts are others: as near to the current place as there is one."""
        self._go_to(self._current)

    def _go_to(self, number: int) -> None:
        self._current = max(min(number, self.count() - 1), 0)
        self.setAccessibleName(self.spoken())
        self.update()
