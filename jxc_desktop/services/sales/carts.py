"""Carts that are not sold yet: the one being filled, saved line by line, and those on hold (挂单)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from jxc_desktop.models.records import Cart
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of

_CART = table_of(Cart)
_KNOWN = Query[tuple[str]](select(Cart.token).where(Cart.token == bindparam("token")), "token")
_CHANGE = Prepared(
    update(Cart).where(Cart.token == bindparam("of")).values(saved_at=bindparam("at"), content=bindparam("to")),
    "at",
    "to",
    "of",
)
_TAKE_OVER = Prepared(
    update(Cart).where(Cart.operator_id == bindparam("of"), Cart.held_at.is_(None)).values(operator_id=bindparam("to")),
    "to",
    "of",
)
_FORGET = Prepared(delete(Cart).where(Cart.token == bindparam("token")), "token")
_HELD = Query[tuple[str, str, str, str]](
    select(Cart.token, Cart.held_at, Cart.note, Cart.content).where(Cart.held_at.is_not(None)).order_by(Cart.held_at)
)
_UNFINISHED = Query[tuple[str, str, str, str]](
    select(Cart.token, Cart.saved_at, Cart.note, Cart.content)
    .where(Cart.held_at.is_(None), Cart.operator_id == bindparam("operator"))
    .order_by(Cart.saved_at.desc()),
    "operator",
)


@dataclass(frozen=True, slots=True)
class SavedCart:
    """A cart as it was saved; content is what the counter wrote, as JSON."""

    token: str
    moment: datetime
    note: str
    content: str


class Carts:
    """Keeps carts safe until they are sold or given up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save(self, token: str, content: str) -> None:
        """Keep the cart being filled as it is now."""
        with self._desk.act("carts.save") as act:
            at = moment_text(act.now)
            if act.work.row(_KNOWN, token):
                act.work.run(_CHANGE, [(at, content, token)])
            else:
                act.work.insert(_CART, [(token, act.operator.id, at, None, "", content)])
            act.commit()

    def hold(self, token: str, content: str, note: str) -> None:
        """Put a cart on hold, for any clerk to take back."""
        with self._desk.act("carts.hold") as act:
            at = moment_text(act.now)
            act.work.run(_FORGET, [(token,)])
            act.work.insert(_CART, [(token, act.operator.id, at, at, note, content)])
            act.commit(Change.CARTS)

    def take_back(self, token: str) -> SavedCart:
        """A cart on hold becomes the one being filled.

        Raises:
            NotFoundError: somebody else took it.
        """
        with self._desk.act("carts.take_back") as act:
            held = next((cart for cart in _saved(act.work.rows(_HELD)) if cart.token == token), None)
            if held is None:
                raise NotFoundError("cart", token)
            act.work.run(_FORGET, [(token,)])
            act.work.insert(_CART, [(token, act.operator.id, moment_text(act.now), None, held.note, held.content)])
            act.commit(Change.CARTS)
        return held

    def discard(self, token: str, content: str) -> None:
        """Give a cart up; who did, and what was in it, goes into the record."""
        with self._desk.act("carts.discard") as act:
            act.work.run(_FORGET, [(token,)])
            act.journal.note("carts.discard", content=content)
            act.commit(Change.CARTS)

    def held(self) -> list[SavedCart]:
        """Every cart on hold, the longest waiting first."""
        with self._desk.question("carts.held") as books:
            return _saved(books.rows(_HELD))

    def unfinished(self) -> list[SavedCart]:
        """Carts of the operator that were being filled when the program ended, newest first."""
        with self._desk.question("carts.unfinished") as books:
            return _saved(books.rows(_UNFINISHED, self._desk.operator.id))

    def take_over(self, operator_id: int) -> int:
        """Go on with what another operator was filling when he left the desk; how many carts that are."""
        with self._desk.act("carts.take_over") as act:
            carts = len(act.work.rows(_UNFINISHED, operator_id))
            if carts and operator_id != act.operator.id:
                act.work.run(_TAKE_OVER, [(act.operator.id, operator_id)])
                act.journal.note("carts.take_over", of=operator_id, carts=carts)
                act.commit(Change.CARTS)
        return carts


def _saved(rows: list[tuple[str, str, str, str]]) -> list[SavedCart]:
    return [SavedCart(token, datetime.fromisoformat(moment), note, content) for token, moment, note, content in rows]
