"""What an operator has set up for himself: the columns of a list, its filters. His own, on every PC of the shop."""

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import OperatorChoice
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of

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


class Memory:
    """Remembers texts for whoever is at the desk. It is no part of the books: no journal, no announcement."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def recall(self, key: str) -> str:
        """What he left under this key; "" where he left nothing."""
        with self._desk.question("memory.recall") as books:
            row = books.row(_READ, self._desk.operator.id, key)
        return "" if row is None else row[0]

    def remember(self, key: str, value: str) -> None:
        """Keep this under the key from now on; "" forgets it."""
        with self._desk.act("memory.remember") as act:
            act.work.run(_FORGET, [(act.operator.id, key)])
            if value:
                act.work.insert(table_of(OperatorChoice), [(act.operator.id, key, value)])
            act.commit()
