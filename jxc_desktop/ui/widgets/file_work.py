"""An import or export of a page: in the background, with its progress and its outcome in the page's lines."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.widgets.file_choice import ask_file_to_write
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import bold, muted
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind

T = TypeVar("T")


class FileWork(QObject):
    """One piece of such work at a time."""

    def __init__(self, background: Background, notice: NoticeLine, progress: ProgressLine) -> None:
        super().__init__(progress)
        self._background, self._notice, self._progress = background, notice, progress
        self._task: Task | None = None
        self._done: Callable[[Any], None] = _nobody
        self._refused: Callable[[Refusal, ShopError], None] | None = None

    def start(
        self,
        words: str,
        work: Callable[[Task], T],
        done: Callable[[T], None],
        refused: Callable[[Refusal, ShopError], None] | None = None,
        can_stop: bool = False,
    ) -> bool:
        """Begin; False while something else is being done. A refusal nobody takes is said in the line."""
        if self._task is not None:
            return False
        self._done, self._refused = done, refused
        self._notice.clear()
        self._progress.begin(words, can_stop)
        self._task = self._background.start(
            work, self._on_finished, self._on_refused, self._progress.show_progress, self._on_ended
        )
        return True

    def export(self, page: QWidget, title: str, name: str, write: Callable[[Path], None]) -> None:
        """Ask where to, proposing a name without its ending, write there, and say so in the line."""
        if self._task is None:
            ask_file_to_write(page, title, name, lambda path: self._write(path, lambda _task: write(path), False))

    def export_told(
        self, page: QWidget, title: str, name: str, write: Callable[[Path, Task], None], ending: str = "xlsx"
    ) -> None:
        """The same for what tells how far it is, can be stopped, and can be written as paper too."""
        if self._task is None:
            chosen = partial(self._choose_told, write)
            ask_file_to_write(page, title, name, chosen, with_paper=True, ending=ending)

    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def stop(self) -> bool:
        """Ask the work to stop; whether there was any."""
        if self._task is not None:
            self._task.stop()
        return self._task is not None

    def _choose_told(self, write: Callable[[Path, Task], None], path: Path) -> None:
        self._write(path, lambda task: write(path, task), True)

    def _write(self, path: Path, work: Callable[[Task], None], can_stop: bool) -> None:
        words = _("正在导出 {name}").format(name=path.name)
        self.start(words, work, partial(self._say_written, path), can_stop=can_stop)

    def _say_written(self, path: Path, _nothing: object) -> None:
        words = (bold(_("已导出 {name}").format(name=path.name)), muted(str(path.parent)))
        self._notice.say(LineKind.SUCCESS, words)

    def _on_finished(self, result: object) -> None:
        self._done(result)

    def _on_refused(self, words: Refusal, error: ShopError) -> None:
        if self._refused is not None:
            self._refused(words, error)
        else:
            self._notice.say_refused(words)

    def _on_ended(self, _task: Task) -> None:
        self._task = None
        self._progress.hide()


def _nobody(_result: object) -> None:
    """Nothing was begun yet."""
