"""The sign that this is no real shop: in the first line of the window, over every page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground
from jxc_desktop.ui.look.type_scale import ANSWER, height, text_width
from jxc_desktop.ui.widgets.key_button import ButtonHeight, KeyButton
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts

ICON = 16
LEAVE_KEY = "Alt+0"


class PracticeSign(QWidget):
    """Words on the warning's ground, and the way back.

    Attributes:
        leave: the button that leaves.
    """

    def __init__(self, words: Callable[[], str], way_back: Callable[[], str]) -> None:
        """`words` say what it is instead; `way_back` where the button leads."""
        super().__init__()
        self._way_back, self._words = way_back, _Words(words)
        self.leave = KeyButton(way_back(), LEAVE_KEY, icon="logout", tall=ButtonHeight.SMALL)
        self.leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look().px(12), 0)
        row.setSpacing(look().px(12))
        row.addWidget(self._words)
        row.addWidget(self.leave)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """What it says."""
        return self._words.accessibleName()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """In the shop's language from now on."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._words.say()
            self.leave.setText(self._way_back())
            self.leave.updateGeometry()


class _Words(QWidget):
    def __init__(self, words: Callable[[], str]) -> None:
        super().__init__()
        self._said = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        self.setAccessibleName(self._said())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(12 + ICON + 8 + 12) + text_width(ANSWER, self._said()), height(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        paint_panel(painter, self.rect(), ground(Tone.WARNING), worn.colours.warning)
        sign = QRect(worn.px(12), 0, worn.px(ICON), self.height())
        paint_icon(painter, "school", worn.colours.warning, sign)
        words = self.rect().adjusted(sign.right() + worn.px(8), 0, 0, 0)
        paint_parts(painter, (Part(self._said(), ANSWER, Tone.WARNING),), words, 0)
        painter.end()
