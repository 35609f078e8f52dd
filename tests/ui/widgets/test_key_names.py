"""Keys that mean the same on every page."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.ui.widgets.key_names import F_KEYS, row_step


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageUp, -12),
        (Qt.Key.Key_PageDown, 12),
        (Qt.Key.Key_A, 0),
    ],
)
def test_arrows_go_one_row_and_page_keys_a_page(key: Qt.Key, rows: int) -> None:
    assert row_step(key.value, 12) == rows


def test_the_twelve_keys_are_called_what_is_printed_on_them() -> None:
    assert (F_KEYS[Qt.Key.Key_F1.value], F_KEYS[Qt.Key.Key_F12.value], len(F_KEYS)) == ("F1", "F12", 12)
