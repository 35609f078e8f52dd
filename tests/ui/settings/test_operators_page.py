"""The owner keeps his people by keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.operators import OperatorDetails, OperatorRow
from jxc_desktop.ui.settings.operator_dialog import OperatorDialog, OperatorEntry
from jxc_desktop.ui.settings.operators_page import OperatorsPage
from jxc_desktop.ui.widgets.page_header import PageHeader
from tests.robots.counter import part_of
from tests.robots.desk import CONTROL, Desk
from tests.story import Story

N, S, ENTER, F6, DOWN, TAB = (
    Qt.Key.Key_N,
    Qt.Key.Key_S,
    Qt.Key.Key_Return,
    Qt.Key.Key_F6,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
)
RIGHT, ESCAPE = Qt.Key.Key_Right, Qt.Key.Key_Escape


@pytest.fixture
def desk(
    qtbot: QtBot, story: Story, dress: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk[OperatorsPage]]:
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    dress()
    story.shop.people.add_operator("小王", Role.CLERK)
    made = Desk(qtbot, story, lambda surroundings, _clock: OperatorsPage(surroundings))
    yield made
    made.close()


def dialog(desk: Desk[OperatorsPage]) -> OperatorDialog:
    assert desk.page.dialog is not None
    return desk.page.dialog


def rows(desk: Desk[OperatorsPage]) -> dict[str, OperatorRow]:
    return {row.details.name: row for row in desk.story.shop.people.operator_list()}


def type_in(desk: Desk[OperatorsPage], name: str, text: str) -> None:
    dialog(desk).editor(name).setFocus()
    desk.clear_and_type(text)


def test_a_new_clerk_with_everything(desk: Desk[OperatorsPage]) -> None:
    desk.key(N, CONTROL)
    for name, text in (
        ("name", "小李"),
        ("password", "abcd"),
        ("pin", "4711"),
        ("lowest_discount", "90"),
        ("highest_refund", "50"),
    ):
        type_in(desk, name, text)
    desk.key(S, CONTROL)
    assert desk.page.dialog is None
    assert rows(desk)["小李"].details == OperatorDetails("小李", Role.CLERK, 90, Money(5000))
    assert (rows(desk)["小李"].has_password, rows(desk)["小李"].has_pin) == (True, True)
    table = desk.page.table
    assert desk.sees(table, "name") == ["老板", "小王", "小李"]
    assert (desk.sees(table, "lowest_discount")[2], desk.sees(table, "highest_refund")[2]) == ("90%", "50.00")
    desk.story.shop.sign_in("小李", "abcd")


def test_it_is_said_while_passwords_keep_nobody_from_being_the_owner(desk: Desk[OperatorsPage]) -> None:
    people = desk.story.shop.people
    title = part_of(desk.page, PageHeader)
    assert "设了密码，开机时就要登录" in title.words()
    people.change_operator(rows(desk)["小王"].id, OperatorDetails("小王", Role.CLERK), "abcd")
    desk.page.reload()
    assert "老板还没有密码" in title.words()
    people.set_password(rows(desk)["老板"].id, "laoban1")
    desk.page.reload()
    assert "老板还没有密码" not in title.words()


def test_what_is_wrong_is_said_at_its_field_and_the_dialog_stays(desk: Desk[OperatorsPage]) -> None:
    desk.key(N, CONTROL)
    desk.key(S, CONTROL)
    assert dialog(desk).fields["name"].fault() == "还没有填"
    type_in(desk, "name", "小王")
    desk.key(S, CONTROL)
    assert dialog(desk).fields["name"].fault() == "已经有人用了"
    type_in(desk, "name", "小李")
    type_in(desk, "password", "abc")
    desk.key(S, CONTROL)
    assert "太短了" in dialog(desk).fields["password"].fault()
    type_in(desk, "password", "abcd")
    type_in(desk, "pin", "12")
    desk.key(S, CONTROL)
    assert dialog(desk).fields["pin"].fault() == "要 4 到 8 位数字"
    type_in(desk, "pin", "")
    type_in(desk, "lowest_discount", "900")
    desk.key(S, CONTROL)
    assert dialog(desk).fields["lowest_discount"].fault() == "要在 0 到 100 之间"
    assert set(rows(desk)) == {"老板", "小王"}
    desk.key(ESCAPE)


def test_enter_opens_one_and_what_is_not_typed_stays(desk: Desk[OperatorsPage]) -> None:
    people = desk.story.shop.people
    wang = rows(desk)["小王"].id
    people.change_operator(wang, OperatorDetails("小王", Role.CLERK, 90), "abcd", "4711")
    desk.page.reload()
    desk.key(DOWN)
    desk.key(ENTER)
    assert dialog(desk).editor("lowest_discount").text() == "90"
    assert dialog(desk).editor("password").text() == ""
    type_in(desk, "name", "王小明")
    dialog(desk).role.setFocus()
    desk.key(RIGHT)
    desk.key(S, CONTROL)
    kept = rows(desk)["王小明"]
    assert (kept.details.role, kept.details.lowest_discount) == (Role.STOCKKEEPER, 90)
    assert (kept.has_password, kept.has_pin) == (True, True)


def test_password_and_pin_can_be_taken_away(desk: Desk[OperatorsPage]) -> None:
    people = desk.story.shop.people
    people.change_operator(rows(desk)["小王"].id, OperatorDetails("小王", Role.CLERK), "abcd", "4711")
    desk.page.reload()
    desk.key(DOWN)
    desk.key(ENTER)
    dialog(desk).no_password.click()
    dialog(desk).no_pin.click()
    desk.key(S, CONTROL)
    assert (rows(desk)["小王"].has_password, rows(desk)["小王"].has_pin) == (False, False)


def test_f6_switches_off_and_on_again(desk: Desk[OperatorsPage]) -> None:
    desk.key(DOWN)
    desk.key(F6)
    assert desk.sees(desk.page.table, "state") == ["在用", "停用"]
    assert "已停用" in desk.page.line.shown_words()
    desk.key(F6)
    assert desk.sees(desk.page.table, "state") == ["在用", "在用"]


def test_the_last_owner_cannot_be_switched_off(desk: Desk[OperatorsPage]) -> None:
    desk.key(F6)
    assert "至少要有一个在用的老板" in desk.page.line.shown_words()
    assert rows(desk)["老板"].details.is_active


def test_nobody_can_read_what_is_typed_nor_what_is_handed_on(desk: Desk[OperatorsPage]) -> None:
    handed_on: list[OperatorEntry] = []
    desk.key(N, CONTROL)
    dialog(desk).filled_in.connect(handed_on.append)
    type_in(desk, "name", "小李")
    type_in(desk, "password", "zebra2026")
    type_in(desk, "pin", "73915")
    for name in ("password", "pin"):
        assert dialog(desk).editor(name).echoMode() is QLineEdit.EchoMode.Password
    desk.key(S, CONTROL)
    told = repr(handed_on) + desk.page.line.shown_words()
    assert [secret for secret in ("zebra2026", "73915") if secret in told] == []
