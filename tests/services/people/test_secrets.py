"""What the shop takes for a password or a 授权码, and that nobody can read what is kept of them."""

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.secrets import check_password, check_pin, fits, hashed


@pytest.mark.parametrize(
    ("password", "role"),
    [("123456", Role.OWNER), ("1234", Role.CLERK), ("门前大桥", Role.STOCKKEEPER), ("", Role.OWNER), ("", Role.CLERK)],
)
def test_a_password_long_enough_for_its_role_is_taken_and_so_is_none(password: str, role: Role) -> None:
    check_password(password, role)


@pytest.mark.parametrize(
    ("password", "role", "reason"),
    [("12345", Role.OWNER, "too_short"), ("123", Role.CLERK, "too_short"), ("x" * 101, Role.CLERK, "too_long")],
)
def test_any_other_is_refused_without_being_repeated(password: str, role: Role, reason: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_password(password, role)
    assert refused.value.reason == reason
    assert password not in repr(refused.value)


@pytest.mark.parametrize("pin", ["1234", "12345678", ""])
def test_a_pin_is_four_to_eight_digits(pin: str) -> None:
    check_pin(pin)


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "１２３４", "-123", "1 23"])
def test_anything_else_is_no_pin(pin: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_pin(pin)
    assert (refused.value.field, refused.value.reason) == ("pin", "not_a_pin")
    assert pin not in repr(refused.value)


def test_what_is_kept_tells_nothing_and_differs_each_time() -> None:
    one, other = hashed("4711-secret"), hashed("4711-secret")
    assert one is not None
    assert other is not None
    assert one != other
    assert "4711" not in one
    assert one.startswith("$argon2id$")
    assert fits(one, "4711-secret")
    assert not fits(one, "4711-Secret")
    assert not fits(one, None)


def test_who_has_no_password_needs_none() -> None:
    assert hashed("") is None
    assert fits(None, None)
    assert fits(None, "anything")
