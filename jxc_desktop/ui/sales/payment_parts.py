"""The painted parts of 收款: what is due, the amount, what comes back."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import BIG, BODY, FIGURE, FIGURE_QUIET, TITLE, TextStyle, text_width
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_parts, paint_right, paint_words
from jxc_desktop.ui.widgets.total_panel import SIGN

SIGN_STYLE = TextStyle(20)
CHANGE = TextStyle(52, True)
CHANGE_SIGN = TextStyle(28)
SMALLEST_FIGURE = 24


def fitting(figure: str, style: TextStyle, room: int) -> TextStyle:
    """The style, smaller where the figure would not fit: it is never cut.

    Units: room in pixels.
    """
    size = style.size
    while size > SMALLEST_FIGURE and text_width(TextStyle(size, style.is_bold), figure) > room:
        size -= 2
    return TextStyle(size, style.is_bold)


class DueHead(QWidget):
    """应收 large at the left; what was taken and what is missing at the right."""

    def __init__(self, title: str, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._figure = title, figure
        self._pairs: tuple[tuple[str, str, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: Sequence[tuple[str, str, bool]]) -> None:
        """Label, figure, and whether it is the answer."""
        self._pairs = tuple(pairs)
        self.setAccessibleName(" ".join((self._title, self._figure, *(f"{a} {b}" for a, b, _is in pairs))))
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        return self.accessibleName()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(80))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = self.rect()
        for label, figure, is_answer in reversed(self._pairs):
            style = FIGURE if is_answer else FIGURE_QUIET
            top = QRect(right.x(), look().px(20), right.width(), look().px(24))
            x = paint_right(painter, Part(label, BODY, Tone.MUTED), top)
            figure_place = QRect(right.x(), look().px(44), right.width(), look().px(36))
            x = min(x, paint_right(painter, Part(figure, style), figure_place))
            right = QRect(right.x(), right.y(), x - look().px(40) - right.x(), right.height())
        paint_parts(painter, (Part(self._title),), QRect(0, look().px(4), self.width(), look().px(26)), 0)
        line = QRect(0, look().px(26), right.width(), look().px(54))
        x = text_width(SIGN_STYLE, SIGN) + look().px(8)
        style = fitting(self._figure, BIG, right.width() - x)
        baseline = baseline_in(line, style)
        paint_words(painter, SIGN, SIGN_STYLE, look().colours.text, 0, baseline)
        paint_words(painter, self._figure, style, look().colours.text, x, baseline)


class AmountInput(NumberInput):
    """实收, as large as what it is.

    Signals:
        stepped: + or − was pressed: +1 or −1. left_down: ↓, back to the ways of paying.
    """

    stepped = Signal(int)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(decimals=2, parent=parent)
        self.setProperty("tall", "entry")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(12)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Plus else -1)
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = self.rect().adjusted(look().px(18), 0, 0, 0)
        paint_parts(painter, (Part(SIGN, SIGN_STYLE, Tone.MUTED),), place, 0)


class ResultPanel(QWidget):
    """找零 large on a soft ground; or what is missing, or why it cannot be taken so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._figure = ""
        self._tone = Tone.MUTED
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_result(self, title: str, figure: str = "", tone: Tone = Tone.MUTED) -> None:
        """Other words; without a figure only words."""
        self._title, self._figure, self._tone = title, figure, tone
        self.setAccessibleName(f"{title} {figure}".strip())
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        return self.accessibleName()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(84))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect(), ground(self._tone), ground(self._tone))
        inner = self.rect().adjusted(look().px(20), 0, -look().px(20), 0)
        title = Part(self._title, TITLE if self._figure else BODY, self._tone)
        paint_parts(painter, (title,), inner, 0)
        if not self._figure:
            return
        room = inner.width() - text_width(TITLE, self._title) - text_width(CHANGE_SIGN, SIGN) - look().px(32)
        style = fitting(self._figure, CHANGE, room)
        x = paint_right(painter, Part(self._figure, style, self._tone), inner)
        sign_x = x - look().px(12) - text_width(CHANGE_SIGN, SIGN)
        paint_words(painter, SIGN, CHANGE_SIGN, ink(self._tone), sign_x, baseline_in(inner, style))
