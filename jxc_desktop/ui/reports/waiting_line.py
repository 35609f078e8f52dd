"""A report is being read: after a moment old rows turn quiet, after two seconds one sees how long and how to stop."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.table import STALE_AFTER_MS

SAYS_SO_AFTER_MS, SAYS_AGAIN_AFTER_MS = 2000, 1000


class WaitingLine(QObject):
    """Counts the seconds of one question."""

    def __init__(self, progress: ProgressLine, mark_stale: Callable[[], None]) -> None:
        super().__init__(progress)
        self._progress = progress
        self._since = QElapsedTimer()
        self._stale = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        self._stale.timeout.connect(mark_stale)
        self._says = QTimer(self, interval=SAYS_AGAIN_AFTER_MS)
        self._says.timeout.connect(self._say)
        self._is_saying = False

    def begin(self) -> None:
        """A question was asked."""
        self.end()
        self._since.start()
        self._stale.start()
        self._says.start()

    def end(self) -> None:
        """It was answered, refused or stopped."""
        self._stale.stop()
        self._says.stop()
        if self._is_saying:
            self._is_saying = False
            self._progress.hide()

    def _say(self) -> None:
        if self._since.elapsed() < SAYS_SO_AFTER_MS - SAYS_AGAIN_AFTER_MS // 2:
            return
        self._is_saying = True
        self._progress.begin(_("正在算，已 {seconds} 秒").format(seconds=self._since.elapsed() // 1000), can_stop=True)
