"""One window for one shop."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.window.opening import only_window
from jxc_desktop.ui.window.opening.only_window import OnlyWindow, is_shown_elsewhere

GONE = 2**22 - 1  # no process has this number


def calling(window: OnlyWindow) -> tuple[threading.Thread, list[bool]]:
    """Somebody who starts the program once more meanwhile."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(window.call_first()))
    thread.start()
    return thread, answers


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return tmp_path / "店.db"


def test_the_second_calls_the_first_and_is_answered(qtbot: QtBot, shop: Path) -> None:
    first, second = OnlyWindow(shop), OnlyWindow(shop)
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.wanted):
        thread, answers = calling(second)
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert answers == [True]
    first.let_go()


def test_the_program_that_is_started_twice_ends_well_the_second_time(qtbot: QtBot, shop: Path) -> None:
    first = OnlyWindow(shop)
    assert first.take()
    first.listen()
    with qtbot.waitSignal(first.wanted, timeout=60_000):
        second = subprocess.Popen([sys.executable, "-m", "jxc_desktop", "--shop", str(shop)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    first.let_go()


def test_a_call_while_the_first_was_still_starting_is_heard(qtbot: QtBot, shop: Path) -> None:
    first = OnlyWindow(shop)
    assert first.take()
    thread, answers = calling(OnlyWindow(shop))
    request = shop.with_name("店.db.front")
    qtbot.waitUntil(request.exists)
    with qtbot.waitSignal(first.wanted):
        first.listen()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert answers == [True]
    first.let_go()


def test_a_first_that_does_not_answer_is_not_waited_for_long(
    shop: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(only_window, "ANSWERS_WITHIN_MS", 50)
    first = OnlyWindow(shop)
    assert first.take()
    assert not is_shown_elsewhere(shop)
    first.let_go()


def test_the_lock_of_a_process_that_is_gone_is_taken_over(shop: Path) -> None:
    import socket

    shop.with_name("店.db.lock").write_text(f"{GONE}\njxc_desktop\n{socket.gethostname()}\n")
    assert not is_shown_elsewhere(shop)
    window = OnlyWindow(shop)
    assert window.take()
    window.let_go()


def test_the_lock_of_a_window_that_is_open_since_long_is_not_taken_over(shop: Path) -> None:
    import os

    first = OnlyWindow(shop)
    assert first.take()
    lock = shop.with_name("店.db.lock")
    os.utime(lock, (1_000_000_000, 1_000_000_000))
    assert not OnlyWindow(shop).take()
    first.let_go()


def test_after_it_nothing_is_left_beside_the_shop(shop: Path, qtbot: QtBot) -> None:
    window = OnlyWindow(shop)
    assert window.take()
    window.listen()
    window.let_go()
    assert list(shop.parent.iterdir()) == []


def test_without_a_lock_there_is_no_other_window(shop: Path) -> None:
    assert not is_shown_elsewhere(shop)
    assert list(shop.parent.iterdir()) == []
