"""Who sits down at the counter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.people import DeskToTake, OperatorCard
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.window import sign_in_page
from jxc_desktop.ui.window.sign_in_page import SignInPage

DESK = DeskToTake("惠民便利店", (OperatorCard(1, "老板", Role.OWNER, True), OperatorCard(2, "小王", Role.CLERK, False)))
WRONG = Refusal("姓名和密码对不上", "再输一次")


@pytest.fixture
def page(qtbot: QtBot, dress: Callable[..., None]) -> SignInPage:
    dress()
    page = SignInPage(DESK)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    return page


@pytest.fixture
def signed(page: SignInPage) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    page.signed.connect(lambda name, password: said.append((name, password)))
    return said


def type_in(page: SignInPage, text: str) -> None:
    for letter in text:
        QTest.keyClick(page.windowHandle(), Qt.Key(ord(letter.upper())))
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)


def test_up_and_down_over_the_password_say_who_it_is(page: SignInPage, signed: list[tuple[str, str]]) -> None:
    assert "↑ ↓ 换人" in page.words()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Down)
    assert page.name.text() == "小王"
    assert page.password.hasFocus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)
    assert signed == [("小王", "")]
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Up)
    assert page.name.text() == "老板"


def test_the_password_is_typed_hidden_and_enter_goes_on(page: SignInPage, signed: list[tuple[str, str]]) -> None:
    type_in(page, "secret")
    assert signed == [("老板", "secret")]
    assert page.password.echoMode() is QLineEdit.EchoMode.Password


def test_whoever_was_there_last_is_proposed(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    page = SignInPage(DESK, "小王")
    qtbot.addWidget(page)
    assert page.name.text() == "小王"


def test_who_has_no_password_only_presses_enter(page: SignInPage, signed: list[tuple[str, str]]) -> None:
    page.name.setCurrentText("小王")
    assert "直接按 Enter" in page.password.placeholderText()
    type_in(page, "")
    assert signed == [("小王", "")]


def test_a_wrong_password_is_said_and_typed_anew(page: SignInPage, signed: list[tuple[str, str]]) -> None:
    type_in(page, "wrong")
    page.say_refused(WRONG)
    assert page.words() == "姓名和密码对不上。再输一次"
    assert page.password.text() == ""
    type_in(page, "secret")
    assert signed[-1] == ("老板", "secret")


def test_after_several_the_page_counts_down_and_then_takes_the_next(
    qtbot: QtBot, dress: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in_page, "SECOND_MS", 1)
    dress()
    page = SignInPage(DESK)
    qtbot.addWidget(page)
    said: list[str] = []
    page.signed.connect(lambda _name, password: said.append(password))
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    page.say_refused(Refusal("姓名和密码对不上", "等 2 秒再输"), 2)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert (said, button.isEnabled()) == ([], False)
    assert "再等 2 秒" in page.words()
    qtbot.waitUntil(button.isEnabled)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert said == [""]


def test_a_name_nobody_has_is_said(page: SignInPage, signed: list[tuple[str, str]]) -> None:
    page.name.setCurrentText("没有这个人")
    type_in(page, "x")
    assert (page.words(), signed) == ("先选是谁", [])


def test_scans_are_kept_and_the_line_says_so(page: SignInPage) -> None:
    for code in ("6901234567892", "6902083881405"):
        page.keep_scan(code)
    assert page.codes == ["6901234567892", "6902083881405"]
    assert "2 个" in page.words()
    assert "6902083881405" in page.words()
