"""来龙去脉: the documents before and after the one on the page; Enter opens one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right

ROW, LEAST_ROWS = 46, 2
STEPS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One document of the trail.

    Attributes:
        key: what opens it; None for the one on the page. note: what it is to that one, and when.
    """

    key: object
    icon: str
    number: str
    note: str
    amount: str


class TrailList(QWidget):
    """The documents in order of time, painted; ↑↓ choose, Enter or a click opens.

    Signals:
        opened: the key of the document.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TrailEntry, ...] = ()
        self._chosen = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_entries(self, entries: Sequence[TrailEntry]) -> None:
        """Another document's trail; nothing but itself takes no focus."""
        self._entries = tuple(entries)
        others = [number for number, entry in enumerate(entries) if entry.key is not None]
        self._chosen = others[0] if others else 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if others else Qt.FocusPolicy.NoFocus)
        self._say_chosen()

    def take_focus(self) -> None:
        """Take the focus, where there is another document to go to."""
        if self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def words(self) -> list[str]:
        """Every document as plain text."""
        return [f"{entry.number} {entry.note} {entry.amount}" for entry in self._entries]

    def move_choice(self, step: int) -> None:
        """Choose another document, so many below; at the ends it stays."""
        self._chosen = min(max(self._chosen + step, 0), max(len(self._entries) - 1, 0))
        self._say_chosen()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(ROW) * max(len(self._entries), 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(ROW) * LEAST_ROWS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first = self._first_shown()
        for place_number, entry in enumerate(self._entries[first : first + self._rows_in_view()]):
            self._paint_entry(painter, self._place(place_number), entry, first + place_number == self._chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.move_choice(STEPS[event.key()])
        elif event.key() in ENTERS and not event.isAutoRepeat():
            self._open(self._chosen)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._open(self._first_shown() + event.position().toPoint().y() // look().px(ROW))

    def _open(self, number: int) -> None:
        if 0 <= number < len(self._entries) and self._entries[number].key is not None:
            self.opened.emit(self._entries[number].key)

    def _paint_entry(self, painter: QPainter, place: QRect, entry: TrailEntry, is_chosen: bool) -> None:
        colours, is_own = look().colours, entry.key is None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_soft)
            painter.drawRoundedRect(QRectF(place), 6, 6)
        if is_chosen and self.hasFocus():
            painter.setPen(QPen(colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
        inner = place.adjusted(look().px(8), 0, -look().px(8), 0)
        paint_icon(painter, entry.icon, colours.text_muted, QRect(inner.x(), inner.y(), look().px(18), inner.height()))
        x = paint_right(painter, Part(entry.amount), inner)
        words = QRect(inner.x() + look().px(26), inner.y(), x - inner.x() - look().px(34), inner.height() // 2)
        number = Part(entry.number, ANSWER if is_own else BODY, Tone.TEXT if is_own else Tone.ACCENT)
        paint_parts(painter, [number], words.adjusted(0, look().px(3), 0, look().px(3)), 0)
        note = words.translated(0, inner.height() // 2 - look().px(2))
        paint_parts(painter, [Part(entry.note, CAPTION, Tone.MUTED)], note, 0)

    def _place(self, number: int) -> QRect:
        inset = look().px(8)
        return QRect(inset, number * look().px(ROW), self.width() - 2 * inset, look().px(ROW) - look().px(2))

    def _rows_in_view(self) -> int:
        return max(self.height() // look().px(ROW), 1)

    def _first_shown(self) -> int:
        return min(max(0, self._chosen - self._rows_in_view() + 1), max(len(self._entries) - self._rows_in_view(), 0))

    def _say_chosen(self) -> None:
        self.setAccessibleName(self.words()[self._chosen] if self._entries else "")
        self.update()
