"""Drafts saved behind the window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.services.storage.faults import DiskFullError
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.draft_keeper import DraftKeeper


@dataclass(frozen=True)
class Words:
    """A draft of a few words."""

    text: str


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.wait()


def keeper(background: Background, save: Callable[[Words], None]) -> DraftKeeper[Words]:
    return DraftKeeper(background, save, lambda draft, _before: bool(draft.text))


def test_only_the_newest_of_several_drafts_is_saved(qtbot: QtBot, background: Background) -> None:
    saved: list[Words] = []
    keeping = keeper(background, saved.append)
    for text in ("一", "二", "三"):
        keeping.keep(Words(text))
    qtbot.waitUntil(lambda: saved == [Words("三")])


def test_a_draft_that_is_not_worth_it_is_not_saved(background: Background) -> None:
    saved: list[Words] = []
    keeping = keeper(background, saved.append)
    keeping.keep(Words(""))
    keeping.save_now()
    background.wait()
    assert saved == []


def test_a_draft_that_was_let_go_is_never_written(qtbot: QtBot, background: Background) -> None:
    saved: list[Words] = []
    keeping = keeper(background, saved.append)
    keeping.keep(Words("一"))
    keeping.let_go()
    keeping.save_now()
    background.wait()
    assert saved == []


def test_the_same_draft_is_written_once(background: Background) -> None:
    saved: list[Words] = []
    keeping = keeper(background, saved.append)
    draft = Words("一")
    for _ in range(2):
        keeping.keep(draft)
        keeping.save_now()
        background.wait()
    assert saved == [draft]


def test_why_a_draft_could_not_be_saved_is_told_in_words(qtbot: QtBot, background: Background) -> None:
    def refuse(_draft: Words) -> None:
        raise DiskFullError(Path("店.db"))

    keeping = keeper(background, refuse)
    with qtbot.waitSignal(keeping.not_saved) as told:
        keeping.keep(Words("一"))
    assert told.args[0].startswith("磁盘满了")
