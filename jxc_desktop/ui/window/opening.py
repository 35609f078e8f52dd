"""From a path to an open shop: a name for a new one, a password, another window, a file that cannot be read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPasswordError
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, damaged
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.scan_filter import ScanFilter, wall_clock_ms
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.only_window import OnlyWindow
from jxc_desktop.ui.window.this_pc import DAMAGED, ThisPc, another_shop

if TYPE_CHECKING:
    from jxc_desktop.ui.window.sign_in_page import SignInPage


class Opening(QObject):
    """Asks what must be asked before a shop is open, and shows the ways on where it cannot be.

    Attributes:
        path: the shop file that is meant now. only: holds it for this window; None while another has it.

    Signals:
        opened: the shop, with somebody at its desk, and the codes that were scanned before.
    """

    opened = Signal(object, list)

    def __init__(self, window: MainWindow, pc: ThisPc, scans: ScanFilter, background: Callable[[], Background]) -> None:
        """`background` is asked for the worker where there is long work."""
        super().__init__(window)
        self._window, self._pc, self._scans, self._background = window, pc, scans, background
        self._sign_in: SignInPage | None = None
        self.only: OnlyWindow | None = None
        self.path = Path()

    def begin(self, path: Path) -> None:
        """Open this file; where there never was one, ask for the name of a new shop."""
        self.path = path
        if not path.exists() and path != self._pc.shop():
            self._ask_for_name(path)
        elif self._pc.trouble_with(path) == DAMAGED and self._is_only_one():
            self._say_fault(damaged(path))
        else:
            self._open(path)

    def keep_scan(self, code: str) -> bool:
        """Keep a scan that comes before somebody has signed in; False: nobody is asked."""
        if self._sign_in is not None:
            self._sign_in.keep_scan(code)
        return self._sign_in is not None

    def let_go(self) -> None:
        """Another window may have the shop."""
        if self.only is not None:
            self.only.let_go()
            self.only = None

    def _ask_for_name(self, path: Path) -> None:
        from jxc_desktop.ui.window.first_page import FirstPage

        page = FirstPage(str(path))
        page.named.connect(lambda name: self._found(page.say_fault, path, name))
        self._window.show_only(page)

    def _found(self, say_fault: Callable[[str], None], path: Path, name: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.let_go()
        self.path = path
        if self._is_only_one():
            perform(
                lambda: Shop.found(path, name, SystemClock()),
                self._on_opened,
                lambda refusal, _error: say_fault(refusal.line),
            )

    def _open(self, path: Path) -> None:
        """Open this file, if no other window has it, for whoever needs no password."""
        self.path = path
        if self._is_only_one():
            perform(lambda: Shop.open(path, SystemClock()), self._on_opened, self._on_not_opened)

    def _on_not_opened(self, refusal: Refusal, error: ShopError) -> None:
        if isinstance(error, WrongPasswordError):
            self._ask_who()
        else:
            self._say_fault(refusal)

    def _on_opened(self, shop: Shop) -> None:
        page, self._sign_in = self._sign_in, None
        self.opened.emit(shop, [] if page is None else page.codes)

    def _ask_who(self) -> None:
        """A shop with passwords: who is it?"""
        from jxc_desktop.services.shop import look_in
        from jxc_desktop.ui.window.sign_in_page import SignInPage

        def ask(page: SignInPage) -> None:
            self._sign_in = page
            page.signed.connect(self._sign)
            self._window.show_only(page)

        perform(
            lambda: SignInPage(look_in(self.path), self._pc.operator()), ask, lambda said, _e: self._say_fault(said)
        )

    def _sign(self, name: str, password: str) -> None:
        page = self._sign_in
        assert page is not None

        def refuse(said: Refusal, error: ShopError) -> None:
            page.say_refused(said, error.wait_s if isinstance(error, WrongPasswordError | TriedTooSoonError) else 0)

        perform(lambda: Shop.open(self.path, SystemClock(), name, password), self._on_opened, refuse)

    def _say_fault(self, refusal: Refusal, is_free: bool = True) -> None:
        """The ways on, where the file cannot be opened; its backups only where nobody else works with it."""
        from jxc_desktop.services.shop import backups_beside
        from jxc_desktop.ui.window.fault_page import FaultPage

        backups = backups_beside(self.path) if is_free else []
        page = FaultPage(refusal, _("什么都没有改动。"), backups, wall_clock_ms)
        page.retried.connect(lambda: self._open(self.path))
        page.other_chosen.connect(self._open_other)
        page.new_wanted.connect(lambda: self._ask_for_name(another_shop()))
        page.restore_wanted.connect(lambda backup: self._restore(backup, page.say_refused))
        self._window.show_only(page)

    def _open_other(self, path: Path) -> None:
        self.let_go()
        self._open(path)

    def _restore(self, backup: Path, refused: Callable[[Refusal, ShopError], None]) -> None:
        from jxc_desktop.services.shop import restore

        path = self.path

        def open_restored(_kept: Path | None) -> None:
            self._pc.remember_trouble(path, "")
            self._open(path)

        self._background().start(lambda _task: restore(backup, path), open_restored, refused)

    def _is_only_one(self) -> bool:
        """Whether no other window has this shop open; else this one says so."""
        if self.only is not None:
            return True
        only = OnlyWindow(self.path)
        if not only.take():
            words = Refusal(_("这家店已经在另一个窗口打开"), _("用那个窗口，或先关掉它"))
            self._say_fault(words, is_free=False)
            return False
        self.only = only
        only.wanted.connect(self._window.come_forward)
        return True
