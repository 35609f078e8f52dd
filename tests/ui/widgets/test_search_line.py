"""The search of a list."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.search_line import SearchLine


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> SearchLine:
    dress()
    made = SearchLine("名称、拼音、条码")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_asks_when_one_pauses_and_not_for_the_same_again(qtbot: QtBot, line: SearchLine) -> None:
    heard: list[str] = []
    line.searched.connect(heard.append)
    for letter in "nf ":
        QTest.keyClicks(line, letter)
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["nf"])
    QTest.keyClicks(line, " ")
    line.search_now()
    assert heard == ["nf"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_and_enter_search_at_once_and_go_on_to_the_rows(line: SearchLine, key: Qt.Key) -> None:
    heard: list[str] = []
    line.searched.connect(heard.append)
    line.left_downwards.connect(lambda: heard.append("rows"))
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, key)
    assert heard == ["x", "rows"]


def test_it_says_what_is_searched_for(line: SearchLine) -> None:
    line.search_for("  可乐 ")
    assert line.searched_text() == "可乐"
