"""Every page by keyboard alone: Tab reaches everything in reading order, one sees where one is, Esc leads back."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.ui.catalog.import_strip import ColumnChoice
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.segments import SegmentButton
from jxc_desktop.ui.window.main_window import SMALLEST
from jxc_desktop.ui.window.pages import PAGES
from tests.robots.whole_window import CONTROL, WholeWindow

TAB, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Escape
MOST_CONTROLS = 60
# A caret alone is thinner.
FEWEST_PIXELS = 60
WAY_BACK = (ScanField, SearchLine, QAbstractItemView)

Goods = dict[str, int]
Opening = Callable[[WholeWindow, Goods], None]


def _with_keys(page: str, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> Opening:
    def opened(window: WholeWindow, _goods: Goods) -> None:
        window.show(page)
        window.settle()
        for key in keys:
            window.key(*key)

    return opened


def _file_to_import(window: WholeWindow, _goods: Goods) -> None:
    """With faults, so that everything of the page is there."""
    path = window.shop.path.with_name("商品.csv")
    path.write_text("商品名称,条码,零售价\n可乐,1,贵\n雪碧,2,3\n", encoding="utf-8")
    window.show("catalog.import", path)
    window.wait(lambda: window.page.findChildren(ColumnChoice))
    window.settle()
    window.key(Qt.Key.Key_F9)
    window.settle()


PLACES: dict[str, Opening] = {
    **{page.key: _with_keys(page.key) for page in PAGES},
    "the form of a product": lambda window, goods: window.show("catalog.products", goods["可乐"]),
    "the form of a new product": _with_keys("catalog.products", (Qt.Key.Key_N, CONTROL)),
    "a sale": lambda window, goods: window.show("sales.list", goods["零售"]),
    "goods received": lambda window, goods: window.show("purchasing.list", goods["入库"]),
    "opening stock": lambda window, goods: window.show("inventory.opening", goods["期初"]),
    "a new partner": _with_keys("catalog.partners", (Qt.Key.Key_N, CONTROL)),
    "a file to import": _file_to_import,
    "new opening stock": _with_keys("inventory.opening", (Qt.Key.Key_N, CONTROL)),
    "the columns of a report": _with_keys("reports.sales", (Qt.Key.Key_T, CONTROL)),
    "a report that another led to": _with_keys("reports.profit", (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)),
}


@pytest.fixture(params=PLACES)
def place(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, window: WholeWindow, goods: Goods
) -> WholeWindow:
    """The window with that page in front, on the day of the sales."""
    monkeypatch.setattr(SystemClock, "now", lambda _clock: datetime(2026, 3, 2, 12, 0))
    window.window.resize(*SMALLEST)  # as on a shop's screen: that of the test may be smaller
    PLACES[request.param](window, goods)
    window.settle()
    return window


def controls(window: WholeWindow) -> list[QWidget]:
    """What may have the focus on the page in front."""
    parts = [window.page, *window.page.findChildren(QWidget)]
    return [part for part in parts if takes_tab(part) and part.isVisibleTo(window.window) and part.isEnabled()]


def takes_tab(part: QWidget) -> bool:
    """Segments are one stop for Tab, the chosen one; ← → walk them."""
    if isinstance(part, SegmentButton) and not part.isChecked():
        return False
    is_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(is_tab) and part.focusProxy() is None


def walked(window: WholeWindow) -> list[QWidget]:
    """Where Tab leads, from where work begins until it is there again."""
    seen: list[QWidget] = []
    for _step in range(MOST_CONTROLS):
        focus = window.focus()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        window.key(TAB)
    return seen


def place_of(window: WholeWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window.window, part.rect().topLeft()), part.size())


def goes_back(earlier: QRect, later: QRect) -> bool:
    """Whether the eye has to go back: to the left in the same row, or up in the same column."""
    is_same_row = min(earlier.bottom(), later.bottom()) - max(earlier.top(), later.top()) > later.height() // 2
    is_left = later.right() < earlier.left()
    is_above = later.bottom() < earlier.top() and later.left() < earlier.right()
    return (is_same_row and is_left) or is_above


def name_of(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or part.objectName()}".strip()


def test_tab_reaches_every_control(place: WholeWindow) -> None:
    wanted, reached = controls(place), walked(place)
    assert [name_of(part) for part in wanted if part not in reached] == []
    assert [name_of(part) for part in reached if part not in wanted] == []


def test_tab_goes_in_reading_order(place: WholeWindow) -> None:
    parts = walked(place)
    places = [place_of(place, part) for part in parts]
    start = next(at for at, here in enumerate(places) if not any(goes_back(here, other) for other in places))
    ring = parts[start:] + parts[:start]
    backwards = [
        f"{name_of(one)} → {name_of(other)}"
        for one, other in pairwise(ring)
        if goes_back(place_of(place, one), place_of(place, other))
    ]
    assert backwards == []


def test_one_sees_where_the_focus_is(place: WholeWindow) -> None:
    unseen = []
    for part in controls(place):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = place.window.grab(place_of(place, part)).toImage()
        part.clearFocus()
        without = place.window.grab(place_of(place, part)).toImage()
        changed = sum(
            with_focus.pixel(x, y) != without.pixel(x, y)
            for x in range(with_focus.width())
            for y in range(with_focus.height())
        )
        if changed < FEWEST_PIXELS:
            unseen.append(name_of(part))
    assert unseen == []


def is_where_work_begins(place: WholeWindow, home: QWidget | None) -> bool:
    """A page that is filled in has neither rows of its own nor a search: work begins in its first field."""
    is_form = place.page.key.startswith(("settings.", "catalog.import"))
    return isinstance(place.focus(), WAY_BACK) or (is_form and place.focus() is home)


def test_esc_leads_back_to_where_work_begins(place: WholeWindow) -> None:
    lost, home = [], place.focus()
    for part in controls(place):
        if not shiboken6.isValid(part) or not part.isVisibleTo(place.window):
            continue  # Esc led away from it
        part.setFocus(Qt.FocusReason.TabFocusReason)
        for _step in range(3):
            if is_where_work_begins(place, home):
                break
            place.key(ESCAPE)
        if not is_where_work_begins(place, home):
            lost.append(name_of(part))
    assert lost == []
