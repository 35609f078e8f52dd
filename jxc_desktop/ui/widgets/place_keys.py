"""Keys that work while the focus is in one place of the window: on a page, in a form, in a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def hear_keys(place: QWidget, *acts: tuple[str, Callable[[], object]]) -> None:
    """Each key does its act; held down it does it once."""
    for keys, act in acts:
        shortcut = QShortcut(QKeySequence(keys), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
