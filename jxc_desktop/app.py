"""The wiring: the window is painted first, then the shop is opened and the devices are made real."""

import gc
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.errors.crash_handler import CrashHandler
from jxc_desktop.ui.look.icons import program_icon
from jxc_desktop.ui.widgets.pc_choices import PcChoices
from jxc_desktop.ui.window.choices_at_work import ChosenSound, dress, follow_scanner
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.this_pc import DAMAGED, ThisPc, log_folder, proposed_shop

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QImage

    from jxc_desktop.services.ports.printer import Printer
    from jxc_desktop.services.ports.sound import Sound
    from jxc_desktop.services.shop import Shop
    from jxc_desktop.ui.background import Background
    from jxc_desktop.ui.errors.troubles import Trouble
    from jxc_desktop.ui.widgets.scan_filter import ScanFilter
    from jxc_desktop.ui.window.first_start.answers import Printers
    from jxc_desktop.ui.window.lock import Lock
    from jxc_desktop.ui.window.opening.opening import Opening
    from jxc_desktop.ui.window.opening.practice import Practice
    from jxc_desktop.ui.window.printing.paper_devices import PaperDevices
    from jxc_desktop.ui.window.printing.preview_shown import PreviewShown
    from jxc_desktop.ui.window.status.shop_status import ShopStatus
    from jxc_desktop.ui.window.troubles.troubles_shown import TroublesShown

PAPER_FOLDER = "小票"
RECEIPT_DPI = 203.2
# How long after the first page whatever can wait is done, so that the first customer does not.
SETTLES_AFTER_MS = 200
BOOKS_CHECKED_AFTER_MS = 5_000


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on a shop file, or bring the one to the front that has it; 0 when it was closed."""
    path, is_demo = _asked(arguments) if arguments else (None, False)
    application = dressed_application()
    crash = CrashHandler(log_folder())
    crash.install()
    if is_demo:
        return _run_demo(application, crash)
    wanted = path or ThisPc(_settings()).shop()
    if wanted is not None and _is_shown_elsewhere(wanted):
        return 0
    program = Program(application, path, crash)
    ended = _run(application, program, crash)
    program.go_on()
    return ended


def _run(application: QApplication, program: "Program", crash: CrashHandler) -> int:
    """Until the window is closed."""
    program.window.show()
    ended = application.exec()
    crash.remove()
    return ended


def _run_demo(application: QApplication, crash: CrashHandler) -> int:
    """A shop to practise in, which is gone afterwards."""
    from jxc_desktop.ui.window.opening.demo import SHOP, demo_folder, demo_settings

    with demo_folder() as folder:
        settings = demo_settings(folder, _settings())
        ended = _run(application, Program(application, folder / SHOP, crash, settings), crash)
        settings.sync()  # else it would be written, and the folder made anew, when it is gone
    return ended


def dressed_application() -> QApplication:
    """Qt's application in our look, as this PC has chosen it."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("jxc_desktop")
    application.setDesktopFileName("jxc-desktop")
    application.setWindowIcon(program_icon())
    dress(application, PcChoices(_settings()))
    return application


class Program:
    """One run of the program: the window, and behind it the shop, once it is open.

    Attributes:
        window: the main window. shop: the open shop; None until it is.
    """

    def __init__(
        self,
        application: QApplication,
        path: Path | None,
        crash: CrashHandler | None = None,
        settings: "QSettings | None" = None,
    ) -> None:
        """`settings` of this PC; None: those that the program is started with."""
        self._application = application
        self._pc = ThisPc(_settings() if settings is None else settings)
        self._path = path or self._pc.shop() or proposed_shop()
        self._opening: Opening | None = None
        self._status: ShopStatus | None = None
        self._troubles: TroublesShown | None = None
        self._practice: Practice | None = None
        self._lock: Lock | None = None
        self._is_warm = False
        self.shop: Shop | None = None
        # What a start creates stays; looking through it for garbage costs a tenth of the start.
        gc.disable()
        self.window = MainWindow()
        self.window.stand_at(self._pc.place())
        self.window.painted.connect(self._begin)
        self.window.closing.connect(self._end)
        dress(application, self._pc.choices).resized.connect(
            self.window.lay_out_anew, Qt.ConnectionType.QueuedConnection
        )
        self._crash = crash
        if crash is not None:
            # Later and never at once: a fault may come out of the middle of painting, or from another thread.
            crash.happened.connect(self.show_trouble, Qt.ConnectionType.QueuedConnection)

    def show_trouble(self, trouble: "Trouble") -> None:
        """Something that no line can hold, such as a fault of the program itself."""
        from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
        from jxc_desktop.ui.window.troubles.troubles_shown import TroublesShown

        if trouble.stop.code == DAMAGED:
            self._pc.remember_trouble(self._path, DAMAGED)
        if self._troubles is None:
            self._troubles = TroublesShown(self.window, self._scans.when_idle, wall_clock_ms)
        self._troubles.show(trouble)

    def _begin(self) -> None:
        from jxc_desktop.ui.window.opening.opening import Opening

        opening = self._opening = Opening(self.window, self._pc, self._scans, lambda: self._background, self._printers)
        opening.opened.connect(self._show)
        opening.begin(self._path)
        # Counted from here, not from the paint: else it would run before the first scan.
        QTimer.singleShot(SETTLES_AFTER_MS, self.window, self._settle)

    def _printers(self) -> "Printers":
        """What the first start can print on."""
        from jxc_desktop.ui.window.first_start.answers import Printers

        return Printers(_printer_names, self._printer)

    def _show(self, shop: "Shop", codes: list[str]) -> None:
        """The shop is open: wire the worker, the sounds and the printer, and show its pages."""
        from jxc_desktop.ui.errors.troubles import listen
        from jxc_desktop.ui.refresh import Refresh
        from jxc_desktop.ui.widgets.page import Surroundings
        from jxc_desktop.ui.window.shop_choices import ShopChoices

        self.shop, self._path = shop, shop.path
        self._pc.remember_shop(shop.path)
        self._pc.remember_operator(shop.operator.name)
        self._refresh = Refresh(self.window)
        shop.on_change(self._refresh.tell)
        self._refresh.changed.connect(self.window.hear_changes)
        self._refresh.changed.connect(ShopChoices(self.window, self._application, lambda: self.shop).hear_changes)
        listen(self.show_trouble)
        pc, gap_ms = self._pc.choices, lambda: self._scans.scanned_gap_ms
        surroundings = Surroundings(shop, self._background, self._sound, self._show_page, pc, gap_ms, _receipt_picture)
        self.window.show_shop(surroundings, shop.settings.shop_name())
        if self._opening is not None:
            self._opening.show_first_page()
        QTimer.singleShot(SETTLES_AFTER_MS, self.window, self._begin_status)
        if codes:
            self._scans.when_idle(lambda: self._offer(codes))

    def _offer(self, codes: list[str]) -> None:
        """What was scanned before somebody signed in."""
        if codes:
            from jxc_desktop.ui.window.offered_scans import offer_scans

            offer_scans(self.window, codes, self.window.take_scan)

    def _on_taken_over(self) -> None:
        """Another operator signed in at the locked screen."""
        if self.shop is not None:
            self._pc.remember_operator(self.shop.operator.name)
            self.window.show_again()

    def _settle(self) -> None:
        """The first page is there: what could wait until now."""
        from jxc_desktop.ui.errors.log_file import start_log
        from jxc_desktop.ui.look.qt_words import follow_language
        from jxc_desktop.ui.window.opening.demo import clear_left_over

        follow_language(self._application)
        clear_left_over()
        if self._crash is not None:
            start_log(log_folder())
        gc.collect()
        # What is there now stays to the end: without this, looking through it would hold up a scan now and then.
        gc.freeze()
        gc.enable()

    def _begin_status(self) -> None:
        """Print what waits, say how the shop is, and come forward when somebody starts it once more."""
        from jxc_desktop.ui.look.qt_words import follow_language
        from jxc_desktop.ui.window.opening.practice import Practice
        from jxc_desktop.ui.window.printing.paper_out import PaperOut
        from jxc_desktop.ui.window.status.shop_status import ShopStatus

        # Once more: somebody may have signed in meanwhile, to a shop in another language.
        follow_language(self._application)
        shop = self.shop
        if shop is None:  # closed within the moment
            return
        if self._practice is None:
            self._practice = Practice(self.window, shop, self._pc)
        if self._opening is not None and self._opening.only is not None:
            self._opening.only.listen()
        paper = PaperOut(shop.paper, self._background, lambda: self._printer(self._pc.printer()))
        self._refresh.changed.connect(paper.hear_changes)
        folder = shop.path.parent / PAPER_FOLDER
        status = self._status = ShopStatus(self.window, shop, self._pc, paper, _printer_names, self._printer, folder)
        self._pc.choices.printer_wanted.connect(status.open_printers)
        if self._lock is None:
            from jxc_desktop.ui.window.idle_lock import IdleLock
            from jxc_desktop.ui.window.lock import Lock

            lock = self._lock = Lock(self.window, lambda: self.shop)
            IdleLock(lock, self._pc.choices, self._scans.quiet_ms)
            lock.taken_over.connect(self._on_taken_over)
            lock.unlocked.connect(self._offer)
        paper.print_waiting()
        QTimer.singleShot(BOOKS_CHECKED_AFTER_MS, status, lambda: self._scans.when_idle(status.check_books))

    def _printer(self, name: str) -> "Printer":
        """The printer of that name in the system; "": the folder beside the shop."""
        from jxc_desktop.services.devices.pdf_folder import PdfFolder

        if not name:
            return PdfFolder(self._path.parent / PAPER_FOLDER)
        from jxc_desktop.ui.devices.system_printer import SystemPrinter

        return SystemPrinter(name)

    def go_on(self) -> None:
        """The window is closed: where somebody left it for another shop, that one opens."""
        if self._practice is not None and self._practice.leaving is not None:
            from jxc_desktop.ui.window.opening.practice import go_on

            go_on(self._practice.leaving)

    def wait_for_paper(self) -> None:
        """Wait until the worker has printed what waits."""
        self._background.wait()

    @cached_property
    def _scans(self) -> "ScanFilter":
        """The scanner, heard from now on."""
        from jxc_desktop.ui.widgets.scan_filter import ScanFilter

        scans = ScanFilter(self._application)
        follow_scanner(scans, self._pc.choices)
        scans.scanned.connect(self._take_scan)
        return scans

    def _take_scan(self, code: str) -> None:
        from jxc_desktop.services.ports.sound import SoundKind

        keepers = (self._opening, self._lock)
        if any(keeper is not None and keeper.keep_scan(code) for keeper in keepers):
            self._sound.play(SoundKind.BAD)
            return
        if "_previews" in vars(self) and self._previews.keep_scan(code):
            return
        self.window.take_scan(code)
        if not self._is_warm:
            self._is_warm = True
            self._scans.when_idle(self._warm_up)

    def _warm_up(self) -> None:
        """Load what the first carton code needs: a tenth of a second and 23 MB, so not before somebody is at work."""
        from jxc_desktop.models.values.gs1_code import parse_gs1

        self._background.start(lambda _task: parse_gs1("0106901234567892"))

    def _show_page(self, key: str, item: object = None) -> None:
        self._previews.show_page(key, item)

    @cached_property
    def _previews(self) -> "PreviewShown":
        """The print preview over a page, whenever one asks for it."""
        from jxc_desktop.ui.window.printing.preview_shown import PreviewShown

        return PreviewShown(self.window, self._pc.choices, lambda: self._background, _system_paper)

    @cached_property
    def _sound(self) -> "Sound":
        """What can be heard here."""
        from jxc_desktop.ui.devices.sound import sound_for

        return ChosenSound(self._pc.choices, lambda volume: sound_for(self.window, volume))

    @cached_property
    def _background(self) -> "Background":
        """The worker, there from now on."""
        from jxc_desktop.ui.background import Background

        background = Background(self.window)
        if self._crash is not None:
            background.failed.connect(self._crash.note)
        return background

    def _end(self) -> None:
        """Let the worker finish, keep a copy of the shop file, let go of it."""
        self._pc.remember_place(self.window.saveGeometry())
        if "_scans" in vars(self):
            # Two filters on one window would hand each other's keys back for ever.
            self._scans.deleteLater()
        if self._status is not None:
            self._status.stop()
        if "_background" in vars(self):
            self._background.wait()
        if self.shop is not None:
            from jxc_desktop.ui.background import Background
            from jxc_desktop.ui.errors.troubles import stop_listening
            from jxc_desktop.ui.window.opening.last_copy import make_last_copy

            # A report that is still being read is not wanted any more.
            for background in self.window.findChildren(Background):
                background.stop()
            stop_listening(self.show_trouble)
            shop, self.shop = self.shop, None
            shop.close()
            make_last_copy(shop.path, self._pc)
        if self._opening is not None:
            self._opening.let_go()


def _asked(arguments: Sequence[str]) -> tuple[Path | None, bool]:
    """The shop file named on the command line, and whether a practice shop was asked for.

    The library that reads them is loaded here because most starts name none.
    """
    import argparse

    parser = argparse.ArgumentParser(prog="jxc-desktop")
    parser.add_argument("--shop", type=Path)
    parser.add_argument("--demo", action="store_true")
    said = parser.parse_args(arguments)
    return said.shop, said.demo


def _is_shown_elsewhere(shop: Path) -> bool:
    """Whether another window has this shop and came to the front; without a lock beside it there is none."""
    if not Path(f"{shop}.lock").exists():
        return False
    from jxc_desktop.ui.window.opening.only_window import is_shown_elsewhere

    return is_shown_elsewhere(shop)


def _settings() -> "QSettings":
    """What belongs to this PC, not to the shop."""
    from PySide6.QtCore import QSettings, QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)


def _receipt_picture(document: bytes) -> "QImage":
    """A receipt as it comes out of the printer, dot by dot."""
    from jxc_desktop.ui.devices.pdf_pages import page_picture

    return page_picture(document, 0, RECEIPT_DPI)


def _printer_names() -> tuple[str, ...]:
    from jxc_desktop.ui.devices.system_printer import printer_names

    return printer_names()


def _system_paper() -> "PaperDevices":
    from jxc_desktop.ui.devices.system_paper import SystemPaper

    return SystemPaper()
