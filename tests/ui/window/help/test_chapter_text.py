"""A chapter on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.window.help.chapter_text import HelpText, key_picture

CHAPTER = """# 卖货

在 **收银台** 按 `F9` 收款。

## 改一行

| 要做的事 | 按 |
|---|---|
| 数量 | `F3 *` |

1. 扫商品。
2. 再扫一次，数量加一。
"""


@pytest.fixture
def text(qtbot: QtBot, dress: Callable[..., None]) -> HelpText:
    dress()
    shown = HelpText()
    qtbot.addWidget(shown)
    shown.resize(400, 120)
    shown.show()
    return shown


def blocks(text: HelpText) -> list[QTextBlock]:
    found, block = [], text.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_keys_are_drawn_as_caps_and_their_names_are_not_written_twice(text: HelpText) -> None:
    text.show_chapter(CHAPTER)
    assert "F9" not in text.words()
    assert text.words().count("\N{OBJECT REPLACEMENT CHARACTER}") == 2


def test_headings_are_larger_than_the_text_and_the_first_is_the_largest(text: HelpText) -> None:
    text.show_chapter(CHAPTER)
    sizes = {
        block.text(): block.begin().fragment().charFormat().font().pixelSize()
        for block in blocks(text)
        if block.blockFormat().headingLevel()
    }
    assert sizes["卖货"] > sizes["改一行"] > look().base


def test_writing_is_of_the_colour_of_the_look(text: HelpText, dress: Callable[..., None]) -> None:
    dress(dark=True)
    text.show_chapter(CHAPTER)
    formats = [block.begin().fragment().charFormat() for block in blocks(text) if block.text()]
    inks = {written.foreground().color().name() for written in formats if not written.isImageFormat()}
    assert inks == {look().colours.text.name()}


def test_a_search_marks_every_place_and_goes_on_to_the_next(text: HelpText) -> None:
    text.show_chapter(CHAPTER, "数量")
    marks = text.extraSelections()
    first = text.textCursor().position()
    text.next_hit()
    second = text.textCursor().position()
    text.next_hit()
    assert len(marks) == 2
    assert first < second
    assert text.textCursor().position() == first


def test_what_is_not_there_marks_nothing(text: HelpText) -> None:
    text.show_chapter(CHAPTER, "退货")
    text.next_hit()
    assert text.extraSelections() == []


def test_a_page_further_shows_what_comes_after(text: HelpText) -> None:
    text.show_chapter(CHAPTER)
    text.turn_page(1)
    assert text.verticalScrollBar().value() > 0
    text.turn_page(-1)
    assert text.verticalScrollBar().value() == 0


def test_a_cap_is_sharp_on_a_sharp_screen(dress: Callable[..., None]) -> None:
    dress()
    plain, sharp = key_picture("F9", 1), key_picture("F9", 1.5)
    assert sharp.width() == round(plain.width() * 1.5)
    assert sharp.deviceIndependentSize().width() == pytest.approx(plain.width(), abs=1)
