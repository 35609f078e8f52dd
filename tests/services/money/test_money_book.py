"""Accounts and what partners owe, during an act and after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from jxc_desktop.models.values.accounts import CASH, WECHAT
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head, Posted
from tests.story import Story

Rows = list[tuple[int, int]]


@contextmanager
def document(story: Story, *, commits: bool = True) -> Iterator[tuple[Books, Posted]]:
    with story.desk.act("purchasing.receive_goods") as act:
        books = Books.open(act.work, act.journal)
        posted = books.journal.open(Head(DocumentKind.GOODS_RECEIPT, date(2026, 3, 2), SHOP_FLOOR, 0))
        yield books, posted
        books.journal.close("purchasing.receive_goods", posted)
        if commits:
            act.commit()


def rows(story: Story, table: str, key: str) -> Rows:
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(f"SELECT {key}, amount FROM {table} ORDER BY rowid")
        return [(row[0], row[1]) for row in found]


def accounts(story: Story) -> tuple[Rows, Rows]:
    """The ledger, and the balances."""
    return rows(story, "money_entry", "account_id"), rows(story, "account_balance", "account_id")


def test_the_first_money_in_an_account_makes_its_balance_and_more_changes_it(story: Story) -> None:
    with document(story) as (books, posted):
        books.money.pay_in(posted, CASH, 9_999_999_99)
    with document(story) as (books, posted):
        books.money.pay_in(posted, CASH, -1)
        books.money.pay_in(posted, WECHAT, 5)
    assert accounts(story) == ([(CASH, 9_999_999_99), (CASH, -1), (WECHAT, 5)], [(CASH, 9_999_999_98), (WECHAT, 5)])


def test_each_part_of_one_act_is_in_the_ledger_and_their_sum_in_the_balance(story: Story) -> None:
    with document(story) as (books, posted):
        for amount in (10_00, -3_00, -7_00):
            books.money.pay_in(posted, CASH, amount)
    assert accounts(story) == ([(CASH, 10_00), (CASH, -3_00), (CASH, -7_00)], [(CASH, 0)])


def test_nothing_paid_and_nothing_owed_is_no_entry(story: Story) -> None:
    supplier = story.supplier()
    with document(story) as (books, posted):
        books.money.pay_in(posted, CASH, 0)
        books.money.owe(posted, supplier, 0)
    assert accounts(story) == ([], [])
    assert rows(story, "partner_entry", "partner_id") == rows(story, "partner_balance", "partner_id") == []


def test_what_a_partner_owes_may_go_below_nothing_and_back(story: Story) -> None:
    supplier = story.supplier()
    for amount in (-100_00, 100_00, 1):
        with document(story) as (books, posted):
            books.money.owe(posted, supplier, amount)
    assert rows(story, "partner_entry", "partner_id") == [(supplier, -100_00), (supplier, 100_00), (supplier, 1)]
    assert rows(story, "partner_balance", "partner_id") == [(supplier, 1)]


def test_an_act_that_is_given_up_has_moved_no_money(story: Story) -> None:
    with document(story, commits=False) as (books, posted):
        books.money.pay_in(posted, CASH, 5)
    assert accounts(story) == ([], [])


def test_written_in_portions_nothing_is_counted_twice(story: Story) -> None:
    """As an import writes: some documents, then some more in the same act."""
    with document(story) as (books, posted):
        books.money.pay_in(posted, CASH, 5)
        books.journal.write()
        books.money.pay_in(posted, CASH, 2)
    assert accounts(story) == ([(CASH, 5), (CASH, 2)], [(CASH, 7)])
