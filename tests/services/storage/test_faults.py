"""Each way the file can fail is told apart once; anything else is a bug of ours."""

import errno
import sqlite3
from pathlib import Path

import pytest

from jxc_desktop.services.storage.faults import (
    DiskFailingError,
    DiskFullError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileLockedError,
    ShopFileReadOnlyError,
    StorageError,
    fault_of,
)

FILE = Path("shop.db")


def driver_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("as the driver says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_BUSY, ShopFileLockedError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ShopFileLockedError),
        (sqlite3.SQLITE_READONLY, ShopFileReadOnlyError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ShopFileReadOnlyError),
        (sqlite3.SQLITE_CANTOPEN, ShopFileReadOnlyError),
        (sqlite3.SQLITE_CORRUPT, ShopFileDamagedError),
        (sqlite3.SQLITE_IOERR_READ, ShopFileDamagedError),
        (sqlite3.SQLITE_NOTADB, NotAShopFileError),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFailingError),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFailingError),
    ],
)
def test_a_known_fault_says_what_happened_to_which_file(code: int, fault: type[StorageError]) -> None:
    found = fault_of(driver_error(code), FILE)
    assert type(found) is fault
    assert found.path == FILE


@pytest.mark.parametrize(
    "error", [driver_error(sqlite3.SQLITE_CONSTRAINT), driver_error(sqlite3.SQLITE_ERROR), ValueError("3")]
)
def test_anything_else_is_a_bug_of_ours(error: Exception) -> None:
    assert fault_of(error, FILE) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [(errno.ENOSPC, DiskFullError), (errno.EACCES, ShopFileReadOnlyError), (errno.EROFS, ShopFileReadOnlyError)],
)
def test_what_the_system_says_of_a_file_is_known_too(number: int, fault: type[StorageError]) -> None:
    assert type(fault_of(OSError(number, "as the system says it"), FILE)) is fault
