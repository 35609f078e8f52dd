"""The wiring: the window is painted first, then the shop is opened and the devices are made real."""

import gc
import sys
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.errors.crash_handler import CrashHandler
from jxc_desktop.ui.look.apply import apply_look
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.this_pc import DAMAGED, NOT_BACKED_UP, ThisPc, log_folder, proposed_shop

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from jxc_desktop.services.ports.printer import Printer
    from jxc_desktop.services.ports.sound import Sound
    from jxc_desktop.services.shop import Shop
    from jxc_desktop.ui.background import Background
    from jxc_desktop.ui.errors.troubles import Trouble
    from jxc_desktop.ui.widgets.scan_filter import ScanFilter
    from jxc_desktop.ui.window.opening import Opening
    from jxc_desktop.ui.window.shop_status import ShopStatus
    from jxc_desktop.ui.window.troubles_shown import TroublesShown

LARGE_SCREEN = (1900, 1000)
PAPER_FOLDER = "小票"
VOLUME_PERCENT = 60
# How long after the first page whatever can wait is done, so that the first customer does not.
SETTLES_AFTER_MS = 200
BOOKS_CHECKED_AFTER_MS = 5_000


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on a shop file, or bring the one to the front that has it; 0 when it was closed."""
    path = _named_shop(arguments) if arguments else None
    application = dressed_application()
    crash = CrashHandler(log_folder())
    crash.install()
    wanted = path or ThisPc(_settings()).shop()
    if wanted is not None and _is_shown_elsewhere(wanted):
        return 0
    program = Program(application, path, crash)
    program.window.show()
    ended = application.exec()
    crash.remove()
    return ended


def dressed_application() -> QApplication:
    """Qt's application in our look, light or dark as the system is, its text as large as suits the screen."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("jxc_desktop")
    follow_the_system(application)
    return application


def follow_the_system(application: QApplication) -> None:
    """Light or dark as the system is, now and when it changes its mind."""
    hints, size = application.styleHints(), application.primaryScreen().size()
    is_large = size.width() >= LARGE_SCREEN[0] and size.height() >= LARGE_SCREEN[1]

    def dress(scheme: Qt.ColorScheme) -> None:
        apply_look(application, scheme is Qt.ColorScheme.Dark, 16 if is_large else 14)

    dress(hints.colorScheme())
    hints.colorSchemeChanged.connect(dress)


class Program:
    """One run of the program: the window, and behind it the shop, once it is open.

    Attributes:
        window: the main window. shop: the open shop; None until it is.
    """

    def __init__(self, application: QApplication, path: Path | None, crash: CrashHandler | None = None) -> None:
        self._application = application
        self._pc = ThisPc(_settings())
        self._path = path or self._pc.shop() or proposed_shop()
        self._opening: Opening | None = None
        self._status: ShopStatus | None = None
        self._troubles: TroublesShown | None = None
        self._is_warm = False
        self.shop: Shop | None = None
        # What a start creates stays; looking through it for garbage costs a tenth of the start.
        gc.disable()
        self.window = MainWindow()
        self.window.stand_at(self._pc.place())
        self.window.painted.connect(self._begin)
        self.window.closing.connect(self._end)
        self._crash = crash
        if crash is not None:
            # Later and never at once: a fault may come out of the middle of painting, or from another thread.
            crash.happened.connect(self.show_trouble, Qt.ConnectionType.QueuedConnection)

    def show_trouble(self, trouble: "Trouble") -> None:
        """Something that no line can hold, such as a fault of the program itself."""
        from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
        from jxc_desktop.ui.window.troubles_shown import TroublesShown

        if trouble.stop.code == DAMAGED:
            self._pc.remember_trouble(self._path, DAMAGED)
        if self._troubles is None:
            self._troubles = TroublesShown(self.window, self._scans.when_idle, wall_clock_ms)
        self._troubles.show(trouble)

    def _begin(self) -> None:
        from jxc_desktop.ui.window.opening import Opening

        opening = self._opening = Opening(self.window, self._pc, self._scans, lambda: self._background)
        opening.opened.connect(self._show)
        opening.begin(self._path)
        # Counted from here, not from the paint: else it would run before the first scan.
        QTimer.singleShot(SETTLES_AFTER_MS, self.window, self._settle)

    def _show(self, shop: "Shop", codes: list[str]) -> None:
        """The shop is open: wire the worker, the sounds and the printer, and show its pages."""
        from jxc_desktop.ui.errors.troubles import listen
        from jxc_desktop.ui.refresh import Refresh
        from jxc_desktop.ui.widgets.page import Surroundings

        self.shop, self._path = shop, shop.path
        self._pc.remember_shop(shop.path)
        self._pc.remember_operator(shop.operator.name)
        self._refresh = Refresh(self.window)
        shop.on_change(self._refresh.tell)
        self._refresh.changed.connect(self.window.hear_changes)
        listen(self.show_trouble)
        self.window.show_shop(
            Surroundings(shop, self._background, self._sound, self.window.show_page), shop.settings.shop_name()
        )
        QTimer.singleShot(SETTLES_AFTER_MS, self.window, self._begin_status)
        if codes:
            self._scans.when_idle(lambda: self._offer(codes))

    def _offer(self, codes: list[str]) -> None:
        """What was scanned before somebody signed in."""
        from jxc_desktop.ui.window.offered_scans import OfferedScans

        dialog = OfferedScans(self.window, codes)
        for code in codes:
            dialog.taken.connect(partial(self.window.take_scan, code))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self) -> None:
        """The first page is there: what could wait until now."""
        from jxc_desktop.ui.errors.log_file import start_log
        from jxc_desktop.ui.look.qt_words import follow_language

        follow_language(self._application)
        if self._crash is not None:
            start_log(log_folder())
        gc.collect()
        # What is there now stays to the end: without this, looking through it would hold up a scan now and then.
        gc.freeze()
        gc.enable()

    def _begin_status(self) -> None:
        """Print what waits, say how the shop is, and come forward when somebody starts it once more."""
        from jxc_desktop.ui.look.qt_words import follow_language
        from jxc_desktop.ui.window.paper_out import PaperOut
        from jxc_desktop.ui.window.shop_status import ShopStatus

        # Once more: somebody may have signed in meanwhile, to a shop in another language.
        follow_language(self._application)
        shop = self.shop
        if shop is None:  # closed within the moment
            return
        if self._opening is not None and self._opening.only is not None:
            self._opening.only.listen()
        paper = PaperOut(shop.paper, self._background, lambda: self._printer(self._pc.printer()))
        self._refresh.changed.connect(paper.hear_changes)
        folder = shop.path.parent / PAPER_FOLDER
        status = self._status = ShopStatus(self.window, shop, self._pc, paper, _printer_names, self._printer, folder)
        paper.print_waiting()
        QTimer.singleShot(BOOKS_CHECKED_AFTER_MS, status, lambda: self._scans.when_idle(status.check_books))

    def _printer(self, name: str) -> "Printer":
        """The printer of that name in the system; "": the folder beside the shop."""
        from jxc_desktop.services.devices.pdf_folder import PdfFolder

        if not name:
            return PdfFolder(self._path.parent / PAPER_FOLDER)
        from jxc_desktop.ui.devices.system_printer import SystemPrinter

        return SystemPrinter(name)

    def wait_for_paper(self) -> None:
        """Wait until the worker has printed what waits."""
        self._background.wait()

    @cached_property
    def _scans(self) -> "ScanFilter":
        """The scanner, heard from now on."""
        from jxc_desktop.ui.widgets.scan_filter import ScanFilter

        scans = ScanFilter(self._application)
        scans.scanned.connect(self._take_scan)
        return scans

    def _take_scan(self, code: str) -> None:
        from jxc_desktop.services.ports.sound import SoundKind

        if self._opening is not None and self._opening.keep_scan(code):
            self._sound.play(SoundKind.BAD)
            return
        self.window.take_scan(code)
        if not self._is_warm:
            self._is_warm = True
            self._scans.when_idle(self._warm_up)

    def _warm_up(self) -> None:
        """Load what the first carton code needs: a tenth of a second and 23 MB, so not before somebody is at work."""
        from jxc_desktop.models.values.gs1_code import parse_gs1

        self._background.start(lambda _task: parse_gs1("0106901234567892"))

    @cached_property
    def _sound(self) -> "Sound":
        """What can be heard here."""
        from jxc_desktop.ui.devices.sound import sound_for

        return sound_for(self.window, VOLUME_PERCENT)

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
            from jxc_desktop.ui.errors.troubles import stop_listening

            stop_listening(self.show_trouble)
            shop, self.shop = self.shop, None
            shop.close()
            self._back_up(shop.path)
        if self._opening is not None:
            self._opening.let_go()

    def _back_up(self, path: Path) -> None:
        """A copy beside the shop; where there can be none, the next start says so."""
        from jxc_desktop.services.shop import back_up_beside
        from jxc_desktop.ui.perform import perform

        perform(
            lambda: back_up_beside(path),
            lambda _copy: self._pc.remember_trouble(path, ""),
            lambda said, _error: self._pc.remember_trouble(
                path, DAMAGED if said.stop is not None and said.stop.code == DAMAGED else NOT_BACKED_UP
            ),
        )


def _named_shop(arguments: Sequence[str]) -> Path | None:
    """The shop file named on the command line; loaded here because most starts name none."""
    import argparse

    parser = argparse.ArgumentParser(prog="jxc-desktop")
    parser.add_argument("--shop", type=Path)
    named: Path | None = parser.parse_args(arguments).shop
    return named


def _is_shown_elsewhere(shop: Path) -> bool:
    """Whether another window has this shop and came to the front; without a lock beside it there is none."""
    if not Path(f"{shop}.lock").exists():
        return False
    from jxc_desktop.ui.window.only_window import is_shown_elsewhere

    return is_shown_elsewhere(shop)


def _settings() -> "QSettings":
    """What belongs to this PC, not to the shop."""
    from PySide6.QtCore import QSettings, QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)


def _printer_names() -> tuple[str, ...]:
    from jxc_desktop.ui.devices.system_printer import printer_names

    return printer_names()
