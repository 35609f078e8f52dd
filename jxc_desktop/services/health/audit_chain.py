"""The audit log against itself, and every document against what the log says was written."""

from collections.abc import Callable, Iterator
from functools import cache

from sqlalchemy import select

from jxc_desktop.services.health.booked_document import BookedDocument, columns_of
from jxc_desktop.services.health.finding import Finding, FindingKind
from jxc_desktop.services.people.digest import COVERED, chain_hash, digest_of
from jxc_desktop.services.storage.prepared import Query, Row
from jxc_desktop.services.storage.tables import AUDIT, BOOKS, DOCUMENT
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_LOG = Query[Row](select(*AUDIT.columns).order_by(AUDIT.c.id))
_OF_DOCUMENT = columns_of(AUDIT, "document_id", "digest")
_DIGEST = columns_of(AUDIT, "digest", "digest_version")


def check_chain(books: OpenTransaction) -> Iterator[Finding]:
    """Every row's hash from the row before; a log without rows cannot be."""
    before: str | None = None
    for row in books.each(_LOG):
        *entry, stored = row
        computed = chain_hash(before or "", tuple(entry))
        if stored != computed:
            yield Finding(FindingKind.CHAIN, f"{AUDIT.name} {row[0]}", computed, str(stored))
        document, digest = _OF_DOCUMENT(row)
        if document is None and digest != "":
            yield Finding(FindingKind.CHAIN, f"{AUDIT.name} {row[0]}", "", str(digest))
        before = str(stored)
    if before is None:
        yield Finding(FindingKind.AUDIT_ROWS, AUDIT.name, "> 0", "0")


def check_digest(document: BookedDocument) -> Iterator[Finding]:
    """A document has one head and one audit row, whose fingerprint is that of its rows."""
    if not document.rows[DOCUMENT.name]:
        yield from _without_document(document)
    elif len(document.audits) != 1:
        yield Finding(FindingKind.AUDIT_ROWS, document.number, "1", str(len(document.audits)))
    else:
        digest, version = _DIGEST(document.audits[0])
        covered = _covered(version)
        if covered is None:
            yield Finding(FindingKind.DIGEST_VERSION, document.number, found=repr(version))
        elif (computed := _computed(document, covered)) != digest:
            yield Finding(FindingKind.DIGEST, document.number, str(digest), computed)


def _without_document(document: BookedDocument) -> Iterator[Finding]:
    for name, rows in {**document.rows, AUDIT.name: document.audits}.items():
        if rows:
            yield Finding(FindingKind.NO_DOCUMENT, f"{name} {document.number}", found=str(len(rows)))


_Covered = list[tuple[str, Callable[[Row], Row] | None]]


def _computed(document: BookedDocument, covered: _Covered) -> str:
    rows = document.rows
    return digest_of(
        [(name, rows[name] if part is None else [part(row) for row in rows[name]]) for name, part in covered]
    )


@cache
def _covered(version: object) -> _Covered | None:
    """Table by table what a version's fingerprint takes of a row (None: all of it); None for an unknown version."""
    columns = COVERED.get(version) if type(version) is int else None
    if columns is None:
        return None
    return [
        (
            table.name,
            None if columns[table.name] == tuple(table.columns.keys()) else columns_of(table, *columns[table.name]),
        )
        for table in BOOKS
        if table.name in columns
    ]
