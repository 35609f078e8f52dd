"""Backups: whole copies of the shop file, opened and checked before they count."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from time import time
from uuid import uuid4

from jxc_desktop.models.values.backup_file import BackupFile, Occasion
from jxc_desktop.services.storage.faults import (
    DiskFullError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileMissingError,
    fault_of,
)
from jxc_desktop.services.storage.file_check import check_whole_file
from jxc_desktop.services.storage.storage import RESTORING, refuse_newer, schema_version

RECENT, WEEKLY, MONTHLY = 12, 10, 9
STAMP = "%Y%m%d-%H%M%S"
PART, STALE_S = ".part", 24 * 60 * 60
_NAME = re.compile(r"(?P<shop>.+)-(?P<stamp>\d{8}-\d{6})(?P<mark>-\d+)?\.jxcbackup")
# Where SQLite keeps the number that belongs to the program: four bytes of the file's head.
_USER_VERSION_AT = 60


def backups_in(folder: Path, shop: str) -> list[BackupFile]:
    """The backups of a shop (its file's name without the ending) that lie in the folder, the newest first."""
    found = [
        BackupFile(path, datetime.strptime(stamp, STAMP), _size_of(path), _occasion_of(path))
        for stamp, path in _stamped(folder, shop)
    ]
    return sorted(found, key=lambda backup: (backup.made_at, _mark_of(backup.path)), reverse=True)


def make_backup(path: Path, folder: Path, occasion: Occasion = Occasion.BY_HAND) -> Path:
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
        _sweep(folder, path.stem)
        target = copy_checked(path, _free_names(folder, path.stem), occasion)
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, folder if isinstance(error, OSError) else path) or ShopFileDamagedError(path) from error
    thin(folder, path.stem, target)
    return target


def backup_before(path: Path, occasion: Occasion) -> Path:
    """A backup beside the shop file, before something that changes much of it."""
    return make_backup(path, backup_folder(path), occasion)


def backup_folder(path: Path) -> Path:
    """Where backups of this shop file lie unless the shop says otherwise."""
    return path.with_name(f"{path.stem}-backups")


def restore_backup(backup: Path, path: Path) -> Path | None:
    """Put the backup in the shop file's place; the file that was there is kept, and its new name returned.

    Where the power goes in the middle, the next opening ends it.

    Raises:
        ShopFileMissingError: there is no such backup.
        NotAShopFileError, ShopFileDamagedError: it is none, or does not hold together; nothing was changed.
        ShopFileNewerError: a newer program made it; nothing was changed.
    """
    stage_restore(backup, path)
    return finish_restore(path)


def stage_restore(backup: Path, path: Path) -> None:
    """The long part of restoring, while the shop is still open: the backup, checked once more, lies ready.

    Raises:
        ShopFileMissingError, NotAShopFileError, ShopFileDamagedError, ShopFileNewerError: the backup cannot be used.
        StorageError: there is no room for it.
    """
    _unpack(backup, path.with_name(path.name + RESTORING))


def finish_restore(path: Path) -> Path | None:
    """The short part, when nobody has the shop open: what lies ready takes its place; where the old file is kept.

    Raises:
        StorageError: nothing lies ready, or the system does not let a file be renamed; the shop is as it was.
    """
    fresh, kept = path.with_name(path.name + RESTORING), None
    if not fresh.is_file():
        raise ShopFileMissingError(fresh)
    try:
        kept = _set_aside(path)
        os.replace(fresh, path)
    except OSError as error:
        if kept is not None and not path.exists():
            os.replace(kept, path)
        raise fault_of(error, path) or ShopFileDamagedError(path) from error
    return kept


def restore_beside(backup: Path, path: Path) -> Path:
    """A new shop file made of the backup, beside the one that is there; where it lies.

    Raises:
        ShopFileMissingError, NotAShopFileError, ShopFileDamagedError, ShopFileNewerError: the backup cannot be used.
        StorageError: it cannot be written there.
    """
    stem = f"{path.stem}-{datetime.now():{STAMP}}"
    names = (f"{stem}{mark}{path.suffix}" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    return _unpack(backup, next(path.with_name(name) for name in names if not path.with_name(name).exists()))


def copy_checked(source: Path, names: Sequence[Path], occasion: Occasion = Occasion.UNKNOWN) -> Path:
    """A copy in one step, which selling does not restart, under the first free name once it is sound and on the disk.

    Raises:
        DiskFullError: there is no room for it; nothing was begun.
        NotAShopFileError, ShopFileDamagedError: the copy is none, or does not hold together.
    """
    first = names[0]
    if shutil.disk_usage(first.parent).free < source.stat().st_size:
        raise DiskFullError(first.parent)
    # A name of its own: another program may be making a copy in the same second.
    part = first.with_name(f"{first.name}.{uuid4().hex[:8]}{PART}")
    try:
        write_copy(source, part, occasion)
        if not check_whole_file(part):
            raise ShopFileDamagedError(source)
        target = next((name for name in names if not name.exists()), first)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return target


def thin(folder: Path, shop: str, newest: Path) -> None:
    """Keep the newest 12, one of each of 10 weeks, one of each of 9 months; the one just made whatever its date."""
    found = list(_stamped(folder, shop))
    kept = _kept(stamp for stamp, _ in found)
    for stamp, path in found:
        if stamp not in kept and path != newest:
            path.unlink()


def write_copy(source: Path, part: Path, occasion: Occasion) -> None:
    """The copy, on the disk and not checked yet: only this part reads the shop file, and it takes one step.

    Raises:
        NotAShopFileError: what was copied is none.
        sqlite3.Error, OSError: it could not be read or written.
    """
    original = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    with closing(original), closing(sqlite3.connect(part)) as copy:
        # Nobody misses a half-made part: it needs no journal, and it is flushed once, at the end.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        original.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone() != (1,):
            raise NotAShopFileError(source)
        copy.execute(f"PRAGMA user_version = {int(occasion)}")
        copy.commit()
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _unpack(backup: Path, target: Path) -> Path:
    """The backup, checked once more, as a shop file of its own."""
    if not backup.is_file():
        raise ShopFileMissingError(backup)
    refuse_newer(schema_version(backup), backup)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_checked(backup, [target])
    except (sqlite3.Error, OSError) as error:
        at = target if isinstance(error, OSError) else backup
        raise fault_of(error, at) or ShopFileDamagedError(backup) from error
    return target


def _size_of(path: Path) -> int:
    """How large it is; 0 where it is gone by now."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _occasion_of(path: Path) -> Occasion:
    """Why a backup was made, as its head says; nothing of it is opened."""
    try:
        with path.open("rb") as file:
            file.seek(_USER_VERSION_AT)
            return Occasion(int.from_bytes(file.read(4), "big"))
    except (OSError, ValueError):
        return Occasion.UNKNOWN


def _mark_of(path: Path) -> int:
    """Which of several of one second it is: the first has no mark in its name."""
    match = _NAME.fullmatch(path.name)
    return int(((match and match["mark"]) or "-1")[1:])


def _free_names(folder: Path, shop: str) -> list[Path]:
    """The name of this moment, and those of others made in the same second."""
    stamp = datetime.now().strftime(STAMP)
    return [folder / f"{shop}-{stamp}{mark}.jxcbackup" for mark in ("", *(f"-{n}" for n in range(2, 100)))]


def _sweep(folder: Path, shop: str) -> None:
    """Remove half-made copies that a power cut left: nobody works at one for a day."""
    for path in _entries(folder):
        if path.name.startswith(f"{shop}-") and path.suffix == PART:
            with suppress(OSError):
                if time() - path.stat().st_mtime > STALE_S:
                    path.unlink()


def _set_aside(path: Path) -> Path | None:
    """Rename the shop file and its log, so that nothing of it is lost and no log is left for another file."""
    had_file = path.exists()
    _empty_log(path)
    stamp = datetime.now().strftime(STAMP)
    kept = path.with_name(f"{path.stem}-replaced-{stamp}{path.suffix}")
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            os.replace(part, kept.with_name(kept.name + ending))
    return kept if had_file else None


def _empty_log(path: Path) -> None:
    """Bring what the log holds into the file, so that a power cut between two renamings parts nothing."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _stamped(folder: Path, shop: str) -> Iterator[tuple[str, Path]]:
    """Each backup of the shop with the moment in its name."""
    for path in _entries(folder):
        match = _NAME.fullmatch(path.name)
        if match and match["shop"] == shop and _is_moment(match["stamp"]):
            yield match["stamp"], path


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where it is not there, or lets nobody in."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_moment(stamp: str) -> bool:
    """Whether digits in a name are a moment: somebody may have renamed a file."""
    try:
        datetime.strptime(stamp, STAMP)
    except ValueError:
        return False
    return True


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
