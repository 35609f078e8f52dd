"""The twelve function keys at the foot of the counter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, KEY_CAP, height
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, paint_centred

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class KeyCell:
    """One key and its act.

    Attributes:
        key: as it is sent, F3.
        word: what it does.
        also: another key for the same, shown beside it.
        refusal: why it cannot be done now; empty where it can.
        is_main: the next thing to do.
    """

    key: str
    word: str
    also: str = ""
    refusal: str = ""
    is_main: bool = False


class KeyBar(QWidget):
    """Twelve equal cells; the mouse works too, the focus never comes here.

    Signals:
        pressed: the key of the cell; of a refused one too, so that the page can say why.
    """

    pressed = Signal(str)

    def __init__(self, cells: Sequence[KeyCell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = tuple(cells)
        self._hovered = self._held = NOWHERE
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def cells(self) -> tuple[KeyCell, ...]:
        """The cells shown."""
        return self._cells

    def key_hints(self) -> tuple[KeyHint, ...]:
        """The keys that do something here."""
        usable = (cell for cell in self._cells if not cell.refusal)
        return tuple(KeyHint(f"{cell.key} {cell.also}".strip(), cell.word) for cell in usable)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(52))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = look().colours
        painter.fillRect(self.rect(), colours.surface)
        for number, cell in enumerate(self._cells):
            place = self._place(number)
            painter.fillRect(place, self._ground(number, cell))
            self._paint_cell(painter, cell, place)
            if number:
                painter.fillRect(QRect(place.x(), place.y(), 1, place.height()), colours.border)
        painter.fillRect(QRect(0, 0, self.width(), 1), colours.border)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self._number_at(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(NOWHERE)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self._number_at(event.position().toPoint())
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number, self._held = self._held, NOWHERE
        self.update()
        if number != NOWHERE and number == self._number_at(event.position().toPoint()):
            self.pressed.emit(self._cells[number].key)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._number_at(event.pos())
            QToolTip.showText(event.globalPos(), self._cells[number].refusal if number != NOWHERE else "", self)
            return True
        return super().event(event)

    def _paint_cell(self, painter: QPainter, cell: KeyCell, place: QRect) -> None:
        colours = look().colours
        word_ink = colours.accent if cell.is_main else colours.text
        key_ink = colours.accent if cell.is_main else colours.text_muted
        if cell.refusal:
            word_ink = key_ink = colours.text_disabled
        middle = place.y() + place.height() // 2
        upper = QRect(place.x(), middle - look().px(16), place.width(), look().px(16))
        lower = QRect(place.x(), middle - look().px(2), place.width(), look().px(22))
        paint_centred(painter, Part(f"{cell.key} {cell.also}".strip(), KEY_CAP), upper, key_ink)
        paint_centred(painter, Part(cell.word, ANSWER if cell.is_main else BODY), lower, word_ink)

    def _ground(self, number: int, cell: KeyCell) -> QColor:
        colours = look().colours
        if cell.refusal:
            return colours.window
        if number == self._held:
            return colours.sunken
        if cell.is_main:
            return colours.accent_soft
        return colours.hover if number == self._hovered else colours.surface

    def _place(self, number: int) -> QRect:
        left = self.width() * number // len(self._cells)
        right = self.width() * (number + 1) // len(self._cells)
        return QRect(left, 0, right - left, self.height())

    def _number_at(self, point: QPoint) -> int:
        inside = (n for n in range(len(self._cells)) if self._place(n).contains(point))
        return next(inside, NOWHERE)

    def _set_hovered(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()
