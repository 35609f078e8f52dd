"""A new shop: its name, its owner, its places, accounts and number series."""

from pathlib import Path
from tempfile import TemporaryFile

from jxc_desktop.models.records import Account, NumberSeries, Operator, Place, Setting
from jxc_desktop.models.values.accounts import FIRST_ACCOUNTS
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import FIRST_PLACES
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.journal import Journal
from jxc_desktop.services.people.numbers import first_series
from jxc_desktop.services.people.secrets import check_password, hashed
from jxc_desktop.services.people.settings import RECEIPT_WIDTH, SHOP_NAME
from jxc_desktop.services.ports.clock import Clock
from jxc_desktop.services.storage.faults import (
    NetworkDriveError,
    ShopFileExistsError,
    ShopFileReadOnlyError,
)
from jxc_desktop.services.storage.network_drive import is_on_network_drive
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import table_of

OWNER_NAME = "老板"
LONGEST_NAME = 60


def check_name(name: str) -> None:
    """Refuse what is no name of a shop.

    Raises:
        InvalidInputError: it is empty or too long.
    """
    if not name.strip():
        raise InvalidInputError("shop_name", "empty")
    if len(name.strip()) > LONGEST_NAME:
        raise InvalidInputError("shop_name", "too_long")


def check_place(path: Path) -> None:
    """Refuse a place where a new shop's file cannot go; folders that are not there yet are made when it goes there.

    Raises:
        ShopFileExistsError: something lies there already.
        NetworkDriveError: the place is on a network drive.
        ShopFileReadOnlyError: nothing can be written there.
    """
    if path.exists():
        raise ShopFileExistsError(path)
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if is_on_network_drive(folder / path.name):
        raise NetworkDriveError(path)
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"?")
    except OSError as error:
        raise ShopFileReadOnlyError(path) from error


def found_shop(path: Path, name: str, clock: Clock, password: str = "", receipt_width: str = "") -> Storage:
    """Make the shop file, its folder too, and everything a shop needs before its first act.

    The password is the owner's, "" for none; the width that of the receipts in mm, "" for the usual one.

    Raises:
        InvalidInputError: the name is empty or too long, or the password too short.
        StorageError: the file cannot be made there.
    """
    check_name(name)
    check_password(password, Role.OWNER)
    make_folder_for(path)
    chosen = {SHOP_NAME.key: name.strip()} | ({RECEIPT_WIDTH.key: receipt_width} if receipt_width else {})
    storage = Storage.create(path)
    with storage.writing() as work:
        work.insert(table_of(Operator), [(1, OWNER_NAME, Role.OWNER.value, hashed(password), 1, None, None, None)])
        work.insert(table_of(Setting), list(chosen.items()))
        work.insert(table_of(Place), [(key, kind.value, title, 1) for key, kind, title in FIRST_PLACES])
        work.insert(table_of(Account), [(key, kind.value, title, 1) for key, kind, title in FIRST_ACCOUNTS])
        work.insert(table_of(NumberSeries), first_series())
        journal = Journal(work, 1, clock.now())
        journal.note("found_shop", name=name.strip())
        journal.write()
        work.commit()
    return storage


def make_folder_for(path: Path) -> None:
    """Make the folder a shop's file goes to, where there is none.

    Raises:
        ShopFileReadOnlyError: nothing can be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ShopFileReadOnlyError(path) from error
