"""A short list to choose from while the focus stays in the scan field: found goods, carts on hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, height
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right, words_of

ROW, HEADER, INSET = 38, 44, 12
BAR = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: what it stands for, words from the left, figures at the right."""

    key: object
    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()


class ChoiceList(QWidget):
    """Rows with one chosen, painted over what lies below; a title makes it a panel.

    Signals:
        picked: the key of the row that was clicked.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget, title: str = "", hints: Sequence[KeyHint] = ()) -> None:
        super().__init__(parent)
        self._title, self._hints = title, tuple(hints)
        self._choices: tuple[Choice, ...] = ()
        self._nothing = ""
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.hide()

    def show_choices(self, choices: Sequence[Choice], nothing: str = "", title: str = "") -> None:
        """Other rows, the first one chosen; `nothing` is said where there are none."""
        self._choices, self._nothing, self._chosen = tuple(choices), nothing, 0
        self._title = title or self._title
        self._say_chosen()

    def move_choice(self, step: int) -> None:
        """Choose another row, so many below; at the ends it stays."""
        self._chosen = min(max(self._chosen + step, 0), max(len(self._choices) - 1, 0))
        self._say_chosen()

    def chosen(self) -> object | None:
        """What the chosen row stands for; None where there is no row."""
        return self._choices[self._chosen].key if self._choices else None

    def chosen_number(self) -> int:
        """Which row is chosen, from 0."""
        return self._chosen

    def words(self) -> list[str]:
        """All rows as plain text."""
        return [words_of((*choice.left, *choice.right)) for choice in self._choices]

    def rows_in_view(self) -> int:
        """How many rows there is room for."""
        return max((self.height() - self._head_height() - 2) // height(ROW), 1)

    def wanted_height(self) -> int:
        """The height that shows every row, or what is said without any.

        Units: pixels.
        """
        return self._head_height() + max(len(self._choices), 1) * height(ROW) + 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(364), self.wanted_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        paint_panel(painter, self.rect(), colours.raised, colours.border_strong)
        if self._head_height() > 1:
            self._paint_head(painter)
        if not self._choices:
            place = self._row_place(0).adjusted(look().px(INSET), 0, -look().px(INSET), 0)
            paint_parts(painter, (Part(self._nothing, BODY, Tone.MUTED),), place, 0)
        first = self._first_shown()
        for place_number, choice in enumerate(self._choices[first : first + self.rows_in_view()]):
            self._paint_row(painter, self._row_place(place_number), choice, first + place_number == self._chosen)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._first_shown() + (event.position().toPoint().y() - self._head_height()) // height(ROW)
        if 0 <= number < len(self._choices):
            self.picked.emit(self._choices[number].key)

    def _paint_head(self, painter: QPainter) -> None:
        inset, tall = look().px(16), self._head_height()
        inner = QRect(inset, 0, self.width() - 2 * inset, tall)
        paint_hints(painter, self._hints, inner, Tone.MUTED)
        room = inner.adjusted(0, 0, -hints_width(self._hints), 0)
        paint_parts(painter, (Part(self._title, ANSWER),), room, 0)
        painter.fillRect(QRect(1, tall - 1, self.width() - 2, 1), look().colours.border)

    def _paint_row(self, painter: QPainter, place: QRect, choice: Choice, is_chosen: bool) -> None:
        colours, inset = look().colours, look().px(INSET)
        if is_chosen:
            painter.fillRect(place, colours.selection)
            painter.fillRect(QRect(place.x(), place.y(), BAR, place.height()), colours.accent)
        inner = place.adjusted(inset, 0, -inset, 0)
        right = inner
        for part in reversed(choice.right):
            x = paint_right(painter, part, right)
            right = QRect(right.x(), right.y(), x - look().px(12) - right.x(), right.height())
        paint_parts(painter, choice.left, right, look().px(8))

    def _row_place(self, number: int) -> QRect:
        tall = height(ROW)
        return QRect(1, self._head_height() + number * tall, self.width() - 2, tall)

    def _first_shown(self) -> int:
        return max(0, self._chosen - self.rows_in_view() + 1)

    def _head_height(self) -> int:
        return height(HEADER) if self._title else 1

    def _say_chosen(self) -> None:
        self.setAccessibleName(self.words()[self._chosen] if self._choices else self._nothing)
        self.update()
