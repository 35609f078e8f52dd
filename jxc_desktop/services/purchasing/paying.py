"""What a supplier can be paid from."""

from dataclasses import dataclass

from sqlalchemy import select

from jxc_desktop.models.records import Account
from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_ACCOUNTS = Query[tuple[int, str, str]](
    select(Account.id, Account.kind, Account.name).where(Account.is_active).order_by(Account.id)
)
PAYS = (AccountKind.CASH, AccountKind.WECHAT, AccountKind.ALIPAY, AccountKind.CARD, AccountKind.BANK)


@dataclass(frozen=True, slots=True)
class PayingAccount:
    """An account the shop pays from."""

    account_id: int
    kind: AccountKind
    name: str


def paying_accounts(books: OpenTransaction) -> list[PayingAccount]:
    """The accounts a supplier can be paid from, in the order of their keys."""
    known = [PayingAccount(key, AccountKind(kind), name) for key, kind, name in books.rows(_ACCOUNTS)]
    return [account for account in known if account.kind in PAYS]
