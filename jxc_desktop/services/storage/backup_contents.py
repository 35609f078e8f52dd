"""What a backup holds, read from the file itself and nothing written beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from jxc_desktop.models.values.backup_file import BackupContents
from jxc_desktop.services.storage.faults import (
    BackupUnusableError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileMissingError,
    fault_of,
)
from jxc_desktop.services.storage.file_check import check_whole_file
from jxc_desktop.services.storage.storage import refuse_newer, schema_version


def look_into_backup(backup: Path) -> BackupContents:
    """The shop's name, how much there is, and the document that was written last.

    Raises:
        ShopFileMissingError: it is not there any more.
        NotAShopFileError, ShopFileDamagedError: it is no backup, or cannot be read.
        ShopFileNewerError: a newer program made it.
    """
    if not backup.is_file():
        raise ShopFileMissingError(backup)
    refuse_newer(schema_version(backup), backup)
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as books:
            return _contents(books)
    except sqlite3.Error as error:
        raise fault_of(error, backup) or ShopFileDamagedError(backup) from error


@contextmanager
def usable(backup: Path) -> Iterator[None]:
    """What is wrong with a backup is said of the backup: nobody shall think that the shop is damaged.

    Raises:
        BackupUnusableError: it is gone, damaged, or none.
    """
    try:
        yield
    except (NotAShopFileError, ShopFileDamagedError, ShopFileMissingError) as error:
        raise (BackupUnusableError(backup) if error.path == backup else error) from error


def is_backup_sound(backup: Path) -> bool:
    """Whether every page of the backup can still be read."""
    try:
        return check_whole_file(backup)
    except (sqlite3.Error, OSError, NotAShopFileError):
        return False


def _contents(books: sqlite3.Connection) -> BackupContents:
    name = books.execute("SELECT value FROM setting WHERE key = 'shop_name'").fetchone()
    (products,) = books.execute("SELECT count(*) FROM product").fetchone()
    (documents,) = books.execute("SELECT count(*) FROM document WHERE state <> 'draft'").fetchone()
    last = books.execute("SELECT number, moment FROM document ORDER BY id DESC LIMIT 1").fetchone()
    number, moment = last or ("", "")
    return BackupContents(
        name[0] if name else "", products, documents, number, datetime.fromisoformat(moment) if moment else None
    )
