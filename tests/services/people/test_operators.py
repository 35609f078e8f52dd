"""The owner keeps the list of his people."""

import json

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.people.errors import LastOwnerError, WrongPasswordError
from jxc_desktop.services.people.operators import OperatorDetails, OperatorRow
from tests.story import Story

CLERK = OperatorDetails("小王", Role.CLERK)


@pytest.fixture
def wang(story: Story) -> int:
    return story.shop.people.add_operator("小王", Role.CLERK, "1234")


def row(story: Story, key: int) -> OperatorRow:
    return next(one for one in story.shop.people.operator_list() if one.id == key)


def test_a_new_operator_has_what_was_typed_for_him(story: Story) -> None:
    key = story.shop.people.add_operator(" 小王 ", Role.CLERK, "1234", "4711", 90, Money(10_000))
    assert row(story, key) == OperatorRow(key, OperatorDetails("小王", Role.CLERK, 90, Money(10_000)), True, True)


@pytest.mark.parametrize(
    ("name", "password", "pin", "lowest", "fault"),
    [
        ("", "", "", None, ("name", "empty")),
        ("  ", "", "", None, ("name", "empty")),
        ("老板", "", "", None, ("name", "taken")),
        ("长" * 61, "", "", None, ("name", "too_long")),
        ("小王", "123", "", None, ("password", "too_short")),
        ("小王", "", "12", None, ("pin", "not_a_pin")),
        ("小王", "", "", 101, ("lowest_discount", "not_a_percentage")),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_added(
    story: Story, name: str, password: str, pin: str, lowest: int | None, fault: tuple[str, str]
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        story.shop.people.add_operator(name, Role.CLERK, password, pin, lowest)
    assert (refused.value.field, refused.value.reason) == fault
    assert [one.details.name for one in story.shop.people.operator_list()] == ["老板"]


def test_name_role_and_limits_may_change(story: Story, wang: int) -> None:
    wanted = OperatorDetails("王小明", Role.STOCKKEEPER, 85, Money(5000))
    story.shop.people.change_operator(wang, wanted)
    assert row(story, wang).details == wanted


def test_the_record_says_what_was_before_and_after(story: Story, wang: int) -> None:
    story.shop.people.change_operator(wang, OperatorDetails("小王", Role.CLERK, 90))
    with story.desk.storage.reading() as books:
        content = books.connection.exec_driver_sql("SELECT content FROM audit_entry ORDER BY id DESC").scalar()
    told = json.loads(str(content))
    assert (told["before"]["lowest_discount"], told["after"]["lowest_discount"]) == (None, 90)


def test_whoever_is_switched_off_is_not_let_in_and_may_come_back(story: Story, wang: int) -> None:
    people = story.shop.people
    people.change_operator(wang, OperatorDetails("小王", Role.CLERK, is_active=False))
    with pytest.raises(WrongPasswordError):
        story.shop.sign_in("小王", "1234")
    assert [card.name for card in people.operators()] == ["老板"]
    assert not row(story, wang).details.is_active
    people.change_operator(wang, CLERK)
    story.shop.sign_in("小王", "1234")
    assert story.shop.operator.name == "小王"


@pytest.mark.parametrize(
    "wanted", [OperatorDetails("老板", Role.CLERK), OperatorDetails("老板", Role.OWNER, is_active=False)]
)
def test_the_last_owner_stays_the_owner(story: Story, wanted: OperatorDetails) -> None:
    story.shop.people.add_operator("前老板", Role.OWNER)
    former = story.shop.people.operator_list()[1].id
    story.shop.people.change_operator(former, OperatorDetails("前老板", Role.OWNER, is_active=False))
    with pytest.raises(LastOwnerError):
        story.shop.people.change_operator(1, wanted)
    assert row(story, 1).details == OperatorDetails("老板", Role.OWNER)


def test_nobody_takes_his_own_rights_away_but_another_owner_may(story: Story) -> None:
    other = story.shop.people.add_operator("老板娘", Role.OWNER)
    with pytest.raises(InvalidInputError):
        story.shop.people.change_operator(1, OperatorDetails("老板", Role.CLERK))
    story.shop.sign_in("老板娘", None)
    story.shop.people.change_operator(1, OperatorDetails("老板", Role.CLERK))
    assert row(story, 1).details.role is Role.CLERK
    assert row(story, other).details.role is Role.OWNER


def test_who_is_here_has_his_new_name_at_once(story: Story) -> None:
    story.shop.people.change_operator(1, OperatorDetails("王老板", Role.OWNER))
    assert story.shop.operator.name == "王老板"


def test_nobody_changes_somebody_who_is_not_there(story: Story) -> None:
    people = story.shop.people
    with pytest.raises(NotFoundError):
        people.change_operator(99, CLERK)
    with pytest.raises(NotFoundError):
        people.set_password(99, "123456")
    with pytest.raises(NotFoundError):
        people.set_pin(99, "1234")


def test_no_two_have_the_same_pin(story: Story, wang: int) -> None:
    story.shop.people.set_pin(1, "4711")
    with pytest.raises(InvalidInputError) as refused:
        story.shop.people.set_pin(wang, "4711")
    assert refused.value.reason == "taken"
    story.shop.people.set_pin(1, "4711")
    story.shop.people.set_pin(wang, "4712")
    story.shop.people.set_pin(1, "")
    assert (row(story, 1).has_pin, row(story, wang).has_pin) == (False, True)
