"""Somebody at a page: hands on the keyboard and the scanner, eyes on the rows and the line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.table import Table
from tests.robots.counter import Heard, part_of
from tests.story import Story

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG_AGO_MS = 10_000

PageT = TypeVar("PageT", bound=Page)


class Desk(Generic[PageT]):
    """A page in a window of its own.

    Attributes:
        now_ms: what the page's clock shows; it stands still until it is set. asked_pages: pages it wanted in front.
        page: the page.
    """

    def __init__(self, qtbot: QtBot, story: Story, build: Callable[[Surroundings, Callable[[], int]], PageT]) -> None:
        self.qtbot, self.story = qtbot, story
        self.heard = Heard()
        self.asked_pages: list[tuple[str, object]] = []
        self.now_ms = 0
        self.background = Background()
        self.faults: list[object] = []
        self.background.failed.connect(self.faults.append)
        surroundings = Surroundings(
            story.shop, self.background, self.heard, lambda key, item: self.asked_pages.append((key, item))
        )
        self.page = build(surroundings, lambda: self.now_ms)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 640)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWindow() is self.page.windowHandle())
        self.page.reload()
        self.page.focus_first()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, long after the last one, wherever the focus is."""
        self.now_ms += LONG_AGO_MS
        window = QApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, key, modifiers)

    def type(self, text: str) -> None:
        """Type: small letters, digits and signs as keys, Chinese through the input method."""
        for letter in text:
            if letter.isascii():
                self.now_ms += LONG_AGO_MS
                window = QApplication.focusWindow()
                assert window is not None
                QTest.keyClick(window, Qt.Key(ord(letter.upper())))
            else:
                self._commit(letter)

    def clear_and_type(self, text: str) -> None:
        """Type in place of what stands in the field that has the focus."""
        self.key(Qt.Key.Key_A, CONTROL)
        self.key(Qt.Key.Key_Delete)
        self.type(text)

    def scan(self, code: str) -> None:
        """What the window does with a burst from the scanner."""
        self.page.take_scan(code)

    def pick_file(self, path: Path) -> None:
        """Choose a file in the dialog that is open."""
        dialog = self.page.findChild(QFileDialog)
        assert dialog is not None
        part_of(dialog, QLineEdit).setText(str(path))
        dialog.accept()

    def sees(self, table: Table[Any], column: str) -> list[str]:
        """What the rows show in a column, from the top."""
        model = table.model_of_rows()
        place = model.column_named(column)
        return [model.cell_text(row, place) for row in range(model.rowCount())]

    def focus(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    def wait(self, seen: Callable[[], object]) -> None:
        """Until it is seen."""
        self.qtbot.waitUntil(lambda: bool(seen()) or bool(self.faults))
        assert self.faults == []

    def wait_for_rows(self, table: Table[Any], column: str, rows: list[str]) -> None:
        """Until the rows show this, and nothing else."""
        self.qtbot.waitUntil(lambda: self.sees(table, column) == rows)

    def close(self) -> None:
        """Nothing goes on behind the page, and nothing went wrong there."""
        self.background.wait()
        assert self.faults == []

    def _commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None
        QCoreApplication.sendEvent(focus, event)
