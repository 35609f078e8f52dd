"""Which columns of a table are seen, and in which order: a panel at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts

WIDTH, ROW, LOWEST_ROW, BOX, INSET = 208, 30, 24, 16, 20
THUMB = 4
BAR = 3
STEPS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column.

    Attributes:
        is_locked: it is always seen and keeps its place.
    """

    name: str
    title: str
    is_shown: bool = True
    is_locked: bool = False


class ColumnList(QWidget):
    """The columns from left to right, here from the top; Space ticks, Alt+↑↓ moves.

    Signals:
        changed: another choice or order.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[ColumnChoice] = []
        self._current = 0
        self._held: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_columns(self, columns: Sequence[ColumnChoice]) -> None:
        """Other columns; the current row stays."""
        self._columns = list(columns)
        self._current = min(self._current, max(len(self._columns) - 1, 0))
        self._say()

    def columns(self) -> list[ColumnChoice]:
        """The columns as they are chosen now."""
        return list(self._columns)

    def current(self) -> ColumnChoice:
        """The column the keys act on."""
        return self._columns[self._current]

    def toggle(self, number: int) -> None:
        """Show a column, or hide it; a locked one stays."""
        column = self._columns[number]
        if not column.is_locked:
            self._columns[number] = replace(column, is_shown=not column.is_shown)
            self._tell()

    def carry(self, step: int) -> None:
        """Take the current column so many places down; locked ones keep theirs."""
        goal = self._current + step
        if not 0 <= goal < len(self._columns) or self.current().is_locked or self._columns[goal].is_locked:
            return
        columns = self._columns
        columns[self._current], columns[goal] = columns[goal], columns[self._current]
        self._current = goal
        self._tell()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), look().px(ROW) * max(len(self._columns), 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(ROW) * 3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.carry(step)
        elif step:
            self._go_to(self._current + step)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number is None:
            return
        self._go_to(number)
        if event.position().x() > self.width() - look().px(INSET + 24):
            self._held = number
        else:
            self.toggle(number)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if self._held is not None and number is not None and number != self._current:
            self.carry(1 if number > self._current else -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, first = QPainter(self), self._first_seen()
        for number in range(first, min(first + self._rows_in_view(), len(self._columns))):
            place = QRect(0, (number - first) * self._row(), self.width(), self._row())
            self._paint_row(painter, place, self._columns[number], number == self._current)
        self._paint_thumb(painter, first)

    def _paint_row(self, painter: QPainter, place: QRect, column: ColumnChoice, is_current: bool) -> None:
        colours, inset, box = look().colours, look().px(INSET), look().px(BOX)
        if is_current and self.hasFocus():
            painter.fillRect(place, colours.selection)
            painter.fillRect(QRect(place.x(), place.y(), BAR, place.height()), colours.accent)
        spot = QRect(inset, place.y() + (place.height() - box) // 2, box, box)
        paint_tick(painter, spot, column.is_shown)
        words = place.adjusted(inset + box + look().px(8), 0, -inset - look().px(20), 0)
        paint_parts(painter, (Part(column.title, BODY),), words, 0)
        end = QRect(place.right() - inset - look().px(14), place.y(), look().px(14), place.height())
        if column.is_locked:
            paint_icon(painter, "lock", colours.text_muted, end)
        else:
            _paint_grip(painter, end, colours.text_muted)

    def _paint_thumb(self, painter: QPainter, first: int) -> None:
        """Where there are more rows than room: which of them are seen."""
        seen, every = self._rows_in_view(), len(self._columns)
        if seen >= every:
            return
        tall, wide = self.height(), look().px(THUMB)
        thumb = QRect(self.width() - wide - 4, tall * first // every, wide, tall * seen // every)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colours.border_strong)
        painter.drawRoundedRect(thumb, wide / 2, wide / 2)

    def _row(self) -> int:
        """How high a row is: lower where that shows all of them."""
        fitting = self.height() // max(len(self._columns), 1)
        return min(max(fitting, look().px(LOWEST_ROW)), look().px(ROW))

    def _number_at(self, point: QPoint) -> int | None:
        number = self._first_seen() + point.y() // self._row()
        return number if 0 <= number < len(self._columns) else None

    def _go_to(self, number: int) -> None:
        self._current = min(max(number, 0), len(self._columns) - 1)
        self._say()

    def _rows_in_view(self) -> int:
        return max(self.height() // self._row(), 1)

    def _first_seen(self) -> int:
        return max(0, self._current - self._rows_in_view() + 1)

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        word = _("显示") if self._columns and self.current().is_shown else _("不显示")
        self.setAccessibleName(f"{self.current().title} {word}" if self._columns else "")
        self.update()


class ColumnPicker(Panel):
    """The panel: its title, the columns, the keys, and the way back to what is usual.

    Attributes:
        list: the columns. usual: the button that brings back what is usual.

    Signals:
        changed: another choice or order. reset_asked: everything as it is usual.
    """

    changed = Signal()
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ColumnList(self)
        self.usual = KeyButton(_("恢复默认"))
        self.list.changed.connect(self.changed)
        self.usual.clicked.connect(self.reset_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, look().px(12))
        column.setSpacing(0)
        column.addWidget(_Head(self))
        column.addWidget(self.list, 1)
        column.addWidget(_Keys(self))
        foot = QVBoxLayout()
        foot.setContentsMargins(look().px(INSET), look().px(8), look().px(INSET), 0)
        foot.addWidget(self.usual)
        column.addLayout(foot)
        self.setFixedWidth(look().px(WIDTH))


class _Head(QWidget):
    """The question, and the key that closes the panel."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inset = QPainter(self), look().px(INSET)
        inner = self.rect().adjusted(inset, look().px(6), -inset, 0)
        hints = (KeyHint("Esc", ""),)
        paint_hints(painter, hints, inner, Tone.MUTED)
        words = inner.adjusted(0, 0, -hints_width(hints), 0)
        paint_parts(painter, (Part(_("显示哪些列"), ANSWER),), words, 0)


class _Keys(QWidget):
    """What the keys do, one line each."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 2 * look().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tall = QPainter(self), look().px(20)
        for number, hint in enumerate((KeyHint("Space", _("勾选")), KeyHint("Alt+↑↓", _("换位置")))):
            place = QRect(look().px(INSET), number * tall, hints_width((hint,)), tall)
            paint_hints(painter, (hint,), place, Tone.MUTED)


def paint_tick(painter: QPainter, place: QRect, is_set: bool) -> None:
    """Draw a check box as the style draws one."""
    colours = look().colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent if is_set else colours.border_strong, 1))
    painter.setBrush(colours.accent if is_set else colours.surface)
    painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_set:
        paint_icon(painter, "check", colours.accent_text, place.adjusted(1, 1, -1, -1))


def _paint_grip(painter: QPainter, place: QRect, colour: QColor) -> None:
    """Six dots: it can be taken and moved."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle, gap, size = place.center(), look().px(4), look().px(2)
    for column in (0, 1):
        for row in (-1, 0, 1):
            painter.drawRect(middle.x() + column * gap, middle.y() + row * gap - size // 2, size, size)
