"""Keeps the foot of the window true, and opens what lies behind its facts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jxc_desktop.services.ports.printer import Printer
from jxc_desktop.services.shop import Shop, backups_beside, sync_program
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.paper_out import PaperOut
from jxc_desktop.ui.window.this_pc import ThisPc
from jxc_desktop.ui.window.well_being import PRINTER, WellBeing

if TYPE_CHECKING:
    from jxc_desktop.ui.window.books_check import BooksCheck
    from jxc_desktop.ui.window.printer_dialog import PrinterDialog


class ShopStatus(QObject):
    """What is known of backup, books and printer, for one shop."""

    def __init__(
        self,
        window: MainWindow,
        shop: Shop,
        pc: ThisPc,
        paper: PaperOut,
        printers: Callable[[], Sequence[str]],
        printer_named: Callable[[str], Printer],
        folder: Path,
    ) -> None:
        """`printers` names those of the system, `printer_named` makes one real; `folder` takes PDF files."""
        super().__init__(window)
        self._window, self._shop, self._pc, self._paper = window, shop, pc, paper
        self._printers, self._printer_named, self._folder = printers, printer_named, folder
        self._check: BooksCheck | None = None
        backups = backups_beside(shop.path)
        self.known = WellBeing(
            backed_up_at=backups[0].made_at if backups else None,
            has_backup_failed=bool(pc.trouble_with(shop.path)),
            checked_on=pc.checked_on(shop.path),
            synced_by=sync_program(shop.path),
        )
        paper.stood.connect(self._on_printer)
        window.status_asked.connect(self.open)
        self._show()

    def check_books(self) -> None:
        """Look at the books, unless that was done today."""
        from jxc_desktop.ui.window.books_check import BooksCheck

        if self.known.checked_on != self._shop.today:
            self._check = BooksCheck(self)
            self._check.found.connect(self._on_checked)
            self._check.begin(self._shop.path)

    def open(self, name: str = "") -> None:
        """What lies behind the fact that was clicked; "": all of them."""
        from jxc_desktop.ui.window.status_dialog import StatusDialog

        if name == PRINTER and not self.known.waiting:
            self.open_printers()
            return
        dialog = StatusDialog(self._window, self.known.explained(self._shop.today), bool(self.known.waiting))
        dialog.printer_wanted.connect(self.open_printers)
        dialog.printing_wanted.connect(self._paper.print_waiting)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_printers(self) -> None:
        """Choose the printer."""
        from jxc_desktop.ui.window.printer_dialog import PrinterDialog

        dialog = PrinterDialog(self._window, self._printers(), self._pc.printer(), str(self._folder))
        dialog.tested.connect(lambda name: self._test(dialog, name))
        dialog.chosen.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def stop(self) -> None:
        """The program ends."""
        self._paper.stop()
        if self._check is not None:
            self._check.stop()

    def _test(self, dialog: "PrinterDialog", name: str) -> None:
        self._paper.print_test(
            self._printer_named(name),
            lambda: dialog.say(LineKind.SUCCESS, _("测试页已送出，看看打印机") if name else _("测试页已存到文件夹里")),
            lambda said, _error: dialog.say(LineKind.DANGER, said.line),
        )

    def _choose(self, name: str) -> None:
        self._pc.choose_printer(name)
        self._paper.print_waiting()

    def _on_printer(self, fault: str, waiting: int) -> None:
        self._know(replace(self.known, printer_fault=fault, waiting=waiting))

    def _on_checked(self, faults: tuple[str, ...]) -> None:
        day = None if faults else self._shop.today
        self._pc.remember_checked(self._shop.path, day)
        self._know(replace(self.known, faults=faults, checked_on=day))

    def _know(self, known: WellBeing) -> None:
        self.known = known
        self._show()

    def _show(self) -> None:
        self._window.show_status(self.known.items(self._shop.today))
