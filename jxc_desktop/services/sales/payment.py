"""Whether a payment fits: only cash may be more than what is due and gives change, and only the counter's accounts."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Account
from jxc_desktop.models.values.accounts import CASH, AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.sales.errors import WrongPaymentError
from jxc_desktop.services.sales.posting import TenderDraft
from jxc_desktop.services.sales.ticket import TenderGiven
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

AT_COUNTER = (AccountKind.CASH, AccountKind.WECHAT, AccountKind.ALIPAY, AccountKind.CARD)

_KIND = Query[tuple[str]](select(Account.kind).where(Account.id == bindparam("account"), Account.is_active), "account")


def refuse_other_accounts(work: OpenTransaction, accounts: Iterable[int]) -> None:
    """The counter takes money into its own accounts and pays from them; the drawer is always one.

    Raises:
        NotFoundError: one of these is none of them.
    """
    for account in accounts:
        kind = None if account == CASH else work.row(_KIND, account)
        if account != CASH and (kind is None or AccountKind(kind[0]) not in AT_COUNTER):
            raise NotFoundError("account", account)


def settle(due: Money, tenders: Sequence[TenderGiven]) -> tuple[list[TenderDraft], Money]:
    """The tenders as they are kept, and the change.

    Raises:
        InvalidInputError: an amount is not more than 0.
        WrongPaymentError: too little, or too much by other ways than cash.
    """
    if any(tender.amount.fen <= 0 for tender in tenders):
        raise InvalidInputError("tender", "not_positive")
    missing = due.fen - sum(tender.amount.fen for tender in tenders)
    cash = sum(tender.amount.fen for tender in tenders if tender.account_id == CASH)
    if missing > 0 or -missing > cash or (missing < 0 and -missing == cash and due.fen == 0):
        raise WrongPaymentError(Money(missing))
    change = -missing
    drafts = []
    left = change
    for tender in tenders:
        back = min(left, tender.amount.fen) if tender.account_id == CASH else 0
        left -= back
        drafts.append(TenderDraft(tender.account_id, tender.amount.fen, tender.amount.fen - back, tender.reference))
    return drafts, Money(change)
