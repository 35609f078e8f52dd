"""The delivery an operator is counting, kept safe until it is posted or given up."""

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import Cart
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.draft_keys import RECEIVING_PREFIX
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_CART = table_of(Cart)
_CONTENT = Query[tuple[str]](select(Cart.content).where(Cart.token == bindparam("key")), "key")
_FORGET = Prepared(delete(Cart).where(Cart.token == bindparam("key")), "key")
_FORGET_POSTED = Prepared(
    delete(Cart).where(Cart.token == bindparam("key"), Cart.note == bindparam("form")), "key", "form"
)


def keep_draft(act: Act, form: str, content: str) -> None:
    """Keep the delivery as it is now; `form` is the key of the receipt it becomes."""
    key = _key(act.operator.id)
    act.work.run(_FORGET, [(key,)])
    act.work.insert(_CART, [(key, act.operator.id, moment_text(act.now), None, form, content)])


def kept_draft(books: OpenTransaction, operator_id: int) -> str | None:
    """What the operator was counting when the program ended."""
    row = books.row(_CONTENT, _key(operator_id))
    return None if row is None else row[0]


def forget_draft(act: Act, form: str) -> None:
    """The delivery is posted or given up; another one that is being counted stays."""
    act.work.run(_FORGET_POSTED, [(_key(act.operator.id), form)])


def _key(operator_id: int) -> str:
    return f"{RECEIVING_PREFIX}{operator_id}"
