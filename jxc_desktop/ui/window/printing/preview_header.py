"""The line over the paper: the way back, what is shown, which page of how many, how large."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, height, text_width
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.parts import paint_centred, plain

HEIGHT = 48


class CapButton(QAbstractButton):
    """A key cap that the mouse can press."""

    def __init__(self, key: str, word: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._key), height(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_quiet_cap(QPainter(self), self._key, self.rect())


class ShortWords(QWidget):
    """A few words, painted, with room for the longest of their kind."""

    def __init__(self, longest: str) -> None:
        super().__init__()
        self._longest = longest
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Other words."""
        self.setAccessibleName(words)
        if text_width(BODY, words) > text_width(BODY, self._longest):
            self._longest = words
            self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(text_width(BODY, self._longest) + look().px(6), height(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_centred(QPainter(self), plain(self.accessibleName()), self.rect())


class PreviewHeader(QWidget):
    """A strip of the surface's colour with a line below it.

    Signals:
        back: the way back was clicked. turned: pages to go on. zoomed: 1 larger, -1 smaller, 0 as it fits.
    """

    back = Signal()
    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._title = PageHeader(_("打印预览"), has_back=True)
        self._title.back.connect(self.back)
        self._page, self._size = ShortWords(_("{page} / {count} 页").format(page=1, count=1)), ShortWords("100%")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(16), 0, look().px(16), 1)
        row.setSpacing(look().px(6))
        row.addWidget(self._title, 1)
        self._add(row, self._turning("PgUp", _("上一页"), -1), self._turning("PgDn", _("下一页"), 1), self._page)
        self._add(row, self._zooming("+", _("放大"), 1), self._zooming("−", _("缩小"), -1))
        self._add(row, self._zooming("0", _("整页"), 0), self._size)
        self.setFixedHeight(max(look().px(HEIGHT), height(34) + 2))

    def show_title(self, title: str) -> None:
        """What the paper is."""
        self._title.show_title(_("打印预览"), title)

    def show_place(self, page: int, count: int, zoom: float) -> None:
        """Which page it is, counted from 1, and how large."""
        self._page.say(_("{page} / {count} 页").format(page=page, count=count))
        self._size.say(f"{round(zoom * 100)}%")

    def words(self) -> str:
        """Everything that is written, as plain text."""
        return " ".join((self._title.words(), self._page.accessibleName(), self._size.accessibleName()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colours.border)

    def _turning(self, key: str, word: str, step: int) -> CapButton:
        button = CapButton(key, word)
        button.clicked.connect(lambda: self.turned.emit(step))
        return button

    def _zooming(self, key: str, word: str, step: int) -> CapButton:
        button = CapButton(key, word)
        button.clicked.connect(lambda: self.zoomed.emit(step))
        return button

    def _add(self, row: QHBoxLayout, *parts: QWidget) -> None:
        row.addSpacing(look().px(10))
        for part in parts:
            row.addWidget(part)
