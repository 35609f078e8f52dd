"""The books are looked at by a second process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.status.books_check import BooksCheck
from tests.services.storage.spoiling import spoil
from tests.story import Story

PATIENCE_MS = 60_000


@pytest.fixture
def check(qtbot: QtBot) -> Iterator[BooksCheck]:
    parent = QObject()
    made = BooksCheck(parent)
    yield made
    made.stop()


def test_books_that_hold_are_found_good_while_the_shop_is_open(qtbot: QtBot, check: BooksCheck, story: Story) -> None:
    story.sell(story.product())
    with qtbot.waitSignal(check.found, timeout=PATIENCE_MS) as found:
        check.begin(story.shop.path)
    assert found.args == [()]


def test_books_that_do_not_hold_are_said_where(qtbot: QtBot, check: BooksCheck, story: Story) -> None:
    story.sell(story.product())
    with story.desk.act("settings.change") as act:
        act.work.connection.exec_driver_sql("UPDATE account_balance SET amount = amount + 1")
        act.commit()
    with qtbot.waitSignal(check.found, timeout=PATIENCE_MS) as found:
        check.begin(story.shop.path)
    assert found.args is not None
    assert "余额应为" in found.args[0][0]


def test_who_could_not_look_has_nothing_to_say_of_the_books(qtbot: QtBot, check: BooksCheck, tmp_path: Path) -> None:
    heard: list[object] = []
    check.found.connect(heard.append)
    with qtbot.waitSignal(check._process.finished, timeout=PATIENCE_MS):
        check.begin(tmp_path / "没有.db")
    assert heard == []


def test_a_check_that_is_stopped_says_nothing(qtbot: QtBot, check: BooksCheck, tmp_path: Path) -> None:
    heard: list[object] = []
    check.found.connect(heard.append)
    check.begin(tmp_path / "没有.db")
    check.stop()
    assert heard == []


def test_a_damaged_file_is_said_as_that_and_its_books_are_not_looked_at(
    qtbot: QtBot, check: BooksCheck, story: Story
) -> None:
    product = story.product()
    for _ in range(40):
        story.sell(product)
    story.shop.close()
    spoil(story.shop.path)
    heard: list[object] = []
    check.found.connect(heard.append)
    with qtbot.waitSignal(check.damaged, timeout=PATIENCE_MS) as damaged:
        check.begin(story.shop.path)
    assert damaged.args is not None
    assert "损坏" in damaged.args[0][0] or "读不出来" in damaged.args[0][0]
    assert heard == []


def test_books_that_were_looked_at_today_are_left_alone_and_the_file_is_still_read(
    qtbot: QtBot, check: BooksCheck, story: Story
) -> None:
    heard: list[object] = []
    check.found.connect(heard.append)
    with qtbot.waitSignal(check._process.finished, timeout=PATIENCE_MS):
        check.begin(story.shop.path, with_books=False)
    assert check._process.state() is QProcess.ProcessState.NotRunning
    assert heard == []
