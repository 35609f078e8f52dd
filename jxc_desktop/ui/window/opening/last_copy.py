"""The copy of the shop file that is made when the window is closed."""

from pathlib import Path

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.shop import back_up_beside
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.window.this_pc import DAMAGED, NOT_BACKED_UP, ThisPc


def make_last_copy(path: Path, pc: ThisPc) -> None:
    """A copy beside the shop; where there can be none, the next start says so."""

    def refused(said: Refusal, _error: ShopError) -> None:
        is_damaged = said.stop is not None and said.stop.code == DAMAGED
        pc.remember_trouble(path, DAMAGED if is_damaged else NOT_BACKED_UP)

    perform(lambda: back_up_beside(path), lambda _copy: pc.remember_trouble(path, ""), refused)
