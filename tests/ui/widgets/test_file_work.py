"""An import or export of a page, its progress and its outcome."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.services.exchange.faults import NoSuchFileError
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from tests.robots.counter import part_of


class Lines(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.notice, self.progress, self.background = NoticeLine(), ProgressLine(), Background(self)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        self.work = FileWork(self.background, self.notice, self.progress)


@pytest.fixture
def lines(qtbot: QtBot, dress: Callable[..., None]) -> Lines:
    dress()
    made = Lines()
    qtbot.addWidget(made)
    made.show()
    return made


def test_progress_is_shown_while_it_lasts_and_goes_with_the_result(qtbot: QtBot, lines: Lines) -> None:
    go_on = Event()
    done: list[int] = []

    def work(task: Task) -> int:
        task.report(500, 2000)
        go_on.wait(5)
        return 7

    assert lines.work.start("正在导入 商品.xlsx", work, done.append, can_stop=True)
    qtbot.waitUntil(lambda: lines.progress.words() == "正在导入 商品.xlsx 500 / 2,000")
    assert lines.progress.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: done == [7] and not lines.work.is_busy())
    assert not lines.progress.isVisible()


def test_nothing_else_begins_while_it_lasts(qtbot: QtBot, lines: Lines) -> None:
    go_on = Event()
    lines.work.start("一", lambda _task: go_on.wait(5), lambda _result: None)
    assert not lines.work.start("二", lambda _task: None, lambda _result: None)
    go_on.set()
    qtbot.waitUntil(lambda: not lines.work.is_busy())


def test_stopping_leaves_words_in_the_line(qtbot: QtBot, lines: Lines) -> None:
    go_on = Event()

    def work(task: Task) -> None:
        go_on.wait(5)
        task.report(1, 2)

    assert not lines.work.stop()
    lines.work.start("导入", work, lambda _result: None, can_stop=True)
    assert lines.work.stop()
    go_on.set()
    qtbot.waitUntil(lambda: "已经停下，什么都没有改" in lines.notice.shown_words())


def test_a_refusal_nobody_takes_is_said_in_the_line(qtbot: QtBot, lines: Lines) -> None:
    def work(_task: Task) -> None:
        raise NoSuchFileError(Path("没有.xlsx"))

    lines.work.start("导入", work, lambda _result: None)
    qtbot.waitUntil(lambda: "找不到文件 没有.xlsx" in lines.notice.shown_words())


def test_what_is_written_may_be_paper_and_tells_how_far_it_is(qtbot: QtBot, lines: Lines, tmp_path: Path) -> None:
    go_on = Event()

    def write(path: Path, task: Task) -> None:
        task.report(1, 2)
        go_on.wait(5)
        path.write_bytes(b"%PDF")

    lines.work.export_told(lines, "导出月报", "月报", write, "pdf")
    dialog = part_of(lines, QFileDialog)
    part_of(dialog, QLineEdit).setText(str(tmp_path / "月报"))
    dialog.accept()
    qtbot.waitUntil(lambda: lines.progress.words() == "正在导出 月报.pdf 1 / 2")
    go_on.set()
    qtbot.waitUntil(lambda: "已导出 月报.pdf" in lines.notice.shown_words())
    assert (tmp_path / "月报.pdf").exists()
