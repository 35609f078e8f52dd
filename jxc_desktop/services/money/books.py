"""The books of one act, opened together: the journal, stock with its cost, money."""

from dataclasses import dataclass

from jxc_desktop.services.inventory.stock_book import StockBook
from jxc_desktop.services.money.money_book import MoneyBook
from jxc_desktop.services.people.journal import Journal
from jxc_desktop.services.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Books:
    """Where a posting writes. It never commits: the act does."""

    work: UnitOfWork
    journal: Journal
    stock: StockBook
    money: MoneyBook

    @classmethod
    def open(cls, work: UnitOfWork, journal: Journal) -> "Books":
        """The books of the act whose journal this is."""
        return cls(work, journal, StockBook(work, journal), MoneyBook(work, journal))
