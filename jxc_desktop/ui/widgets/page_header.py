"""The first line of a page: its title, what it shows, and its acts at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TITLE, height, text_width
from jxc_desktop.ui.widgets.badge import Badge, badge_width, paint_badge
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_parts, parts_width


class PageHeader(QWidget):
    """Title and acts; a document's has the way back before the title.

    Signals:
        back: the way back was clicked.
    """

    back = Signal()

    def __init__(
        self,
        title: str = "",
        buttons: Sequence[KeyButton] = (),
        has_back: bool = False,
        beside: Sequence[QWidget] = (),
    ) -> None:
        """The title, its acts, and what stands between the title and its note."""
        super().__init__()
        self._words = TitleWords(self)
        self._first = TitleWords(self) if beside else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        if has_back:
            mark = BackMark(self)
            mark.clicked.connect(self.back)
            row.addWidget(mark)
        if self._first is not None:
            self._first.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(self._first)
        for part in beside:
            row.addWidget(part)
        row.addWidget(self._words, 1)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_title(title)

    def show_title(self, title: str, note: str = "", badge: Badge | None = None) -> None:
        """Another title, what is to be said of it, its state."""
        if self._first is not None:
            self._first.show_words(title, "", None)
            self._first.setFixedWidth(text_width(TITLE, title))
        self._words.show_words("" if self._first else title, note, badge)
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """Title, note and badge as plain text."""
        parts = filter(None, (self._first, self._words))
        return " ".join(part.accessibleName() for part in parts if part.accessibleName())


class TitleWords(QWidget):
    """The title in bold, then what explains it, then a badge; all painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._badge: Badge | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, note: str, badge: Badge | None) -> None:
        """Other words."""
        explained = (Part(note, BODY, Tone.MUTED),) if note else ()
        self._parts, self._badge = (*((Part(title, TITLE),) if title else ()), *explained), badge
        self.setAccessibleName(" ".join(filter(None, (title, note, badge.word if badge else ""))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap = QPainter(self), look().px(12)
        kept = badge_width(self._badge) + gap if self._badge else 0
        room = self.rect().adjusted(0, 0, -kept, 0)
        paint_parts(painter, self._parts, room, gap)
        if self._badge:
            x = min(parts_width(self._parts, gap), room.width()) + (gap if self._parts else 0)
            paint_badge(painter, self._badge, QRect(x, 0, kept, self.height()))


class BackMark(QAbstractButton):
    """The way back to the list: an arrow and its key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("返回"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(8 + 18 + 6) + key_cap_width("Esc") + look().px(6), height(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), look().px(18)
        place = QRect(look().px(8), 0, size, self.height())
        paint_icon(painter, "chevron-left", look().colours.text_muted, place)
        paint_quiet_cap(painter, "Esc", QRect(place.right() + look().px(6), 0, self.width(), self.height()))
