"""A keyboard whose clock the test sets, and the filter that listens to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.scan_filter import ScanFilter

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMED_KEYS = {
    "\r": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    " ": Qt.Key.Key_Space,
    "-": Qt.Key.Key_Minus,
    ".": Qt.Key.Key_Period,
    "*": Qt.Key.Key_Asterisk,
}
CONTROL_KEYS = {"\n": Qt.Key.Key_J, "\x1d": Qt.Key.Key_BracketRight}


class Keyboard:
    """Sends keys as the window system does: override, press and release, at the window that has the focus.

    Units: now in milliseconds; the window system's stamps are whole milliseconds of it.
    """

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def wall(self) -> int:
        return int(self.now)

    def wait(self, milliseconds: float) -> None:
        self.now += milliseconds

    def type(self, text: str, gap: float = 120) -> None:
        """Type as a person or a scanner does, each key after a gap."""
        for index, character in enumerate(text):
            self.wait(gap)
            # Below 2 ms a key, X reports the second of two equal digits as a repeat, and the release before it too.
            is_doubled = gap < 2 and text[index : index + 1] == text[index - 1 : index]
            self._tap(character, is_doubled, gap < 2 and text[index + 1 : index + 2] == character)

    def scan(self, code: str, gap: float = 1, end: str = "\r") -> None:
        """Scan after a pause of 200 ms, long enough to be another burst."""
        self.wait(200)
        self.type(code + end, gap)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER, text: str = "", gap: float = 120) -> None:
        self.wait(gap)
        self.press(key, text, modifiers)
        self.release(key, text, modifiers)

    def press(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NO_MODIFIER, is_repeat: bool = False
    ) -> None:
        self.send(QEvent.Type.ShortcutOverride, key, text, modifiers, is_repeat)
        self.send(QEvent.Type.KeyPress, key, text, modifiers, is_repeat)

    def release(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NO_MODIFIER, is_repeat: bool = False
    ) -> None:
        self.send(QEvent.Type.KeyRelease, key, text, modifiers, is_repeat)

    def send(self, kind: QEvent.Type, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, is_repeat: bool) -> None:
        place = 8 + key.value % 1000
        event = QKeyEvent(kind, key.value, modifiers, place, 0, 0, text, is_repeat, 1)
        event.setTimestamp(int(self.now))
        event.ignore()
        window = QGuiApplication.focusWindow()
        if window is not None:
            QCoreApplication.sendEvent(window, event)

    def _tap(self, character: str, is_doubled: bool, doubles: bool) -> None:
        key, modifiers = key_of(character)
        if modifiers == SHIFT:
            self.press(Qt.Key.Key_Shift)
        elif modifiers == CONTROL:
            self.press(Qt.Key.Key_Control)
        self.press(key, character, modifiers, is_doubled)
        self.release(key, character, modifiers, doubles)
        if modifiers == SHIFT:
            self.release(Qt.Key.Key_Shift)
        elif modifiers == CONTROL:
            self.release(Qt.Key.Key_Control)


def key_of(character: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    if character in CONTROL_KEYS:
        return CONTROL_KEYS[character], CONTROL
    if character in NAMED_KEYS:
        return NAMED_KEYS[character], NO_MODIFIER
    modifiers = SHIFT if character.isupper() else NO_MODIFIER
    return Qt.Key(ord(character.upper())), modifiers


class Counter(QWidget):
    """A page with a name, a number and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.amount, self.pieces = QLineEdit(), QLineEdit(), QSpinBox(maximum=9999)
        self.amount.setProperty("number", True)
        self.button = QPushButton("现金")
        layout = QVBoxLayout(self)
        for part in (self.name, self.amount, self.pieces, self.button):
            layout.addWidget(part)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@contextmanager
def scanner_at(qapp: QApplication, take: Callable[[str], None]) -> Iterator[Keyboard]:
    """A scanner and a keyboard in front of a page; what is scanned goes to `take`."""
    made = Keyboard()
    listening = ScanFilter(qapp, clock=made.wall)
    listening.scanned.connect(take)
    yield made
    shiboken6.delete(listening)


@pytest.fixture
def scan_filter(qapp: QApplication, keyboard: Keyboard) -> Iterator[ScanFilter]:
    """The filter on the application, its wall clock the keyboard's."""
    listening = ScanFilter(qapp, clock=keyboard.wall)
    yield listening
    shiboken6.delete(listening)


@pytest.fixture
def heard(scan_filter: ScanFilter) -> list[str]:
    """The codes that came out of the filter."""
    codes: list[str] = []
    scan_filter.scanned.connect(codes.append)
    return codes


@pytest.fixture
def bring_up(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a window and waits until it has the focus."""

    def show(window: QWidget) -> None:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() == window.windowHandle())

    return show


@pytest.fixture
def counter(qtbot: QtBot, scan_filter: ScanFilter, bring_up: Callable[[QWidget], None]) -> Counter:
    """The page, shown, with the focus in its name."""
    page = Counter()
    qtbot.addWidget(page)
    bring_up(page)
    page.name.setFocus()
    return page
