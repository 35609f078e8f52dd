"""The sign that this is no real shop: in the first line of the window, over every page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
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

    def __init__(self, way_back: str) -> None:
        """`way_back` says where the button leads."""
        super().__init__()
        self.leave = KeyButton(way_back, LEAVE_KEY, icon="logout", tall=ButtonHeight.SMALL)
        self.leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look().px(12), 0)
        row.setSpacing(look().px(12))
        row.addWidget(_Words())
        row.addWidget(self.leave)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _Words(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words = _("练习用的店，这里卖的不算数")
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(12 + ICON + 8 + 12) + text_width(ANSWER, self._words), height(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        paint_panel(painter, self.rect(), ground(Tone.WARNING), worn.colours.warning)
        sign = QRect(worn.px(12), 0, worn.px(ICON), self.height())
        paint_icon(painter, "school", worn.colours.warning, sign)
        words = self.rect().adjusted(sign.right() + worn.px(8), 0, 0, 0)
        paint_parts(painter, (Part(self._words, ANSWER, Tone.WARNING),), words, 0)
        painter.end()
