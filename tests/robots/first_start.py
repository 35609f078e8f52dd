"""A new owner at the four questions of the first start: hands on the keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.ui.widgets.words_line import WordsLine
from jxc_desktop.ui.window.first_start.first_start import FirstStart

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
PLAIN = Qt.KeyboardModifier.NoModifier


class FirstMorning:
    """The questions in the window of a program that has no shop yet.

    Attributes:
        page: the questions.
    """

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program
        qtbot.waitUntil(lambda: program.window.findChild(FirstStart) is not None, timeout=10_000)
        page = program.window.findChild(FirstStart)
        assert isinstance(page, FirstStart)
        self.page = page
        program.window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is program.window.windowHandle())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self.program.window.windowHandle(), key, modifiers)

    def write(self, text: str) -> None:
        """In place of what stands in the line that has the focus."""
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.clear()
        line.insert(text)

    def step(self) -> str:
        """Which question is in front."""
        return self.page.findChildren(WordsLine)[0].words()

    def answer(self, name: str, password: str = "") -> None:
        """The first three, all but the name as they are proposed; the fourth is in front."""
        self.write(name)
        self.key(ENTER)
        if password:
            self.write(password)
            self.key(ENTER)
            self.write(password)
        self.key(ENTER)
        self.key(ENTER)

    def choose_file(self, path: Path) -> None:
        """A table for the first answer, and wait until it was looked at."""
        self.page.beginning.take_file(path)
        self.qtbot.waitUntil(lambda: "正在看" not in self.page.beginning.panel.words(), timeout=10_000)
