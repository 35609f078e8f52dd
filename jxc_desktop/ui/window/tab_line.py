"""The top line of the window: the shop's name and the tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, height, text_width
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts

HEIGHT = 44
NAME_WIDTH = 132
FIND_WIDTH, FIND_HEIGHT = 264, 30
FIND_KEY = "Ctrl+K"
HELP_KEY = "F1"
SETTINGS_KEY = "Ctrl+,"


class ShopName(QWidget):
    """The shop's sign and name, at the left end of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def name(self) -> str:
        """The name, all of it."""
        return self._name

    def show_name(self, name: str) -> None:
        """Show another name; what there is no room for is in the tool tip."""
        self._name = name
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the page list, wider where the name needs it."""
        worn = look()
        return QSize(max(worn.px(NAME_WIDTH + 16), worn.px(56) + text_width(ANSWER, self._name)), height(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(NAME_WIDTH + 16), height(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign in the accent colour, the name beside it."""
        worn = look()
        painter = QPainter(self)
        side = worn.px(20)
        sign = QRect(worn.px(16), (self.height() - side) // 2, side, side)
        paint_icon(painter, "building-store", worn.colours.accent, sign)
        place = self.rect().adjusted(sign.right() + worn.px(8), 0, -worn.px(8), 0)
        paint_parts(painter, [Part(self._name, ANSWER)], place, 0)
        painter.end()


class FindButton(QAbstractButton):
    """Looks like a search field; a click opens the real one, as its key does."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(FIND_WIDTH), height(FIND_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        """Where room is short its sign and its key will do."""
        return QSize(look().px(10 + 16 + 8 + 10) + key_cap_width(FIND_KEY), height(FIND_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, words and key cap on the ground of the page."""
        painter, worn = QPainter(self), look()
        fill = worn.colours.hover if self.underMouse() else worn.colours.window
        paint_panel(painter, self.rect(), fill, worn.colours.border)
        inner = self.rect().adjusted(worn.px(10), 0, -worn.px(10), 0)
        size, wide = worn.px(16), key_cap_width(FIND_KEY)
        paint_icon(painter, "search", worn.colours.text_muted, QRect(inner.x(), 0, size, self.height()))
        paint_quiet_cap(painter, FIND_KEY, QRect(inner.right() + 1 - wide, 0, wide, self.height()))
        words = inner.adjusted(size + worn.px(8), 0, -wide - worn.px(8), 0)
        paint_parts(painter, [Part(self.text(), BODY, Tone.MUTED)], words, 0)


class SettingsButton(QAbstractButton):
    """The gear at the right end; while the settings are open it is the current one of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def mark_current(self, is_current: bool) -> None:
        """Whether the settings are what the window shows."""
        self.is_current = is_current
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(FIND_HEIGHT + 14), height(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign; under it the bar of a current tab."""
        painter, worn = QPainter(self), look()
        side, bar = worn.px(18), worn.px(3)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if self.underMouse() and not self.is_current:
            paint_panel(painter, place.adjusted(-6, -6, 6, 6), worn.colours.hover, worn.colours.hover)
        ink = worn.colours.accent if self.is_current else worn.colours.text_muted
        paint_icon(painter, "settings", ink, place)
        if self.is_current:
            painter.fillRect(0, self.height() - bar, self.width(), bar, worn.colours.accent)
        painter.end()


class TabLine(QWidget):
    """The shop's name, its tabs, and the way to everything else.

    Attributes:
        find_button: opens the search over everything; seen only when there is a shop to look through.
        settings_button: the gear; seen by whoever has a page there.

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
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.currentChanged.connect(self._on_changed)
        self.find_button = FindButton()
        self.find_button.hide()
        self.settings_button = SettingsButton()
        self.settings_button.clicked.connect(self._open_beside)
        self.settings_button.hide()
        self._beside = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.shop_name)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self.find_button)
        row.addWidget(self.settings_button)
        self.fit()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    def fit(self) -> None:
        """As high as the writing needs."""
        self.setFixedHeight(height(HEIGHT))

    def show_tabs(self, tabs: Sequence[tuple[str, str]], beside: Sequence[tuple[str, str]] = ()) -> None:
        """Name and word of each tab, the first being the current one; then the same of what the gear opens."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._names = [name for name, _word in (*tabs, *beside)]
        for _name, word in (*tabs, *beside):
            self._tabs.addTab(word)
        for place in range(len(tabs), len(self._names)):
            # Hidden and yet current: no tab is marked then.
            self._tabs.setTabVisible(place, False)
        self._tabs.blockSignals(False)
        self._show_beside(beside)
        self.find_button.setText(_("找页面、单据、商品、往来"))
        self.find_button.show()

    def put_beside(self, part: QWidget) -> None:
        """Show something more at the right, before the search."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.find_button), part)

    def choose(self, name: str) -> None:
        """Make a tab the current one, without a signal."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self._names.index(name))
        self._tabs.blockSignals(False)
        self.settings_button.mark_current(name == self._beside)

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

    def _show_beside(self, beside: Sequence[tuple[str, str]]) -> None:
        self._beside = beside[0][0] if beside else ""
        self.settings_button.setVisible(bool(beside))
        for _name, word in beside:
            self.settings_button.setAccessibleName(word)
            self.settings_button.setToolTip(_("{word} {key}").format(word=word, key=SETTINGS_KEY))

    def _open_beside(self) -> None:
        if self._beside:
            self.chosen.emit(self._beside)

    def _on_changed(self, place: int) -> None:
        if 0 <= place < len(self._names):
            self.chosen.emit(self._names[place])
