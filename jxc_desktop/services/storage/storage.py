"""The shop file: made, opened, asked, written."""

import errno
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from jxc_desktop.models.migrations import NEWEST
from jxc_desktop.models.records import Record
from jxc_desktop.services.storage.engine import reading_engine, writing_engine
from jxc_desktop.services.storage.faults import (
    NetworkDriveError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileExistsError,
    ShopFileMissingError,
    ShopFileNewerError,
    ShopPathTooLongError,
    UpgradeFailedError,
    fault_of,
)
from jxc_desktop.services.storage.network_drive import is_on_network_drive
from jxc_desktop.services.storage.unit_of_work import Reading, UnitOfWork

APPLICATION_ID = 0x4A584353  # "JXCS": tells our files from every other SQLite file
# The store knows 512, and needs some for the names of the files beside it.
LONGEST_PATH_BYTES = 480
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
RESTORING = ".restoring"  # a checked backup on its way into the place of the shop file


class Storage:
    """An open shop file.

    Attributes:
        path: where it lies.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = writing_engine(path)
        self._reading = reading_engine(path)

    @classmethod
    def create(cls, path: Path) -> "Storage":
        """A new, empty shop file.

        Raises:
            ShopFileExistsError: something lies there already.
            NetworkDriveError: the place is on a network drive.
            StorageError: it cannot be written there.
        """
        _refuse_too_long(path)
        if path.exists():
            raise ShopFileExistsError(path)
        if is_on_network_drive(path):
            raise NetworkDriveError(path)
        storage = cls(path)
        try:
            storage._migrate()
        except BaseException:
            storage.close()
            remove_file(path)
            raise
        return storage

    @classmethod
    def open(cls, path: Path) -> "Storage":
        """A shop file that is there, brought to the newest schema.

        Raises:
            ShopFileMissingError: there is none.
            NotAShopFileError, ShopFileNewerError, ShopFileDamagedError: it is not one this program can work with.
            NetworkDriveError: it lies on a network drive.
            StorageError: it cannot be read or written.
        """
        _refuse_too_long(path)
        if not _is_there(path):
            raise ShopFileMissingError(path)
        if is_on_network_drive(path):
            raise NetworkDriveError(path)
        version = schema_version(path)
        if version == NEWEST:
            _refuse_incomplete(path)
        storage = cls(path)
        if version != NEWEST:
            try:
                storage._upgrade_from(version)
            except BaseException:
                storage.close()
                raise
        return storage

    def guard(self) -> None:
        """Lay the triggers that keep the books from being changed again, where another program took some away.

        What that program changed meanwhile, verify finds.
        """
        from jxc_desktop.services.storage.triggers import lay_triggers, present_triggers, triggers

        with self.reading() as books:
            is_guarded = present_triggers(books.connection) == triggers()
        if not is_guarded:
            with self.writing() as work:
                lay_triggers(work.connection)
                work.commit()

    def writing(self) -> UnitOfWork:
        """A transaction for one act."""
        return UnitOfWork(self._writing, self.path)

    def reading(self) -> Reading:
        """A transaction for questions."""
        return Reading(self._reading, self.path)

    def close(self) -> None:
        """Let go of the file; what was committed is in it."""
        self._reading.dispose()
        self._writing.dispose()

    def _upgrade_from(self, version: str) -> None:
        from jxc_desktop.models.values.backup_file import Occasion
        from jxc_desktop.services.storage.backup import backup_before

        refuse_newer(version, self.path)
        backup_before(self.path, Occasion.UPGRADE)
        try:
            self._migrate()
        except DBAPIError as error:
            # A step that meets what it did not expect: another program, or an older one, left it half done.
            raise fault_of(error, self.path) or UpgradeFailedError(self.path) from error

    def _migrate(self) -> None:
        # Loaded here because only a new or an older file needs it.
        from jxc_desktop.services.storage.migrate import migrate

        with self.writing() as work:
            # Rebuilding a table with foreign keys on deletes what points to it. A transaction cannot switch them.
            work.connection.exec_driver_sql("COMMIT")
            work.connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            work.connection.exec_driver_sql("BEGIN IMMEDIATE")
            migrate(work.connection)
            if work.connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise ShopFileDamagedError(self.path)
            _refuse_missing_tables(self.path, work.connection.exec_driver_sql(TABLES).scalars())
            work.connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            work.commit()
        self._writing.dispose()


def schema_version(path: Path) -> str:
    """The schema of the file; asked without changing it.

    Raises:
        NotAShopFileError, ShopFileDamagedError: it has none that can be read.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                raise NotAShopFileError(path)
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if row is None:
                raise ShopFileDamagedError(path)
            return str(row[0])
    except (sqlite3.Error, DBAPIError) as error:
        raise fault_of(error, path) or ShopFileDamagedError(path) from error


def refuse_newer(version: str, path: Path) -> None:
    """Refuse the file of a program that knows more than this one.

    Raises:
        ShopFileNewerError: it is one.
    """
    if version != NEWEST:
        from jxc_desktop.services.storage.migrate import known_revisions

        if version not in known_revisions():
            raise ShopFileNewerError(path)


def _refuse_incomplete(path: Path) -> None:
    """Refuse a file that says it has this schema and lacks a table of it.

    Raises:
        ShopFileDamagedError: it is one.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        _refuse_missing_tables(path, [name for (name,) in connection.execute(TABLES)])


def _refuse_missing_tables(path: Path, present: Iterable[str]) -> None:
    if not set(present).issuperset(Record.metadata.tables):
        raise ShopFileDamagedError(path)


def _refuse_too_long(path: Path) -> None:
    if len(os.fsencode(path.absolute())) > LONGEST_PATH_BYTES:
        raise ShopPathTooLongError(path)


def _is_there(path: Path) -> bool:
    """Whether the shop file is there; a restoring that the power cut off in its last step is ended first.

    Raises:
        NotAShopFileError: a folder has its name, or a link that leads round in a circle.
    """
    try:
        fresh = path.with_name(path.name + RESTORING)
        if path.exists():
            fresh.unlink(missing_ok=True)  # a restoring that was given up
        elif fresh.is_file() and not path.with_name(path.name + "-wal").exists():
            os.replace(fresh, path)
        if path.exists() and not path.is_file():
            raise NotAShopFileError(path)
        return path.is_file()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotAShopFileError(path) from error
        raise fault_of(error, path) or ShopFileMissingError(path) from error


def remove_file(path: Path) -> None:
    """Remove a shop file that nobody needs, with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
