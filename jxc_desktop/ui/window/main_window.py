"""The window: tabs on top, the pages of a tab at the left, the page, the status line."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.window.tab_line import FIND_KEY, HELP_KEY, SETTINGS_KEY, TabLine
from jxc_desktop.ui.window.visited import Visited
from jxc_desktop.ui.window.way_back import WayBack
from jxc_desktop.ui.window.window_keys import WindowKeys

if TYPE_CHECKING:
    from jxc_desktop.services.changes import Change
    from jxc_desktop.ui.widgets.page import Page, Surroundings
    from jxc_desktop.ui.widgets.page_list import PageList
    from jxc_desktop.ui.widgets.status_line import StatusItem, StatusLine
    from jxc_desktop.ui.window.kept_scans import KeptScans
    from jxc_desktop.ui.window.pages import PlannedPage
    from jxc_desktop.ui.window.palette.palette import Palette

SMALLEST = (1366, 690)
TAB_KEYS, PAGE_KEYS = 5, 9
MINUTE_MS = 60_000
STATUS_KEY = "Ctrl+Shift+S"


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
        self.title_of: Callable[[str], str] = str
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
        self._over = QStackedWidget()
        self.keys = WindowKeys(self)
        self._clock: QTimer | None = None
        self.setWindowTitle(_("进销存"))
        self._lay_out()
        self.resize(self._fitting(*SMALLEST))

    def show_shop(self, surroundings: "Surroundings", name: str) -> None:
        """Fill the frame: the tabs and pages of whoever is at the desk, the first page in front."""
        from jxc_desktop.ui.window.pages import tabs_of

        self._drop_pages()
        self._surroundings = surroundings
        self._complete()
        self._drop_only()
        self.show_name(name)
        tabs = tabs_of(surroundings.shop.operator.role)
        self.tab_line.show_tabs(
            [(tab.name, tab.word()) for tab in tabs if not tab.is_beside],
            [(tab.name, tab.word()) for tab in tabs if tab.is_beside],
        )
        self._open_tab(tabs[0].name)
        self.show_status()

    def show_name(self, name: str) -> None:
        """The shop's name, in the frame and in the first line."""
        self.setWindowTitle(self.title_of(name))
        self.tab_line.shop_name.show_name(name)

    def lay_out_anew(self) -> None:
        """The writing has another size or language: everything is made again, what is typed is kept by its page."""
        front = self.current_page()
        if front is not None and self.may_drop_pages():
            self.show_again()
            self.bring_to_front(front.key)

    def show_again(self) -> None:
        """The tabs and pages of whoever is here now."""
        if self._surroundings is not None:
            self.show_shop(self._surroundings, self.tab_line.shop_name.name())

    def may_drop_pages(self) -> bool:
        """Whether everything typed on any page is safe."""
        return all(page.may_leave() for page in self._pages.values())

    def cover(self, widget: QWidget) -> None:
        """Lay something over everything; no key reaches what lies below."""
        self._over.addWidget(widget)
        self._over.setCurrentWidget(widget)
        self.keys.sleep(True)
        widget.setFocus()

    def uncover(self, widget: QWidget) -> None:
        """What lay below is there again."""
        self._over.removeWidget(widget)
        widget.deleteLater()
        self.keys.sleep(False)
        page = self.current_page()
        if page is not None:
            page.focus_first()

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
        from jxc_desktop.ui.window.palette.palette import Palette

        if self._surroundings is None:
            return
        if self._finding is None:
            self._finding = Palette(self, self._surroundings)
            self._finding.kept_scan.connect(self.take_scan)
        self._finding.open()

    def open_help(self) -> None:
        """The keys of the page in front, and the handbook."""
        from jxc_desktop.ui.window.help.help_dialog import open_help

        if self._surroundings is not None:
            open_help(self, self._surroundings.shop.operator.role)

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
        if self.may_drop_pages():
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
        # A page that needs more than a low screen has is drawn smaller; the window's foot stays in sight.
        self._stack.setMinimumSize(1, 1)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tab_line)
        self._column.addLayout(self._middle, 1)
        self._over.addWidget(whole)
        self.setCentralWidget(self._over)

    def _drop_pages(self) -> None:
        """Let go of what was made for whoever was here before, or at another size."""
        if self._surroundings is None:
            return
        # What the worker still brings comes while the pages are there.
        self._surroundings.background.wait()
        feet = [page.foot for page in self._pages.values()]
        for old in (self._finding, self._status_line, self.page_list, *self._pages.values(), *feet):
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        self._pages, self._page_of_tab, self._way_back = {}, {}, None
        self._stale.clear()
        self._finding = self._status_line = self.page_list = None
        self.tab_line.fit()

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
        self._status_line.pressed.connect(self.status_asked)
        self._column.addWidget(self._status_line)
        if self._clock is None:
            self._connect()

    def _connect(self) -> None:
        self.tab_line.chosen.connect(self._open_tab)
        self.tab_line.find_button.clicked.connect(self.open_palette)
        self.keys.on(FIND_KEY, self.open_palette)
        self.keys.on(HELP_KEY, self.open_help)
        self.keys.on(SETTINGS_KEY, self.tab_line.settings_button.click)
        for number in range(1, TAB_KEYS + 1):
            self.keys.on(f"Alt+{number}", partial(self._open_tab_number, number))
        for number in range(1, PAGE_KEYS + 1):
            self.keys.on(f"Ctrl+{number}", partial(self._open_page_number, number))
        self.keys.on(STATUS_KEY, partial(self.status_asked.emit, ""))
        self.keys.on("Ctrl+B", self._toggle_page_list)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.show_status)
        self._clock.start(MINUTE_MS)

    def _open_page_number(self, number: int) -> None:
        if self.page_list is not None:
            self.page_list.open_number(number)

    def _toggle_page_list(self) -> None:
        if self.page_list is not None:
            self.page_list.setVisible(not self.page_list.isVisible())

    def _drop_only(self) -> None:
        if self._only is not None:
            self._stack.removeWidget(self._only)
            self._only.deleteLater()
            self._only = None

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

        role = self._surroundings.shop.operator.role if self._surroundings else None
        tabs = [tab for tab in tabs_of(role) if not tab.is_beside] if role else []
        if number <= len(tabs):
            self._open_tab(tabs[number - 1].name)

    def _open_tab(self, name: str) -> None:
        from jxc_desktop.ui.widgets.page_list import PageEntry
        from jxc_desktop.ui.window.pages import pages_of

        assert self.page_list is not None
        assert self._surroundings is not None
        pages = pages_of(name, self._surroundings.shop.operator.role, self._surroundings.shop)
        last = self._page_of_tab.get(name)
        key = last if last in {page.key for page in pages} else pages[0].key
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
        page.help_asked.connect(self.open_help)
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
