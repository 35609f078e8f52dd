"""The line above a list."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import bold
from jxc_desktop.ui.widgets.saying import LineKind


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> Iterator[NoticeLine]:
    dress()
    page = QWidget()
    qtbot.addWidget(page)
    made = NoticeLine()
    QVBoxLayout(page).addWidget(made)
    page.show()
    yield made
    page.hide()


def test_it_takes_no_room_while_it_has_nothing_to_say(line: NoticeLine) -> None:
    assert not line.isVisible()
    line.say(LineKind.SUCCESS, (bold("已导出"),))
    assert line.isVisible()
    line.clear()
    assert not line.isVisible()


def test_a_refusal_is_fact_and_advice(line: NoticeLine) -> None:
    line.say_refused(Refusal("磁盘满了", "清出空间再试"))
    assert line.shown_words() == "磁盘满了 清出空间再试"
    assert line.shown_kind() is LineKind.DANGER


def test_a_question_shows_it_and_its_end_hides_it_again(line: NoticeLine) -> None:
    entry = line.ask((bold("原因"),), "", is_number=False)
    assert line.isVisible()
    assert entry.hasFocus()
    line.close_entry()
    assert not line.isVisible()
