"""The books read once, document by document: every table side by side, nothing held that was looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, String, Table, select

from jxc_desktop.services.health.finding import Finding, FindingKind
from jxc_desktop.services.storage.prepared import Query, Row
from jxc_desktop.services.storage.tables import AUDIT, BOOKS, DOCUMENT
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


@dataclass(frozen=True, slots=True)
class BookedDocument:
    """Everything the books hold under one document's key.

    Attributes:
        rows: table by table, as stored; sound: without the rows that hold impossible values.
        audits: its rows of the audit log.
    """

    id: int
    rows: dict[str, list[Row]]
    sound: dict[str, list[Row]]
    audits: list[Row]

    @property
    def number(self) -> str:
        """What to call it: its number, its key where it has no head."""
        heads = self.rows[DOCUMENT.name]
        return str(_NUMBER(heads[0])[0]) if heads else f"#{self.id}"


@cache
def columns_of(table: Table, *names: str) -> Callable[[Row], tuple[Any, ...]]:
    """Takes the values of these columns out of a whole row, always as a tuple."""
    every = list(table.columns.keys())
    places = [every.index(name) for name in names]
    if len(places) == 1:
        (place,) = places
        return lambda row: (row[place],)
    return itemgetter(*places)


_NUMBER = columns_of(DOCUMENT, "number")


def each_document(books: OpenTransaction, unsound: Callable[[Finding], None]) -> Iterator[BookedDocument]:
    """Every document in order, with all its rows; what belongs to no document comes under the key it names.

    Rows with values their columns cannot hold are told to `unsound`.
    """
    streams = [_Stream(books, table, unsound) for table in BOOKS]
    audits = _Stream(books, AUDIT, unsound)
    while True:
        following = [stream.key for stream in (*streams, audits) if stream.key is not None]
        if not following:
            return
        document = min(following)
        rows: dict[str, list[Row]] = {}
        sound: dict[str, list[Row]] = {}
        for stream in streams:
            rows[stream.name], sound[stream.name] = stream.take(document)
        yield BookedDocument(document, rows, sound, audits.take(document)[0])


class _Stream:
    """The rows of one table in order of the documents they belong to.

    Attributes:
        key: the document that the next row belongs to; None at the end.
    """

    def __init__(self, books: OpenTransaction, table: Table, unsound: Callable[[Finding], None]) -> None:
        self.name = table.name
        key_column = table.c.id if table is DOCUMENT else table.c.document_id
        self._key_at = list(table.columns.keys()).index(key_column.name)
        asked = select(*table.columns).order_by(key_column, table.c.id)
        if key_column.nullable:
            asked = asked.where(key_column.is_not(None))
        self._rows = books.each(Query[Row](asked))
        self._allowed = [_types_of(column) for column in table.columns]
        self._names = list(table.columns.keys())
        self._known: dict[tuple[type, ...], bool] = {}
        self._unsound = unsound
        self.key: int | None = None
        self._row: Row = ()
        self._is_sound = True
        self._advance()

    def take(self, document: int) -> tuple[list[Row], list[Row]]:
        """The rows of a document that come next: all of them, and the sound ones."""
        if self.key != document:
            return [], []
        rows = []
        unsound = []
        while self.key == document:
            rows.append(self._row)
            if not self._is_sound:
                unsound.append(self._row)
            self._advance()
        return rows, [row for row in rows if row not in unsound] if unsound else rows

    def _advance(self) -> None:
        for row in self._rows:
            types = tuple(map(type, row))
            is_sound = self._known.get(types)
            if is_sound is None:
                is_sound = self._known[types] = self._may_be(types)
            if not is_sound:
                self._tell(row, types)
            key = row[self._key_at]
            if type(key) is int:
                self.key, self._row, self._is_sound = key, row, is_sound
                return
        self.key = None

    def _may_be(self, types: tuple[type, ...]) -> bool:
        return all(kind in allowed for kind, allowed in zip(types, self._allowed, strict=True))

    def _tell(self, row: Row, types: tuple[type, ...]) -> None:
        for name, value, kind, allowed in zip(self._names, row, types, self._allowed, strict=True):
            if kind not in allowed:
                self._unsound(Finding(FindingKind.VALUE, f"{self.name} {row[0]!r} {name}", found=repr(value)[:80]))


def _types_of(column: Column[Any]) -> set[type]:
    """What the driver may hand over for a column: whole numbers or texts, None where it may be empty."""
    stored = getattr(column.type, "impl", column.type)
    kind = str if isinstance(stored, String) else int
    return {kind, type(None)} if column.nullable else {kind}
