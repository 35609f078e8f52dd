"""Every fault of the program ends here: into the log, and once before whoever is at the window."""

import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from jxc_desktop.ui.errors.quiet import Quiet

FAULTS = "fault.txt"


class CrashHandler(QObject):
    """Listens to everything Python and Qt call when nobody has caught an error. The program goes on.

    What it needs is loaded with the first fault: a start without one does not wait for it.

    Signals:
        happened: the trouble, on the thread where it happened; the same one at most every ten seconds.
    """

    happened = Signal(object)

    def __init__(self, folder: Path) -> None:
        """A handler whose log lies in the folder."""
        super().__init__()
        self._folder = folder
        self._quiet: Quiet | None = None
        self._faults: TextIO | None = None

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._on_error
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self._on_message)
        self._watch_for_the_end()

    def remove(self) -> None:
        """Listen no more."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def note(self, error: BaseException) -> None:
        """A fault of the program: log it and say so."""
        from jxc_desktop.services.words.refusals import bug, known_stop
        from jxc_desktop.ui.errors.fault_text import fault_code, fault_place, fault_text
        from jxc_desktop.ui.errors.troubles import Trouble

        if self._is_news(fault_place(error)):
            code, text = fault_code(error), fault_text(error)
            self._log_error(f"{code}\n{text}")
            # A damaged file or a full disk that somebody did not ask for is no fault of the program.
            self.happened.emit(Trouble(known_stop(error) or bug(code), text, is_logged=True))

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            self.note(error.with_traceback(trace))
        _let_go(trace)

    def _on_thread_error(self, said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None:
            self._on_error(said.exc_type, said.exc_value, said.exc_traceback)

    def _on_unraisable(self, said: "sys.UnraisableHookArgs") -> None:
        """Something failed while it was thrown away: nobody waits for it, so the log is enough."""
        from jxc_desktop.ui.errors.fault_text import fault_code, fault_place, fault_text

        if said.exc_value is not None and self._is_news(fault_place(said.exc_value)):
            self._log_error(f"{fault_code(said.exc_value)} unraisable\n{fault_text(said.exc_value)}")

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        is_bad = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        if not is_bad and kind is not QtMsgType.QtWarningMsg:
            return
        if self._is_news(text):
            self._log_error(f"Qt {kind.name}: {text}")
            if is_bad:
                self._tell_message(text)

    def _tell_message(self, text: str) -> None:
        from zlib import crc32

        from jxc_desktop.services.words.refusals import bug
        from jxc_desktop.ui.errors.troubles import Trouble

        self.happened.emit(Trouble(bug(f"QT-{crc32(text.encode()) & 0xFFFF:04X}"), text, is_logged=True))

    def _is_news(self, what: object) -> bool:
        from jxc_desktop.ui.errors.quiet import Quiet

        if self._quiet is None:
            self._quiet = Quiet(_now_ms)
        return self._quiet.is_news(what)

    def _log_error(self, text: str) -> None:
        import logging

        from jxc_desktop.ui.errors.log_file import start_log

        start_log(self._folder)
        logging.getLogger("jxc.faults").error(text)

    def _watch_for_the_end(self) -> None:
        """Where even Python ends, the last thing written is where it was; the next start finds it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / FAULTS
            last = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
            if last:
                self._log_error(f"the last run broke off\n{last}")
            self._faults = path.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._faults)


def _let_go(trace: TracebackType | None) -> None:
    """Give up what the calls that failed still hold.

    A painter among it that does not end now takes the whole program down when its window is painted again.
    """
    from traceback import clear_frames

    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        sys.__dict__.pop(name, None)
    clear_frames(trace)


def _now_ms() -> int:
    import time

    return time.monotonic_ns() // 1_000_000
