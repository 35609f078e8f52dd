"""A screen that nobody touches locks by itself, where this PC wants that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from jxc_desktop.ui.widgets.pc_choices import LOCK_AFTER
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.idle_lock import MINUTE_MS, IdleLock
from tests.robots.counter import part_of
from tests.robots.whole_window import COLA, WholeWindow
from tests.ui.window.test_lock import OWNER, cart, is_locked, sign_in


class Desk:
    """A desk whose clock, keys and mouse the test holds.

    Units: milliseconds.
    """

    def __init__(self, window: WholeWindow) -> None:
        window.wait(lambda: window.program._lock is not None)
        lock = window.program._lock
        assert lock is not None
        self.now, self.last_key, self.at = 0, 0, QPoint(5, 5)
        self.idle = IdleLock(
            lock, window.program._pc.choices, lambda: self.now - self.last_key, lambda: self.now, lambda: self.at
        )

    def wait(self, minutes: int) -> None:
        """Time goes by."""
        self.now += minutes * MINUTE_MS
        self.idle.look()


@pytest.fixture
def desk(window: WholeWindow) -> Iterator[Desk]:
    window.shop.people.set_password(1, OWNER)
    yield Desk(window)
    window.program._pc.choices.change(LOCK_AFTER, "")


def after(window: WholeWindow, minutes: str) -> None:
    window.program._pc.choices.change(LOCK_AFTER, minutes)


def test_it_never_locks_unless_somebody_wants_it(window: WholeWindow, desk: Desk) -> None:
    desk.wait(600)
    assert not is_locked(window)


def test_after_so_long_without_anybody_it_locks_and_the_cart_is_kept(window: WholeWindow, desk: Desk) -> None:
    after(window, "10")
    window.show("sales.checkout")
    window.scan(COLA)
    window.wait(lambda: cart(window) == ["可口可乐"])
    desk.wait(9)
    assert not is_locked(window)
    desk.wait(1)
    assert is_locked(window)
    sign_in(window, "老板", OWNER)
    assert not is_locked(window)
    assert cart(window) == ["可口可乐"]


def test_a_key_or_the_mouse_is_somebody(window: WholeWindow, desk: Desk) -> None:
    after(window, "5")
    desk.wait(4)
    desk.last_key = desk.now
    desk.wait(4)
    desk.at = QPoint(6, 5)
    desk.wait(4)
    assert not is_locked(window)
    desk.wait(1)
    assert not is_locked(window)
    desk.wait(4)
    assert is_locked(window)


def test_whoever_has_no_password_is_not_locked_out_and_not_nagged(window: WholeWindow, desk: Desk) -> None:
    window.shop.people.set_password(1, "")
    window.show("sales.checkout")
    before = part_of(window.page, ScanLine).shown_words()
    after(window, "5")
    desk.wait(60)
    assert not is_locked(window)
    assert part_of(window.page, ScanLine).shown_words() == before


def test_an_open_menu_does_not_stay_above_it(window: WholeWindow, desk: Desk) -> None:
    after(window, "5")
    menu = QMenu(window.window)
    menu.addAction("复制")
    menu.popup(window.window.mapToGlobal(QPoint(20, 20)))
    desk.wait(5)
    assert is_locked(window)
    assert not menu.isVisible()


def test_a_key_pressed_in_the_window_counts(window: WholeWindow, desk: Desk) -> None:
    scans = window.program._scans
    window.key(Qt.Key.Key_Escape)
    assert scans.quiet_ms() < MINUTE_MS
