"""Shops to try things in: the sample shop beside one's own, and the practice shop that vanishes when it is closed.

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
from jxc_desktop.ui.window.offering import Offering
from jxc_desktop.ui.window.practice_sign import LEAVE_KEY, PracticeSign
from jxc_desktop.ui.window.this_pc import ThisPc

if TYPE_CHECKING:
    from jxc_desktop.ui.window.palette_rows import Command

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
        leaving: where one goes when the window is closed; None: nowhere.
    """

    def __init__(self, window: MainWindow, shop: Shop, pc: ThisPc) -> None:
        super().__init__(window)
        self._window, self._pc, self._path = window, pc, shop.path
        self._is_practice = shop.settings.read(IS_PRACTICE) == "yes"
        self._own = pc.own_shop() if self._is_practice and shop.path.name == SAMPLE else None
        self._may_leave = shop.may("settings.change")
        self.leaving: Leaving | None = None
        if self._is_practice:
            self._show_sign()

    @override
    def commands(self) -> "list[Command]":
        """Ways to such shops, and back."""
        from jxc_desktop.ui.window.palette_rows import Command

        if self._is_practice:
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

    def _ways_back(self) -> "list[Command]":
        from jxc_desktop.ui.window.palette_rows import Command

        if self._own is None:
            return [Command(_("结束练习"), "logout", self.leave, ())]
        return [
            Command(_("回到自己的店"), "logout", self.leave, (self._own.name,)),
            Command(_("删掉示例店"), "trash", self.leave_for_good, (_("回到自己的店"),)),
        ]

    def _go_to_sample(self) -> None:
        self._pc.remember_own_shop(self._path)
        self._go(Leaving(sample_beside(self._path)))

    def _go(self, leaving: Leaving | None) -> None:
        self.leaving = leaving
        if not self._window.close():
            self.leaving = None

    def _show_sign(self) -> None:
        way_back = _("结束练习") if self._own is None else _("回到自己的店")
        sign = PracticeSign(way_back)
        sign.leave.clicked.connect(self.leave)
        QShortcut(QKeySequence(LEAVE_KEY), self._window).activated.connect(self.leave)
        self._window.tab_line.put_beside(sign)
        sign.show()  # at once, and not with the next round of events
        self._window.setWindowTitle(_("练习：{shop}").format(shop=self._window.windowTitle()))


def sample_beside(shop: Path) -> Path:
    """Where the sample shop of this shop lies."""
    return shop.with_name(SAMPLE)


def go_on(leaving: Leaving, start: Callable[[Sequence[str]], object] | None = None) -> None:
    """After the window was closed: forget what is to be forgotten, and open the other shop."""
    if leaving.forgotten is not None:
        from jxc_desktop.services.sample_shop.making import forget_sample_shop

        forget_sample_shop(leaving.forgotten)
    if leaving.is_restored:
        from jxc_desktop.ui.window.reopening import take_the_place

        take_the_place(leaving.shop)
    (start or start_program)(("--shop", str(leaving.shop)))


def start_demo() -> None:
    """The practice shop, in a window of its own."""
    start_program((DEMO,))


def start_program(arguments: Sequence[str]) -> None:
    """This program once more, on its own feet."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "jxc_desktop"]
    QProcess.startDetached(sys.executable, [*own, *arguments])
