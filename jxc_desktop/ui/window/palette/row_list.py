"""The rows of the search over everything, group by group, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, height, text_width
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_parts, parts_width, small
from jxc_desktop.ui.window.palette.rows import PaletteRow, group_word

ROW, TITLE, MARGIN, INSET = 40, 28, 8, 12
BETWEEN = 12
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Strip:
    """A title or a row, and where it lies in the whole list; number: of the row, -1 for a title."""

    top: int
    tall: int
    words: str
    number: int = NOBODY


class PaletteList(QWidget):
    """Painted rows; the focus stays in the field above.

    Signals:
        picked: the number of the row that was clicked.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()
        self._strips: tuple[Strip, ...] = ()
        self._nothing = ""
        self._chosen, self._hovered, self._offset = 0, NOBODY, 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_rows(self, rows: Sequence[PaletteRow], nothing: str) -> None:
        """Other rows, the first one chosen; `nothing` is said where there are none."""
        self._rows, self._nothing = tuple(rows), nothing
        self._strips = tuple(_strips(self._rows))
        self._hovered, self._offset = NOBODY, 0
        self._choose(0)

    def move_choice(self, step: int) -> None:
        """Choose another row, so many below; at the ends it stays."""
        self._choose(self._chosen + step)

    def chosen(self) -> PaletteRow | None:
        """The chosen row; None where there is none."""
        return self._rows[self._chosen] if self._rows else None

    def row(self, number: int) -> PaletteRow:
        """The row of a number, from 0."""
        return self._rows[number]

    def words(self) -> list[str]:
        """Titles and rows as plain text."""
        return [strip.words for strip in self._strips] or [self._nothing]

    def wanted_height(self) -> int:
        """The height that shows everything.

        Units: pixels.
        """
        last = self._strips[-1] if self._strips else Strip(0, height(ROW), "")
        return last.top + last.tall + 2 * look().px(MARGIN)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self.wanted_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chosen()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._number_at(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event)
        if number != NOBODY and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(number)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll_to(self._offset - event.angleDelta().y() // 2)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for strip in self._strips:
            place = self._place(strip)
            if place.bottom() >= 0 and place.top() < self.height():
                self._paint_strip(painter, strip, place)
        if not self._strips:
            place = QRect(look().px(MARGIN + INSET), look().px(MARGIN), self.width(), height(ROW))
            paint_parts(painter, (Part(self._nothing, BODY, Tone.MUTED),), place, 0)

    def _paint_strip(self, painter: QPainter, strip: Strip, place: QRect) -> None:
        if strip.number == NOBODY:
            inset = look().px(INSET)
            paint_parts(painter, (small(strip.words),), place.adjusted(inset, 0, -inset, 0), 0)
            return
        self._paint_ground(painter, strip.number, place)
        self._paint_row(painter, self._rows[strip.number], place, strip.number == self._chosen)

    def _paint_ground(self, painter: QPainter, number: int, place: QRect) -> None:
        if number not in (self._chosen, self._hovered):
            return
        colours = look().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.selection if number == self._chosen else colours.hover)
        painter.drawRoundedRect(QRectF(place), 6, 6)

    def _paint_row(self, painter: QPainter, row: PaletteRow, place: QRect, is_chosen: bool) -> None:
        inset, gap = look().px(INSET), look().px(BETWEEN)
        inner = place.adjusted(inset, 0, -inset, 0)
        paint_icon(painter, row.icon, look().colours.text_muted, QRect(inner.x(), inner.y(), look().px(18), ROW))
        right = key_cap_width("Enter")
        if is_chosen:
            paint_quiet_cap(painter, "Enter", QRect(inner.right() + 1 - right, inner.y(), right, inner.height()))
        room = inner.adjusted(look().px(18) + gap, 0, -right - gap, 0)
        name = _name_parts(row)
        paint_parts(painter, name, room, 0)
        x = room.x() + parts_width(name, 0) + gap
        for note in row.notes:
            if x + text_width(CAPTION, note) > room.right() + 1:
                break
            spot = QRect(x, room.y(), room.right() + 1 - x, room.height())
            x = paint_parts(painter, (small(note),), spot, gap)

    def _place(self, strip: Strip) -> QRect:
        margin = look().px(MARGIN)
        return QRect(margin, strip.top + margin - self._offset, self.width() - 2 * margin, strip.tall)

    def _number_at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((strip.number for strip in self._strips if self._place(strip).contains(point)), NOBODY)

    def _choose(self, number: int) -> None:
        self._chosen = min(max(number, 0), max(len(self._rows) - 1, 0))
        chosen = self.chosen()
        self.setAccessibleName(chosen.words() if chosen else self._nothing)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Scroll only as far as the chosen row asks for; the title over a group's first row comes with it."""
        place = next((at for at, strip in enumerate(self._strips) if strip.number == self._chosen), None)
        if place is not None:
            strip = self._strips[place]
            above = self._strips[max(place - 1, 0)]
            first = above.top if above.number == NOBODY else strip.top
            least = strip.top + strip.tall + 2 * look().px(MARGIN) - self.height()
            self._scroll_to(min(max(self._offset, least), first))
        self.update()

    def _scroll_to(self, offset: int) -> None:
        self._offset = max(min(offset, self.wanted_height() - self.height()), 0)
        self.update()


def _strips(rows: Sequence[PaletteRow]) -> list[Strip]:
    strips: list[Strip] = []
    top, group = 0, None
    for number, row in enumerate(rows):
        if row.group is not group:
            group = row.group
            strips.append(Strip(top, height(TITLE), group_word(group)))
            top += height(TITLE)
        strips.append(Strip(top, height(ROW), row.words(), number))
        top += height(ROW)
    return strips


def _name_parts(row: PaletteRow) -> list[Part]:
    """The name, with what was typed in the strong colour."""
    begin, end = row.matched
    pieces = (
        (row.name[:begin], BODY, Tone.TEXT),
        (row.name[begin:end], ANSWER, Tone.ACCENT),
        (row.name[end:], BODY, Tone.TEXT),
    )
    return [Part(*piece) for piece in pieces if piece[0]]
