"""The shop: what the window and the commands are given, one attribute per service."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.desk import NOBODY, Desk, SignedIn
from jxc_desktop.services.people.found_shop import OWNER_NAME, found_shop
from jxc_desktop.services.people.people import DeskToTake, desk_to_take, sign_in
from jxc_desktop.services.people.settings import BUSINESS_DAY_CUT, LANGUAGE, Settings
from jxc_desktop.services.ports.clock import Clock
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.words import choose_language

if TYPE_CHECKING:
    from jxc_desktop.models.values.backup_file import BackupFile
    from jxc_desktop.services.catalog.catalog import Catalog
    from jxc_desktop.services.finding.finder import Finder
    from jxc_desktop.services.health.backups import Backups
    from jxc_desktop.services.health.verify import Health
    from jxc_desktop.services.inventory.inventory import Inventory
    from jxc_desktop.services.migrate_in.imports import Imports
    from jxc_desktop.services.partners.partners import Partners
    from jxc_desktop.services.people.go_live import GoLive
    from jxc_desktop.services.people.memory import Memory
    from jxc_desktop.services.people.people import People
    from jxc_desktop.services.purchasing.purchasing import Purchasing
    from jxc_desktop.services.reports.reports import Reports
    from jxc_desktop.services.sales.carts import Carts
    from jxc_desktop.services.sales.paper import Paper
    from jxc_desktop.services.sales.sales import Sales


class Shop:
    """An open shop, and somebody at its desk.

    Each service is loaded when it is first asked, so that the first customer does not wait for those of others.
    """

    def __init__(self, storage: Storage, clock: Clock, operator: SignedIn) -> None:
        self._desk = Desk(storage, clock, operator)
        self.settings = Settings(self._desk)

    @cached_property
    def catalog(self) -> "Catalog":
        """Products."""
        from jxc_desktop.services.catalog.catalog import Catalog

        return Catalog(self._desk)

    @cached_property
    def carts(self) -> "Carts":
        """What the counter has not sold yet."""
        from jxc_desktop.services.sales.carts import Carts

        return Carts(self._desk)

    @cached_property
    def sales(self) -> "Sales":
        """Selling, and goods that customers bring back."""
        from jxc_desktop.services.sales.sales import Sales

        return Sales(self._desk)

    @cached_property
    def paper(self) -> "Paper":
        """Receipts that wait for the printer."""
        from jxc_desktop.services.sales.paper import Paper

        return Paper(self._desk)

    @cached_property
    def partners(self) -> "Partners":
        """Suppliers and customers."""
        from jxc_desktop.services.partners.partners import Partners

        return Partners(self._desk)

    @cached_property
    def inventory(self) -> "Inventory":
        """Stock, opening stock, counts."""
        from jxc_desktop.services.inventory.inventory import Inventory

        return Inventory(self._desk)

    @cached_property
    def purchasing(self) -> "Purchasing":
        """Goods in and back, and what they cost."""
        from jxc_desktop.services.purchasing.purchasing import Purchasing

        return Purchasing(self._desk)

    @cached_property
    def people(self) -> "People":
        """Operators and closed months."""
        from jxc_desktop.services.people.people import People

        return People(self._desk)

    @cached_property
    def memory(self) -> "Memory":
        """What who is here has set up for himself."""
        from jxc_desktop.services.people.memory import Memory

        return Memory(self._desk)

    @cached_property
    def reports(self) -> "Reports":
        """The reports."""
        from jxc_desktop.services.reports.reports import Reports

        return Reports(self._desk)

    @cached_property
    def imports(self) -> "Imports":
        """The ways in for files from elsewhere."""
        from jxc_desktop.services.migrate_in.imports import Imports

        return Imports(self._desk)

    @cached_property
    def finder(self) -> "Finder":
        """Anything, by whatever one remembers of it."""
        from jxc_desktop.services.finding.finder import Finder

        return Finder(self._desk)

    @cached_property
    def go_live(self) -> "GoLive":
        """What a new shop still has to do before it opens."""
        from jxc_desktop.services.people.go_live import GoLive

        return GoLive(self._desk)

    @cached_property
    def health(self) -> "Health":
        """Whether the books hold."""
        from jxc_desktop.services.health.verify import Health

        return Health(self._desk)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the shop file, and the way back to one."""
        from jxc_desktop.services.health.backups import Backups

        return Backups(self._desk)

    @classmethod
    def found(cls, path: Path, name: str, clock: Clock, password: str = "", receipt_width: str = "") -> "Shop":
        """Make a new shop file, with its owner at the desk; `password` is his, "" for none.

        Units: the width of the receipts in mm, "" for the usual one.

        Raises:
            InvalidInputError: the name is empty or too long, or the password too short.
            StorageError: the file cannot be made there.
        """
        storage = found_shop(path, name, clock, password, receipt_width)
        return cls._at_desk(storage, clock, OWNER_NAME if password else None, password or None)

    @classmethod
    def open(cls, path: Path, clock: Clock, operator: str | None = None, password: str | None = None) -> "Shop":
        """Open a shop file; without a name the owner, where nobody has a password.

        Raises:
            StorageError: it cannot be opened.
            WrongPasswordError: name and password do not belong together.
            TriedTooSoonError: after several wrong ones it was not looked at.
        """
        storage = Storage.open(path)
        storage.guard()
        return cls._at_desk(storage, clock, operator, password)

    @classmethod
    def open_to_verify(cls, path: Path, clock: Clock) -> "Shop":
        """Open a shop file to check its books, for whoever may start the program: nobody's password is asked for.

        Raises:
            StorageError: it cannot be opened.
        """
        return cls(Storage.open(path), clock, SignedIn(NOBODY, "", Role.CLERK))

    @classmethod
    def _at_desk(cls, storage: Storage, clock: Clock, operator: str | None, password: str | None) -> "Shop":
        try:
            shop = cls(storage, clock, sign_in(storage, operator, password, clock.now()))
        except BaseException:
            storage.close()
            raise
        choose_language(shop.settings.read(LANGUAGE))
        shop._desk.day_cut = int(shop.settings.read(BUSINESS_DAY_CUT))
        return shop

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def operator(self) -> SignedIn:
        """Who is at the desk."""
        return self._desk.operator

    @property
    def now(self) -> datetime:
        """The moment the shop's clock shows."""
        return self._desk.clock.now()

    @property
    def today(self) -> date:
        """The business date of what happens now."""
        return self._desk.business_day(self.now)

    @property
    def path(self) -> Path:
        """Where the shop file lies."""
        return self._desk.storage.path

    def sign_in(self, operator: str, password: str | None) -> None:
        """Somebody else takes the desk.

        Raises:
            WrongPasswordError: name and password do not belong together.
            TriedTooSoonError: after several wrong ones it was not looked at.
        """
        self._desk.operator = sign_in(self._desk.storage, operator, password, self.now)

    def who_may_sign_in(self) -> DeskToTake:
        """The shop's name, and everybody who may take the desk; asked while it is locked."""
        return desk_to_take(self._desk.storage)

    def may(self, call: str) -> bool:
        """Whether who is here may make the call, such as ``sales.reverse``; what he may not do is not offered."""
        return self._desk.may(call)

    def on_change(self, listener: Callable[[frozenset[Change]], None]) -> None:
        """Tell the listener once after each act what it touched, on the thread of the act."""
        self._desk.on_change(listener)

    def close(self) -> None:
        """Let go of the file."""
        self._desk.storage.close()


def look_in(path: Path) -> DeskToTake:
    """The name of a shop that is not open yet, and who may sign in to it.

    Raises:
        StorageError: it cannot be opened.
    """
    storage = Storage.open(path)
    try:
        return desk_to_take(storage)
    finally:
        storage.close()


def back_up(path: Path, folder: Path) -> Path:
    """A checked copy of the shop file; where it lies.

    Raises:
        StorageError: it could not be made; earlier backups are as they were.
    """
    from jxc_desktop.services.storage.backup import make_backup

    return make_backup(path, folder)


def back_up_beside(path: Path) -> Path:
    """A checked copy in the folder of backups beside the shop file and in the second place, as at the end of a day.

    Raises:
        StorageError: it could not be made; earlier backups are as they were.
    """
    from jxc_desktop.models.values.backup_file import Occasion
    from jxc_desktop.services.storage.second_place import back_up_everywhere

    return back_up_everywhere(path, Occasion.EXIT).path


def backups_beside(path: Path) -> "list[BackupFile]":
    """The backups of a shop file in the folder beside it and in the second place, the newest first."""
    from jxc_desktop.services.storage.second_place import backups_everywhere

    return backups_everywhere(path)


def sync_program(path: Path) -> str:
    """The sync program in whose folder a shop file lies; "": none."""
    from jxc_desktop.services.storage.synced_folder import synced_by

    return synced_by(path)


def restore(backup: Path, path: Path) -> Path | None:
    """Put a backup in the shop file's place; where the file that was there is kept.

    Raises:
        StorageError: the backup cannot be used; nothing was changed.
    """
    from jxc_desktop.services.storage.backup import restore_backup
    from jxc_desktop.services.storage.backup_contents import usable

    with usable(backup):
        return restore_backup(backup, path)


def end_restore(path: Path) -> Path | None:
    """Put the backup that was prepared in the shop file's place; where the file that was there is kept.

    Raises:
        StorageError: the system does not let it be renamed; the shop is as it was.
    """
    from jxc_desktop.services.storage.backup import finish_restore

    return finish_restore(path)
