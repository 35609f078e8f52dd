"""What can be done on the page in front besides going elsewhere: only what works there."""

from typing import TYPE_CHECKING

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.page import Exporting
from jxc_desktop.ui.window.palette.offering import Offering
from jxc_desktop.ui.window.palette.rows import Command
from jxc_desktop.ui.window.tab_line import HELP_KEY

if TYPE_CHECKING:
    from jxc_desktop.ui.window.main_window import MainWindow


def commands_of(window: "MainWindow") -> list[Command]:
    """The commands of the window as it is now."""
    page, pages = window.current_page(), window.page_list
    found: list[Command] = []
    if page is not None:
        found.append(Command(_("刷新"), "refresh", page.reload, (page.title(),)))
        found.append(Command(_("帮助"), "help", window.open_help, (page.title(), HELP_KEY)))
    if isinstance(page, Exporting):
        found.append(Command(_("导出"), "file-export", page.export, (page.title(), "Ctrl+E")))
    if pages is not None:
        is_shown = pages.isVisible()
        word = _("收起左边的页面列表") if is_shown else _("显示左边的页面列表")
        found.append(Command(word, "columns-3", lambda: pages.setVisible(not is_shown), ("Ctrl+B",)))
    for more in window.findChildren(Offering):
        found += more.commands()
    return found
