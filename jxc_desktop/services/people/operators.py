"""The people of the shop as the owner keeps them: their role, their limits, whether they still work here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Operator
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.errors import LastOwnerError
from jxc_desktop.services.people.secrets import fits
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

LONGEST_NAME = 60

_ALL = Query[tuple[int, str, str, str | None, bool, str | None, int | None, int | None]](
    select(
        Operator.id,
        Operator.name,
        Operator.role,
        Operator.password_hash,
        Operator.is_active,
        Operator.pin_hash,
        Operator.lowest_discount,
        Operator.highest_refund,
    ).order_by(Operator.id)
)
_CHANGE = Prepared(
    update(Operator)
    .where(Operator.id == bindparam("of"))
    .values(
        name=bindparam("to_name"),
        role=bindparam("to_role"),
        is_active=bindparam("active"),
        lowest_discount=bindparam("lowest"),
        highest_refund=bindparam("highest"),
    ),
    "to_name",
    "to_role",
    "active",
    "lowest",
    "highest",
    "of",
)
_SET_PIN = Prepared(update(Operator).where(Operator.id == bindparam("of")).values(pin_hash=bindparam("to")), "to", "of")


@dataclass(frozen=True, slots=True)
class OperatorDetails:
    """What the owner may change of an operator.

    Attributes:
        lowest_discount: how many percent of the list price he asks at least (90 = 9 折, 100: no discount); None: any.
        highest_refund: what he may give back at most in one return; None: any amount.
    """

    name: str
    role: Role = Role.CLERK
    lowest_discount: int | None = None
    highest_refund: Money | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """An operator as the owner sees him: never what his password or 授权码 is, only whether there is one."""

    id: int
    details: OperatorDetails
    has_password: bool
    has_pin: bool


def all_operators(books: OpenTransaction) -> list[OperatorRow]:
    """Everybody who ever worked here, in the order they came."""
    return [
        OperatorRow(
            key,
            OperatorDetails(name, Role(role), lowest, None if highest is None else Money(highest), bool(is_active)),
            password is not None,
            pin is not None,
        )
        for key, name, role, password, is_active, pin, lowest, highest in books.rows(_ALL)
    ]


def check_name(books: OpenTransaction, name: str, operator_id: int = 0) -> str:
    """The name without blanks around it.

    Raises:
        InvalidInputError: it is empty, too long, or somebody else's.
    """
    wanted = name.strip()
    if not wanted:
        raise InvalidInputError("name", "empty")
    if len(wanted) > LONGEST_NAME:
        raise InvalidInputError("name", "too_long", wanted)
    if any(row.details.name == wanted and row.id != operator_id for row in all_operators(books)):
        raise InvalidInputError("name", "taken", wanted)
    return wanted


def change_operator(act: Act, operator_id: int, wanted: OperatorDetails) -> OperatorDetails:
    """Write what is wanted of an operator, and return it as it is kept; the caller commits.

    Raises:
        NotFoundError: there is none.
        InvalidInputError: the name or a limit cannot be, or somebody would take his own rights away.
        LastOwnerError: nobody would be left who may change anything.
    """
    everybody = all_operators(act.work)
    before = _of(everybody, operator_id).details
    wanted = replace(wanted, name=check_name(act.work, wanted.name, operator_id))
    check_limits(wanted)
    _refuse_loss_of_owner(act, everybody, operator_id, wanted)
    highest = None if wanted.highest_refund is None else wanted.highest_refund.fen
    row = (wanted.name, wanted.role.value, int(wanted.is_active), wanted.lowest_discount, highest, operator_id)
    act.work.run(_CHANGE, [row])
    act.journal.note("people.change_operator", operator=operator_id, before=_told(before), after=_told(wanted))
    return wanted


def check_limits(wanted: OperatorDetails) -> None:
    """Refuse limits that mean nothing.

    Raises:
        InvalidInputError: the discount is no percentage, or the refund below 0.
    """
    if wanted.lowest_discount is not None and not 0 <= wanted.lowest_discount <= 100:
        raise InvalidInputError("lowest_discount", "not_a_percentage", wanted.lowest_discount)
    if wanted.highest_refund is not None and wanted.highest_refund.fen < 0:
        raise InvalidInputError("highest_refund", "negative", wanted.highest_refund)


def write_pin(act: Act, operator_id: int, kept: str | None) -> None:
    """Another 授权码 for an operator, as it is kept; the caller has checked it, and commits.

    Raises:
        NotFoundError: there is no such operator.
    """
    _of(all_operators(act.work), operator_id)
    act.work.run(_SET_PIN, [(kept, operator_id)])
    act.journal.note("people.set_pin", operator=operator_id, has_pin=kept is not None)


def refuse_shared_pin(hashes: Sequence[tuple[int, str]], operator_id: int, pin: str) -> None:
    """A 授权码 tells who allows something, so no two have the same.

    Raises:
        InvalidInputError: somebody else has it.
    """
    if pin and any(key != operator_id and fits(stored, pin) for key, stored in hashes):
        raise InvalidInputError("pin", "taken")


def _of(everybody: Sequence[OperatorRow], operator_id: int) -> OperatorRow:
    found = next((row for row in everybody if row.id == operator_id), None)
    if found is None:
        raise NotFoundError("operator", operator_id)
    return found


def _refuse_loss_of_owner(
    act: Act, everybody: Sequence[OperatorRow], operator_id: int, wanted: OperatorDetails
) -> None:
    if wanted.is_active and wanted.role is Role.OWNER:
        return
    owners = [row.id for row in everybody if row.details.role is Role.OWNER and row.details.is_active]
    if owners == [operator_id]:
        raise LastOwnerError
    if operator_id == act.operator.id and operator_id in owners:
        raise InvalidInputError("role", "own_role")


def _told(details: OperatorDetails) -> dict[str, Any]:
    """What the record says of him."""
    return {
        "name": details.name,
        "role": details.role.value,
        "lowest_discount": details.lowest_discount,
        "highest_refund": None if details.highest_refund is None else details.highest_refund.fen,
        "is_active": details.is_active,
    }
