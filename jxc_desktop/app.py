"""The wiring: the window is painted first, then the shop is opened and the devices are made real."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.look.apply import apply_look
from jxc_desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile, QSettings

    from jxc_desktop.services.changes import Change
    from jxc_desktop.services.shop import Shop
    from jxc_desktop.services.words.refusals import Refusal
    from jxc_desktop.ui.background import Background

LARGE_SCREEN = (1900, 1000)
PAPER_FOLDER = "小票"
VOLUME_PERCENT = 60
# How long after the first page whatever can wait is done, so that the first customer does not.
SETTLES_AFTER_MS = 200


def open_window(arguments: Sequence[str]) -> int:
    """Open the window on a shop file; 0 when it was closed, 1 when another window has that shop open."""
    path = _named_shop(arguments) if arguments else None
    application = dressed_application()
    program = Program(application, path)
    program.window.show()
    return application.exec()


def dressed_application() -> QApplication:
    """Qt's application in our look, light or dark as the system is, its text as large as suits the screen."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("jxc_desktop")
    is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    size = application.primaryScreen().size()
    is_large = size.width() >= LARGE_SCREEN[0] and size.height() >= LARGE_SCREEN[1]
    apply_look(application, is_dark, 16 if is_large else 14)
    return application


class Program:
    """One run of the program: the window, and behind it the shop, once it is open.

    Attributes:
        window: the main window. shop: the open shop; None until it is.
    """

    def __init__(self, application: QApplication, path: Path | None) -> None:
        self._application = application
        self._path = path
        self._lock: QLockFile | None = None
        self._background: Background | None = None
        self.shop: Shop | None = None
        # What a start creates stays; looking through it for garbage costs a tenth of the start.
        gc.disable()
        self.window = MainWindow()
        self.window.painted.connect(self._begin)
        self.window.closing.connect(self._end)

    def _begin(self) -> None:
        self._open_what_is_wanted()
        # Counted from here, not from the paint: else it would run before the first scan.
        QTimer.singleShot(SETTLES_AFTER_MS, self.window, self._settle)

    def _open_what_is_wanted(self) -> None:
        """Open the shop that was named, or the one of last time; ask for a name where there is none."""
        self._path = self._path or _last_path() or _proposed_path()
        if not self._path.exists():
            self._ask_for_name(self._path)
        elif self._is_only_one(self._path):
            self._open(self._path)

    def _ask_for_name(self, path: Path) -> None:
        from jxc_desktop.ui.window.first_page import FirstPage

        page = FirstPage(str(path))
        page.named.connect(lambda name: self._found(page.say_fault, path, name))
        self.window.show_only(page)

    def _found(self, say_fault: Callable[[str], None], path: Path, name: str) -> None:
        from jxc_desktop.services.ports.clock import SystemClock
        from jxc_desktop.services.shop import Shop
        from jxc_desktop.ui.perform import perform

        path.parent.mkdir(parents=True, exist_ok=True)
        perform(
            lambda: Shop.found(path, name, SystemClock()),
            self._show,
            lambda refusal, _error: say_fault(refusal.line),
        )

    def _open(self, path: Path) -> None:
        from jxc_desktop.services.ports.clock import SystemClock
        from jxc_desktop.services.shop import Shop
        from jxc_desktop.ui.perform import perform

        perform(lambda: Shop.open(path, SystemClock()), self._show, lambda refusal, _error: self._say_fault(refusal))

    def _say_fault(self, refusal: "Refusal") -> None:
        from jxc_desktop.services.words import _
        from jxc_desktop.ui.window.fault_page import FaultPage

        self.window.show_only(FaultPage(refusal, _("文件没有动过，里面的账都还在。")))

    def _show(self, shop: "Shop") -> None:
        """The shop is open: wire the scanner, the worker, the sounds and the printer, and show its pages."""
        from jxc_desktop.ui.background import Background
        from jxc_desktop.ui.devices.sound import sound_for
        from jxc_desktop.ui.refresh import Refresh
        from jxc_desktop.ui.widgets.page import Surroundings
        from jxc_desktop.ui.widgets.scan_filter import ScanFilter

        self.shop = shop
        _remember(shop.path)
        self._background = Background(self.window)
        self._refresh = Refresh(self.window)
        shop.on_change(self._refresh.tell)
        self._refresh.changed.connect(self.window.hear_changes)
        self._refresh.changed.connect(self._print_what_waits)
        self._scans = ScanFilter(self._application)
        self._scans.scanned.connect(self.window.take_scan)
        sound = sound_for(self.window, VOLUME_PERCENT)
        self.window.show_shop(
            Surroundings(shop, self._background, sound, self.window.show_page), shop.settings.shop_name()
        )

    def _settle(self) -> None:
        """The first page is there: what could wait until now."""
        gc.collect()
        # What is there now stays to the end: without this, looking through it would hold up a scan now and then.
        gc.freeze()
        gc.enable()
        if self.shop is not None:
            self._print_what_waits(frozenset())

    def _print_what_waits(self, changes: "frozenset[Change]") -> None:
        """Receipts go to the printer off the window's thread; a fault shows in the status line, and they wait on."""
        from jxc_desktop.services.changes import Change
        from jxc_desktop.services.devices.pdf_folder import PdfFolder

        if changes and Change.PAPER not in changes:
            return
        shop, background = self.shop, self._background
        assert shop is not None
        assert background is not None
        if not shop.paper.waiting_count():
            self._show_printer("")
            return
        printer = PdfFolder(shop.path.parent / PAPER_FOLDER)
        background.start(
            lambda _task: shop.paper.print_waiting(printer),
            lambda _count: self._show_printer(""),
            lambda refusal, _error: self._show_printer(refusal.fact),
        )

    def wait_for_paper(self) -> None:
        """Wait until the worker has printed what waits."""
        if self._background is not None:
            self._background.wait()

    def _show_printer(self, fault: str) -> None:
        from jxc_desktop.services.words import _
        from jxc_desktop.ui.look.tones import Tone
        from jxc_desktop.ui.widgets.status_line import StatusItem

        words, tone = (fault, Tone.WARNING) if fault else (_("小票机 就绪"), Tone.SUCCESS)
        self.window.show_status([StatusItem("printer", words, tone=tone)])

    def _is_only_one(self, path: Path) -> bool:
        """Whether no other window has this shop open; else this one says so."""
        from PySide6.QtCore import QLockFile

        from jxc_desktop.services.words import _
        from jxc_desktop.services.words.refusals import Refusal

        self._lock = QLockFile(f"{path}.lock")
        if self._lock.tryLock(100):
            return True
        self._lock = None
        self._say_fault(Refusal(_("这家店已经在另一个窗口打开"), _("用那个窗口，或先关掉它")))
        return False

    def _end(self) -> None:
        """Let the worker finish, keep a copy of the shop file, let go of it."""
        if self.shop is None or self._background is None:
            return
        from jxc_desktop.services.shop import back_up_beside

        # Two filters on one window would hand each other's keys back for ever.
        self._scans.deleteLater()
        self._background.wait()
        self.shop.close()
        back_up_beside(self.shop.path)
        if self._lock is not None:
            self._lock.unlock()


def _named_shop(arguments: Sequence[str]) -> Path | None:
    """The shop file named on the command line; loaded here because most starts name none."""
    import argparse

    parser = argparse.ArgumentParser(prog="jxc-desktop")
    parser.add_argument("--shop", type=Path)
    named: Path | None = parser.parse_args(arguments).shop
    return named


def _settings() -> "QSettings":
    """What belongs to this PC, not to the shop."""
    from PySide6.QtCore import QSettings, QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)


def _last_path() -> Path | None:
    known = _settings().value("shop")
    return Path(str(known)) if known else None


def _remember(path: Path) -> None:
    _settings().setValue("shop", str(path.absolute()))


def _proposed_path() -> Path:
    from PySide6.QtCore import QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder, "进销存", "店.db")
