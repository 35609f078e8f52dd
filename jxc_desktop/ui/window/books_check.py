"""Whether the books hold: looked at once a day by a second process, so that the counter feels nothing of it."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, Signal

LOWER_BY = 10


class BooksCheck(QObject):
    """Runs the command that checks a shop file, and hears what it found.

    Signals:
        found: what is wrong, a sentence each; none where the books hold.
    """

    found = Signal(tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.started.connect(self._step_back)
        self._process.finished.connect(self._on_finished)

    def begin(self, shop: Path) -> None:
        """Look at this shop now."""
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONUTF8", "1")
        self._process.setProcessEnvironment(surroundings)
        program = [] if getattr(sys, "frozen", False) else ["-m", "jxc_desktop"]
        self._process.start(sys.executable, [*program, "verify", "--shop", str(shop)])

    def stop(self) -> None:
        """Let it be: the program ends."""
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _step_back(self) -> None:
        """The counter comes first."""
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self._process.processId(), LOWER_BY)

    def _on_finished(self, code: int, how: QProcess.ExitStatus) -> None:
        # Whoever could not look at the books, for whatever reason, has nothing to say of them.
        counted = _lines(self._process.readAllStandardOutput())
        faults = _lines(self._process.readAllStandardError())
        if how is QProcess.ExitStatus.NormalExit and counted and (code == 0 or faults):
            self.found.emit(() if code == 0 else faults)


def _lines(output: QByteArray) -> tuple[str, ...]:
    return tuple(bytes(output.data()).decode(errors="replace").splitlines())
