"""Shops that are not the one that is sold from: to try things in, to practise in, and a backup opened to look at.

Each is a file of its own, opened in a program of its own: what is sold there can never reach the real shop.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.ui.window.main_window import MainWindow
from jxc_desktop.ui.window.opening.practice_sign import LEAVE_KEY, PracticeSign
from jxc_desktop.ui.window.palette.offering import Offering
from jxc_desktop.ui.window.this_pc import ThisPc

if TYPE_CHECKING:
    from jxc_desktop.ui.window.palette.rows import Command

SAMPLE = "示例店.db"
DEMO = "--demo"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What follows when the window is closed: another shop, and perhaps the end of this one.

    Attributes:
        is_restored: a backup lies ready to take that shop file's place.
    """

    shop: Path
    forgotten: Path | None = None
    is_restored: bool = False


class Practice(Offering):
    """Says that a shop is none, and leads to such shops and back.

    Attributes:
        leaving: where one goes when the window is closed; None: nowhere. is_practice: this shop is none already.
    """

    def __init__(self, window: MainWindow, shop: Shop, pc: ThisPc) -> None:
        super().__init__(window)
        self._window, self._pc, self._path = window, pc, shop.path
        self.is_practice = shop.settings.read(IS_PRACTICE) == "yes"
        self._is_backup = pc.opened_backup() == shop.path.absolute()
        has_own = self._is_backup or (self.is_practice and shop.path.name == SAMPLE)
        self._own = pc.own_shop() if has_own else None
        self._may_leave = shop.may("settings.change")
        self.leaving: Leaving | None = None
        if self._is_backup and self._own is not None:
            pc.remember_shop(self._own)  # the next start is the shop's day as always
        if self.is_practice or self._is_backup:
            self._show_sign()

    @override
    def commands(self) -> "list[Command]":
        """Ways to such shops, and back."""
        from jxc_desktop.ui.window.palette.rows import Command

        if self.is_practice or self._is_backup:
            return self._ways_back()
        found = [Command(_("练习店"), "school", start_demo, (_("另开一个窗口，关掉就没了"),))]
        if self._may_leave and sample_beside(self._path).exists():
            found.append(Command(_("打开示例店"), "packages", self._go_to_sample, (SAMPLE,)))
        return found

    def leave(self) -> None:
        """Close this window; the own shop opens, where there is one."""
        self._go(None if self._own is None else Leaving(self._own))

    def leave_for_good(self) -> None:
        """The same, and this shop is no more."""
        self._go(None if self._own is None else Leaving(self._own, self._path))

    def open_backup(self, path: Path) -> bool:
        """Close this window and open a shop file made of a backup, with the way back; False: a page does not agree."""
        if not self._go(Leaving(path)):
            return False
        self._pc.remember_own_shop(self._own or self._path)
        self._pc.remember_opened_backup(path)
        return True

    def open_restored(self) -> bool:
        """Close this window and open it again on the backup that lies ready; False: a page does not agree."""
        return self._go(Leaving(self._path, is_restored=True))

    def _ways_back(self) -> "list[Command]":
        from jxc_desktop.ui.window.palette.rows import Command

        if self._own is None:
            return [Command(_("结束练习"), "logout", self.leave, ())]
        back = Command(_("回到自己的店"), "logout", self.leave, (self._own.name,))
        if self._is_backup:
            return [back]
        return [back, Command(_("删掉示例店"), "trash", self.leave_for_good, (_("回到自己的店"),))]

    def _go_to_sample(self) -> None:
        self._pc.remember_own_shop(self._path)
        self._go(Leaving(sample_beside(self._path)))

    def _go(self, leaving: Leaving | None) -> bool:
        self.leaving = leaving
        is_closed = self._window.close()
        if not is_closed:
            self.leaving = None
        return is_closed

    def _show_sign(self) -> None:
        sign = PracticeSign(self._sign_words, self._way_back)
        sign.leave.clicked.connect(self.leave)
        QShortcut(QKeySequence(LEAVE_KEY), self._window).activated.connect(self.leave)
        self._window.tab_line.put_beside(sign)
        sign.show()  # at once, and not with the next round of events
        self._window.title_of = self._title
        self._window.show_name(self._window.tab_line.shop_name.name())

    def _sign_words(self) -> str:
        return _("备份开出来看的，别在这里卖") if self._is_backup else _("练习用的店，这里卖的不算数")

    def _way_back(self) -> str:
        return _("结束练习") if self._own is None else _("回到自己的店")

    def _title(self, shop: str) -> str:
        return (_("备份：{shop}") if self._is_backup else _("练习：{shop}")).format(shop=shop)


def sample_beside(shop: Path) -> Path:
    """Where the sample shop of this shop lies."""
    return shop.with_name(SAMPLE)


def go_on(leaving: Leaving, start: Callable[[Sequence[str]], object] | None = None) -> None:
    """After the window was closed: forget what is to be forgotten, and open the other shop."""
    if leaving.forgotten is not None:
        from jxc_desktop.services.sample_shop.making import forget_sample_shop

        forget_sample_shop(leaving.forgotten)
    if leaving.is_restored:
        from jxc_desktop.ui.window.opening.reopening import take_the_place

        take_the_place(leaving.shop)
    (start or start_program)(("--shop", str(leaving.shop)))


def start_demo() -> None:
    """The practice shop, in a window of its own."""
    start_program((DEMO,))


def start_program(arguments: Sequence[str]) -> None:
    """This program once more, on its own feet."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "jxc_desktop"]
    QProcess.startDetached(sys.executable, [*own, *arguments])
