"""A line with a list behind it: one types to search, or writes something new."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon

MOST_ROWS = 12


class Combo(QComboBox):
    """Finds by any part of a word; F4 or Alt+↓ opens the list, the wheel does nothing while it is shut."""

    def __init__(
        self, options: Sequence[str], text: str = "", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        """The words to choose from, the one that is written, and an icon before it."""
        super().__init__(parent)
        self._icon_name = icon
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(MOST_ROWS)
        self.addItems(list(options))
        self.setCurrentText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(MOST_ROWS)
        self.setCompleter(completer)

    def text(self) -> str:
        """What is written in it, without blanks around it."""
        return self.currentText().strip()

    def mark_bad(self, is_bad: bool) -> None:
        """Draw the danger edge, or take it away."""
        if bool(self.property("bad")) != is_bad:
            self.setProperty("bad", is_bad)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self.lineEdit()
        if self._icon_name and line is not None:
            line.setTextMargins(look().px(18 + 8), 0, 0, 0)
            place = QRect(look().px(10), 0, look().px(18), self.height())
            paint_icon(QPainter(self), self._icon_name, look().colours.text_muted, place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()
