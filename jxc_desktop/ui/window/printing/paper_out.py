"""Receipts on their way to the printer, off the window's thread; a jammed printer delays no sale."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.ports.printer import Printer, PrinterFault
from jxc_desktop.services.sales.paper import Paper
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background

_log = logging.getLogger("jxc.printer")


class PaperOut(QObject):
    """Prints what waits, whenever something new does or somebody asks.

    Signals:
        stood: why nothing is printed ("" where all is well), and how many receipts wait.
    """

    stood = Signal(str, int)

    def __init__(self, paper: Paper, background: Background, printer: Callable[[], Printer]) -> None:
        """`printer` says where to, each time."""
        super().__init__(background)
        self._paper, self._background, self._printer = paper, background, printer
        self._is_over = False

    def hear_changes(self, changes: frozenset[Change]) -> None:
        """Print if a receipt is new."""
        if Change.PAPER in changes:
            self.print_waiting()

    def print_waiting(self) -> None:
        """Print everything that waits; the first fault stops it, and the rest goes on waiting."""
        if self._is_over:
            return
        if not self._paper.waiting_count():
            self.stood.emit("", 0)
            return
        printer = self._printer()
        self._background.start(
            lambda _task: self._paper.print_waiting(printer), lambda _count: self._tell(""), self._on_refused
        )

    def print_test(
        self, printer: Printer, done: Callable[[], None], refused: Callable[[Refusal, ShopError], None]
    ) -> None:
        """A page that shows whether this printer works."""
        self._background.start(lambda _task: self._paper.print_test(printer), lambda _nothing: done(), refused)

    def stop(self) -> None:
        """The program ends: what still waits is printed after the next start."""
        self._is_over = True

    def _on_refused(self, said: Refusal, error: ShopError) -> None:
        if isinstance(error, PrinterFault):
            _log.warning("%s %s", type(error).__name__, error.detail)
        self._tell(said.fact)

    def _tell(self, fault: str) -> None:
        if not self._is_over:
            self.stood.emit(fault, self._paper.waiting_count())
