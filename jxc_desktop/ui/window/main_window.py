"""The window: tabs on top, the pages of a tab at the left, the page, the status line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.window.tab_line import FIND_KEY, TabLine
from jxc_desktop.ui.window.visited import Visited

if TYPE_CHECKING:
    from jxc_desktop.services.changes import Change
    from jxc_desktop.ui.widgets.page import Page, Surroundings
    from jxc_desktop.ui.widgets.page_list import PageList
    from jxc_desktop.ui.widgets.status_line import StatusItem, StatusLine
    from jxc_desktop.ui.window.kept_scans import KeptScans
    from jxc_desktop.ui.window.pages import PlannedPage
    from jxc_desktop.ui.window.palette import Palette

SMALLEST = (1366, 690)
TAB_KEYS, PAGE_KEYS = 5, 9
MINUTE_MS = 60_000
STATUS_KEY = "Ctrl+Shift+S"


@dataclass(frozen=True, slots=True)
class WayBack:
    """Who opened something on a page, and where the focus was: Esc leads back there."""

    page: str
    asked_by: str
    focus: QWidget | None


class MainWindow(QMainWindow):
    """The frame round the pages. It is painted before the shop is opened.

    Signals:
        painted: once, after the first paint. closing: it was closed, and every page agreed.
        status_asked: the name of the fact at its foot that was clicked; "" for its key: all of them.
    """

    painted = Signal()
    closing = Signal()
    status_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._surroundings: Surroundings | None = None
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._page_of_tab: dict[str, str] = {}
        self._has_painted = False
        self.visited = Visited()
        self._finding: Palette | None = None
        self._kept: KeptScans | None = None
        self.tab_line = TabLine()
        self.page_list: PageList | None = None
        self._status_line: StatusLine | None = None
        self._stack = QStackedWidget()
        self._right: Sequence[StatusItem] = ()
        self._only: QWidget | None = None
        self._way_back: WayBack | None = None
        self.setWindowTitle(_("进销存"))
        self._lay_out()
        self.resize(self._fitting(*SMALLEST))

    def show_shop(self, surroundings: "Surroundings", name: str) -> None:
        """Fill the frame: the tabs and pages of whoever is at the desk, the first page in front."""
        from jxc_desktop.ui.window.pages import tabs_of

        self._surroundings = surroundings
        self._complete()
        self._drop_only()
        self.setWindowTitle(name)
        self.tab_line.shop_name.show_name(name)
        tabs = tabs_of(surroundings.shop.operator.role)
        self.tab_line.show_tabs([(tab.name, tab.word()) for tab in tabs])
        self._open_tab(tabs[0].name)
        self.show_status()

    def show_only(self, widget: QWidget) -> None:
        """Show one thing without tabs: the first question, or why the shop file cannot be opened."""
        self._drop_only()
        self._only = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        widget.setFocus()

    def _fitting(self, width: int, height: int) -> QSize:
        """The size, or as much of it as the screen has room for."""
        return QSize(width, height).boundedTo(self.screen().availableGeometry().size())

    def come_forward(self) -> None:
        """In front of every other window, where the person looks."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def stand_at(self, place: QByteArray) -> None:
        """Where it stood last time, as large as it was; where that is unknown, as it is."""
        if not place.isEmpty():
            self.restoreGeometry(place)

    def current_page(self) -> "Page | None":
        """The page in front."""
        return self._pages.get(self._page_of_tab.get(self.tab_line.current(), ""))

    def show_page(self, key: str, item: object = None) -> None:
        """Bring a page to the front by its key, and open something on it."""
        asking, focus = self.current_page(), self.focusWidget()
        self.bring_to_front(key)
        self._pages[key].open_item(item)
        if isinstance(item, int) and asking is not None and asking is not self._pages[key]:
            self._way_back = WayBack(key, asking.key, focus)

    def bring_to_front(self, key: str) -> None:
        """Bring a page to the front by its key, with whatever is open on it."""
        planned = _planned(key)
        self._page_of_tab[planned.tab] = key
        self._open_tab(planned.tab)

    def open_palette(self) -> None:
        """The search over everything."""
        from jxc_desktop.ui.window.palette import Palette

        if self._surroundings is None:
            return
        if self._finding is None:
            self._finding = Palette(self, self._surroundings)
            self._finding.kept_scan.connect(self.take_scan)
        self._finding.open()

    def take_scan(self, code: str) -> None:
        """A scan from wherever the focus was goes to the page in front, once nothing lies over it."""
        page = self.current_page()
        if page is not None and not self._keeps(code):
            page.take_scan(code)

    def hear_changes(self, changes: "frozenset[Change]") -> None:
        """The page in front reloads at once what is old now; the others when they are shown."""
        for key, page in self._pages.items():
            if page.stale_on & changes:
                self._stale.add(key)
        self._refresh_current()
        self.show_status()

    def show_status(self, right: "Sequence[StatusItem] | None" = None) -> None:
        """Who is here at the left; backup, books and printer at the right, and the time."""
        if right is not None:
            self._right = right
        if self._surroundings is None or self._status_line is None:
            return
        from jxc_desktop.ui.widgets.status_line import StatusItem

        operator = self._surroundings.shop.operator
        now = datetime.now()
        clock = _("{date} 周{weekday} {time}").format(
            date=f"{now:%Y-%m-%d}", weekday=_("一 二 三 四 五 六 日").split()[now.weekday()], time=f"{now:%H:%M}"
        )
        self._status_line.show_items(
            [StatusItem("operator", operator.name, "user")], [*self._right, StatusItem("clock", clock)]
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that there is something to see."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every page's typed work is safe."""
        if all(page.may_leave() for page in self._pages.values()):
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 reads the figures again on pages that have no other use for it."""
        page = self.current_page()
        if event.key() == Qt.Key.Key_F5 and page is not None:
            page.reload()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """What the first paint shows; the rest joins when the shop is open."""
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._stack, 1)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tab_line)
        self._column.addLayout(self._middle, 1)
        self.setCentralWidget(whole)

    def _complete(self) -> None:
        """Add the page list, the status line and the keys."""
        from jxc_desktop.ui.widgets.page_list import PageList
        from jxc_desktop.ui.widgets.status_line import StatusLine

        if self.page_list is not None:
            return
        self.page_list = PageList()
        self.page_list.chosen.connect(self._open_page)
        self._middle.insertWidget(0, self.page_list)
        self._status_line = StatusLine()
        self._column.addWidget(self._status_line)
        self._connect(self.page_list)

    def _connect(self, pages: "PageList") -> None:
        self.tab_line.chosen.connect(self._open_tab)
        self.tab_line.find_button.clicked.connect(self.open_palette)
        self._on_key(FIND_KEY, self.open_palette)
        for number in range(1, TAB_KEYS + 1):
            self._on_key(f"Alt+{number}", partial(self._open_tab_number, number))
        for number in range(1, PAGE_KEYS + 1):
            self._on_key(f"Ctrl+{number}", partial(pages.open_number, number))
        if self._status_line is not None:
            self._status_line.pressed.connect(self.status_asked)
        self._on_key(STATUS_KEY, partial(self.status_asked.emit, ""))
        self._on_key("Ctrl+B", lambda: pages.setVisible(not pages.isVisible()))
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.show_status)
        self._clock.start(MINUTE_MS)

    def _drop_only(self) -> None:
        if self._only is not None:
            self._stack.removeWidget(self._only)
            self._only.deleteLater()
            self._only = None

    def _on_key(self, keys: str, act: Callable[[], None]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)

    def _keeps(self, code: str) -> bool:
        if self._finding is not None and self._finding.keep_scan(code):
            return True
        if QApplication.activeModalWidget() is None:
            return False
        if self._kept is None:
            from jxc_desktop.ui.window.kept_scans import KeptScans

            self._kept = KeptScans(self)
            self._kept.handed_on.connect(self.take_scan)
        return self._kept.keep(code)

    def _open_tab_number(self, number: int) -> None:
        from jxc_desktop.ui.window.pages import tabs_of

        tabs = tabs_of(self._surroundings.shop.operator.role) if self._surroundings else []
        if number <= len(tabs):
            self._open_tab(tabs[number - 1].name)

    def _open_tab(self, name: str) -> None:
        from jxc_desktop.ui.widgets.page_list import PageEntry
        from jxc_desktop.ui.window.pages import pages_of

        assert self.page_list is not None
        pages = pages_of(name)
        key = self._page_of_tab.get(name, pages[0].key)
        self.tab_line.choose(name)
        self.page_list.show_pages([PageEntry(page.key, page.word(), page.icon) for page in pages], key)
        self._open_page(key)

    def _open_page(self, key: str) -> None:
        page = self._pages.get(key) or self._built(key)
        self._way_back = None
        self._page_of_tab[_planned(key).tab] = key
        self._stack.setCurrentWidget(page)
        self.visited.note(key)
        for built in self._pages.values():
            if built.foot is not None:
                built.foot.setVisible(built is page)
        self._refresh_current()
        page.focus_first()

    def _on_item_shown(self, key: str, item: object) -> None:
        """Whoever leaves what another page had opened here is back on that page, where he was."""
        way = self._way_back
        if way is None or item is not None or way.page != key:
            return
        self.bring_to_front(way.asked_by)
        if way.focus is not None and shiboken6.isValid(way.focus) and way.focus.isVisible():
            way.focus.setFocus()

    def _built(self, key: str) -> "Page":
        assert self._surroundings is not None
        page = self._pages[key] = _planned(key).build(self._surroundings)
        self._stack.addWidget(page)
        page.item_shown.connect(partial(self.visited.note, key))
        page.item_shown.connect(partial(self._on_item_shown, key))
        if page.foot is not None:
            self._column.insertWidget(self._column.count() - 1, page.foot)
        self._stale.add(key)
        return page

    def _refresh_current(self) -> None:
        page = self.current_page()
        if page is not None and page.key in self._stale:
            self._stale.discard(page.key)
            page.reload()


def _planned(key: str) -> "PlannedPage":
    from jxc_desktop.ui.window.pages import PAGES

    return next(page for page in PAGES if page.key == key)
