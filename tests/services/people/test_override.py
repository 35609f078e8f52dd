"""授权: another operator allows with his 授权码 what the one at the desk may not do alone."""

import logging

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPinError
from jxc_desktop.services.people.operators import OperatorDetails
from jxc_desktop.services.people.override import Limits, authorise
from tests.story import Story

CALL = "sales.checkout"


@pytest.fixture
def clerk(story: Story) -> Story:
    """小王 is at the desk; the owner has 4711, the stockkeeper 5822, 小王 himself 6933."""
    people = story.shop.people
    people.set_pin(1, "4711")
    people.add_operator("库管", Role.STOCKKEEPER, pin="5822")
    people.add_operator("小王", Role.CLERK, pin="6933", lowest_discount=90)
    story.shop.sign_in("小王", None)
    return story


def test_without_a_pin_nobody_is_asked(clerk: Story) -> None:
    assert authorise(clerk.desk, "", CALL) is None


def test_the_pin_tells_who_allows_it_and_how_far_he_may_go(clerk: Story) -> None:
    assert authorise(clerk.desk, "4711", CALL) == Limits("老板")


@pytest.mark.parametrize("pin", ["0000", "6933", "47111", "x"])
def test_a_wrong_pin_and_ones_own_allow_nothing(clerk: Story, pin: str) -> None:
    with pytest.raises(WrongPinError):
        authorise(clerk.desk, pin, CALL)


def test_who_may_not_do_it_himself_cannot_allow_it(clerk: Story) -> None:
    with pytest.raises(NotAllowedError):
        authorise(clerk.desk, "5822", CALL)


def test_whoever_left_the_shop_allows_nothing_any_more(clerk: Story) -> None:
    clerk.shop.sign_in("老板", None)
    key = clerk.shop.people.add_operator("店长", Role.OWNER, pin="1928")
    clerk.shop.people.change_operator(key, OperatorDetails("店长", Role.OWNER, is_active=False))
    clerk.shop.sign_in("小王", None)
    with pytest.raises(WrongPinError):
        authorise(clerk.desk, "1928", CALL)


def test_the_pin_of_somebody_who_left_is_nobody_elses_so_that_he_may_come_back(clerk: Story) -> None:
    """Else he would come back to a 授权码 that another one allows things with: his own, for what he does."""
    clerk.shop.sign_in("老板", None)
    people = clerk.shop.people
    key = people.add_operator("店长", Role.OWNER, pin="1928")
    people.change_operator(key, OperatorDetails("店长", Role.OWNER, is_active=False))
    with pytest.raises(InvalidInputError) as refused:
        people.add_operator("新店长", Role.OWNER, pin="1928")
    assert (refused.value.field, refused.value.reason) == ("pin", "taken")
    people.set_pin(key, "")
    people.add_operator("新店长", Role.OWNER, pin="1928")


def test_guessing_takes_longer_with_every_guess_and_the_right_one_ends_it(clerk: Story) -> None:
    waits = []
    for guess in ("0001", "0002", "0003"):
        with pytest.raises(WrongPinError) as refused:
            authorise(clerk.desk, guess, CALL)
        waits.append(refused.value.wait_s)
    assert waits == [0, 0, 2]
    with pytest.raises(TriedTooSoonError):
        authorise(clerk.desk, "4711", CALL)
    clerk.clock.go_on(seconds=2)
    assert authorise(clerk.desk, "4711", CALL) == Limits("老板")
    with pytest.raises(WrongPinError) as again:
        authorise(clerk.desk, "0004", CALL)
    assert again.value.wait_s == 0


def test_no_secret_is_in_the_log_the_record_or_the_error(clerk: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    clerk.shop.sign_in("老板", None)
    clerk.shop.people.set_password(1, "zebra-2026")
    clerk.shop.people.set_pin(1, "73915")
    clerk.shop.sign_in("小王", None)
    with pytest.raises(WrongPinError) as refused:
        authorise(clerk.desk, "86420", CALL)
    with clerk.desk.storage.reading() as books:
        kept = [
            str(row)
            for table in ("audit_entry", "operator", "operator_choice", "setting")
            for row in books.connection.exec_driver_sql(f"SELECT * FROM {table}")
        ]
    told = "\n".join([caplog.text, *kept, repr(refused.value), repr(clerk.shop.operator)])
    assert [secret for secret in ("zebra-2026", "73915", "86420") if secret in told] == []
