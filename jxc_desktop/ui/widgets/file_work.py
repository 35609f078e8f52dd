"""An import or export of a page: in the background, with its progress and its outcome in the page's lines."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.progress_line import ProgressLine

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
        self._task = self._background.start(work, self._on_finished, self._on_refused)
        self._task.progressed.connect(self._progress.show_progress)
        self._task.ended.connect(self._on_ended)
        return True

    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def stop(self) -> bool:
        """Ask the work to stop; whether there was any."""
        if self._task is not None:
            self._task.stop()
        return self._task is not None

    def _on_finished(self, result: object) -> None:
        self._done(result)

    def _on_refused(self, words: Refusal, error: ShopError) -> None:
        if self._refused is not None:
            self._refused(words, error)
        else:
            self._notice.say_refused(words)

    def _on_ended(self) -> None:
        self._task = None
        self._progress.hide()


def _nobody(_result: object) -> None:
    """Nothing was begun yet."""
