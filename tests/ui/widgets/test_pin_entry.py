"""授权码 in the line over a page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.pin_entry import PinQuestion
from tests.robots.counter import Heard, part_of


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> NoticeLine:
    dress()
    line = NoticeLine()
    qtbot.addWidget(line)
    line.show()
    return line


def test_what_is_typed_is_handed_on_once_and_cannot_be_read(line: NoticeLine) -> None:
    given: list[str] = []
    question = PinQuestion(PageVoice(line, Heard(), lambda: 0), given.append)
    line.answered.connect(question.answer)
    question.ask("小王 一次最多只能退 20.00")
    assert (question.is_asking(), "小王 一次最多只能退 20.00" in line.shown_words()) == (True, True)
    entry = part_of(line, QLineEdit)
    assert entry.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(entry, "47119999999")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert given == ["47119999"]
    assert (question.is_asking(), line.is_asking()) == (False, False)
    assert "4711" not in line.shown_words()


def test_leaving_hands_nothing_on_and_other_keys_are_reminded(line: NoticeLine) -> None:
    given: list[str] = []
    question = PinQuestion(PageVoice(line, Heard(), lambda: 0), given.append)
    question.ask("小王 一次最多只能退 20.00")
    question.remind()
    assert "先输授权码" in line.shown_words()
    question.leave()
    assert (given, question.is_asking(), line.is_saying()) == ([], False, False)
