"""Keeps the foot of the window true, and opens what lies behind its facts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from jxc_desktop.models.values.backup_file import BackupMade
from jxc_desktop.services.ports.printer import Printer
from jxc_desktop.services.shop import Shop, backups_beside, sync_program
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, damaged
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.palette.offering import Offering
from jxc_desktop.ui.window.palette.rows import Command
from jxc_desktop.ui.window.printing.paper_out import PaperOut
from jxc_desktop.ui.window.status.well_being import BOOKS, PRINTER, WellBeing, is_clock_behind
from jxc_desktop.ui.window.this_pc import ThisPc

if TYPE_CHECKING:
    from jxc_desktop.ui.window.printing.printer_dialog import PrinterDialog
    from jxc_desktop.ui.window.status.books_check import BooksCheck


class ShopStatus(Offering):
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
        self.known = WellBeing(
            has_backup_failed=bool(pc.trouble_with(shop.path)),
            checked_on=pc.checked_on(shop.path),
            synced_by=sync_program(shop.path),
        )
        paper.stood.connect(self._on_printer)
        window.status_asked.connect(self.open)
        self._look_at_backups()
        self._look_at_clock()

    @override
    def commands(self) -> list[Command]:
        """A backup by hand."""
        return [Command(_("现在备份"), "device-floppy", self.back_up, (_("本机，还有选好的第二处"),))]

    def check_books(self) -> None:
        """Look at the file, and at the books unless that was done today."""
        from jxc_desktop.ui.window.status.books_check import BooksCheck

        self._check = BooksCheck(self)
        self._check.damaged.connect(self._on_damaged)
        self._check.found.connect(self._on_checked)
        self._check.begin(self._shop.path, self.known.checked_on != self._shop.today)

    def back_up(self) -> None:
        """A backup now, off the window's thread; the foot says what became of it."""
        backups = self._shop.backups
        self._background.start(lambda _task: backups.make(), self._on_backed_up, self._on_not_backed_up)

    def open(self, name: str = "") -> None:
        """What lies behind the fact that was clicked; "": all of them."""
        from jxc_desktop.ui.window.status.status_dialog import StatusDialog

        if name == PRINTER and not self.known.waiting:
            self.open_printers()
            return
        if name == BOOKS and self.known.faults:
            self.open_findings()
            return
        known = self.known
        dialog = StatusDialog(self._window, known.explained(self._shop.today), bool(known.waiting), bool(known.faults))
        dialog.printer_wanted.connect(self.open_printers)
        dialog.printing_wanted.connect(self._paper.print_waiting)
        dialog.backup_wanted.connect(self.back_up)
        dialog.findings_wanted.connect(self.open_findings)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_findings(self) -> None:
        """Everything the check of the books found."""
        from jxc_desktop.ui.window.status.findings_dialog import FindingsDialog

        dialog = FindingsDialog(self._window, self.known.faults)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_printers(self) -> None:
        """Choose the printer."""
        from jxc_desktop.ui.window.printing.printer_dialog import PrinterDialog

        dialog = PrinterDialog(self._window, self._printers(), self._pc.printer(), str(self._folder))
        dialog.tested.connect(lambda name: self._test(dialog, name))
        dialog.chosen.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def stop(self) -> None:
        """The program ends."""
        self._paper.stop()
        if "_background" in vars(self):
            self._background.wait()
        if self._check is not None:
            self._check.stop()

    @cached_property
    def _background(self) -> Background:
        """A worker of its own: a receipt does not wait for a backup."""
        return Background(self)

    def _look_at_backups(self) -> None:
        made = [backup for backup in backups_beside(self._shop.path) if not backup.is_second]
        self._know(
            replace(
                self.known,
                backed_up_at=made[0].made_at if made else None,
                first_backup_at=made[-1].made_at if made else None,
                second=self._shop.backups.second_place(),
            )
        )

    def _look_at_clock(self) -> None:
        """A clock that stands before the books is said once over the page, and at the foot until it is right."""
        perform(self._shop.health.last_act_at, self._on_last_act, lambda _said, _error: None)

    def _on_last_act(self, last: datetime | None) -> None:
        if is_clock_behind(self._shop.now, last):
            self._know(replace(self.known, clock_behind=last))
            self._say(LineKind.WARNING, _("电脑的时间比账里最近一笔还早，先改对再卖"))

    def _on_backed_up(self, made: BackupMade) -> None:
        self._pc.remember_trouble(self._shop.path, "")
        self._know(replace(self.known, has_backup_failed=False))
        self._look_at_backups()
        words = _("已备份，第二处没连上") if made.is_second_missing else _("已备份")
        kind = LineKind.WARNING if made.is_second_missing else LineKind.SUCCESS
        self._say(kind, words)

    def _on_not_backed_up(self, said: Refusal, _error: object) -> None:
        self._know(replace(self.known, has_backup_failed=True))
        self._say(LineKind.DANGER, said.line)

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

    def _on_damaged(self, faults: tuple[str, ...]) -> None:
        """Pages that cannot be read: the dialog says what to do, and the next start offers the backups."""
        from jxc_desktop.ui.errors.troubles import Trouble, tell

        self._on_checked(faults)
        stop = damaged(self._shop.path).stop
        if stop is not None:
            tell(Trouble(stop, "\n".join(faults)))

    def _on_checked(self, faults: tuple[str, ...]) -> None:
        day = None if faults else self._shop.today
        self._pc.remember_checked(self._shop.path, day)
        self._know(replace(self.known, faults=faults, checked_on=day))

    def _say(self, kind: LineKind, words: str) -> None:
        """In the line of the page in front; one without a line leaves it to the foot."""
        page = self._window.current_page()
        line = None if page is None else page.findChild(ScanLine)
        if isinstance(line, ScanLine):
            line.say(kind, words)

    def _know(self, known: WellBeing) -> None:
        self.known = known
        self._window.show_status(known.items(self._shop.today))
