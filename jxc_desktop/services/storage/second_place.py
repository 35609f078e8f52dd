"""A second place for backups, on another disk: known beside the first, so that a damaged shop file hides neither."""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

from jxc_desktop.models.values.backup_file import BackupFile, BackupMade, Occasion, SecondPlace
from jxc_desktop.services.storage.backup import backup_folder, backups_in, make_backup, thin
from jxc_desktop.services.storage.faults import DiskFullError, ShopFileReadOnlyError, StorageError, fault_of

NAME = "second-place.json"


def second_place(path: Path) -> SecondPlace | None:
    """The second place of a shop file, and when a copy last went there; None where none is chosen."""
    known = _known(path)
    if not known.get("folder"):
        return None
    folder, copied = Path(known["folder"]), known.get("copied_at", "")
    return SecondPlace(folder, datetime.fromisoformat(copied) if copied else None, os.path.isdir(folder))


def choose_second_place(path: Path, folder: Path | None) -> None:
    """Copies go there from now on; None: nowhere.

    Raises:
        StorageError: it is no folder that can be written, or the one where the backups lie anyway.
    """
    if folder is not None:
        _refuse_unusable(path, folder)
    _remember(path, {"folder": str(folder.absolute()) if folder else ""})


def back_up_everywhere(path: Path, occasion: Occasion) -> BackupMade:
    """A backup beside the shop file, and a copy of it in the second place where that is reachable.

    Raises:
        StorageError: no backup could be made; earlier ones are as they were.
    """
    made = make_backup(path, backup_folder(path), occasion)
    chosen = second_place(path)
    if chosen is None:
        return BackupMade(made)
    second = copy_to_second_place(path)
    return BackupMade(made, second, is_second_missing=second is None)


def copy_to_second_place(path: Path) -> Path | None:
    """Bring the newest backup to the second place, if it is not there; None: there is no place that can be reached."""
    chosen, made = second_place(path), backups_in(backup_folder(path), path.stem)
    if chosen is None or not made or not chosen.is_reachable:
        return None
    target = chosen.folder / made[0].path.name
    try:
        if not target.exists() or target.stat().st_size != made[0].size:
            _copy_whole(made[0].path, target)
        thin(chosen.folder, path.stem, target)
        _remember(path, {"folder": str(chosen.folder), "copied_at": made[0].made_at.isoformat()})
    except (OSError, DiskFullError):
        # A stick that was pulled out or is full: the reminder says so, and selling goes on.
        return None
    return target


def backups_everywhere(path: Path) -> list[BackupFile]:
    """The backups of both places, the newest first; what lies in both is listed for both."""
    chosen = second_place(path)
    found = backups_in(backup_folder(path), path.stem)
    if chosen is not None:
        there = backups_in(chosen.folder, path.stem)
        found += [BackupFile(one.path, one.made_at, one.size, one.occasion, is_second=True) for one in there]
    return sorted(found, key=lambda backup: (backup.made_at, not backup.is_second), reverse=True)


def _copy_whole(source: Path, target: Path) -> None:
    """The checked copy, byte for byte, under its name only when it is on that disk."""
    if shutil.disk_usage(target.parent).free < source.stat().st_size:
        raise DiskFullError(target.parent)
    part = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(source, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _refuse_unusable(path: Path, folder: Path) -> None:
    if not folder.is_dir() or folder.resolve() == backup_folder(path).resolve():
        raise ShopFileReadOnlyError(folder)
    trial = folder / f".{path.stem}-trial"
    try:
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise fault_of(error, folder) or StorageError(folder) from error


def _known(path: Path) -> dict[str, str]:
    try:
        known = json.loads((backup_folder(path) / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in known.items()} if isinstance(known, dict) else {}


def _remember(path: Path, known: dict[str, str]) -> None:
    folder = backup_folder(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{NAME}.part"
        part.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        os.replace(part, folder / NAME)
    except OSError as error:
        raise fault_of(error, folder) or StorageError(folder) from error
