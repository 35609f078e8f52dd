"""What an operator has set up for himself: the columns of a list, its filters. His own, on every PC of the shop."""

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import OperatorChoice
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction, UnitOfWork

_READ = Query[tuple[str]](
    select(OperatorChoice.value)
    .where(OperatorChoice.operator_id == bindparam("operator"))
    .where(OperatorChoice.key == bindparam("key")),
    "operator",
    "key",
)
_FORGET = Prepared(
    delete(OperatorChoice)
    .where(OperatorChoice.operator_id == bindparam("operator"))
    .where(OperatorChoice.key == bindparam("key")),
    "operator",
    "key",
)


# Before the keys of what the program keeps of an operator, which is not his to change: how often he was wrong.
KEPT_FROM_HIM = "kept:"


class Memory:
    """Remembers texts for whoever is at the desk. It is no part of the books: no journal, no announcement."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def recall(self, key: str) -> str:
        """What he left under this key; "" where he left nothing."""
        _refuse_what_is_kept("memory.recall", key)
        with self._desk.question("memory.recall") as books:
            return recalled(books, self._desk.operator.id, key)

    def remember(self, key: str, value: str) -> None:
        """Keep this under the key from now on; "" forgets it."""
        _refuse_what_is_kept("memory.remember", key)
        with self._desk.act("memory.remember") as act:
            keep(act.work, act.operator.id, key, value)
            act.commit()


def _refuse_what_is_kept(call: str, key: str) -> None:
    if key.startswith(KEPT_FROM_HIM):
        raise NotAllowedError(call)


def recalled(books: OpenTransaction, operator_id: int, key: str) -> str:
    """What is kept of an operator under this key; "" where nothing is."""
    row = books.row(_READ, operator_id, key)
    return "" if row is None else row[0]


def keep(work: UnitOfWork, operator_id: int, key: str, value: str) -> None:
    """Keep this of an operator; "" forgets it. The caller commits."""
    work.run(_FORGET, [(operator_id, key)])
    if value:
        work.insert(table_of(OperatorChoice), [(operator_id, key, value)])
