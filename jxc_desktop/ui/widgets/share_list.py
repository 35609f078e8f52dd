"""Parts of a whole as rows with a bar, an amount and a rate; ↑↓ walk them, Enter opens one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right
from jxc_desktop.ui.widgets.walked_panel import WalkedPanel

INSET, HEAD, ROW = 16, 42, 28
BAR = 3
# With less room the rest is walked to.
LEAST_ROWS = 4


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One part.

    Units: share from −1 to 1 of the greatest.
    """

    label: str
    share: float
    value: str
    rate: str = ""


class ShareList(WalkedPanel):
    """A title with the words over the two figures, then the rows that there is room for."""

    def __init__(self, title: str, value: str, rate: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Key.Key_Up, Qt.Key.Key_Down, parent)
        self._heads = (title, value, rate)
        self._rows: tuple[ShareRow, ...] = ()
        self._nothing = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[ShareRow], nothing: str = "") -> None:
        """Other rows, or what is said without any."""
        self._rows, self._nothing = tuple(rows), nothing
        self.show_anew()

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def number_at(self, point: QPointF) -> int | None:
        number = self._first_seen() + int((point.y() - look().px(HEAD)) // look().px(ROW))
        return number if point.y() >= look().px(HEAD) and number < len(self._rows) else None

    @override
    def spoken(self) -> str:
        words = self.words()
        return f"{self._heads[0]} {words[self._current]}" if words else self._heads[0]

    def words(self) -> list[str]:
        """Every row as plain text."""
        return [f"{row.label} {row.value} {row.rate}".strip() for row in self._rows]

    def rows_in_view(self) -> int:
        """How many rows there is room for."""
        return max((self.height() - look().px(HEAD) - look().px(8)) // look().px(ROW), 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(390), look().px(229))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(390), look().px(HEAD + LEAST_ROWS * ROW + 8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        inset = look().px(INSET)
        head = QRect(inset, look().px(4), self.width() - 2 * inset, look().px(HEAD - 4))
        title, value, rate = self._heads
        paint_parts(painter, [Part(title, ANSWER)], head, 0)
        paint_right(painter, Part(rate, CAPTION, Tone.MUTED), head)
        paint_right(painter, Part(value, CAPTION, Tone.MUTED), self._values(head))
        if not self._rows:
            row = QRect(inset, look().px(HEAD), head.width(), look().px(ROW))
            paint_parts(painter, [Part(self._nothing, BODY, Tone.MUTED)], row, 0)
        first = self._first_seen()
        for place, row_shown in enumerate(self._rows[first : first + self.rows_in_view()]):
            line = QRect(0, look().px(HEAD) + place * look().px(ROW), self.width(), look().px(ROW))
            self._paint_row(painter, line, row_shown, first + place == self._current)

    def _paint_row(self, painter: QPainter, line: QRect, row: ShareRow, is_current: bool) -> None:
        colours, inset = look().colours, look().px(INSET)
        if is_current and self.hasFocus():
            painter.fillRect(line.adjusted(2, 0, -2, 0), colours.selection)
            painter.fillRect(QRect(line.x() + 2, line.y(), BAR, line.height()), colours.accent)
        inner = line.adjusted(inset, 0, -inset, 0)
        label = QRect(inner.x(), inner.y(), self._label_width(), inner.height())
        paint_parts(painter, [Part(row.label)], label, 0)
        paint_right(painter, Part(row.rate, CAPTION, Tone.MUTED), inner)
        values = self._values(inner)
        tone = Tone.DANGER if row.share < 0 else Tone.TEXT
        paint_right(painter, Part(row.value, BODY, tone), values)
        left = label.right() + look().px(10)
        most = max(values.right() - self._value_width() - look().px(12) - left, 0)
        thick = look().px(10)
        bar = QRect(left, inner.y() + (inner.height() - thick) // 2, max(round(most * abs(row.share)), 2), thick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(Tone.DANGER if row.share < 0 else Tone.ACCENT))
        painter.drawRoundedRect(bar, 2, 2)

    def _values(self, inner: QRect) -> QRect:
        """The room of the amounts: left of the rates."""
        rates = [text_width(CAPTION, row.rate) for row in self._rows]
        wide = max([text_width(CAPTION, self._heads[2]), *rates])
        return inner.adjusted(0, 0, -wide - look().px(16), 0)

    def _value_width(self) -> int:
        return max([text_width(BODY, row.value) for row in self._rows], default=0)

    def _label_width(self) -> int:
        widest = max([text_width(BODY, row.label) for row in self._rows], default=0)
        return min(widest, look().px(112))

    def _first_seen(self) -> int:
        return max(0, self._current - self.rows_in_view() + 1)
