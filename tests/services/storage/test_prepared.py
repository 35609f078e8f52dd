"""Statements by position, whatever order the store wants them in."""

import pytest
from sqlalchemy import bindparam, insert, select, update

from jxc_desktop.models.records import Account, Setting
from jxc_desktop.services.storage.prepared import Prepared, Query, insertion
from jxc_desktop.services.storage.tables import table_of
from tests.story import Story

SETTING = table_of(Setting)


def test_values_go_where_they_are_named_and_not_where_they_stand(story: Story) -> None:
    """Callers give the key first; the store's UPDATE wants it last."""
    change = Prepared(update(Setting).where(Setting.key == bindparam("of")).values(value=bindparam("to")), "of", "to")
    with story.desk.storage.writing() as work:
        work.run(change, [("shop_name", "便民超市")])
        work.commit()
    assert story.shop.settings.shop_name() == "便民超市"


def test_one_value_may_be_used_twice_and_a_fixed_one_beside_it(story: Story) -> None:
    query = Query[tuple[int]](
        select(Account.id).where(Account.name == bindparam("name"), Account.name >= bindparam("name"), Account.id < 3),
        "name",
    )
    with story.desk.storage.reading() as books:
        assert [books.rows(query, name) for name in ("现金", "银行存款")] == [[(1,)], []]


def test_a_question_without_an_answer_has_none(story: Story) -> None:
    query = Query[tuple[str]](select(Setting.value).where(Setting.key == bindparam("key")), "key")
    with story.desk.storage.reading() as books:
        assert (books.row(query, "never"), books.rows(query, "never"), list(books.each(query, "never"))) == (
            None,
            [],
            [],
        )


def test_no_row_one_row_and_many_are_written(story: Story) -> None:
    with story.desk.storage.writing() as work:
        for rows in ([], [("a", "1")], [("b", "2"), ("c", "3")]):
            work.insert(SETTING, rows)
        work.commit()
    with story.desk.storage.reading() as books:
        found = books.connection.execute(select(Setting.key, Setting.value).where(Setting.key.in_(["a", "b", "c"])))
        assert sorted(map(tuple, found)) == [("a", "1"), ("b", "2"), ("c", "3")]


def test_what_a_text_holds_is_never_part_of_the_statement(story: Story) -> None:
    evil = "'; DROP TABLE setting; --"
    with story.desk.storage.writing() as work:
        work.insert(SETTING, [(evil, evil)])
        work.commit()
    query = Query[tuple[str]](select(Setting.value).where(Setting.key == bindparam("key")), "key")
    with story.desk.storage.reading() as books:
        assert books.row(query, evil) == (evil,)


def test_the_insertion_of_a_table_is_made_once() -> None:
    assert insertion(SETTING) is insertion(SETTING)
    assert insertion(SETTING).names == ("key", "value")


def test_a_name_that_is_not_given_is_found_out_at_once(story: Story) -> None:
    statement = Prepared(insert(Setting).values(key=bindparam("key"), value=bindparam("value")), "key")
    with story.desk.storage.writing() as work, pytest.raises(Exception, match="value"):
        work.run(statement, [("a",)])
