"""What can go wrong with the shop file, sorted once into what a shop person can do about it."""

import errno
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from jxc_desktop.services.errors import ShopError


class StorageError(ShopError):
    """The shop file could not be read or written; what was asked for has not happened.

    Attributes:
        path: the shop file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class ShopFileMissingError(StorageError):
    """There is no shop file at this place."""


class ShopFileExistsError(StorageError):
    """There is a file already where a new one was to be made."""


class NotAShopFileError(StorageError):
    """The file is no shop file of this program."""


class ShopFileNewerError(StorageError):
    """The file was written by a newer version of the program."""


class ShopFileDamagedError(StorageError):
    """The file is damaged; it is kept as it is."""


class UpgradeFailedError(StorageError):
    """The file is of an older version and could not be brought to this one; it is as it was."""


class ShopFileLockedError(StorageError):
    """Another program holds the file for writing."""


class ShopPathTooLongError(StorageError):
    """The file's path is longer than what the store can open."""


class ShopFileReadOnlyError(StorageError):
    """The file or its folder may not be written."""


class DiskFullError(StorageError):
    """There is no room left on the disk."""


class BackupUnusableError(StorageError):
    """A backup that is gone, damaged, or none; the shop itself is well."""


class DiskFailingError(StorageError):
    """The disk refuses to write: it was pulled out, or it is breaking."""


class NetworkDriveError(StorageError):
    """The file lies on a network drive, where a power cut or a second PC can destroy it."""


_BY_CODE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: ShopFileLockedError,
    sqlite3.SQLITE_LOCKED: ShopFileLockedError,
    sqlite3.SQLITE_READONLY: ShopFileReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: ShopFileReadOnlyError,
    sqlite3.SQLITE_PERM: ShopFileReadOnlyError,
    sqlite3.SQLITE_CORRUPT: ShopFileDamagedError,
    sqlite3.SQLITE_NOTADB: NotAShopFileError,
    sqlite3.SQLITE_IOERR: ShopFileDamagedError,
}

# What was read is as good as ever where only writing fails.
_BY_WHOLE_CODE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_IOERR_WRITE: DiskFailingError,
    sqlite3.SQLITE_IOERR_FSYNC: DiskFailingError,
    sqlite3.SQLITE_IOERR_DIR_FSYNC: DiskFailingError,
    sqlite3.SQLITE_IOERR_TRUNCATE: DiskFailingError,
}

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


def fault_of(error: Exception, path: Path) -> StorageError | None:
    """The known fault behind an error of the driver or the system; None where it is a bug of ours."""
    if isinstance(error, OSError):
        # Whatever else the system says of a file, it comes to this: it cannot be written there.
        return DiskFullError(path) if error.errno in _FULL else ShopFileReadOnlyError(path)
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    kind = None if code is None else _BY_WHOLE_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    return None if kind is None else kind(path)
