"""Long work off the window's thread."""

import gc
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

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


def test_a_page_goes_at_once_while_its_worker_is_at_work_and_the_work_is_asked_to_stop(qtbot: QtBot) -> None:
    begun, go_on, ended = Event(), Event(), Event()
    was_stopped: list[bool] = []

    def work(task: Task) -> None:
        begun.set()
        go_on.wait(10)
        was_stopped.append(task.is_stopped())
        ended.set()

    page = QWidget()
    answers: list[object] = []
    Background(page).start(work, answers.append)
    assert begun.wait(5)
    delete(page)
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(5)
    assert was_stopped == [True]
    qtbot.wait(1)  # the window goes on
    assert answers == []


def test_at_the_end_of_the_program_work_is_asked_to_stop(background: Background) -> None:
    begun, was_stopped = Event(), Event()

    def work(task: Task) -> None:
        begun.set()
        while not task.is_stopped():
            pass
        was_stopped.set()

    background.start(work)
    assert begun.wait(5)
    background.stop()
    assert was_stopped.wait(5)


def test_waiting_ends_when_its_time_is_over(background: Background) -> None:
    go_on = Event()
    background.start(lambda _task: go_on.wait(10))
    assert not background.wait(at_most_ms=20)
    go_on.set()
    assert background.wait()


def _answer(number: int, _task: Task) -> int:
    return number
