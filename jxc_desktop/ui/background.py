"""Long work off the window's thread: one thing after the other, with progress, and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

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
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object)
    ended = Signal(object)

    def __init__(self, work: Callable[["Task"], Any]) -> None:
        super().__init__()
        self._work = work
        self._stopped = Event()

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stopped.set()

    def report(self, done: int, total: int) -> None:
        """Called by the work now and then.

        Raises:
            StoppedError: somebody asked it to stop.
        """
        if self._stopped.is_set():
            raise StoppedError
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the work, on the worker's thread."""
        try:
            result = self._work(self)
        except ShopError as error:
            self.refused.emit(refusal(error), error)
        except Exception as error:  # noqa: BLE001  handed to the window's thread, which sorts and reports it
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.run()
        self._task.ended.emit(self._task)


class Background(QObject):
    """The window's one worker: tasks are done in the order they were given.

    Signals:
        failed: an error that is a bug of ours.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: set[Task] = set()

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
        # Kept until the window's thread has heard it end: an answer whose sender is gone is never delivered.
        task.ended.connect(self._forget)
        if ended is not None:
            task.ended.connect(ended)
        self._tasks.add(task)
        self._pool.start(_Runner(task))
        return task

    def wait(self, at_most_ms: int = 30_000) -> bool:
        """Wait until everything given is done, as at the end of the program; False: it was not in time."""
        return self._pool.waitForDone(at_most_ms)

    def _say_stop(self, said: Refusal, error: ShopError) -> None:
        """Work that nobody looks at, such as saving a draft, cannot say in a line that nothing can be saved."""
        if said.stop is not None:
            tell(Trouble(said.stop, fault_text(error)))

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
