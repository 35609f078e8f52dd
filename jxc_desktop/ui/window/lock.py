"""Ctrl+L: nobody works here until somebody signs in; what was begun stays as it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.people import DeskToTake
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.sign_in_page import SignInPage

LOCK_KEY = "Ctrl+L"


class Lock(QObject):
    """Covers the window, and uncovers it for whoever signs in.

    Signals:
        unlocked: what was scanned meanwhile. taken_over: another operator is here now.
    """

    unlocked = Signal(list)
    taken_over = Signal()

    def __init__(self, window: MainWindow, shop: Callable[[], Shop | None]) -> None:
        """`shop`: the one that is open now."""
        super().__init__(window)
        self._window, self._open_shop = window, shop
        self.page: SignInPage | None = None
        self._aside: list[QWidget] = []
        window.keys.on(LOCK_KEY, self.lock)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._hear_in_dialog)

    @property
    def _shop(self) -> Shop:
        shop = self._open_shop()
        assert shop is not None
        return shop

    def lock(self) -> None:
        """Cover everything; where a password would not be asked for, say so instead."""
        if self.page is None and self._open_shop() is not None:
            perform(self._shop.who_may_sign_in, self._cover_or_say, lambda said, _error: self._say(said.line))

    def lock_by_itself(self) -> None:
        """The same for somebody who went away: where it would be no use, nobody is there to be told."""
        if self.page is None and self._open_shop() is not None:
            while (popup := QApplication.activePopupWidget()) is not None and popup.close():
                pass  # a menu would stay above what covers the window
            perform(self._shop.who_may_sign_in, self._cover, lambda _said, _error: None)

    def keep_scan(self, code: str) -> bool:
        """Keep what is scanned while it is locked; False: it is not."""
        if self.page is not None:
            self.page.keep_scan(code)
        return self.page is not None

    def _cover_or_say(self, desk: DeskToTake) -> None:
        self._cover(desk)
        if self.page is None:
            self._say(_("没有设密码，锁了谁都能打开；先在 设置、操作员 里设密码"))

    def _cover(self, desk: DeskToTake) -> None:
        """Cover everything, unless whoever is here has no password."""
        own = next((card for card in desk.operators if card.id == self._shop.operator.id), None)
        if own is None or not own.has_password:
            return
        page = self.page = SignInPage(desk, self._shop.operator.name, _("已锁屏"))
        page.signed.connect(self._sign)
        self._aside = _put_aside()
        self._window.activateWindow()
        self._window.cover(page)

    def _sign(self, name: str, password: str) -> None:
        page, former = self.page, self._shop.operator
        assert page is not None
        if name != former.name and (self._aside or not self._window.may_drop_pages()):
            words = _("{name} 还有没写完的，先让他登录存好").format(name=former.name)
            page.say_refused(Refusal(words))
            return

        perform(lambda: self._shop.sign_in(name, password), lambda _done: self._uncover(page, former), page.refuse)

    def _uncover(self, page: SignInPage, former: SignedIn) -> None:
        self.page = None
        codes = list(page.codes)
        self._window.uncover(page)
        aside, self._aside = self._aside, []
        for dialog in reversed(aside):
            if isValid(dialog):
                dialog.show()
        if former.id != self._shop.operator.id:
            self._hand_over_cart(former)
            self.taken_over.emit()
        self.unlocked.emit(codes)

    def _hand_over_cart(self, former: SignedIn) -> None:
        """The customer at the counter is still there: whoever sells here now goes on with him."""
        if self._shop.may("carts.take_over"):
            perform(
                lambda: self._shop.carts.take_over(former.id),
                lambda _carts: None,
                lambda said, _error: self._say(said.line),
            )

    def _hear_in_dialog(self) -> None:
        """The window's keys are not heard in a dialog over it; this one is."""
        over = QApplication.activeModalWidget()
        if over is not None and over.findChild(QShortcut, LOCK_KEY) is None:
            key = QShortcut(QKeySequence(LOCK_KEY), over)
            key.setObjectName(LOCK_KEY)
            key.activated.connect(self.lock)

    def _say(self, words: str) -> None:
        """In the line of the page in front."""
        front = self._window.current_page()
        lines = front.findChildren(ScanLine) if front is not None else []
        for line in lines[:1]:
            line.say(LineKind.WARNING, words)


def _put_aside() -> list[QWidget]:
    """Hide the dialogs over the window, the front one first: what is typed in them stays."""
    aside: list[QWidget] = []
    while (front := QApplication.activeModalWidget()) is not None and front not in aside:
        aside.append(front)
        front.hide()
    return aside
