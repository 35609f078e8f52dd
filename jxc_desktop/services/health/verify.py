"""Whether the books hold: every balance rebuilt, every document re-added, the audit chain walked."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain, islice

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from jxc_desktop.models.records import AuditEntry, Document, Place
from jxc_desktop.models.values.places import PlaceKind
from jxc_desktop.services.health.audit_chain import check_chain, check_digest
from jxc_desktop.services.health.balances import check_balances, check_sums
from jxc_desktop.services.health.between_documents import check_mirrors, check_returns, check_states
from jxc_desktop.services.health.booked_document import each_document
from jxc_desktop.services.health.document_check import DocumentCheck
from jxc_desktop.services.health.finding import Finding, FindingKind, without_amounts
from jxc_desktop.services.health.ledger_sums import LedgerSums
from jxc_desktop.services.people.desk import NOBODY, Desk
from jxc_desktop.services.storage.file_check import broken_pages, broken_references
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.triggers import present_triggers, triggers
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

MOST_FINDINGS = 1_000
PROGRESS_EVERY = 1_000

Progress = Callable[[int, int], None]
Part = Callable[[OpenTransaction], Iterator[Finding]]

_OWNED = Query[tuple[int]](
    select(Place.id).where((Place.kind == PlaceKind.WAREHOUSE.value) | (Place.kind == PlaceKind.IN_TRANSIT.value))
)
_LAST_ACT = Query[tuple[str]](select(AuditEntry.moment).order_by(AuditEntry.id.desc()).limit(1))
_DOCUMENTS = Query[tuple[int]](select(func.count()).select_from(Document))


class Health:
    """Whether the shop's books can be trusted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self, progress: Progress | None = None) -> tuple[Finding, ...]:
        """Everything in the books that cannot be right, at most MOST_FINDINGS; nothing where they hold.

        `progress` is told how many documents of how many are done; what it raises ends the reading. Somebody at the
        desk who may not see cost is told what is wrong, and no amounts of it.
        """
        with self._desk.question("health.verify") as books:
            findings = verify_books(books, progress)
        who = self._desk.operator
        return findings if who.id == NOBODY or who.role.may_see_cost else tuple(map(without_amounts, findings))

    def last_act_at(self) -> datetime | None:
        """When something was last written into the books; None: nothing was. A clock before that is wrong."""
        with self._desk.question("health.last_act_at") as books:
            row = books.row(_LAST_ACT)
        return None if row is None else datetime.fromisoformat(row[0])

    def check_file(self) -> tuple[Finding, ...]:
        """What is wrong with the file itself, page by page: quick, and nothing of the books is asked."""
        with self._desk.question("health.check_file") as books:
            return tuple(_readable(_check_pages, books))


def verify_books(books: OpenTransaction, progress: Progress | None = None) -> tuple[Finding, ...]:
    """The same over books that are open already."""

    def documents(books: OpenTransaction) -> Iterator[Finding]:
        return _check_documents(books, progress)

    parts: tuple[Part, ...] = (_check_file, check_chain, check_states, check_mirrors, check_returns, documents)
    return tuple(islice(chain.from_iterable(_readable(part, books) for part in parts), MOST_FINDINGS))


def _readable(part: Part, books: OpenTransaction) -> Iterator[Finding]:
    """The part's findings; books that cannot be read to the end are one more."""
    try:
        yield from part(books)
    except (DBAPIError, sqlite3.Error) as error:
        yield Finding(FindingKind.UNREADABLE, str(books.connection.engine.url.database), found=str(error))


def _check_file(books: OpenTransaction) -> Iterator[Finding]:
    """The file's pages and references, and the triggers that keep the books from being changed."""
    yield from _check_pages(books)
    for table, row, parent in broken_references(books.connection):
        yield Finding(FindingKind.REFERENCE, f"{table} {row}", parent)
    declared, present = triggers(), present_triggers(books.connection)
    for name in sorted({*declared, *present}):
        if declared.get(name) != present.get(name):
            yield Finding(FindingKind.TRIGGER, name, declared.get(name, "-"), present.get(name, "-"))


def _check_pages(books: OpenTransaction) -> Iterator[Finding]:
    for found in broken_pages(books.connection):
        yield Finding(FindingKind.FILE, "", found=found)


def _check_documents(books: OpenTransaction, progress: Progress | None) -> Iterator[Finding]:
    """Each document by itself, read once, and at the end the balances against all of them."""
    owned = frozenset(place for (place,) in books.rows(_OWNED))
    sums, rules = LedgerSums(owned), DocumentCheck(owned)
    unsound: list[Finding] = []
    total = books.rows(_DOCUMENTS)[0][0]
    for done, document in enumerate(each_document(books, unsound.append), 1):
        yield from check_digest(document)
        yield from rules.check(document)
        sums.add(document)
        if progress is not None and (done % PROGRESS_EVERY == 0 or done == total):
            progress(done, total)
    yield from unsound
    yield from check_balances(books, sums)
    yield from check_sums(books, sums)
