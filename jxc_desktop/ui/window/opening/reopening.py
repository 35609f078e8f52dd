"""From one shop file to another: a backup was restored, and the window closes to open what came of it."""

import logging
from functools import partial
from pathlib import Path

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.shop import end_restore
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import refusal
from jxc_desktop.ui.settings.backups_page import BackupsPage
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.parts import bold
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.window.opening.practice import Practice

_log = logging.getLogger("jxc.faults")


def backups_page(surroundings: Surroundings) -> BackupsPage:
    """The page of the backups, and what follows when one was restored."""
    page = BackupsPage(surroundings)
    page.leave_wanted.connect(partial(_leave, page))
    return page


def take_the_place(shop: Path) -> None:
    """Nobody has the shop open: the backup that lies ready takes its place; if it may not, all is as it was."""
    try:
        end_restore(shop)
    except ShopError as error:
        _log.error("not restored: %s", refusal(error).fact)


def _leave(page: BackupsPage, shop: Path, is_restored: bool) -> None:
    """Close the window, where every page agrees, and open that shop file."""
    practice = page.window().findChild(Practice)
    if practice is None:
        return
    if not (practice.open_restored() if is_restored else practice.open_backup(shop)):
        words = _("还有没过账的单子，先办完再恢复")
        page.line.say(LineKind.WARNING, (bold(words),))
