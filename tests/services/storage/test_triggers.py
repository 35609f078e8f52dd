"""Nobody changes what is posted, not even with a database tool that keeps to the file's own rules."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.tables import LEDGERS, LINES
from jxc_desktop.services.storage.triggers import lay_triggers, present_triggers, triggers
from jxc_desktop.services.storage.unit_of_work import UnitOfWork
from tests.story import Story

FIXED = [table.name for table in (*LEDGERS, *LINES)]


@pytest.fixture
def traded(story: Story) -> Story:
    """A shop with a row in every ledger and every kind of line."""
    product = story.product()
    receipt = story.receive(product, "10", "2.00", account=CASH)
    story.receive(product, "5", "2.00")
    story.sell(product)
    story.count(product, "13")
    story.shop.purchasing.correct_cost(story.receipt_line(receipt), Money(100), story.token())
    return story


def refused(work: UnitOfWork, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        work.connection.exec_driver_sql(statement)


def test_the_file_has_exactly_the_triggers_that_are_declared(story: Story) -> None:
    with story.desk.storage.reading() as books:
        assert present_triggers(books.connection) == triggers()


def test_triggers_are_laid_again_where_some_are_lost_or_too_many(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.connection.exec_driver_sql("DROP TRIGGER stock_move_no_update")
        work.connection.exec_driver_sql("CREATE TRIGGER own BEFORE UPDATE ON setting BEGIN SELECT 1; END")
        lay_triggers(work.connection)
        assert present_triggers(work.connection) == triggers()


@pytest.mark.parametrize("table", FIXED)
def test_a_row_of_the_books_is_neither_changed_nor_deleted_nor_replaced(traded: Story, table: str) -> None:
    with traded.desk.storage.writing() as work:
        column = "content" if table == "audit_entry" else "document_id"
        assert work.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() > 0
        refused(work, f"UPDATE {table} SET {column} = {column}")
        refused(work, f"DELETE FROM {table}")
        refused(work, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_a_posted_document_is_neither_changed_nor_deleted_nor_replaced(traded: Story) -> None:
    with traded.desk.storage.writing() as work:
        refused(work, "UPDATE document SET amount = amount + 1")
        refused(work, "UPDATE document SET note = '改'")
        refused(work, "UPDATE document SET partner_id = NULL WHERE partner_id IS NOT NULL")
        refused(work, "UPDATE document SET state = 'draft'")
        refused(work, "DELETE FROM document")
        refused(work, "INSERT OR REPLACE INTO document SELECT * FROM document")


def test_the_state_of_a_posted_document_may_move_on(traded: Story) -> None:
    with traded.desk.storage.writing() as work:
        moved = work.connection.exec_driver_sql("UPDATE document SET state = 'reversed' WHERE kind = 'sale'")
        assert moved.rowcount == 1


def test_a_draft_may_be_changed_and_thrown_away(traded: Story) -> None:
    with traded.desk.storage.writing() as work:
        do = work.connection.exec_driver_sql
        do(
            "INSERT INTO document SELECT 999, kind, '草稿', NULL, 'draft', day, moment, operator_id, shift_id,"
            " partner_id, place_id, amount, member_code, note, NULL, is_history FROM document WHERE kind = 'sale'"
        )
        do("INSERT INTO tender SELECT 999, 999, 1, account_id, tendered, kept, reference FROM tender LIMIT 1")
        assert do("UPDATE tender SET kept = 1 WHERE document_id = 999").rowcount == 1
        assert do("UPDATE document SET amount = 1, note = '改' WHERE id = 999").rowcount == 1
        assert do("DELETE FROM tender WHERE document_id = 999").rowcount == 1
        assert do("UPDATE document SET state = 'posted' WHERE id = 999").rowcount == 1
        refused(work, "DELETE FROM document WHERE id = 999")


def test_a_shop_that_is_opened_has_its_triggers_back(traded: Story) -> None:
    path = traded.shop.path
    traded.shop.close()
    with closing(sqlite3.connect(path)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("CREATE TRIGGER meddling AFTER INSERT ON stock_move BEGIN SELECT 1; END")
        file.commit()
    with Shop.open(path, traded.clock), closing(sqlite3.connect(path)) as file:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            file.execute("DELETE FROM stock_move")
        assert not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'meddling'").fetchall()
