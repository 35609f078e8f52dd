"""A new shop: its name, its owner, its places, accounts and number series."""

from pathlib import Path

from jxc_desktop.models.records import Account, NumberSeries, Operator, Place, Setting
from jxc_desktop.models.values.accounts import FIRST_ACCOUNTS
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import FIRST_PLACES
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.journal import Journal
from jxc_desktop.services.people.numbers import first_series
from jxc_desktop.services.people.settings import SHOP_NAME
from jxc_desktop.services.ports.clock import Clock
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import table_of

OWNER_NAME = "老板"


def found_shop(path: Path, name: str, clock: Clock) -> Storage:
    """Make the shop file and everything a shop needs before its first act.

    Raises:
        InvalidInputError: the name is empty.
        StorageError: the file cannot be made there.
    """
    if not name.strip():
        raise InvalidInputError("shop_name", "empty")
    storage = Storage.create(path)
    with storage.writing() as work:
        work.insert(table_of(Operator), [(1, OWNER_NAME, Role.OWNER.value, None, 1, None, None, None)])
        work.insert(table_of(Setting), [(SHOP_NAME.key, name.strip())])
        work.insert(table_of(Place), [(key, kind.value, title, 1) for key, kind, title in FIRST_PLACES])
        work.insert(table_of(Account), [(key, kind.value, title, 1) for key, kind, title in FIRST_ACCOUNTS])
        work.insert(table_of(NumberSeries), first_series())
        journal = Journal(work, 1, clock.now())
        journal.note("found_shop", name=name.strip())
        journal.write()
        work.commit()
    return storage
