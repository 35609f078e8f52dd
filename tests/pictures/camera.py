"""The program on a set day over the sample shop, and somebody who walks through it and takes pictures."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self

from PySide6.QtCore import QElapsedTimer, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from typing_extensions import override

from jxc_desktop.app import Program
from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.sample_shop.making import make_sample_shop
from jxc_desktop.services.shop import Shop, back_up_beside
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.page import Page
from jxc_desktop.ui.widgets.pc_choices import TEXT_SIZE, THEME
from jxc_desktop.ui.window.main_window import MainWindow

NOW = datetime(2026, 3, 6, 16, 20)
SIZE = (1366, 768)
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
# Where a page or a backup asks the system itself what time it is.
TELLING_TIME = ("jxc_desktop.ui.", "jxc_desktop.services.storage.")
LONGEST_WAIT_S = 20.0
# Long enough for what is looked up when one rests on a row.
REST_S = 0.25
# What was scanned is given up by the same key twice, the second time freshly.
SECOND_PRESS_S = 0.4


class PictureTime(datetime):
    """It is always the same moment."""

    @classmethod
    @override
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(NOW.year, NOW.month, NOW.day, NOW.hour, NOW.minute)


def stop_the_clock() -> None:
    """Every page and the shop itself show the moment of the pictures."""
    setattr(SystemClock, "now", lambda _clock: NOW)  # noqa: B010  a type checker lets nobody replace a method
    # Keys come long after a dialog opened.
    setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)  # noqa: B010
    for name, module in list(sys.modules.items()):
        if name.startswith(TELLING_TIME) and getattr(module, "datetime", None) is datetime:
            setattr(module, "datetime", PictureTime)  # noqa: B010  the type of a module knows no such name


def make_shop(path: Path) -> None:
    """The sample shop, no longer marked as one to practise in, and backed up today."""
    make_sample_shop(path, NOW)
    with Shop.open(path, SystemClock()) as shop:
        shop.settings.change(IS_PRACTICE, "no")
    back_up_beside(path)


class Camera:
    """Hands at the program, and pictures of all that is on its screen.

    Attributes:
        folder: where the pictures go. theme: light or dark. window: the program's window.
    """

    def __init__(
        self, application: QApplication, program: Program, folder: Path, percent: int, theme: str = "light"
    ) -> None:
        self._application, self.program, self.folder, self._percent = application, program, folder, percent
        self.window: MainWindow = program.window
        self.theme = theme
        self._has_scanned = False

    @property
    def shop(self) -> Shop:
        """The services behind the window."""
        assert self.program.shop is not None
        return self.program.shop

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.window.current_page()
        assert page is not None
        return page

    def wear(self, theme: str) -> None:
        """Light or dark from now on."""
        self.theme = theme
        self.program._pc.choices.change(THEME, theme)
        self.rest()

    def take(self, name: str) -> Path:
        """One picture."""
        self.rest()
        path = self.folder / f"{name}-{self.theme}-{self._percent}.png"
        place = self.window.frameGeometry()
        screen = self.window.screen()
        if QGuiApplication.platformName() == "offscreen":
            self._put_together().save(str(path))
        else:
            screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).save(str(path))
        return path

    def show(self, page: str, item: object = None) -> None:
        """A page in front, with something open on it."""
        if item is None:
            self.window.bring_to_front(page)
        else:
            self.window.show_page(page, item)
        self.rest(0.05)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key wherever the focus is."""
        window = QGuiApplication.focusWindow() or self.window.windowHandle()
        QTest.keyClick(window, key, modifiers)
        self.rest(0.02)

    def type(self, text: str) -> None:
        """Letters and digits into what has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        self.rest(0.02)

    def scan(self, code: str) -> None:
        """A code from the scanner, as the page in front is handed it."""
        self._has_scanned = True
        self.window.take_scan(code)
        self.rest(0.02)

    def dialog(self) -> QDialog:
        """What lies over the page."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self.wait(dialog.isActiveWindow)
        return dialog

    def go_back(self) -> None:
        """Nothing lies over the page any more, and nothing is begun on it."""
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
            self.rest(0.02)
        for _press in range(4):
            self.key(Qt.Key.Key_Escape)
        if self._has_scanned:
            self._has_scanned = False
            for _press in range(2):
                self.key(Qt.Key.Key_Delete, CONTROL)
                self.rest(SECOND_PRESS_S)

    def wait(self, seen: Callable[[], object]) -> None:
        """Until it is seen."""
        end = time.monotonic() + LONGEST_WAIT_S
        while not seen():
            assert time.monotonic() < end, "it never came"
            self._application.processEvents()

    def rest(self, seconds: float = REST_S) -> None:
        """Until nothing goes on behind the window, and a moment more."""
        for background in self.window.findChildren(Background):
            background.wait()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)

    def _put_together(self) -> QPixmap:
        """The window with what lies over it, where there is no screen to photograph."""
        from PySide6.QtGui import QPainter

        whole = self.window.grab()
        painter = QPainter(whole)
        for over in QApplication.topLevelWidgets():
            if over is not self.window and over.isVisible():
                painter.drawPixmap(over.pos() - self.window.pos(), over.grab())
        painter.end()
        return whole


@contextmanager
def program_on(application: QApplication, shop: Path, settings: Path, theme: str = "light") -> Iterator[Program]:
    """The program, started on a shop file and closed again."""
    kept = QSettings(str(settings), QSettings.Format.IniFormat)
    kept.setValue(TEXT_SIZE.key, "14")
    kept.setValue(THEME.key, theme)
    program = Program(application, shop, settings=kept)
    program.window.show()
    program.window.resize(*SIZE)
    program.window.move(0, 0)
    while not program.window.windowHandle().isExposed():
        application.processEvents()
    program.window.activateWindow()
    stop_the_clock()
    try:
        yield program
    finally:
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
        program.window.close()
        application.processEvents()
        program.window.deleteLater()
