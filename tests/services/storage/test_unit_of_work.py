"""An act counts as a whole or not at all, and nobody else writes while it lasts."""

import pytest

from jxc_desktop.models.records import Setting
from jxc_desktop.services.errors import StoppedError
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage import engine
from jxc_desktop.services.storage.faults import ShopFileDamagedError, ShopFileLockedError
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import table_of
from tests.services.storage.spoiling import spoil
from tests.story import Story

SETTING = table_of(Setting)


def setting(story: Story, key: str) -> str | None:
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (key,)).first()
    return None if found is None else str(found[0])


def test_what_is_not_committed_has_not_happened(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.insert(SETTING, [("colour", "red")])
    assert setting(story, "colour") is None


def test_what_is_committed_is_there_for_another_program(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.insert(SETTING, [("colour", "red")])
        work.commit()
    with Shop.open(story.shop.path, story.clock) as other, other._desk.storage.reading() as books:
        found = books.connection.exec_driver_sql("SELECT value FROM setting WHERE key = 'colour'").all()
    assert found == [("red",)]


def give_up(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.insert(SETTING, [("colour", "red")])
        raise LookupError


def test_a_refusal_in_the_middle_takes_back_what_went_before(story: Story) -> None:
    with pytest.raises(LookupError):
        give_up(story)
    assert setting(story, "colour") is None


def test_acts_never_nest(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 20)
    with story.desk.act("settings.change"):
        with pytest.raises(ShopFileLockedError), story.desk.act("settings.change"):
            pass
        with pytest.raises(ShopFileLockedError):
            story.product()


def test_the_next_act_comes_through_after_one_that_failed(story: Story) -> None:
    with pytest.raises(LookupError):
        give_up(story)
    story.product("雪碧")
    assert [hit.name for hit in story.shop.catalog.search("雪碧")] == ["雪碧"]


def test_keys_count_on_and_begin_at_one(story: Story) -> None:
    with story.desk.storage.writing() as work:
        table = table_of(Setting)
        assert work.next_id(SETTING.metadata.tables["document"]) == 1
        work.insert(table, [("a", "1"), ("b", "2")])
        assert work.next_id(SETTING.metadata.tables["operator"]) == 2


def read_everything(storage: Storage) -> None:
    with storage.reading() as books:
        for (name,) in books.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all():
            books.connection.exec_driver_sql(f'SELECT count(*) FROM "{name}" NOT INDEXED').all()


def test_a_damaged_page_is_a_fault_with_words_and_not_a_bug(story: Story) -> None:
    story.shop.close()
    spoil(story.shop.path)
    storage = Storage.open(story.shop.path)
    with pytest.raises(ShopFileDamagedError):
        read_everything(storage)
    storage.close()


COUNTING = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10000000) SELECT max(x) FROM n"


def count_long(story: Story) -> None:
    with story.desk.storage.reading() as books:
        books.stop_when(lambda: True)
        books.connection.exec_driver_sql(COUNTING).all()


def test_a_question_that_takes_long_can_be_broken_off_and_the_next_is_answered(story: Story) -> None:
    with pytest.raises(StoppedError):
        count_long(story)
    with story.desk.storage.reading() as books:
        assert books.connection.exec_driver_sql(COUNTING.replace("10000000", "300000")).scalar_one() == 300000
