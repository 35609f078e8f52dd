"""The dialog for what stops the work."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.services.storage.faults import DiskFullError
from jxc_desktop.services.words.refusals import bug, refusal
from jxc_desktop.ui.errors.troubles import Trouble
from jxc_desktop.ui.window.troubles.trouble_dialog import StepRow, TroubleDialog

AT = datetime(2026, 3, 4, 14, 32, 7)


@pytest.fixture
def window(qtbot: QtBot, dress: Callable[..., None]) -> QWidget:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    return window


def opened(qtbot: QtBot, window: QWidget, trouble: Trouble) -> TroubleDialog:
    dialog = TroubleDialog(window, trouble, AT)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def disk_full(folder: Path, again: Callable[[], None] | None = None) -> Trouble:
    stop = refusal(DiskFullError(folder / "店.db")).stop
    assert stop is not None
    return Trouble(stop, "DiskFullError", is_awaited=True, again=again)


def press(dialog: TroubleDialog, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.windowHandle(), key, held)


def test_it_says_the_steps_in_their_order(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, disk_full(tmp_path))
    steps = [row.accessibleName() for row in dialog.findChildren(StepRow)]
    assert steps[0].startswith("1 腾出至少 200 MB")
    assert steps[1].startswith("2 再做一次")


def test_a_full_disk_says_how_much_room_is_left(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, disk_full(tmp_path))
    said = " ".join(part.accessibleName() for part in dialog.findChildren(QWidget))
    assert "的盘还剩" in said
    assert "MB" in said


def test_the_folder_opens_with_its_digit(
    qtbot: QtBot, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", seen.append)
    press(opened(qtbot, window, disk_full(tmp_path)), Qt.Key.Key_1)
    assert [Path(url.toLocalFile()) for url in seen] == [tmp_path]


def test_f9_closes_it_and_does_it_once_more(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, disk_full(tmp_path, lambda: None))
    done: list[bool] = []
    dialog.again.connect(lambda: done.append(dialog.isVisible()))
    press(dialog, Qt.Key.Key_F9)
    assert done == [False]


def test_where_nothing_can_be_done_again_f9_does_nothing(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, Trouble(bug("BUG-0001")))
    press(dialog, Qt.Key.Key_F9)
    assert dialog.isVisible()
    assert not any("F9" in getattr(button, "key", "") for button in dialog.findChildren(QPushButton))


def test_the_details_are_copied_with_code_time_and_version(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, Trouble(bug("BUG-0001"), "jxc_desktop/app.py:7 open\nKeyError"))
    press(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    for words in ("BUG-0001", "2026-03-04 14:32:07", "Python", "jxc_desktop/app.py:7 open", "KeyError"):
        assert words in copied
    assert any(button.text() == "已复制" for button in dialog.findChildren(QPushButton))


def test_escape_goes_back_and_enter_does_nothing(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, disk_full(tmp_path, pytest.fail))
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("base", [14, 16, 18])
def test_every_step_has_room_over_a_small_dialog_too(
    qtbot: QtBot, window: QWidget, dress: Callable[..., None], tmp_path: Path, base: int
) -> None:
    dress(base=base)
    window.resize(500, 300)
    dialog = opened(qtbot, window, disk_full(tmp_path, lambda: None))
    rows = dialog.findChildren(StepRow)
    assert all(row.height() == row.maximumHeight() for row in rows)
    assert rows[-1].mapTo(dialog, rows[-1].rect().bottomLeft()).y() < dialog.height() - 60


def test_a_report_is_saved_as_one_file_that_can_be_sent(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, Trouble(bug("BUG-0001"), "jxc_desktop/app.py:7 open\nKeyError"))
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    asking = dialog.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    line = asking.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == "进销存-报告-20260304-143207.txt"
    line.setText(str(tmp_path / "报告.txt"))
    asking.accept()
    report = (tmp_path / "报告.txt").read_text(encoding="utf-8")
    assert "BUG-0001" in report
    assert "SQLAlchemy" in report
    assert any(button.text() == "已存" for button in dialog.findChildren(QPushButton))


def test_a_report_that_cannot_be_saved_says_so(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(qtbot, window, Trouble(bug("BUG-0001")))
    dialog.save_report(tmp_path / "没有" / "报告.txt")
    assert any(button.text() == "存不进去，换个地方" for button in dialog.findChildren(QPushButton))
