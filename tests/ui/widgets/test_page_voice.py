"""How a page speaks: the line and the sound say the same."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.parts import plain
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import Heard


@pytest.fixture
def voice(qtbot: QtBot, dress: Callable[..., None]) -> PageVoice:
    dress()
    line = NoticeLine()
    qtbot.addWidget(line)
    return PageVoice(line, Heard(), lambda: 0)


def said(voice: PageVoice) -> tuple[LineKind, str, list[SoundKind]]:
    assert isinstance(voice.sound, Heard)
    return voice.line.shown_kind(), voice.line.shown_words(), voice.sound.kinds


def test_a_refusal_is_said_with_what_to_do_and_sounds_bad(voice: PageVoice) -> None:
    voice.refuse(Refusal("库存不够", "先入库"))
    kind, words, sounds = said(voice)
    assert (kind, sounds) == (LineKind.DANGER, [SoundKind.BAD])
    assert "库存不够" in words
    assert "先入库" in words


def test_what_does_nothing_here_is_a_warning(voice: PageVoice) -> None:
    voice.remark("这里不用扫码")
    assert said(voice) == (LineKind.WARNING, "这里不用扫码", [SoundKind.WARN])


def test_a_question_makes_no_sound(voice: PageVoice) -> None:
    voice.ask((plain("过账？"),), (KeyHint("F9", "过账"),))
    kind, words, sounds = said(voice)
    assert (kind, sounds) == (LineKind.WARNING, [])
    assert words.startswith("过账？")


@pytest.mark.parametrize(("detail", "words"), [("", "已过账"), ("单号 1", "已过账 单号 1")])
def test_what_is_done_sounds_done(voice: PageVoice, detail: str, words: str) -> None:
    voice.report("已过账", detail)
    assert said(voice) == (LineKind.SUCCESS, words, [SoundKind.DONE])
