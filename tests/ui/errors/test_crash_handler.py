"""Every fault of the program ends in the log and before whoever is at the window, and the program goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qCritical, qWarning
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.services.storage.faults import ShopFileDamagedError
from jxc_desktop.ui.errors.crash_handler import FAULTS, CrashHandler
from jxc_desktop.ui.errors.log_file import NAME, end_log
from jxc_desktop.ui.errors.troubles import Trouble

CUSTOMER = "张三"


@pytest.fixture
def handler(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[CrashHandler]:
    end_log()
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    # Python's own hook is the test runner's here, which would fail the test.
    monkeypatch.setattr(sys, "__excepthook__", lambda *_error: None)
    made = CrashHandler(tmp_path / "log")
    made.install()
    yield made
    made.remove()
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
    end_log()
    logging.getLogger("jxc").propagate = True


@pytest.fixture
def happened(handler: CrashHandler) -> list[Trouble]:
    heard: list[Trouble] = []
    handler.happened.connect(heard.append)
    return heard


def log_of(folder: Path) -> str:
    return (folder / "log" / NAME).read_text(encoding="utf-8")


def fail() -> None:
    raise KeyError(CUSTOMER)


def test_a_damaged_file_met_by_whoever_did_not_expect_it_is_said_as_that(
    handler: CrashHandler, happened: list[Trouble], tmp_path: Path
) -> None:
    handler.note(ShopFileDamagedError(tmp_path / "店.db"))
    assert [trouble.stop.code for trouble in happened] == ["FILE-DAMAGED"]


def test_a_fault_behind_a_button_is_told_and_logged_without_anybodys_name(
    qtbot: QtBot, happened: list[Trouble], tmp_path: Path
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    button.click()
    assert [trouble.stop.code[:4] for trouble in happened] == ["BUG-"]
    assert happened[0].stop.code in log_of(tmp_path)
    assert "KeyError" in log_of(tmp_path)
    assert CUSTOMER not in log_of(tmp_path) + happened[0].details


def test_the_same_fault_again_is_told_once(qtbot: QtBot, happened: list[Trouble], tmp_path: Path) -> None:
    for _press in range(5):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(happened))
    QTimer.singleShot(0, lambda: happened.append(happened[0]))
    qtbot.waitUntil(lambda: len(happened) > 1)
    assert len(happened) == 2
    assert log_of(tmp_path).count(happened[0].stop.code) == 1


def test_a_fault_while_painting_is_told_once_and_the_window_lives_on(qtbot: QtBot, happened: list[Trouble]) -> None:
    class Broken(QWidget):
        painted = 0

        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            Broken.painted += 1
            painter.fillRect(self.rect(), str(1 // 0))

    window = Broken()
    qtbot.addWidget(window)
    window.show()
    again = QTimer(window, interval=1)
    again.timeout.connect(window.update)
    again.start()
    qtbot.waitUntil(lambda: Broken.painted >= 5)
    assert [trouble.stop.code[:4] for trouble in happened] == ["BUG-"]


def test_a_fault_in_a_thread_is_told_on_the_windows_thread(
    qtbot: QtBot, handler: CrashHandler, happened: list[Trouble]
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(happened) == 1)


def test_a_fault_that_nobody_waits_for_is_only_logged(happened: list[Trouble], tmp_path: Path) -> None:
    class Gone:
        def __del__(self) -> None:
            fail()

    Gone()
    assert "unraisable" in log_of(tmp_path)
    assert happened == []


def test_what_qt_calls_critical_is_told_and_what_it_warns_of_is_logged(happened: list[Trouble], tmp_path: Path) -> None:
    qWarning("a small thing")
    assert happened == []
    qCritical("a bad thing")
    assert [trouble.stop.code[:3] for trouble in happened] == ["QT-"]
    assert "a small thing" in log_of(tmp_path)
    assert "a bad thing" in log_of(tmp_path)


def test_a_run_that_broke_off_is_found_at_the_next_start(
    handler: CrashHandler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler.remove()
    (tmp_path / "log" / FAULTS).write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    handler.install()
    assert "the last run broke off" in log_of(tmp_path)
    assert "Segmentation fault" in log_of(tmp_path)
    assert (tmp_path / "log" / FAULTS).read_text(encoding="utf-8") == ""


def test_ctrl_c_in_a_console_is_no_fault(happened: list[Trouble]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert happened == []
