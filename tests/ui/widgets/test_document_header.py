"""The first line of a page of documents."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.document_header import DocumentHeader
from jxc_desktop.ui.widgets.key_button import KeyButton


@pytest.fixture
def header(qtbot: QtBot, dress: Callable[..., None]) -> DocumentHeader:
    dress()
    made = DocumentHeader([KeyButton("导出", "Ctrl+E")], [KeyButton("红冲", "F7"), KeyButton("退货", "F8")])
    qtbot.addWidget(made)
    made.resize(1000, 60)
    made.show()
    return made


def test_only_what_can_be_done_is_on_the_screen(header: DocumentHeader) -> None:
    header.say_list("销售单", "今天")
    header.offer(["Ctrl+E", "F7"])
    assert header.offered() == ["Ctrl+E"]
    header.say_document("XS20260302-0001")
    assert header.offered() == ["F7"]
    header.offer([])
    assert header.offered() == []


def test_it_says_which_of_the_two_is_shown(header: DocumentHeader) -> None:
    header.say_list("销售单", "今天")
    assert (header.words().startswith("销售单"), "今天" in header.words()) == (True, True)
    header.say_document("XS20260302-0001", "老板")
    assert "XS20260302-0001" in header.words()
    assert "销售单" not in header.words()


def test_a_click_says_the_key_of_its_button(header: DocumentHeader) -> None:
    pressed: list[str] = []
    header.pressed.connect(pressed.append)
    header.say_document("XS20260302-0001")
    for button in header.findChildren(KeyButton):
        if button.key == "F8":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["F8"]
