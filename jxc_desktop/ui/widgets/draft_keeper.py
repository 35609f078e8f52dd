"""What is being counted, saved by the worker a moment after its row is painted; a scan never waits for the disk."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task

SAVED_AFTER_MS = 150

Draft = TypeVar("Draft")


class DraftKeeper(QObject, Generic[Draft]):
    """Saves the newest draft, at most some times a second; one that was posted is never written again.

    Signals:
        not_saved: why, in words.
    """

    not_saved = Signal(str)

    def __init__(
        self,
        background: Background,
        save: Callable[[Draft], None],
        is_worth_saving: Callable[[Draft, Draft | None], bool],
        parent: QObject | None = None,
    ) -> None:
        """A keeper that saves with `save`, on the worker's thread, what is worth it beside what was saved last."""
        super().__init__(parent)
        self._background = background
        self._write, self._is_worth_saving = save, is_worth_saving
        self._newest: Draft | None = None
        self._saved: Draft | None = None
        # Held while the worker writes; the window waits for it only before a draft is posted or given up.
        self._writing = Lock()
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save_now)

    def keep(self, draft: Draft) -> None:
        """This is the draft now; it is saved soon."""
        self._newest = draft
        if not self._timer.isActive():
            self._timer.start()

    def save_now(self) -> None:
        """Give the worker the draft at once."""
        self._timer.stop()
        if self._newest is not None and self._newest is not self._saved:
            self._background.start(self._save, refused=self._on_refused)

    def let_go(self) -> None:
        """The draft is about to be posted or given up: from now on nothing writes it."""
        self._timer.stop()
        with self._writing:
            self._newest = None

    def _on_refused(self, refusal: Refusal, _error: ShopError) -> None:
        self.not_saved.emit(refusal.line)

    def _save(self, _task: Task) -> None:
        with self._writing:
            draft = self._newest
            if draft is not None and draft is not self._saved and self._is_worth_saving(draft, self._saved):
                self._write(draft)
                self._saved = draft
