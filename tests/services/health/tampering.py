"""What somebody with a database tool can do to the books, and somebody who knows how they are sealed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Table

from jxc_desktop.models.records import (
    AccountBalance,
    CostBalance,
    OversoldPart,
    PartnerBalance,
    StockBalance,
)
from jxc_desktop.services.health.finding import Finding, FindingKind
from jxc_desktop.services.health.verify import verify_books
from jxc_desktop.services.people.digest import chain_hash, digest_of, without_state
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import AUDIT, BOOKS, DOCUMENT, table_of
from jxc_desktop.services.storage.triggers import lay_triggers, present_triggers
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

BALANCES = tuple(map(table_of, (StockBalance, CostBalance, AccountBalance, PartnerBalance, OversoldPart)))
TABLES: tuple[Table, ...] = (*BOOKS, AUDIT, *BALANCES)

# What the store itself notices; the books must be found wrong without it.
OF_THE_FILE = {FindingKind.FILE, FindingKind.REFERENCE, FindingKind.TRIGGER}


@contextmanager
def behind_its_back(storage: Storage) -> Iterator[UnitOfWork]:
    """The books with nothing that keeps them from being changed; nothing of it lasts."""
    with storage.writing() as work:
        work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        work.connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        for trigger in present_triggers(work.connection):
            work.connection.exec_driver_sql(f'DROP TRIGGER "{trigger}"')
        try:
            yield work
        finally:
            work.connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")


def found_after(storage: Storage, *changes: str, sealed: bool = False) -> list[Finding]:
    """What verify finds after these statements, with the triggers back in place.

    `sealed`: whoever changed the books made every fingerprint and the chain fit again.
    """

    def change(work: UnitOfWork) -> None:
        for statement in changes:
            assert work.connection.exec_driver_sql(statement).rowcount != 0, statement

    return found_after_doing(storage, change, sealed)


def found_after_doing(storage: Storage, change: Callable[[UnitOfWork], None], sealed: bool = False) -> list[Finding]:
    with behind_its_back(storage) as work:
        change(work)
        if sealed:
            seal(work)
        lay_triggers(work.connection)
        return list(verify_books(work))


def seal(work: UnitOfWork) -> None:
    """Every fingerprint and every hash once more, as the program itself writes them."""
    before = ""
    for row in work.connection.exec_driver_sql("SELECT * FROM audit_entry ORDER BY id").all():
        *entry, digest, version, _ = row
        document = entry[4]
        if document is not None:
            digest = digest_of((table.name, rows_of(work, table, document)) for table in BOOKS)
        before = chain_hash(before, (*entry, digest, version))
        work.connection.exec_driver_sql(
            "UPDATE audit_entry SET digest = ?, hash = ? WHERE id = ?", (digest, before, row[0])
        )


def rows_of(work: UnitOfWork, table: Table, document: int) -> list[tuple[Any, ...]]:
    key = "id" if table is DOCUMENT else "document_id"
    asked = f"SELECT * FROM {table.name} WHERE {key} = ? ORDER BY id"
    rows = [tuple(row) for row in work.connection.exec_driver_sql(asked, (document,))]
    return [without_state(row) for row in rows] if table is DOCUMENT else rows


def is_number(column: Column[Any]) -> bool:
    return "INT" in str(column.type.compile()).upper() or "BOOL" in str(column.type.compile()).upper()


def columns(*, numbers: bool) -> list[tuple[str, str]]:
    """Every column of the books, the audit log and the balances that holds numbers, or texts."""
    return [(table.name, column.name) for table in TABLES for column in table.columns if is_number(column) is numbers]


def middle(table: str, column: str) -> str:
    """The row in the middle of those that hold something there; a key is changed in the first one."""
    count = f"(SELECT count({column}) / 2 FROM {table})" if column != "id" else "0"
    return f"(SELECT rowid FROM {table} WHERE {column} IS NOT NULL ORDER BY rowid LIMIT 1 OFFSET {count})"
