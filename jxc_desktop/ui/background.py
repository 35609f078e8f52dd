"""Long work off the window's thread: one thing after the other, with progress, and a way to stop it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from jxc_desktop.services.errors import ShopError, StoppedError
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.errors.fault_text import fault_text
from jxc_desktop.ui.errors.troubles import Trouble, tell

T = TypeVar("T")


class Task(QObject):
    """One piece of work under way.

    Signals:
        progressed: done and total, at most some twenty times. finished: the result. refused: the refusal in words and
        the error. failed: an error that is a bug of ours. ended: after any of these, and after nothing else.
        over: the worker has done with it, whether anybody listens or not.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object)
    ended = Signal(object)
    over = Signal(object)

    def __init__(self, work: Callable[["Task"], Any]) -> None:
        super().__init__()
        self._work = work
        self._stopped = Event()
        self._is_heard = True

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stopped.set()

    def let_go(self) -> None:
        """Ask it to stop, and to tell nobody any more."""
        self._is_heard = False
        self.stop()

    def is_stopped(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stopped.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the work now and then.

        Raises:
            StoppedError: somebody asked it to stop.
        """
        if self.is_stopped():
            raise StoppedError
        self._tell(self.progressed, done, total)

    def run(self) -> None:
        """Do the work, on the worker's thread."""
        try:
            result = self._work(self)
        except ShopError as error:
            self._tell(self.refused, refusal(error), error)
        except Exception as error:  # noqa: BLE001  handed to the window's thread, which sorts and reports it
            self._tell(self.failed, error)
        else:
            self._tell(self.finished, result)
        self._tell(self.ended, self)
        self.over.emit(self)

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        if self._is_heard:
            signal.emit(*values)


class Background(QObject):
    """One worker: tasks are done in the order they were given.

    It may go at any time, as with the page that it belongs to: what it does then is asked to stop, and nobody waits.

    Signals:
        failed: an error that is a bug of ours.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Not Qt's pool: that one is waited for, on the window's thread, when a page goes.
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._tasks: set[Task] = set()
        self.destroyed.connect(partial(_let_go, self._worker, self._tasks))

    def start(
        self,
        work: Callable[[Task], T],
        finished: Callable[[T], None] | None = None,
        refused: Callable[[Refusal, ShopError], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
        ended: Callable[[Task], None] | None = None,
    ) -> Task:
        """Give the worker something to do; the answers come on the window's thread.

        Who listens is told here and not afterwards: a short task has ended by then.
        """
        task = Task(work)
        if progressed is not None:
            task.progressed.connect(progressed)
        if finished is not None:
            task.finished.connect(finished)
        if refused is not None:
            task.refused.connect(refused)
        task.refused.connect(self._say_stop)
        task.failed.connect(self.failed)
        task.ended.connect(self._forget)
        if ended is not None:
            task.ended.connect(ended)
        self._tasks.add(task)
        _keep(task)
        self._worker.submit(task.run)
        return task

    def stop(self) -> None:
        """Ask everything that was given to stop."""
        for task in tuple(self._tasks):
            task.stop()

    def wait(self, at_most_ms: int = 30_000) -> bool:
        """Wait until everything given is done, as at the end of the program; False: it was not in time."""
        try:
            self._worker.submit(_nothing).result(at_most_ms / 1000)
        except TimeoutError:
            return False
        return True

    def _say_stop(self, said: Refusal, error: ShopError) -> None:
        """Work that nobody looks at, such as saving a draft, cannot say in a line that nothing can be saved."""
        if said.stop is not None:
            tell(Trouble(said.stop, fault_text(error)))

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)


# Every task until the window's thread has taken it apart. An answer whose sender is gone is never delivered; and a
# task whose last hold was the worker's would be taken apart there, in the middle of what the window does with it.
_kept: set[Task] = set()


def _keep(task: Task) -> None:
    _kept.add(task)
    task.over.connect(_take_apart)


def _take_apart(task: Task) -> None:
    """On the window's thread."""
    task.destroyed.connect(partial(_kept.discard, task))
    task.deleteLater()


def _let_go(worker: ThreadPoolExecutor, tasks: set[Task]) -> None:
    """What waits, such as a choice to be remembered, is still done; nobody is there to hear of it."""
    for task in tuple(tasks):
        task.let_go()
    worker.shutdown(wait=False)


def _nothing() -> None:
    """All that was given before is done."""
