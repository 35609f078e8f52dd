"""Who works here, and who may sit down at the desk."""

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPasswordError
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop, look_in
from tests.story import Story, TestClock

SECRET, WRONG = "kanmen-2026", "kanmen-2025"


@pytest.fixture
def guarded(story: Story) -> Story:
    """The owner has a password, 小王 has none."""
    story.shop.people.set_password(1, SECRET)
    story.shop.people.add_operator("小王", Role.CLERK)
    return story


def test_who_may_sign_in_is_known_before_anybody_is_at_the_desk(guarded: Story) -> None:
    path = guarded.shop.path
    guarded.shop.close()
    seen = look_in(path)
    assert seen.shop_name == "惠民便利店"
    assert [(card.name, card.role, card.has_password) for card in seen.operators] == [
        ("老板", Role.OWNER, True),
        ("小王", Role.CLERK, False),
    ]


def test_a_shop_with_a_password_is_not_opened_without_a_name(guarded: Story) -> None:
    with pytest.raises(WrongPasswordError):
        Shop.open(guarded.shop.path, SystemClock())


def test_name_and_password_open_it(guarded: Story) -> None:
    with Shop.open(guarded.shop.path, TestClock(), "老板", SECRET) as shop:
        assert shop.operator.role is Role.OWNER
    with Shop.open(guarded.shop.path, TestClock(), "小王", None) as shop:
        assert shop.operator.name == "小王"


def test_after_three_wrong_passwords_even_the_right_one_waits(guarded: Story) -> None:
    clock = guarded.clock
    waits = []
    for _ in range(3):
        with pytest.raises(WrongPasswordError) as refused:
            guarded.shop.sign_in("老板", WRONG)
        waits.append(refused.value.wait_s)
    assert waits == [0, 0, 2]
    with pytest.raises(TriedTooSoonError) as early:
        guarded.shop.sign_in("老板", SECRET)
    assert early.value.wait_s == 2
    clock.go_on(seconds=2)
    guarded.shop.sign_in("老板", SECRET)
    assert guarded.shop.operator.name == "老板"


def test_the_wait_is_the_same_through_every_door_of_the_shop(guarded: Story) -> None:
    for _ in range(3):
        with pytest.raises(WrongPasswordError):
            Shop.open(guarded.shop.path, guarded.clock, "老板", WRONG)
    with pytest.raises(TriedTooSoonError):
        guarded.shop.sign_in("老板", SECRET)


def test_starting_anew_does_not_shorten_the_wait(guarded: Story) -> None:
    for _ in range(3):
        with pytest.raises(WrongPasswordError):
            guarded.shop.sign_in("老板", WRONG)
    path, clock = guarded.shop.path, guarded.clock
    guarded.shop.close()
    with pytest.raises(TriedTooSoonError):
        Shop.open(path, clock, "老板", SECRET)
    clock.go_on(seconds=2)
    Shop.open(path, clock, "老板", SECRET).close()


def test_a_name_nobody_has_is_refused_like_a_wrong_password(guarded: Story) -> None:
    with pytest.raises(WrongPasswordError):
        guarded.shop.sign_in("小李", WRONG)
