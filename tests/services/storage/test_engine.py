"""How the shop file is opened: asked back from the connections themselves."""

import pytest
from sqlalchemy.exc import DBAPIError

from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from tests.story import Story

FULL = 2


def asked(books: OpenTransaction, setting: str) -> object:
    return books.connection.exec_driver_sql(f"PRAGMA {setting}").scalar_one()


def test_what_is_committed_survives_a_power_cut(story: Story) -> None:
    with story.desk.storage.writing() as work:
        assert asked(work, "synchronous") == FULL
        assert asked(work, "journal_mode") == "wal"


def test_rows_point_to_rows_and_replacing_does_not_slip_past_triggers(story: Story) -> None:
    with story.desk.storage.writing() as work:
        assert asked(work, "foreign_keys") == 1
        assert asked(work, "recursive_triggers") == 1


def test_a_writer_waits_ten_seconds_for_another(story: Story) -> None:
    with story.desk.storage.writing() as work:
        assert asked(work, "busy_timeout") == 10_000


def test_a_question_cannot_change_anything(story: Story) -> None:
    with story.desk.storage.reading() as books:
        assert asked(books, "query_only") == 1
        with pytest.raises(DBAPIError, match="readonly"):
            books.connection.exec_driver_sql("UPDATE setting SET value = ''")


def test_settings_hold_for_every_connection_and_not_only_the_first(story: Story) -> None:
    for _ in range(3):
        with story.desk.storage.writing() as work:
            assert (asked(work, "synchronous"), asked(work, "foreign_keys")) == (FULL, 1)


def test_a_question_sees_one_moment_and_does_not_wait_for_an_act(story: Story) -> None:
    product = story.product()
    with story.desk.storage.reading() as books:
        before = books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one()
        story.sell(product)
        assert books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one() == before
