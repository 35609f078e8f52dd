"""The keys that work wherever one is in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut


class WindowKeys:
    """They sleep while something covers the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._shortcuts: list[QShortcut] = []

    def on(self, keys: str, act: Callable[[], None]) -> None:
        """What a key does."""
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        self._shortcuts.append(shortcut)

    def sleep(self, asleep: bool) -> None:
        """None of them does anything, or all do again."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not asleep)
