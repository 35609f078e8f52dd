"""Long work off the window's thread."""

import gc
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from jxc_desktop.services.errors import StoppedError
from jxc_desktop.services.exchange.faults import NoSuchFileError
from jxc_desktop.services.storage.faults import DiskFullError
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.errors.troubles import Trouble, listen, stop_listening


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def test_answers_come_on_the_windows_thread_even_to_a_function_of_nobody(qtbot: QtBot, background: Background) -> None:
    window = QThread.currentThread()
    came: list[tuple[int, bool]] = []

    def heard(answer: int) -> None:
        came.append((answer, QThread.currentThread() is window))

    for number in range(20):
        background.start(partial(_answer, number), lambda answer: heard(answer))
        gc.collect()
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == [(number, True) for number in range(20)]


def test_a_refusal_comes_in_words(qtbot: QtBot, background: Background) -> None:
    def work(_task: Task) -> None:
        raise NoSuchFileError(Path("没有.xlsx"))

    said: list[str] = []
    background.start(work, refused=lambda words, _error: said.append(words.fact))
    qtbot.waitUntil(lambda: said == ["找不到文件 没有.xlsx"])


def test_a_bug_is_handed_on_and_the_worker_goes_on(qtbot: QtBot, background: Background) -> None:
    faults: list[object] = []
    background.failed.connect(faults.append)
    done: list[int] = []
    background.start(lambda _task: 1 // 0)
    background.start(lambda _task: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    assert [type(fault) for fault in faults] == [ZeroDivisionError]


def test_a_stopped_task_ends_at_its_next_report(qtbot: QtBot, background: Background) -> None:
    go_on = Event()

    def work(task: Task) -> None:
        task.report(1, 2)
        go_on.wait(5)
        task.report(2, 2)

    refused: list[object] = []
    seen: list[tuple[int, int]] = []
    task = background.start(
        work,
        refused=lambda _words, error: refused.append(error),
        progressed=lambda done, total: seen.append((done, total)),
    )
    qtbot.waitUntil(lambda: seen == [(1, 2)])
    task.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], StoppedError)


def test_waiting_waits_for_everything_that_was_given(background: Background) -> None:
    done: list[int] = []

    def work(number: int, _task: Task) -> None:
        done.append(number)

    for number in range(5):
        background.start(partial(work, number))
    assert background.wait()
    assert done == [0, 1, 2, 3, 4]


def test_a_draft_that_cannot_be_saved_is_told_at_length(qtbot: QtBot, background: Background) -> None:
    def save(_task: Task) -> None:
        raise DiskFullError(Path("店.db"))

    told: list[Trouble] = []
    listen(told.append)
    background.start(save)
    qtbot.waitUntil(lambda: bool(told))
    stop_listening(told.append)
    assert [(trouble.stop.code, trouble.is_awaited, trouble.again) for trouble in told] == [("DISK-FULL", False, None)]


def _answer(number: int, _task: Task) -> int:
    return number
