"""Operators, signing in, and the months that are closed."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from jxc_desktop.models.records import ClosedPeriod, Operator
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.people.desk import Desk, SignedIn
from jxc_desktop.services.people.errors import MonthNotClosableError, TriedTooSoonError, WrongPasswordError
from jxc_desktop.services.people.settings import LANGUAGE, SHOP_NAME, read_choice
from jxc_desktop.services.people.tries import Tries
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import choose_language

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_OPERATORS = Query[tuple[int, str, str, str | None]](
    select(Operator.id, Operator.name, Operator.role, Operator.password_hash)
    .where(Operator.is_active)
    .order_by(Operator.id)
)
_BY_NAME = Query[tuple[int]](select(Operator.id).where(Operator.name == bindparam("name")), "name")
_SET_PASSWORD = Prepared(
    update(Operator).where(Operator.id == bindparam("of")).values(password_hash=bindparam("to")), "to", "of"
)
_LAST_CLOSED = Query[tuple[int | None]](select(func.max(ClosedPeriod.month)))
_REOPEN = Prepared(delete(ClosedPeriod).where(ClosedPeriod.month == bindparam("month")), "month")


@dataclass(frozen=True, slots=True)
class OperatorCard:
    """An operator as a list shows him."""

    id: int
    name: str
    role: Role
    has_password: bool


@dataclass(frozen=True, slots=True)
class DeskToTake:
    """A shop nobody has signed in to yet: its name, and who may."""

    shop_name: str
    operators: tuple[OperatorCard, ...]


class People:
    """Who works here, and the months that may not change any more."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def operators(self) -> list[OperatorCard]:
        """Everybody who may work with the program, in the order they came."""
        with self._desk.question("people.operators") as books:
            return _cards(books)

    def add_operator(self, name: str, role: Role, password: str = "") -> int:
        """A new operator; his key.

        Raises:
            InvalidInputError: the name is empty or taken.
        """
        wanted = name.strip()
        if not wanted:
            raise InvalidInputError("name", "empty")
        with self._desk.act("people.add_operator") as act:
            if act.work.row(_BY_NAME, wanted):
                raise InvalidInputError("name", "taken", wanted)
            key = act.work.next_id(table_of(Operator))
            act.work.insert(table_of(Operator), [(key, wanted, role.value, _hashed(password), 1, None, None, None)])
            act.journal.note("people.add_operator", name=wanted, role=role.value)
            act.commit(Change.PEOPLE)
        return key

    def set_password(self, operator_id: int, password: str) -> None:
        """A new password; "" takes it away."""
        with self._desk.act("people.set_password") as act:
            act.work.run(_SET_PASSWORD, [(_hashed(password), operator_id)])
            act.journal.note("people.set_password", operator=operator_id)
            act.commit(Change.PEOPLE)

    def close_month(self, month: date) -> None:
        """From now on nothing is dated into the month (any day of it) or an earlier one.

        Raises:
            MonthNotClosableError: it is not over yet, or closed already.
        """
        number = month.year * 100 + month.month
        with self._desk.act("people.close_month") as act:
            last = act.work.row(_LAST_CLOSED)
            if number >= act.today.year * 100 + act.today.month or (last and last[0] and number <= last[0]):
                raise MonthNotClosableError(number)
            act.work.insert(table_of(ClosedPeriod), [(number, moment_text(act.now), act.operator.id)])
            act.journal.note("people.close_month", month=number)
            act.commit(Change.MONEY)

    def reopen_month(self) -> None:
        """Open the month that was closed last.

        Raises:
            NotFoundError: no month is closed.
        """
        with self._desk.act("people.reopen_month") as act:
            last = act.work.row(_LAST_CLOSED)
            if last is None or last[0] is None:
                raise NotFoundError("closed_month", "")
            act.work.run(_REOPEN, [(last[0],)])
            act.journal.note("people.reopen_month", month=last[0])
            act.commit(Change.MONEY)


_tries = Tries()


def desk_to_take(storage: Storage) -> DeskToTake:
    """What to show before somebody is at the desk, in the shop's language from now on."""
    with storage.reading() as books:
        choose_language(read_choice(books, LANGUAGE))
        return DeskToTake(read_choice(books, SHOP_NAME), tuple(_cards(books)))


def sign_in(storage: Storage, name: str | None, password: str | None, now: datetime) -> SignedIn:
    """Who works from now on: the named operator; the owner where nobody has a password and none is named.

    Raises:
        WrongPasswordError: name and password do not belong together, or one is needed.
        TriedTooSoonError: there were several wrong ones just now; this one was not looked at.
    """
    with storage.reading() as books:
        operators = books.rows(_OPERATORS)
    if name is None:
        if any(has_hash is not None for *_, has_hash in operators):
            raise WrongPasswordError("")
        key, owner, role, _ = next(row for row in operators if row[2] == Role.OWNER.value)
        return SignedIn(key, owner, Role(role))
    who = storage.path, name
    if wait_s := _tries.wait_s(who, now):
        raise TriedTooSoonError(name, wait_s)
    for key, known, role, stored in operators:
        if known == name and _fits(stored, password):
            _tries.forget(who)
            return SignedIn(key, known, Role(role))
    raise WrongPasswordError(name, _tries.note_wrong(who, now))


def _cards(books: OpenTransaction) -> list[OperatorCard]:
    rows = books.rows(_OPERATORS)
    return [OperatorCard(key, name, Role(role), has_hash is not None) for key, name, role, has_hash in rows]


@cache
def _hasher() -> "PasswordHasher":
    """Takes the memory that an old counter PC has to spare; RFC 9106 asks for no less with three passes."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)


def _hashed(password: str) -> str | None:
    return _hasher().hash(password) if password else None


def _fits(stored: str | None, password: str | None) -> bool:
    if stored is None:
        return True
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(stored, password or "")
    except VerifyMismatchError:
        return False
