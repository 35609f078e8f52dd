"""A list with what stands round it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.list_side import ListSide
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.paged_model import sorted_by_source
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import Heard
from tests.story import Story


class Shelf:
    """Words in a list with one button."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.words, self.refuses, self._qtbot = ["瓶", "箱"], False, qtbot
        form = ListForm("词", [("all", "全部")], "word", EmptyPage("tag", "还没有词", "先写一个"))
        columns: list[Column[str]] = [Column("word", "词", str, 10, sort=sorted_by_source)]
        source = Source(self._rows, lambda _wanted: Summary({"all": len(self.words)}, {}), lambda word: word)
        self.list: PagedList[str] = PagedList(source, columns, form)
        self.button = KeyButton("导出", "Ctrl+E")
        around = Surroundings(story.shop, Background(), Heard(), lambda _key, _item: None)
        self.side = ListSide(around, "词表", (self.button,), self.list, (KeyHint("Esc", "清除筛选"),))
        qtbot.addWidget(self.side)
        self.side.show()

    def read(self) -> None:
        with self._qtbot.waitSignal(self.list.refused if self.refuses else self.list.emptied):
            self.list.reload()

    def press(self, key: Qt.Key) -> bool:
        return self.side.press(QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier))

    def _rows(self, _wanted: Wanted, offset: int, limit: int) -> list[str]:
        if self.refuses:
            raise NotAllowedError("words")
        return self.words[offset : offset + limit]


@pytest.fixture
def shelf(qtbot: QtBot, dress: Callable[..., None], story: Story) -> Shelf:
    dress()
    return Shelf(qtbot, story)


def test_an_empty_list_offers_neither_buttons_nor_keys(shelf: Shelf) -> None:
    shelf.read()
    assert (shelf.button.isVisible(), shelf.side.hints.words()) == (True, "Esc 清除筛选")
    shelf.words.clear()
    shelf.read()
    assert (shelf.button.isVisible(), shelf.side.hints.words()) == (False, "")
    shelf.words.append("袋")
    shelf.read()
    assert (shelf.button.isVisible(), shelf.side.hints.words()) == (True, "Esc 清除筛选")


def test_esc_clears_first_the_line_then_the_search(shelf: Shelf) -> None:
    shelf.read()
    shelf.list.search.search_for("瓶")
    shelf.side.line.say(LineKind.NEUTRAL, "存好了")
    assert shelf.press(Qt.Key.Key_Escape)
    assert (shelf.side.line.is_saying(), shelf.list.search.text()) == (False, "瓶")
    assert shelf.press(Qt.Key.Key_Escape)
    assert shelf.list.search.text() == ""


def test_a_key_that_means_nothing_here_is_left_to_the_page(shelf: Shelf) -> None:
    shelf.read()
    assert not shelf.press(Qt.Key.Key_F11)


def test_a_list_that_may_not_be_read_says_so_in_the_line(shelf: Shelf) -> None:
    shelf.refuses = True
    shelf.read()
    assert "没有权限" in shelf.side.line.shown_words()
