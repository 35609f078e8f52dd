"""A few filters side by side, one of them chosen, each with its count."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, height, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_centred

RADIUS = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """One filter; the count is always shown where it is known."""

    name: str
    word: str
    count: int | None = None

    def label(self) -> str:
        """Word and count."""
        return self.word if self.count is None else f"{self.word} {self.count}"


class SegmentButton(QToolButton):
    """One segment, painted: its words change with the counts but its neighbours stand still."""

    def __init__(self, is_first: bool, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_first, self._is_last = is_first, is_last
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width(ANSWER, self.text()) + 2 * look().px(12), height(34) - 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        if self.isChecked():
            self._paint_ground(painter, colours.accent_soft)
        elif self.underMouse():
            self._paint_ground(painter, colours.hover)
        if not self._is_first:
            painter.fillRect(0, 0, 1, self.height(), colours.border)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 4, 4)
        style = ANSWER if self.isChecked() else BODY
        paint_centred(painter, Part(self.text(), style), self.rect(), colours.accent if self.isChecked() else None)

    def _paint_ground(self, painter: QPainter, colour: QColor) -> None:
        """Fill the segment; only the ends of the row have round corners."""
        left, right = 0 if self._is_first else -RADIUS, 0 if self._is_last else RADIUS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect().adjusted(left, 0, right, 0), RADIUS, RADIUS)


class Segments(QFrame):
    """Segments in one frame; left and right walk them.

    Signals:
        chosen: the name of the segment that became the chosen one.
    """

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], parent: QWidget | None = None, *, fills: bool = False) -> None:
        """`fills`: they share the whole width there is, as in a form."""
        super().__init__(parent)
        self.setProperty("segments", True)
        self._segments = list(segments)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(segments):
            button = SegmentButton(number == 0, number == len(segments) - 1, self)
            button.setText(segment.label())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if fills:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        self._group.button(0).setChecked(True)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )

    def chosen_name(self) -> str:
        """The name of the chosen segment."""
        return self._segments[self._group.checkedId()].name

    def choose(self, name: str) -> None:
        """Choose a segment.

        Raises:
            ValueError: there is no such segment.
        """
        self._group.button([segment.name for segment in self._segments].index(name)).setChecked(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Other counts, by name of the segment."""
        for number, segment in enumerate(self._segments):
            self._segments[number] = Segment(segment.name, segment.word, counts.get(segment.name, segment.count))
            self._group.button(number).setText(self._segments[number].label())

    def walk(self, step: int) -> None:
        """The neighbour to the right (1) or left (-1); the last stays at the end."""
        number = min(max(self._group.checkedId() + step, 0), len(self._segments) - 1)
        self._group.button(number).setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.walk(step)
        else:
            super().keyPressEvent(event)

    def _on_toggled(self, number: int, is_checked: bool) -> None:
        """Tab stops at the chosen segment alone, and the focus goes with the choice."""
        button = self._group.button(number)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_checked else Qt.FocusPolicy.NoFocus)
        if is_checked:
            self.setFocusProxy(button)
            if any(other.hasFocus() for other in self._group.buttons()):
                button.setFocus()
            self.chosen.emit(self._segments[number].name)
