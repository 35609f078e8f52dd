"""The money ledgers of one act: accounts, what partners owe, and the balances after it."""

from collections import defaultdict

from sqlalchemy import bindparam, insert, select, update

from jxc_desktop.models.records import AccountBalance, MoneyEntry, PartnerBalance, PartnerEntry
from jxc_desktop.services.people.journal import Journal, Posted
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

_MONEY, _PARTNER = table_of(MoneyEntry), table_of(PartnerEntry)


class _Sums:
    """The balances of one ledger: what is added here goes to one row per account or partner."""

    def __init__(self, work: UnitOfWork, key: str) -> None:
        self._work = work
        self._added: dict[int, int] = defaultdict(int)
        self._find, self._make, self._set = _STATEMENTS[key]

    def add(self, key: int, amount: int) -> None:
        self._added[key] += amount

    def write(self) -> None:
        for key, amount in self._added.items():
            stored = self._work.row(self._find, key)
            if stored is None:
                self._work.run(self._make, [(amount, key)])
            else:
                self._work.run(self._set, [(stored[0] + amount, key)])
        self._added.clear()


def _statements(
    record: type[AccountBalance] | type[PartnerBalance], key: str
) -> tuple[Query[tuple[int]], Prepared, Prepared]:
    table = table_of(record)
    is_it = table.c[key] == bindparam("of")
    return (
        Query(select(table.c.amount).where(is_it), "of"),
        Prepared(insert(table).values(dict.fromkeys(("amount", key))), "amount", key),
        Prepared(update(table).where(is_it).values(amount=bindparam("to_amount")), "to_amount", "of"),
    )


_STATEMENTS = {
    "account_id": _statements(AccountBalance, "account_id"),
    "partner_id": _statements(PartnerBalance, "partner_id"),
}


class MoneyBook:
    """Moves money and debts; amounts in fen."""

    def __init__(self, work: UnitOfWork, journal: Journal) -> None:
        self._journal = journal
        self._accounts = _Sums(work, "account_id")
        self._partners = _Sums(work, "partner_id")
        journal.balances.append(self)

    def pay_in(self, document: Posted, account_id: int, amount: int) -> None:
        """Money comes into an account; minus: leaves it. An amount of 0 is no entry."""
        if amount:
            self._journal.add(_MONEY, document.id, document.day, account_id, amount)
            self._accounts.add(account_id, amount)

    def owe(self, document: Posted, partner_id: int, amount: int) -> None:
        """A partner owes the shop more; minus: the shop owes the partner more. An amount of 0 is no entry."""
        if amount:
            self._journal.add(_PARTNER, document.id, document.day, partner_id, amount)
            self._partners.add(partner_id, amount)

    def write(self) -> None:
        """Write the balances that changed."""
        self._accounts.write()
        self._partners.write()
