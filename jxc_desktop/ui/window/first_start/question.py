"""One question of the first start: what every one of them has."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, QTY, height
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.panel import RADIUS, paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts

CARD = 74
RADIO, DOT = 18, 8
ICON = 26


class Question(QWidget):
    """What is asked, and the parts to answer it with.

    Signals:
        changed: the answer is another one, so the word on the button may be.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look().px(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @staticmethod
    def step_word() -> str:
        """Its name in the list of steps."""
        raise NotImplementedError

    @staticmethod
    def heading() -> str:
        """The question."""
        raise NotImplementedError

    @staticmethod
    def advice() -> str:
        """What helps to answer it."""
        raise NotImplementedError

    def next_word(self) -> str:
        """What the button says that goes on."""
        return _("下一步")

    def is_answered(self) -> bool:
        """Whether the answer will do; where it will not, the field says why."""
        return True

    def press(self, event: QKeyEvent) -> bool:  # noqa: ARG002  a question that takes keys overrides it
        """A key that nobody else took; False: it means nothing here."""
        return False

    def focus_first(self) -> None:
        """Put the focus where one answers."""
        self.setFocus()


class ChoiceCard(QAbstractButton):
    """One of several answers: a sign, a word, a sentence, and the digit that chooses it."""

    def __init__(self, word: str, sentence: str, icon: str, key: str, tall: int = CARD) -> None:
        super().__init__()
        self._sentence, self._icon, self._key, self._tall = sentence, icon, key, tall
        self.setText(word)
        self.setAccessibleName(f"{word} {sentence}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(height(tall))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, colours = QPainter(self), look(), look().colours
        self._paint_ground(painter)
        x, middle = worn.px(18), self.height() // 2
        _paint_radio(painter, x, middle, self.isChecked())
        x += worn.px(RADIO + 16)
        ink = colours.accent if self.isChecked() else colours.text_muted
        paint_icon(painter, self._icon, ink, QRect(x, 0, worn.px(ICON), self.height()))
        x += worn.px(ICON + 16)
        wide = key_cap_width(self._key)
        paint_quiet_cap(painter, self._key, QRect(self.width() - worn.px(18) - wide, 0, wide, self.height()))
        words = QRect(x, 0, self.width() - x - worn.px(34) - wide, self.height())
        line = worn.px(22)
        paint_parts(painter, (Part(self.text(), QTY),), QRect(words.x(), middle - line, words.width(), line), 0)
        below = QRect(words.x(), middle, words.width(), line)
        paint_parts(painter, (Part(self._sentence, BODY, Tone.MUTED),), below, 0)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = look().colours
        if not self.isChecked():
            paint_panel(painter, self.rect(), colours.hover if self.underMouse() else colours.surface)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, 2))
        painter.setBrush(colours.accent_soft)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _paint_radio(painter: QPainter, x: int, middle: int, is_chosen: bool) -> None:
    colours, size = look().colours, look().px(RADIO)
    circle = QRect(x, middle - size // 2, size, size)
    edge: QColor = colours.accent if is_chosen else colours.border_strong
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(colours.accent if is_chosen else colours.surface)
    painter.drawEllipse(circle)
    if is_chosen:
        inset = (size - look().px(DOT)) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent_text)
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
