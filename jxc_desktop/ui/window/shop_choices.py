"""What the shop has chosen, seen in the whole window at once: its name, its language."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.settings import LANGUAGE
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import choose_language, language
from jxc_desktop.ui.look.qt_words import follow_language
from jxc_desktop.ui.window.main_window import MainWindow


class ShopChoices(QObject):
    """Hears of changes, and lets the window show them."""

    def __init__(self, window: MainWindow, application: QApplication, shop: Callable[[], Shop | None]) -> None:
        super().__init__(window)
        self._window, self._application, self._shop = window, application, shop

    def hear_changes(self, changes: frozenset[Change]) -> None:
        """Later and never at once: the page that changed something is made anew as well."""
        if Change.SETTINGS in changes:
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        shop = self._shop()
        if shop is None:
            return
        self._window.show_name(shop.settings.shop_name())
        wanted = shop.settings.read(LANGUAGE)
        if wanted != language():
            choose_language(wanted)
            follow_language(self._application)
            self._window.lay_out_anew()
