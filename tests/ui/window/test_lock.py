"""Ctrl+L: nobody works here until somebody signs in; what was begun stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.sales.payment_dialog import PaymentDialog
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.veil import Veil
from jxc_desktop.ui.window.offered_scans import OfferedScans
from jxc_desktop.ui.window.sign_in_page import SignInPage
from tests.robots.counter import part_of
from tests.robots.whole_window import COLA, CONTROL, TEA, WholeWindow

L, ENTER, ESCAPE = Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_Escape
OWNER, CLERK = "laoban1", "wang"


@pytest.fixture
def guarded(window: WholeWindow) -> WholeWindow:
    """Owner and clerk have passwords, the owner is here, cola is in the cart."""
    people = window.shop.people
    people.set_password(1, OWNER)
    people.add_operator("小王", Role.CLERK, CLERK)
    people.add_operator("库管", Role.STOCKKEEPER, CLERK)
    window.wait(lambda: window.program._lock is not None)
    window.show("sales.checkout")
    window.scan(COLA)
    window.wait(lambda: cart(window) == ["可口可乐"])
    return window


def cart(window: WholeWindow) -> list[str]:
    table = part_of(window.page, CartTable)
    return [table.model_of_rows().cell_text(row, 1) for row in range(table.model_of_rows().rowCount())]


def lock(window: WholeWindow) -> SignInPage:
    window.key(L, CONTROL)
    return part_of(window.window, SignInPage)


def sign_in(window: WholeWindow, name: str, password: str) -> None:
    page = part_of(window.window, SignInPage)
    page.name.setCurrentText(name)
    part_of(page, QLineEdit)
    page.password.setText(password)
    page.password.setFocus()
    window.key(ENTER)


def is_locked(window: WholeWindow) -> bool:
    return window.program._lock is not None and window.program._lock.page is not None


def test_a_shop_without_passwords_says_that_locking_would_be_no_use(window: WholeWindow) -> None:
    window.wait(lambda: window.program._lock is not None)
    window.key(L, CONTROL)
    assert not is_locked(window)
    assert "没有设密码" in part_of(window.page, ScanLine).shown_words()


def test_the_page_lies_over_everything_and_no_key_reaches_what_is_below(guarded: WholeWindow) -> None:
    page = lock(guarded)
    assert page.isVisible()
    assert not guarded.window.tab_line.isVisible()
    for key in (Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_Comma):
        guarded.key(key, CONTROL)
    guarded.key(ESCAPE)
    assert page.isVisible()
    assert guarded.page.key == "sales.checkout"


def test_the_same_operator_finds_everything_as_it_was(guarded: WholeWindow) -> None:
    before = guarded.page
    lock(guarded)
    sign_in(guarded, "老板", "falsch")
    assert is_locked(guarded)
    sign_in(guarded, "老板", OWNER)
    assert not is_locked(guarded)
    assert guarded.page is before
    assert cart(guarded) == ["可口可乐"]
    assert guarded.window.tab_line.isVisible()
    guarded.scan(TEA)
    guarded.wait(lambda: cart(guarded) == ["可口可乐", "绿茶"])


def test_another_operator_has_his_own_tabs_and_goes_on_with_the_cart(guarded: WholeWindow) -> None:
    lock(guarded)
    sign_in(guarded, "小王", CLERK)
    assert guarded.shop.operator.name == "小王"
    guarded.wait(lambda: guarded.page.key == "sales.checkout" and cart(guarded) == ["可口可乐"])
    guarded.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert guarded.page.key == "sales.checkout"


def test_whoever_does_not_sell_leaves_the_cart_to_the_one_who_does(guarded: WholeWindow) -> None:
    lock(guarded)
    sign_in(guarded, "库管", CLERK)
    assert guarded.page.key.startswith("purchasing")
    lock(guarded)
    sign_in(guarded, "老板", OWNER)
    guarded.wait(lambda: guarded.page.key == "sales.checkout" and cart(guarded) == ["可口可乐"])


def open_payment(guarded: WholeWindow) -> PaymentDialog:
    guarded.key(Qt.Key.Key_F9)
    guarded.wait(lambda: isinstance(QApplication.activeModalWidget(), PaymentDialog))
    return part_of(guarded.window, PaymentDialog)


def lock_from(guarded: WholeWindow, sheet: PaymentDialog) -> None:
    guarded.wait(lambda: QApplication.focusWindow() is sheet.windowHandle())
    QTest.keyClick(sheet.windowHandle(), L, CONTROL)
    assert is_locked(guarded)
    guarded.wait(lambda: QApplication.focusWindow() is guarded.window.windowHandle())


def test_a_dialog_is_out_of_sight_while_it_is_locked_and_there_again_afterwards(guarded: WholeWindow) -> None:
    sheet = open_payment(guarded)
    lock_from(guarded, sheet)
    assert not sheet.isVisible()
    assert part_of(guarded.window, SignInPage).isVisible()
    assert not [veil for veil in guarded.window.findChildren(Veil) if veil.isVisible()]
    sign_in(guarded, "老板", OWNER)
    assert sheet.isVisible()
    assert len([veil for veil in guarded.window.findChildren(Veil) if veil.isVisible()]) == 1
    assert cart(guarded) == ["可口可乐"]


def test_nobody_else_takes_over_what_stands_open_in_a_dialog(guarded: WholeWindow) -> None:
    sheet = open_payment(guarded)
    lock_from(guarded, sheet)
    sign_in(guarded, "小王", CLERK)
    assert is_locked(guarded)
    assert "老板 还有没写完的" in part_of(guarded.window, SignInPage).words()


def test_what_is_scanned_meanwhile_is_kept_and_offered(guarded: WholeWindow) -> None:
    page = lock(guarded)
    guarded.scan(TEA)
    assert TEA in page.words()
    sign_in(guarded, "老板", OWNER)
    guarded.wait(lambda: guarded.window.findChild(OfferedScans) is not None)
    part_of(guarded.window, OfferedScans).take()
    guarded.wait(lambda: cart(guarded) == ["可口可乐", "绿茶"])
