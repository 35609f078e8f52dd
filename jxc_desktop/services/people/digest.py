"""The fingerprint of what an act wrote into the books, and the chain that ties the acts together.

Each audit row holds the SHA-256 of every row of the books its act wrote, and a hash over itself and the hash before it.
One number changed anywhere behind the program's back no longer fits.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from jxc_desktop.services.storage.prepared import Row
from jxc_desktop.services.storage.tables import BOOKS, DOCUMENT

DIGEST_VERSION = 1

# What each version covers. When a table gets a column, a new version lists it; what was written under an earlier
# version is checked by that version's list for ever.
COVERED: dict[int, dict[str, tuple[str, ...]]] = {
    1: {
        table.name: tuple(column.name for column in table.columns if (table.name, column.name) != ("document", "state"))
        for table in BOOKS
    }
}

STATE_POSITION = list(DOCUMENT.columns.keys()).index("state")


def without_state(document: Row) -> Row:
    """A document's row without its state, the one thing about it that may move on."""
    return document[:STATE_POSITION] + document[STATE_POSITION + 1 :]


def digest_of(rows: Iterable[tuple[str, Sequence[Row]]]) -> str:
    """The fingerprint of the rows an act wrote, table by table in the order of BOOKS; tables without rows left out.

    Driver values (whole numbers, texts, None) have one ``repr`` each, so it stands for them exactly.
    """
    return sha256(repr([(table, list(of_table)) for table, of_table in rows if of_table]).encode()).hexdigest()


def chain_hash(before: str, entry: Row) -> str:
    """The hash of an audit row given without its hash, tied to the hash before it."""
    return sha256(repr((before, *entry)).encode()).hexdigest()
