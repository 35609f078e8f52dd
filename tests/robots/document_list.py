"""Somebody at a page of documents: hands on the keyboard, eyes on the list, a document or the form of a return."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.document_list_page import DocumentListPage
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.return_form import ReturnForm
from jxc_desktop.ui.widgets.table import Table
from tests.robots.counter import PLAIN, Heard
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
A_WHILE_MS = 1_000


PageT = TypeVar("PageT", bound=DocumentListPage[Any, Any])


class AtDocuments(Generic[PageT]):
    """The page in a window of the smallest size, over a shop of its own.

    Attributes:
        now: the page's clock in milliseconds. shown_pages: the pages that were asked for.
    """

    def __init__(self, qtbot: QtBot, story: Story, build: Callable[[Surroundings, Callable[[], int]], PageT]) -> None:
        self.now = 0
        self.shown_pages: list[tuple[str, object]] = []
        self.story, self._qtbot = story, qtbot
        self.background = Background()
        self.heard = Heard()
        surroundings = Surroundings(story.shop, self.background, self.heard, self._show_page)
        self.page = build(surroundings, lambda: self.now)
        self.page.resize(1218, 594)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.listing(self.page.reload)
        self.page.focus_first()

    @property
    def shop(self) -> Shop:
        return self.story.shop

    @property
    def form(self) -> ReturnForm:
        assert self.page.form is not None
        return self.page.form

    def listing(self, act: Callable[[], object]) -> None:
        """Do something after which the list is read, and wait for its rows."""
        with self._qtbot.waitSignal(self.page.list.loaded):
            act()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is, a while after the one before."""
        self.now += A_WHILE_MS
        QTest.keyClick(self._window(), key, modifiers)

    def quick_key(self, key: Qt.Key) -> None:
        """Press a key right after the one before."""
        self.now += 100
        QTest.keyClick(self._window(), key)

    def type(self, text: str) -> None:
        for character in text:
            self.now += A_WHILE_MS
            QTest.keyClick(self._window(), Qt.Key(ord(character.upper())))

    def scan(self, code: str) -> None:
        """A code, as the window hands it to its page."""
        self.page.take_scan(code)

    def rows(self, *names: str) -> list[tuple[str, ...]]:
        """The list as it is shown: these columns of every row."""
        return texts(self.page.list.table, names)

    def lines(self, *names: str) -> list[tuple[str, ...]]:
        """The lines of the open document."""
        return texts(self.page.document.table, names)

    def form_rows(self, *names: str) -> list[tuple[str, ...]]:
        """The lines of the return."""
        return texts(self.form.table, names)

    def said(self) -> str:
        """What the line over the page says; "" where it is not there."""
        return self.page.line.shown_words() if self.page.line.isVisible() else ""

    def title(self) -> str:
        return self.page.header.words()

    def entry(self) -> QLineEdit:
        """The field in the line."""
        found = self.page.line.findChild(QLineEdit)
        assert found is not None
        return found

    def empty_words(self) -> str:
        """What the empty list says; "" where rows are shown."""
        empty = self.page.list.findChild(EmptyPage)
        assert empty is not None
        return empty.words() if empty.isVisible() else ""

    def _show_page(self, key: str, item: object) -> None:
        self.shown_pages.append((key, item))

    def _window(self) -> QWindow:
        return self.page.window().windowHandle()


def texts(table: Table[Any], names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """These columns of every row, as they are shown."""
    model = table.model_of_rows()
    columns = [model.column_named(name) for name in names]
    return [tuple(model.cell_text(row, column) for column in columns) for row in range(model.rowCount())]
