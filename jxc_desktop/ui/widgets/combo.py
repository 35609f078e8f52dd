"""A line with a list behind it: one types to search, or writes something new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget
from typing_extensions import override

MOST_ROWS = 12


class Combo(QComboBox):
    """Finds by any part of a word; F4 or Alt+↓ opens the list, the wheel does nothing while it is shut."""

    def __init__(self, options: Sequence[str], text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()
