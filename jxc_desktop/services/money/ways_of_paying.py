"""The accounts money is taken into and paid from, as whoever pays chooses one."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from jxc_desktop.models.records import Account
from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words.given_names import shown_name

_ACCOUNTS = Query[tuple[int, str, str]](
    select(Account.id, Account.kind, Account.name).where(Account.is_active).order_by(Account.id)
)


@dataclass(frozen=True, slots=True)
class WayOfPaying:
    """An account that money goes into or comes from."""

    account_id: int
    kind: AccountKind
    name: str


def ways_of_paying(books: OpenTransaction, kinds: Collection[AccountKind]) -> list[WayOfPaying]:
    """The accounts in use that are of these kinds, in the order of their keys."""
    known = [WayOfPaying(key, AccountKind(kind), shown_name(name)) for key, kind, name in books.rows(_ACCOUNTS)]
    return [way for way in known if way.kind in kinds]
