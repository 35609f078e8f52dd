"""The keys of a page of documents, as its buttons write them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from jxc_desktop.ui.widgets.document_keys import Mode, hints_of, key_name

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_F7, PLAIN, "F7"),
        (Qt.Key.Key_Escape, PLAIN, "Esc"),
        (Qt.Key.Key_E, CONTROL, "Ctrl+E"),
        (Qt.Key.Key_E, PLAIN, ""),
        (Qt.Key.Key_F7, CONTROL, ""),
        (Qt.Key.Key_F12, PLAIN, ""),
    ],
)
def test_a_key_has_the_name_its_button_shows_and_others_have_none(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key.value, modifiers)) == name


@pytest.mark.parametrize("mode", Mode)
def test_every_state_of_the_page_says_how_one_gets_out_of_it(mode: Mode) -> None:
    assert hints_of(mode, "扫小票找单")[-1].key == "Esc"


def test_only_the_list_says_what_a_scan_does(qapp: object) -> None:
    saying = [mode for mode in Mode if "扫小票找单" in [hint.word for hint in hints_of(mode, "扫小票找单")]]
    assert saying == [Mode.LIST]
