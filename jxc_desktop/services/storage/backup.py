"""Backups: whole copies of the shop file, opened and checked before they count."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from jxc_desktop.models.values.backup_file import BackupFile
from jxc_desktop.services.storage.faults import NotAShopFileError, ShopFileDamagedError, ShopFileMissingError, fault_of
from jxc_desktop.services.storage.storage import refuse_newer, schema_version

RECENT, WEEKLY, MONTHLY = 12, 10, 9
STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<shop>.+)-(?P<stamp>\d{8}-\d{6})(-\d+)?\.jxcbackup")


def backups_in(folder: Path, shop: str) -> list[BackupFile]:
    """The backups of a shop (its file's name without the ending) that lie in the folder, the newest first."""
    found = [
        BackupFile(path, datetime.strptime(stamp, STAMP), path.stat().st_size) for stamp, path in _stamped(folder, shop)
    ]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def make_backup(path: Path, folder: Path) -> Path:
    """A checked copy of the shop file in the folder; older copies there are thinned to 12 / 10 / 9.

    Raises:
        ShopFileMissingError: there is no shop file.
        ShopFileDamagedError: the copy does not hold together; no earlier backup was touched.
        StorageError: it could not be written.
    """
    if not path.is_file():
        raise ShopFileMissingError(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, path.stem)
        copy_checked(path, target)
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, folder if isinstance(error, OSError) else path) or ShopFileDamagedError(path) from error
    _thin(folder, path.stem)
    return target


def backup_before(path: Path, _act: str) -> Path:
    """A backup beside the shop file, before something that changes much of it."""
    return make_backup(path, backup_folder(path))


def backup_folder(path: Path) -> Path:
    """Where backups of this shop file lie unless the shop says otherwise."""
    return path.with_name(f"{path.stem}-backups")


def restore_backup(backup: Path, path: Path) -> Path | None:
    """Put the backup in the shop file's place; the file that was there is kept, and its new name returned.

    Raises:
        ShopFileMissingError: there is no such backup.
        NotAShopFileError, ShopFileDamagedError: it is none, or does not hold together; nothing was changed.
        ShopFileNewerError: a newer program made it; nothing was changed.
    """
    if not backup.is_file():
        raise ShopFileMissingError(backup)
    refuse_newer(schema_version(backup), backup)
    fresh = path.with_name(path.name + ".restoring")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        copy_checked(backup, fresh)
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, path if isinstance(error, OSError) else backup) or ShopFileDamagedError(backup) from error
    kept = _set_aside(path)
    os.replace(fresh, path)
    return kept


def copy_checked(source: Path, target: Path) -> None:
    """A copy in one step, which selling does not restart, moved into place only when it is sound."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        original = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        with closing(original), closing(sqlite3.connect(part)) as copy:
            original.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
            _check(copy, source)
        _flush(part)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    tables = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if tables != (1,):
        raise NotAShopFileError(source)
    if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise ShopFileDamagedError(source)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _free_name(folder: Path, shop: str) -> Path:
    stamp = datetime.now().strftime(STAMP)
    names = (f"{shop}-{stamp}{mark}.jxcbackup" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _set_aside(path: Path) -> Path | None:
    """Rename the shop file and its log, so that nothing of it is lost."""
    if not path.exists():
        return None
    stamp = datetime.now().strftime(STAMP)
    kept = path.with_name(f"{path.stem}-replaced-{stamp}{path.suffix}")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            os.replace(part, kept.with_name(kept.name + ending))
    return kept


def _stamped(folder: Path, shop: str) -> Iterator[tuple[str, Path]]:
    """Each backup of the shop with the moment in its name."""
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and match["shop"] == shop:
            yield match["stamp"], path


def _thin(folder: Path, shop: str) -> None:
    found = list(_stamped(folder, shop))
    kept = _kept(stamp for stamp, _ in found)
    for stamp, path in found:
        if stamp not in kept:
            path.unlink()


def _kept(stamps: Iterable[str]) -> set[str]:
    """The newest 12, the newest of each of 10 weeks, the newest of each of 9 months."""
    newest_first = sorted(set(stamps), reverse=True)
    kept = set(newest_first[:RECENT])
    for of_period, count in ((lambda day: day.isocalendar()[:2], WEEKLY), (lambda day: (day.year, day.month), MONTHLY)):
        periods: dict[object, str] = {}
        for stamp in newest_first:
            periods.setdefault(of_period(datetime.strptime(stamp, STAMP)), stamp)
        kept |= set(list(periods.values())[:count])
    return kept
