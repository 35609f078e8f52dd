"""Nobody has touched keyboard or mouse for a while: the screen locks by itself, where this PC wants that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor

from jxc_desktop.ui.widgets.pc_choices import LOCK_AFTER, PcChoices
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.window.lock import Lock

LOOKS_EVERY_MS = 5_000
MINUTE_MS = 60_000


class IdleLock(QObject):
    """Looks every few seconds how long it has been quiet.

    Units: milliseconds.
    """

    def __init__(
        self,
        lock: Lock,
        choices: PcChoices,
        quiet_ms: Callable[[], int],
        clock: Callable[[], int] = wall_clock_ms,
        pointer: Callable[[], QPoint] = QCursor.pos,
    ) -> None:
        """`quiet_ms`: how long no key has come. `pointer`: where the mouse points."""
        super().__init__(lock)
        self._lock, self._choices = lock, choices
        self._quiet_ms, self._clock, self._pointer = quiet_ms, clock, pointer
        self._at, self._moved_ms = pointer(), clock()
        timer = QTimer(self, interval=LOOKS_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Lock, where it has been quiet for long enough."""
        now, at = self._clock(), self._pointer()
        if at != self._at:
            self._at, self._moved_ms = at, now
        minutes = self._choices.read(LOCK_AFTER)
        if minutes and min(now - self._moved_ms, self._quiet_ms()) >= int(minutes) * MINUTE_MS:
            self._lock.lock_by_itself()
