"""Operators, signing in, and the months that are closed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, func, select, update

from jxc_desktop.models.records import ClosedPeriod, Operator
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.desk import Act, Desk, SignedIn
from jxc_desktop.services.people.errors import MonthNotClosableError, TriedTooSoonError, WrongPasswordError
from jxc_desktop.services.people.operators import (
    OperatorDetails,
    OperatorRow,
    all_operators,
    change_operator,
    check_limits,
    check_name,
    refuse_shared_pin,
    write_pin,
)
from jxc_desktop.services.people.override import pins_of
from jxc_desktop.services.people.secrets import check_password, check_pin, fits, hashed
from jxc_desktop.services.people.settings import LANGUAGE, SHOP_NAME, read_choice
from jxc_desktop.services.people.tries import Door, Tries, keep_tries, tries_of
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import choose_language

_OPERATORS = Query[tuple[int, str, str, str | None]](
    select(Operator.id, Operator.name, Operator.role, Operator.password_hash)
    .where(Operator.is_active)
    .order_by(Operator.id)
)
_ROLE = Query[tuple[str]](select(Operator.role).where(Operator.id == bindparam("operator")), "operator")
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

    def operator_list(self) -> list[OperatorRow]:
        """Everybody who ever worked here, with limits; nobody's password."""
        with self._desk.question("people.operator_list") as books:
            return all_operators(books)

    def add_operator(
        self,
        name: str,
        role: Role,
        password: str = "",
        pin: str = "",
        lowest_discount: int | None = None,
        highest_refund: Money | None = None,
    ) -> int:
        """A new operator; his key.

        Raises:
            InvalidInputError: the name is empty, too long or taken, a limit cannot be, the password is too short, or
                the 授权码 no such number or taken.
        """
        self._desk.check("people.add_operator")
        check_password(password, role)
        check_limits(OperatorDetails(name, role, lowest_discount, highest_refund))
        kept, kept_pin = hashed(password), self._kept_pin(0, pin)
        highest = None if highest_refund is None else highest_refund.fen
        with self._desk.act("people.add_operator") as act:
            wanted = check_name(act.work, name)
            key = act.work.next_id(table_of(Operator))
            row = (key, wanted, role.value, kept, 1, kept_pin, lowest_discount, highest)
            act.work.insert(table_of(Operator), [row])
            act.journal.note("people.add_operator", name=wanted, role=role.value)
            act.commit(Change.PEOPLE)
        return key

    def change_operator(
        self, operator_id: int, wanted: OperatorDetails, password: str | None = None, pin: str | None = None
    ) -> None:
        """Another name, role or limit; switched off, he cannot sign in any more, and what he did stays his.

        Password and 授权码 stay as they are where None is given; "" takes them away. All of it counts, or nothing.

        Raises:
            NotFoundError: there is no such operator.
            InvalidInputError: the name, a limit, the password or the 授权码 cannot be, or somebody would take his own
                rights away.
            LastOwnerError: nobody would be left who may change anything.
        """
        self._desk.check("people.change_operator")
        check_password(password or "", wanted.role)
        kept_password = hashed(password or "")
        kept_pin = self._kept_pin(operator_id, pin or "")
        with self._desk.act("people.change_operator") as act:
            kept = change_operator(act, operator_id, wanted)
            if password is not None:
                self._write_password(act, operator_id, kept_password)
            if pin is not None:
                write_pin(act, operator_id, kept_pin)
            act.commit(Change.PEOPLE)
        if operator_id == self._desk.operator.id:
            self._desk.operator = SignedIn(operator_id, kept.name, kept.role)

    def set_password(self, operator_id: int, password: str) -> None:
        """A new password; "" takes it away.

        Raises:
            NotFoundError: there is no such operator.
            InvalidInputError: it is too short: 6 characters for an owner, 4 for others.
        """
        with self._desk.question("people.set_password") as books:
            check_password(password, _role_of(books, operator_id))
        kept = hashed(password)
        with self._desk.act("people.set_password") as act:
            self._write_password(act, operator_id, kept)
            act.commit(Change.PEOPLE)

    def set_pin(self, operator_id: int, pin: str) -> None:
        """A new 授权码, with which he allows others what they may not do alone; "" takes it away.

        Raises:
            NotFoundError: there is no such operator.
            InvalidInputError: it is not 4 to 8 digits, or somebody else's.
        """
        self._desk.check("people.set_pin")
        kept = self._kept_pin(operator_id, pin)
        with self._desk.act("people.set_pin") as act:
            write_pin(act, operator_id, kept)
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

    def _write_password(self, act: Act, operator_id: int, kept: str | None) -> None:
        act.work.run(_SET_PASSWORD, [(kept, operator_id)])
        act.journal.note("people.set_password", operator=operator_id, has_password=kept is not None)

    def _kept_pin(self, operator_id: int, pin: str) -> str | None:
        """What is kept of a 授权码 that may be this operator's; looked at before the act, as that takes its time."""
        check_pin(pin)
        with self._desk.storage.reading() as books:
            known = pins_of(books)
        refuse_shared_pin(known, operator_id, pin)
        return hashed(pin)


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
    known = next((row for row in operators if row[1] == name), None)
    if known is None:
        raise WrongPasswordError(name)
    key, _name, role, stored = known
    with storage.reading() as books:
        tries = tries_of(books, key, Door.PASSWORD)
    if wait_s := tries.wait_s(now):
        raise TriedTooSoonError(name, wait_s)
    if not fits(stored, password):
        tries = tries.one_more(now)
        keep_tries(storage, key, Door.PASSWORD, tries)
        raise WrongPasswordError(name, tries.wait_s(now))
    if tries.count:
        keep_tries(storage, key, Door.PASSWORD, Tries())
    return SignedIn(key, name, Role(role))


def _cards(books: OpenTransaction) -> list[OperatorCard]:
    rows = books.rows(_OPERATORS)
    return [OperatorCard(key, name, Role(role), has_hash is not None) for key, name, role, has_hash in rows]


def _role_of(books: OpenTransaction, operator_id: int) -> Role:
    row = books.row(_ROLE, operator_id)
    if row is None:
        raise NotFoundError("operator", operator_id)
    return Role(row[0])
