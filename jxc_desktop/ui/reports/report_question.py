"""Reading a report off the window's thread: one may stop it, and only the newest question's answer counts."""

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task

T = TypeVar("T")
Stopped = Callable[[], bool]


class ReportQuestion(QObject):
    """Asks one question at a time; asking anew stops the one before.

    Signals:
        refused: the newest question was refused, in words.
    """

    refused = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._stop: Event | None = None
        self._answered: Callable[[Any], None] = _nobody

    def ask(self, question: Callable[[Stopped], T], answered: Callable[[T], None]) -> None:
        """Ask; the question is told how to find out that nobody waits for it any more."""
        self.stop()
        self._answered = answered
        asked = self._stop = Event()

        def work(task: Task) -> tuple[Event, T | None]:
            def is_stopped() -> bool:
                return asked.is_set() or task.is_stopped()

            return asked, None if is_stopped() else question(is_stopped)

        def refuse(words: Refusal, _error: ShopError) -> None:
            if asked is self._stop:
                self._stop = None
                self.refused.emit(words)

        self._background.start(work, self._on_answer, refuse)

    def stop(self) -> bool:
        """Stop it; whether there was any."""
        was_asking = self._stop is not None
        if self._stop is not None:
            self._stop.set()
            self._stop = None
        return was_asking

    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._stop is not None

    def _on_answer(self, answer: tuple[Event, Any]) -> None:
        asked, found = answer
        if asked is self._stop:
            self._stop = None
            self._answered(found)


def _nobody(_answer: object) -> None:
    """Nothing was asked yet."""
