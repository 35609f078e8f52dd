"""From a path to an open shop: a name for a new one, a password, another window, a file that cannot be read."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.errors import WrongPasswordError
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, damaged
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.scan_filter import ScanFilter, wall_clock_ms
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.opening.only_window import OnlyWindow
from jxc_desktop.ui.window.this_pc import DAMAGED, ThisPc, another_shop

if TYPE_CHECKING:
    from jxc_desktop.ui.window.first_start.answers import Answers, Printers
    from jxc_desktop.ui.window.first_start.first_start import FirstStart
    from jxc_desktop.ui.window.sign_in_page import SignInPage


class Opening(QObject):
    """Asks what must be asked before a shop is open, and shows the ways on where it cannot be.

    Attributes:
        path: the shop file that is meant now. only: holds it for this window; None while another has it.

    Signals:
        opened: the shop, with somebody at its desk, and the codes that were scanned before.
    """

    opened = Signal(object, list)

    def __init__(
        self,
        window: MainWindow,
        pc: ThisPc,
        scans: ScanFilter,
        background: Callable[[], Background],
        printers: "Callable[[], Printers]",
    ) -> None:
        """`background` is asked for the worker where there is long work, `printers` where one is to be chosen."""
        super().__init__(window)
        self._window, self._pc, self._scans, self._background = window, pc, scans, background
        self._printers = printers
        self._sign_in: SignInPage | None = None
        self._answers: Answers | None = None
        self.only: OnlyWindow | None = None
        self.path = Path()

    def begin(self, path: Path) -> None:
        """Open this file; where there never was one, ask what a new shop needs to know, or make one to practise in."""
        self.path = path
        if not os.path.exists(path) and path != self._pc.shop():
            self._begin_new(path)
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

    def show_first_page(self) -> None:
        """After the four questions: the page where the shop begins."""
        answers, self._answers = self._answers, None
        if answers is not None:
            from jxc_desktop.ui.window.go_live.ways import begin_on_page

            begin_on_page(self._window, answers.file)

    def _begin_new(self, path: Path) -> None:
        from jxc_desktop.ui.window.opening.demo import is_demo

        if is_demo(path):
            self._make_sample(path, self._window.close)
        else:
            self._ask_first(path)

    def _ask_first(self, path: Path) -> None:
        """A new shop: the four questions."""
        from jxc_desktop.services.people.found_shop import check_place
        from jxc_desktop.ui.window.first_start.first_start import FirstStart
        from jxc_desktop.ui.window.opening.shop_files import ask_backup, ask_shop_file

        page = FirstStart(path, check_place, self._printers(), self._background)
        page.answered.connect(lambda answers: self._found(page, answers))
        page.open_wanted.connect(lambda: ask_shop_file(page, self._open_other))
        page.restore_wanted.connect(lambda: ask_backup(page, partial(self._restore_first, page)))
        self._show_whole(page)

    def _found(self, page: "FirstStart", answers: "Answers") -> None:
        """All four are answered: the shop is made now, and only now."""
        from jxc_desktop.services.people.found_shop import make_folder_for

        self.let_go()
        self.path = answers.path
        refused = partial(_say_refused, page)

        def found(_nothing: None) -> None:
            if self._is_only_one():
                perform(
                    lambda: Shop.found(
                        answers.path, answers.shop_name, SystemClock(), answers.password, answers.receipt_width
                    ),
                    partial(self._on_founded, answers),
                    refused,
                )

        perform(lambda: make_folder_for(answers.path), found, refused)

    def _on_founded(self, answers: "Answers", shop: Shop) -> None:
        from jxc_desktop.ui.window.first_start.answers import Beginning

        self._pc.choose_printer(answers.printer)
        if answers.is_tested:
            shop.paper.note_tested()
        if answers.beginning is Beginning.SAMPLE:
            self._pc.remember_shop(shop.path)
            shop.close()
            self.let_go()
            self._show_sample(shop.path)
        else:
            self._answers = answers
            self._on_opened(shop)

    def _show_sample(self, own: Path) -> None:
        """The shop to try things in, beside one's own; it is made where there is none."""
        from jxc_desktop.ui.window.opening.practice import sample_beside

        self._pc.remember_own_shop(own)
        sample = sample_beside(own)
        if sample.exists():
            self._open(sample)
        else:
            self._make_sample(sample, lambda: self._open(own))

    def _make_sample(self, path: Path, left: Callable[[], object]) -> None:
        """Make a shop to try things in and open it; `left` is called where it was stopped."""
        from jxc_desktop.services.errors import StoppedError
        from jxc_desktop.services.sample_shop.making import make_sample_shop
        from jxc_desktop.services.words import language
        from jxc_desktop.ui.window.opening.sample_making import SampleMaking

        page = SampleMaking()

        def refused(said: Refusal, error: ShopError) -> None:
            if isinstance(error, StoppedError):
                left()
            else:
                page.say_refused(said)
                page.left.connect(left)

        task = self._background().start(
            lambda task: make_sample_shop(path, SystemClock().now(), language(), task.report),
            lambda _nothing: self._open(path),
            refused,
            page.progress.show_progress,
        )
        page.left.connect(task.stop)
        self._show_whole(page)

    def _restore_first(self, page: "FirstStart", backup: Path) -> None:
        """An old shop on a new PC: its backup becomes the shop's file."""
        from jxc_desktop.services.people.found_shop import make_folder_for
        from jxc_desktop.services.shop import restore

        path = page.name.path
        refused = partial(_say_refused, page)

        def start(_nothing: None) -> None:
            self._background().start(lambda _task: restore(backup, path), lambda _kept: self._open_other(path), refused)

        perform(lambda: make_folder_for(path), start, refused)

    def _show_whole(self, page: QWidget) -> None:
        """A page over the whole window: there are no tabs yet to choose from."""
        self._window.tab_line.hide()
        self._window.show_only(page)

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
        self._window.tab_line.show()
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

        perform(lambda: Shop.open(self.path, SystemClock(), name, password), self._on_opened, page.refuse)

    def _say_fault(self, refusal: Refusal, is_free: bool = True) -> None:
        """The ways on, where the file cannot be opened; its backups only where nobody else works with it."""
        from jxc_desktop.services.shop import backups_beside
        from jxc_desktop.ui.window.opening.fault_page import FaultPage

        backups = backups_beside(self.path) if is_free else []
        page = FaultPage(refusal, _("什么都没有改动。"), backups, wall_clock_ms)
        page.retried.connect(lambda: self._open(self.path))
        page.other_chosen.connect(self._open_other)
        page.new_wanted.connect(lambda: self._ask_first(another_shop()))
        page.restore_wanted.connect(lambda backup: self._restore(backup, page.say_refused))
        self._window.tab_line.show()
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


def _say_refused(page: "FirstStart", said: Refusal, _error: ShopError) -> None:
    page.say_refused(said)
