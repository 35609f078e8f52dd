"""Copies of the shop file: made, looked into, and the way back to one."""

from pathlib import Path

from jxc_desktop.models.values.backup_file import BackupContents, BackupFile, BackupMade, Occasion, SecondPlace
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.backup import restore_beside, stage_restore
from jxc_desktop.services.storage.backup_contents import is_backup_sound, look_into_backup, usable
from jxc_desktop.services.storage.second_place import (
    back_up_everywhere,
    backups_everywhere,
    choose_second_place,
    second_place,
)


class Backups:
    """The shop's backups, in the folder beside its file and in a second place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _shop_file(self) -> Path:
        return self._desk.storage.path

    def make(self, occasion: Occasion = Occasion.BY_HAND) -> BackupMade:
        """A checked copy now, and another in the second place; closing a shift calls it too.

        Raises:
            StorageError: none could be made; earlier ones are as they were.
        """
        self._desk.check("backups.make")
        return back_up_everywhere(self._shop_file, occasion)

    def listed(self) -> list[BackupFile]:
        """The backups of both places, the newest first."""
        self._desk.check("backups.listed")
        return backups_everywhere(self._shop_file)

    def look_into(self, backup: Path) -> BackupContents:
        """What a backup holds, read from the file.

        Raises:
            BackupUnusableError: it is none, or cannot be read. ShopFileNewerError: a newer program made it.
        """
        self._desk.check("backups.look_into")
        with usable(backup):
            return look_into_backup(backup)

    def is_sound(self, backup: Path) -> bool:
        """Whether every page of a backup can still be read."""
        self._desk.check("backups.is_sound")
        return is_backup_sound(backup)

    def second_place(self) -> SecondPlace | None:
        """Where another copy goes; None: nowhere yet."""
        self._desk.check("backups.second_place")
        return second_place(self._shop_file)

    def choose_second_place(self, folder: Path | None) -> None:
        """Copies go there too from now on; None: nowhere.

        Raises:
            StorageError: it is no folder that can be written, or the one where the backups lie anyway.
        """
        before = second_place(self._shop_file)
        with self._desk.act("backups.choose_second_place") as act:
            choose_second_place(self._shop_file, folder)
            names = {"before": str(before.folder) if before else "", "after": str(folder or "")}
            act.journal.note("backups.choose_second_place", **names)
            act.commit()

    def restore_beside(self, backup: Path) -> Path:
        """A shop file of its own made of the backup, beside the one that is open; where it lies.

        Raises:
            StorageError: the backup cannot be used, or there is no room; nothing was changed.
        """
        with usable(backup), self._desk.act("backups.restore_beside") as act:
            look_into_backup(backup)
            act.journal.note("backups.restore_beside", backup=backup.name)
            act.commit()
        with usable(backup):
            return restore_beside(backup, self._shop_file)

    def prepare_restore(self, backup: Path) -> None:
        """Keep a backup of the shop as it is, and lay the other ready: when the window is closed it takes its place.

        Raises:
            StorageError: the backup cannot be used, or there is no room; nothing was changed.
        """
        with usable(backup), self._desk.act("backups.prepare_restore") as act:
            look_into_backup(backup)
            act.journal.note("backups.prepare_restore", backup=backup.name)
            act.commit()
        back_up_everywhere(self._shop_file, Occasion.RESTORE)
        with usable(backup):
            stage_restore(backup, self._shop_file)
