"""What is seen while a report is being read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.reports.waiting_line import WaitingLine
from jxc_desktop.ui.widgets.progress_line import ProgressLine


def test_after_a_moment_rows_turn_quiet_and_after_two_seconds_one_may_stop(
    qtbot: QtBot, dress: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    dress()
    monkeypatch.setattr("jxc_desktop.ui.reports.waiting_line.STALE_AFTER_MS", 1)
    monkeypatch.setattr("jxc_desktop.ui.reports.waiting_line.SAYS_AGAIN_AFTER_MS", 1)
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 3400)
    progress, quiet = ProgressLine(), list[bool]()
    qtbot.addWidget(progress)
    waiting = WaitingLine(progress, lambda: quiet.append(True))
    waiting.begin()
    qtbot.waitUntil(lambda: quiet == [True])
    qtbot.waitUntil(lambda: "已 3 秒" in progress.words())
    waiting.end()
    assert progress.isHidden()


def test_a_quick_answer_leaves_no_trace(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    progress, quiet = ProgressLine(), list[bool]()
    qtbot.addWidget(progress)
    waiting = WaitingLine(progress, lambda: quiet.append(True))
    waiting.begin()
    waiting.end()
    qtbot.wait(200)
    assert (quiet, progress.isHidden()) == ([], True)
