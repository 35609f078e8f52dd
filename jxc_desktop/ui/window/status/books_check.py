"""Whether file and books hold: looked at by a second process, so that neither the start nor the counter feels it."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, Signal

LOWER_BY = 10


class BooksCheck(QObject):
    """Runs the command that checks a shop file, and hears what it found: the file first, then the books.

    Signals:
        damaged: what is wrong with the file itself, a sentence each; the books are not looked at then.
        found: what is wrong with the books, a sentence each; none where they hold.
    """

    damaged = Signal(tuple)
    found = Signal(tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shop, self._with_books, self._is_at_file = Path(), True, True
        self._process = QProcess(self)
        self._process.started.connect(self._step_back)
        self._process.finished.connect(self._on_finished)

    def begin(self, shop: Path, with_books: bool = True) -> None:
        """Look at this shop's file now, and where that holds at its books."""
        self._shop, self._with_books = shop, with_books
        self._look(at_file=True)

    def stop(self) -> None:
        """Let it be: the program ends."""
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _look(self, at_file: bool) -> None:
        self._is_at_file = at_file
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONUTF8", "1")
        self._process.setProcessEnvironment(surroundings)
        program = [] if getattr(sys, "frozen", False) else ["-m", "jxc_desktop"]
        only = ["--file"] if at_file else []
        self._process.start(sys.executable, [*program, "verify", "--shop", str(self._shop), *only])

    def _step_back(self) -> None:
        """The counter comes first."""
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self._process.processId(), LOWER_BY)

    def _on_finished(self, code: int, how: QProcess.ExitStatus) -> None:
        # Whoever could not look at it, for whatever reason, has nothing to say of it.
        counted = _lines(self._process.readAllStandardOutput())
        faults = _lines(self._process.readAllStandardError())
        if how is not QProcess.ExitStatus.NormalExit or not counted or (code and not faults):
            return
        if not self._is_at_file:
            self.found.emit(faults if code else ())
        elif code:
            self.damaged.emit(faults)
        elif self._with_books:
            self._look(at_file=False)


def _lines(output: QByteArray) -> tuple[str, ...]:
    return tuple(bytes(output.data()).decode(errors="replace").splitlines())
