"""The foot of the window: who sells, whether the books and the backup are well, the printer, the time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import CAPTION, height, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_parts

TONE_ICONS = {Tone.SUCCESS: "circle-check", Tone.WARNING: "alert-triangle", Tone.DANGER: "circle-x"}


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One fact.

    Attributes:
        name: what the page calls it.
        words: what it says.
        icon: its own icon; a well or ill item has the icon of its tone.
        tone: muted, success, warning or danger.
    """

    name: str
    words: str
    icon: str = ""
    tone: Tone = Tone.MUTED


class StatusLine(QWidget):
    """Facts at the left and right of one quiet line, painted.

    Signals:
        pressed: the name of the item that was clicked.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: tuple[StatusItem, ...] = ()
        self._right: tuple[StatusItem, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_items(self, left: Sequence[StatusItem], right: Sequence[StatusItem]) -> None:
        """Other facts."""
        self._left, self._right = tuple(left), tuple(right)
        self.setAccessibleName("; ".join(item.words for item in (*left, *right)))
        self.update()

    def items(self) -> tuple[StatusItem, ...]:
        """Every fact shown, from left to right."""
        return (*self._left, *self._right)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = look().colours
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRect(0, 0, self.width(), 1), colours.border)
        for item, place in self._places():
            self._paint_item(painter, item, place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        name = self._name_at(event.position().toPoint())
        if name:
            self.pressed.emit(name)

    def _paint_item(self, painter: QPainter, item: StatusItem, place: QRect) -> None:
        icon = item.icon or TONE_ICONS.get(item.tone, "")
        if icon:
            size = look().px(14)
            paint_icon(painter, icon, ink(item.tone), QRect(place.x(), place.y(), size, place.height()))
            place = place.adjusted(size + look().px(6), 0, 0, 0)
        is_problem = item.tone in (Tone.WARNING, Tone.DANGER)
        paint_parts(painter, [Part(item.words, CAPTION, item.tone if is_problem else Tone.MUTED)], place, 0)

    def _places(self) -> list[tuple[StatusItem, QRect]]:
        gap, places = look().px(20), []
        x = look().px(16)
        for item in self._left:
            places.append((item, QRect(x, 0, self._width(item), self.height())))
            x += self._width(item) + gap
        x = self.width() - look().px(16)
        for item in reversed(self._right):
            x -= self._width(item)
            places.append((item, QRect(x, 0, self._width(item), self.height())))
            x -= gap
        return places

    def _name_at(self, point: QPoint) -> str:
        return next((item.name for item, place in self._places() if place.contains(point)), "")

    def _width(self, item: StatusItem) -> int:
        has_icon = bool(item.icon or item.tone in TONE_ICONS)
        return text_width(CAPTION, item.words) + (look().px(14 + 6) if has_icon else 0)
