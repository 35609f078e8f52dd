"""Somebody at the whole program: hands on the keyboard and the scanner, eyes on the page and what lies over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.page import Page
from jxc_desktop.ui.window.palette.palette import Palette
from tests.ui.widgets.conftest import Keyboard

COLA, TEA, SCANNED = "6901234567892", "6902083881405", "6922577702825"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class WholeWindow:
    """The program.

    Attributes:
        program: it; window: its window. keyboard: the scanner's keys, on a clock of its own that the filter goes by.
    """

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program, self.window = qtbot, program, program.window
        self.keyboard = Keyboard()
        program._scans._clock = self.keyboard.wall
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is self.window.windowHandle())

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

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the focus is, as the window system hands it on: shortcuts hear it first."""
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, key, modifiers)

    def type(self, text: str) -> None:
        """Type small letters and digits at a person's pace."""
        self.keyboard.type(text)

    def scan(self, code: str) -> None:
        """A burst of keys into the window that has the focus."""
        self.keyboard.scan(code)

    def show(self, key: str, item: object = None) -> None:
        """Bring a page to the front."""
        if item is None:
            self.window.bring_to_front(key)
        else:
            self.window.show_page(key, item)

    def settle(self) -> None:
        """Until nothing goes on behind the window, and everything is painted."""
        for _round in range(2):
            for background in self.window.findChildren(Background):
                assert background.wait()
            QApplication.processEvents()

    def focus(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    def wait(self, seen: Callable[[], object]) -> None:
        """Until it is seen."""
        self.qtbot.waitUntil(lambda: bool(seen()))

    # The search over everything

    def palette(self) -> Palette:
        """It, open or not; it must have been opened once."""
        found: Palette | None = self.window.findChild(Palette)
        assert found is not None
        return found

    def open_palette(self) -> Palette:
        """Ctrl+K."""
        self.key(Qt.Key.Key_K, CONTROL)
        assert self.is_palette_open()
        return self.palette()

    def is_palette_open(self) -> bool:
        """Whether it lies over the page."""
        return self.palette().isVisible()

    def rows(self) -> list[str]:
        """Titles and rows, from the top."""
        return self.palette().list.words()

    def find(self, text: str, row: str) -> None:
        """Open it, type, and wait for a row that begins so."""
        self.open_palette()
        self.type_to_find(text)
        self.wait_for_row(row)

    def type_to_find(self, text: str) -> None:
        """Type in place of what stands in the field, and wait for the answer."""
        palette = self.palette()
        palette.field.selectAll()
        self.type(text)
        self.wait(lambda: palette.field.text() == text and not palette.is_asking())

    def wait_for_row(self, begin: str) -> None:
        """Until a row begins so."""
        self.wait(lambda: any(row.startswith(begin) for row in self.rows()))

    def chosen(self) -> str:
        """The row that Enter opens."""
        row = self.palette().list.chosen()
        return "" if row is None else row.name
