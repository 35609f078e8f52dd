"""Whether the shop file holds together as a file: its pages, and what points from one row to another."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from jxc_desktop.services.storage.tables import LEDGERS, LINES

# The store lets go of Python while it reads, so two can read side by side.
READERS = 2


def broken_pages(connection: Connection) -> list[str]:
    """What the store itself finds wrong with the file; nothing where it is whole."""
    return [text for (text,) in connection.exec_driver_sql("PRAGMA quick_check") if text != "ok"]


def broken_references(connection: Connection) -> list[tuple[str, int | None, str]]:
    """Rows that point to a row that is not there: table, the row's number, the table pointed to."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(table, row, parent) for table, row, parent, _ in found]


def check_whole_file(path: Path) -> bool:
    """Whether a file nobody writes holds together, every table and index of it.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    with closing(_unchanging(path)) as file:
        found = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    # The largest first, or one reader would be at it alone at the end.
    large = [table.name for table in (*LINES, *LEDGERS)]
    tables = sorted(found, key=lambda name: large.index(name) if name in large else len(large))
    with ThreadPoolExecutor(READERS) as workers:
        return all(list(workers.map(partial(_is_table_sound, path), tables)))


def _is_table_sound(path: Path, table: str) -> bool:
    with closing(_unchanging(path)) as file:
        # What a row's figures must be is asked by verify; here whether the row is there at all.
        file.execute("PRAGMA ignore_check_constraints = ON")
        return bool(file.execute(f'PRAGMA quick_check("{table}")').fetchone() == ("ok",))


def _unchanging(path: Path) -> sqlite3.Connection:
    """A reader that leaves no lock or log beside the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
