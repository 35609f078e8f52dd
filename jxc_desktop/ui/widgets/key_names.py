"""Keys that mean the same on every page: Enter, the F-keys, the keys that walk rows."""

from PySide6.QtCore import Qt

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
F_KEYS = {Qt.Key.Key_F1.value + number: f"F{number + 1}" for number in range(12)}

_ROWS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
_PAGES = {Qt.Key.Key_PageUp.value: -1, Qt.Key.Key_PageDown.value: 1}
ROW_KEYS = frozenset((*_ROWS, *_PAGES))


def row_step(key: int, page: int) -> int:
    """How many rows down a key goes, where so many rows are a page; 0 for any other key."""
    return _ROWS.get(key, 0) or _PAGES.get(key, 0) * page
