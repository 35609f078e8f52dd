"""Passwords and 授权码: what the shop takes for one, and how it is kept so that nobody can read it."""

from functools import cache
from typing import TYPE_CHECKING

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_OF_OWNER, LEAST_OF_OTHERS = 6, 4
LONGEST_PASSWORD = 100
PIN_DIGITS = range(4, 9)


def check_password(password: str, role: Role) -> None:
    """Refuse what is too easy to guess; "" is none at all, and that is allowed.

    Raises:
        InvalidInputError: it is too short for this role, or too long.
    """
    if password and len(password) < least_length(role):
        raise InvalidInputError("password", "too_short")
    if len(password) > LONGEST_PASSWORD:
        raise InvalidInputError("password", "too_long")


def least_length(role: Role) -> int:
    """How many characters a password has at least."""
    return LEAST_OF_OWNER if role is Role.OWNER else LEAST_OF_OTHERS


def check_pin(pin: str) -> None:
    """Refuse what is no 授权码; "" is none at all.

    Raises:
        InvalidInputError: it is not 4 to 8 digits.
    """
    if pin and not (pin.isascii() and pin.isdigit() and len(pin) in PIN_DIGITS):
        raise InvalidInputError("pin", "not_a_pin")


def hashed(secret: str) -> str | None:
    """What is kept of it; None for none."""
    return _hasher().hash(secret) if secret else None


def fits(stored: str | None, secret: str | None) -> bool:
    """Whether it is the one; where none is kept, any is."""
    if stored is None:
        return True
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(stored, secret or "")
    except VerifyMismatchError:
        return False


@cache
def _hasher() -> "PasswordHasher":
    """Takes the memory that an old counter PC has to spare; RFC 9106 asks for no less with three passes."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)
