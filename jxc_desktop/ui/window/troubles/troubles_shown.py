"""Shows what stops the work: one dialog at a time, never in the middle of a scan, never twice within seconds."""

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from jxc_desktop.ui.errors.quiet import Quiet
from jxc_desktop.ui.errors.troubles import Trouble
from jxc_desktop.ui.window.troubles.trouble_dialog import TroubleDialog

# A draft that cannot be saved is refused with every scan: somebody has read it the first time.
DRAFTS_QUIET_MS = 60_000

_log = logging.getLogger("jxc.faults")


class TroublesShown(QObject):
    """Opens the dialog over whatever is in front.

    Units: the clock counts milliseconds and never jumps.
    """

    def __init__(
        self, window: QWidget, when_idle: Callable[[Callable[[], None]], None], clock: Callable[[], int]
    ) -> None:
        """`when_idle` calls back as soon as no burst of the scanner is under way."""
        super().__init__(window)
        self._window, self._when_idle = window, when_idle
        self._bugs, self._drafts = Quiet(clock), Quiet(clock, DRAFTS_QUIET_MS)
        self._waiting: Trouble | None = None
        self._dialog: TroubleDialog | None = None

    def show(self, trouble: Trouble) -> None:
        """Show it soon, unless one is shown already or it came by itself and is no news."""
        is_news = self._quiet_of(trouble).is_news(trouble.stop.code)
        if is_news and not trouble.is_logged:
            _log.error("%s\n%s", trouble.stop.code, trouble.details)
        if self._waiting is not None or self._dialog is not None or not (is_news or trouble.is_awaited):
            return
        self._waiting = trouble
        # Not at once: this may be the middle of a paint event or of a key.
        QTimer.singleShot(0, self, lambda: self._when_idle(self._open))

    def _open(self) -> None:
        trouble, self._waiting = self._waiting, None
        if trouble is None:
            return
        over = QApplication.activeModalWidget() or self._window
        self._dialog = TroubleDialog(over, trouble, datetime.now())
        self._dialog.finished.connect(lambda: self._on_closed(trouble))
        if trouble.again is not None:
            self._dialog.again.connect(trouble.again)
        self._dialog.open()

    def _on_closed(self, trouble: Trouble) -> None:
        # What it covered is painted now, and may fail again: that is no news either.
        self._quiet_of(trouble).hear(trouble.stop.code)
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _quiet_of(self, trouble: Trouble) -> Quiet:
        return self._bugs if trouble.is_logged else self._drafts
