"""The journal of one act: its documents, every row they write into the books, and the record of who did it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Table, bindparam, select

from jxc_desktop.models.records import AuditEntry, ClosedPeriod
from jxc_desktop.models.values.days import day_number, moment_text
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.people.digest import DIGEST_VERSION, chain_hash, digest_of, without_state
from jxc_desktop.services.people.documents import document_by_number, document_by_token
from jxc_desktop.services.people.errors import AlreadyPostedError, ClosedPeriodError, DuplicateNumberError
from jxc_desktop.services.people.numbers import next_number
from jxc_desktop.services.storage.prepared import Query, Row
from jxc_desktop.services.storage.tables import AUDIT, BOOKS, DOCUMENT
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

_LAST_HASH = Query[tuple[str]](select(AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1))
_CLOSED = Query[tuple[int]](select(ClosedPeriod.month).where(ClosedPeriod.month == bindparam("month")), "month")


class Head(NamedTuple):
    """What a document's head says.

    Attributes:
        day: the business date reports go by.
        amount: fen.
        number: its number in the system it comes from; None: the next of its series.
        token: the form's idempotency key.
        moment: when it was written down; None: now.
    """

    kind: DocumentKind
    day: date
    place_id: int
    amount: int
    partner_id: int | None = None
    shift_id: int | None = None
    token: str | None = None
    number: str | None = None
    moment: str | None = None
    member_code: str | None = None
    note: str = ""
    reverses_id: int | None = None
    is_history: bool = False


class Posted(NamedTuple):
    """A document that is being written.

    Attributes:
        day: its business date as a number.
    """

    id: int
    number: str
    day: int


class Balances(Protocol):
    """Caches of a ledger's sums, written after the ledger's rows and in the same transaction."""

    def write(self) -> None:
        """Bring the caches up to what was added."""


@dataclass(slots=True)
class _Collected:
    """The rows of one table that wait to be written.

    Attributes:
        next_key: the key the next one gets; began: where the open document's rows begin.
    """

    rows: list[Row]
    next_key: int
    began: int = 0


class Journal:
    """Collects what an act writes, and writes it all at once with its audit rows.

    Attributes:
        balances: what is written after the rows.
        numbers: the numbers of the documents that were begun.
    """

    def __init__(self, work: UnitOfWork, operator_id: int, moment: datetime, today: date | None = None) -> None:
        """`today` is the business date that numbers carry; None: the moment's."""
        self._work = work
        self._operator_id = operator_id
        self._today = day_number(today or moment.date())
        self._moment = moment_text(moment)
        self._collected: dict[Table, _Collected] = {}
        self._hash: str | None = None
        self._closed: dict[int, bool] = {}
        self.balances: list[Balances] = []
        self.numbers: list[str] = []

    def open(self, head: Head) -> Posted:
        """Begin a document; everything added from now on belongs to it, until ``close``.

        Raises:
            AlreadyPostedError: a document with this token is in the books.
            DuplicateNumberError: the number from elsewhere is in the books.
            ClosedPeriodError: its month is closed.
        """
        day = day_number(head.day)
        self._refuse_closed(head.day, day)
        if head.token is not None:
            self.refuse_posted(head.token)
        if head.number is not None and document_by_number(self._work, head.number, head.kind) is not None:
            raise DuplicateNumberError(head.number)
        number = head.number or next_number(self._work, head.kind, self._today)
        self.numbers.append(number)
        for table in BOOKS:
            self._of(table).began = len(self._of(table).rows)
        document_id = self.add(DOCUMENT, *self._head_values(head, number, day))
        return Posted(document_id, number, day)

    def refuse_posted(self, token: str) -> None:
        """Ask before anything else is looked at: what a form took out of the books must not refuse its second try.

        Raises:
            AlreadyPostedError: a document with this token is in the books.
        """
        if found := document_by_token(self._work, token):
            raise AlreadyPostedError(*found)

    def add(self, table: Table, *values: Any) -> int:
        """A row: the values after its key; the key is returned.

        In the tables of the books it belongs to the open document; in others, such as papers to print, it goes with
        the act and no fingerprint covers it.
        """
        collected = self._collected.get(table) or self._of(table)
        key = collected.next_key
        collected.next_key = key + 1
        collected.rows.append((key, *values))
        return key

    def next_key(self, table: Table) -> int:
        """The key that the next row of a table will get."""
        return (self._collected.get(table) or self._of(table)).next_key

    def pending(self, table: Table) -> Sequence[Row]:
        """The rows of a table that are collected and not written yet."""
        return self._of(table).rows

    def close(self, act: str, document: Posted, **content: Any) -> None:
        """End the open document: record who did what, with the fingerprint of everything it wrote."""
        self._note(act, document.id, {"number": document.number, **content}, self._digest())

    def note(self, act: str, **content: Any) -> None:
        """Record an act that writes no document: what was before and what is after."""
        self._note(act, None, content, "")

    def write(self) -> None:
        """Put everything collected into the shop file: what others point to first."""
        for table in (*BOOKS, AUDIT, *self._collected):
            collected = self._of(table)
            self._work.insert(table, collected.rows)
            collected.rows = []
        for balance in self.balances:
            balance.write()

    def _of(self, table: Table) -> "_Collected":
        collected = self._collected.get(table)
        if collected is None:
            collected = self._collected[table] = _Collected([], self._work.next_id(table))
        return collected

    def _head_values(self, head: Head, number: str, day: int) -> Sequence[Any]:
        return (
            head.kind.value,
            number,
            head.token,
            "posted",
            day,
            head.moment or self._moment,
            self._operator_id,
            head.shift_id,
            head.partner_id,
            head.place_id,
            head.amount,
            head.member_code,
            head.note,
            head.reverses_id,
            int(head.is_history),
        )

    def _digest(self) -> str:
        fresh = [(table.name, self._of(table).rows[self._of(table).began :]) for table in BOOKS]
        (name, documents), *others = fresh
        return digest_of([(name, [without_state(row) for row in documents]), *others])

    def _note(self, act: str, document_id: int | None, content: dict[str, Any], digest: str) -> None:
        if self._hash is None:
            last = self._work.row(_LAST_HASH)
            self._hash = last[0] if last else ""
        key = self.next_key(AUDIT)
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        entry = (key, self._moment, self._operator_id, act, document_id, text, digest, DIGEST_VERSION)
        self._hash = chain_hash(self._hash, entry)
        self.add(AUDIT, *entry[1:], self._hash)

    def _refuse_closed(self, wanted: date, day: int) -> None:
        month = day // 100
        if month not in self._closed:
            self._closed[month] = self._work.row(_CLOSED, month) is not None
        if self._closed[month]:
            raise ClosedPeriodError(wanted)
