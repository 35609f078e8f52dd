"""授权: somebody with more rights allows an act of another with his 授权码, and his name goes into the record."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Operator
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPinError
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.people.secrets import fits
from jxc_desktop.services.people.tries import Door, Tries, keep_tries, tries_of
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_PINS = Query[tuple[int, str, str, str]](
    select(Operator.id, Operator.name, Operator.role, Operator.pin_hash)
    .where(Operator.is_active, Operator.pin_hash.is_not(None))
    .order_by(Operator.id)
)
# Of those who left too: whoever comes back must not find that somebody else has his.
_ALL_PINS = Query[tuple[int, str]](select(Operator.id, Operator.pin_hash).where(Operator.pin_hash.is_not(None)))
_LIMITS = Query[tuple[str, int | None, int | None]](
    select(Operator.name, Operator.lowest_discount, Operator.highest_refund).where(
        Operator.id == bindparam("operator")
    ),
    "operator",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far somebody may go by himself.

    Attributes:
        name: whose they are. lowest_discount: percent of the list price; None: any.

    Units: highest_refund in fen.
    """

    name: str
    lowest_discount: int | None = None
    highest_refund: int | None = None


def limits_of(work: OpenTransaction, operator_id: int) -> Limits:
    """The limits of an operator."""
    row = work.row(_LIMITS, operator_id)
    return Limits("") if row is None else Limits(*row)


def pins_of(books: OpenTransaction) -> list[tuple[int, str]]:
    """The key of everybody who ever had a 授权码 and has it still, and what is kept of it."""
    return books.rows(_ALL_PINS)


def authorise(desk: Desk, pin: str, call: str) -> Limits | None:
    """The limits of whoever allows a call with his 授权码; None: nobody was asked.

    It stands before the act, never in it: looking at a 授权码 takes a tenth of a second, and a wrong one is kept though
    the act is refused.

    Raises:
        WrongPinError: nobody else has it.
        TriedTooSoonError: there were several wrong ones just now; this one was not looked at.
        NotAllowedError: whoever has it may not do this either.
    """
    if not pin:
        return None
    who, now = desk.operator, desk.clock.now()
    with desk.storage.reading() as books:
        tries, known = tries_of(books, who.id, Door.PIN), books.rows(_PINS)
    if wait_s := tries.wait_s(now):
        raise TriedTooSoonError(who.name, wait_s)
    found = next((row for row in known if row[0] != who.id and fits(row[3], pin)), None)
    if found is None:
        tries = tries.one_more(now)
        keep_tries(desk.storage, who.id, Door.PIN, tries)
        raise WrongPinError(tries.wait_s(now))
    if tries.count:
        keep_tries(desk.storage, who.id, Door.PIN, Tries())
    if Role(found[2]) not in MAY_CALL[call]:
        raise NotAllowedError(call)
    with desk.storage.reading() as books:
        return limits_of(books, found[0])
