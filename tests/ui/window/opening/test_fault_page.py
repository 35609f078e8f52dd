"""A shop file that cannot be opened: the ways on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.backup_file import BackupFile
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.window.opening.fault_page import FaultPage

SAID = Refusal("店.db 读不出来", "用最近的备份恢复")
BACKUPS = [
    BackupFile(Path("b2.jxcbackup"), datetime(2026, 3, 4, 22, 0), 3_400_000),
    BackupFile(Path("b1.jxcbackup"), datetime(2026, 3, 3, 22, 0), 3_300_000),
]


class Shown:
    """The page, and what it asked for."""

    def __init__(self, qtbot: QtBot, backups: list[BackupFile]) -> None:
        self.now = 0
        self.page = FaultPage(SAID, "什么都没有改动。", backups, lambda: self.now)
        self.asked: list[object] = []
        self.page.retried.connect(lambda: self.asked.append("again"))
        self.page.new_wanted.connect(lambda: self.asked.append("new"))
        self.page.other_chosen.connect(self.asked.append)
        self.page.restore_wanted.connect(self.asked.append)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 690)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.setFocus()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.now += 1_000
        QTest.keyClick(self.page.windowHandle(), key, held)

    def line(self) -> str:
        line = self.page.findChild(NoticeLine)
        assert isinstance(line, NoticeLine)
        return line.shown_words()


@pytest.fixture
def shown(qtbot: QtBot, dress: Callable[..., None]) -> Shown:
    dress()
    return Shown(qtbot, BACKUPS)


def test_it_says_what_happened_and_what_is_safe(shown: Shown) -> None:
    words = [label.text() for label in shown.page.findChildren(QLabel)]
    assert words[:3] == ["店.db 读不出来", "什么都没有改动。", "用最近的备份恢复"]


def test_keys_try_again_and_begin_a_new_shop(shown: Shown) -> None:
    shown.key(Qt.Key.Key_F5)
    shown.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shown.asked == ["again", "new"]


def test_another_file_is_chosen(shown: Shown, tmp_path: Path) -> None:
    other = tmp_path / "二店.db"
    other.touch()
    shown.key(Qt.Key.Key_F2)
    dialog = shown.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(other))
    dialog.accept()
    assert shown.asked == [other]


def test_backups_are_listed_with_time_and_size_the_newest_chosen(shown: Shown) -> None:
    model = shown.page.backups.model_of_rows()
    rows = [[model.cell_text(row, column) for column in (0, 3, 4)] for row in range(model.rowCount())]
    assert rows[0] == ["2026-03-04 22:00", "3.4 MB", "b2.jxcbackup"]
    assert shown.page.backups.current_row() is BACKUPS[0]


def test_a_backup_is_restored_when_the_same_key_says_so_twice(shown: Shown) -> None:
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_F9)
    assert shown.asked == []
    assert "2026-03-03 22:00" in shown.line()
    assert "补录" in shown.line()
    shown.key(Qt.Key.Key_F9)
    assert shown.asked == [Path("b1.jxcbackup")]


def test_another_row_or_escape_takes_the_question_back(shown: Shown) -> None:
    shown.key(Qt.Key.Key_F9)
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_F9)
    shown.key(Qt.Key.Key_Escape)
    assert shown.line() == ""
    shown.key(Qt.Key.Key_F9)
    assert shown.asked == []


def test_without_backups_none_are_offered(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    shown = Shown(qtbot, [])
    shown.key(Qt.Key.Key_F9)
    assert shown.asked == []
    assert not shown.page.backups.isVisible()


def test_a_backup_that_cannot_be_used_is_said(shown: Shown) -> None:
    shown.page.say_refused(Refusal("备份读不出来"))
    assert shown.line() == "备份读不出来"
