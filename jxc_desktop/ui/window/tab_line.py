"""The top line of the window: the shop's name and the tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.type_scale import HEADING, font, height, text_width

HEIGHT = 44
NAME_WIDTH = 132


class ShopName(QWidget):
    """The shop's sign and name, at the left end of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self._name = name
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the page list, wider where the name needs it."""
        worn = look()
        return QSize(max(worn.px(NAME_WIDTH + 16), worn.px(56) + text_width(HEADING, self._name)), height(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign in the accent colour, the name beside it."""
        worn = look()
        painter = QPainter(self)
        side = worn.px(20)
        sign = QRect(worn.px(16), (self.height() - side) // 2, side, side)
        paint_icon(painter, "building-store", worn.colours.accent, sign)
        painter.setFont(font(HEADING))
        painter.setPen(worn.colours.text)
        place = self.rect().adjusted(sign.right() + worn.px(8), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        painter.end()


class TabLine(QWidget):
    """The shop's name and its tabs.

    Signals:
        chosen: the name of a tab.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self.shop_name = ShopName()
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.currentChanged.connect(self._on_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.shop_name)
        row.addWidget(self._tabs)
        row.addStretch(1)
        self.setFixedHeight(height(HEIGHT))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    def show_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Name and word of each tab; the first is the current one."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._names = [name for name, _word in tabs]
        for _name, word in tabs:
            self._tabs.addTab(word)
        self._tabs.blockSignals(False)

    def choose(self, name: str) -> None:
        """Make a tab the current one, without a signal."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self._names.index(name))
        self._tabs.blockSignals(False)

    def current(self) -> str:
        """The name of the current tab; "" without tabs."""
        place = self._tabs.currentIndex()
        return self._names[place] if 0 <= place < len(self._names) else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below, over the whole width."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colours.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().colours.border)
        painter.end()

    def _on_changed(self, place: int) -> None:
        if 0 <= place < len(self._names):
            self.chosen.emit(self._names[place])
