"""One window for one shop file: a second start brings the first to the front."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QThread, Signal

ANSWERS_WITHIN_MS = 2_000
LOOKS_EVERY_MS = 20


class OnlyWindow(QObject):
    """Holds the shop for one window. Who comes second writes into a small file beside the lock; the first empties it.

    A file and not a socket: the library for those costs every start three megabytes.

    Signals:
        wanted: somebody started the program once more for this shop.
    """

    wanted = Signal()

    def __init__(self, shop: Path) -> None:
        super().__init__()
        self._lock = QLockFile(f"{shop}.lock")
        # By its age alone a lock is never taken over: a shop is open all day. That of a process that is gone is.
        self._lock.setStaleLockTime(0)
        self._request = Path(f"{shop}.front")
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Whether this is the only window of the shop now."""
        # A folder that cannot be written to holds no lock; what else is wrong there, opening the shop says.
        return self._lock.tryLock(100) or self._lock.error() is QLockFile.LockError.PermissionError

    def listen(self) -> None:
        """Hear from now on who comes second."""
        try:
            self._request.touch()
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._request)], self)
        self._watcher.fileChanged.connect(self._on_request)
        self._on_request()

    def call_first(self) -> bool:
        """Ask the window that has the shop to come to the front; whether it answered."""
        _let_it_come_forward(self._lock)
        try:
            self._request.write_text("front", encoding="ascii")
            ends = time.monotonic() + ANSWERS_WITHIN_MS / 1000
            while time.monotonic() < ends:
                if not self._request.stat().st_size:
                    return True
                QThread.msleep(LOOKS_EVERY_MS)
        except OSError:
            return False
        return False

    def let_go(self) -> None:
        """Another window may have the shop."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            self._request.unlink(missing_ok=True)
        self._lock.unlock()

    def _on_request(self) -> None:
        try:
            if self._request.stat().st_size:
                self._request.write_bytes(b"")
                self.wanted.emit()
        except OSError:
            return


def is_shown_elsewhere(shop: Path) -> bool:
    """Whether another window has this shop and came to the front instead of a second one."""
    window = OnlyWindow(shop)
    if window.take():
        window.let_go()
        return False
    return window.call_first()


def _let_it_come_forward(lock: QLockFile) -> None:
    """Windows lets a window come forward only if the program that the person has just started allows it."""
    if sys.platform == "win32":
        import ctypes

        is_known, process, _host, _name = lock.getLockInfo()
        if is_known:
            ctypes.windll.user32.AllowSetForegroundWindow(process)
