"""A few words that do not move the page."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.words_line import WordsLine


def test_it_says_the_last_words_and_reads_them_out(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = WordsLine()
    qtbot.addWidget(line)
    assert line.words() == ""
    line.say(plain("共"), bold("3"))
    assert (line.words(), line.accessibleName()) == ("共 3", "共 3")
    line.say()
    assert (line.words(), line.accessibleName()) == ("", "")


def test_longer_words_ask_for_no_more_room(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = WordsLine()
    qtbot.addWidget(line)
    before = line.sizeHint()
    line.say(plain("很长的一句话" * 50))
    assert line.sizeHint() == before
