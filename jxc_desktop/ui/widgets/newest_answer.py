"""Questions off the window's thread, of which only the newest one's answer counts: one may type on meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task

T = TypeVar("T")


class NewestAnswer(QObject):
    """Asks one question at a time; what was asked before is forgotten.

    Signals:
        refused: the newest question was refused, in words.
    """

    refused = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._number = 0
        self._answered: Callable[[Any], None] = _nobody

    def ask(self, question: Callable[[], T], answered: Callable[[T], None]) -> None:
        """Ask; the answer comes on the window's thread unless another question was asked meanwhile."""
        self._number += 1
        self._answered = answered
        number = self._number

        def work(_task: Task) -> tuple[int, T | None]:
            return number, question() if number == self._number else None

        self._background.start(work, self._on_answer, self._on_refused)

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._number += 1

    def _on_answer(self, numbered: tuple[int, Any]) -> None:
        number, answer = numbered
        if number == self._number:
            self._answered(answer)

    def _on_refused(self, words: Refusal, _error: ShopError) -> None:
        self.refused.emit(words)


def _nobody(_answer: object) -> None:
    """Nothing was asked yet."""
