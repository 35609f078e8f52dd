"""A shop file is made once, and only one that this program can work with is opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage import engine, migrate, storage
from jxc_desktop.services.storage.backup import backup_folder
from jxc_desktop.services.storage.faults import (
    NetworkDriveError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileExistsError,
    ShopFileLockedError,
    ShopFileMissingError,
    ShopFileNewerError,
    ShopFileReadOnlyError,
    StorageError,
    UpgradeFailedError,
)
from jxc_desktop.services.storage.storage import APPLICATION_ID, Storage, schema_version
from tests.services.storage.older_files import of_first_schema
from tests.services.storage.spoiling import cut
from tests.story import Story, TestClock


@pytest.fixture
def file(story: Story) -> Path:
    """A shop file that nobody has open."""
    story.shop.close()
    return story.shop.path


def text_of(file: Path) -> list[str]:
    """Everything in the file, as statements."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_known_as_ours_and_is_opened_again(tmp_path: Path) -> None:
    Storage.create(tmp_path / "shop.db").close()
    with closing(sqlite3.connect(tmp_path / "shop.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    Storage.open(tmp_path / "shop.db").close()


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "shop.db").write_text("论文", encoding="utf-8")
    with pytest.raises(ShopFileExistsError):
        Storage.create(tmp_path / "shop.db")
    assert (tmp_path / "shop.db").read_text(encoding="utf-8") == "论文"


def test_a_shop_file_that_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "lay_triggers", lambda _connection: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Storage.create(tmp_path / "shop.db")
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_named_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(ShopFileReadOnlyError) as refusal:
        Storage.create(tmp_path / "gone" / "shop.db")
    assert refusal.value.path == tmp_path / "gone" / "shop.db"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o500)
    with pytest.raises(ShopFileReadOnlyError):
        Storage.create(folder / "shop.db")


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(ShopFileMissingError):
        Storage.open(tmp_path / "shop.db")
    assert names(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "条码,品名\n".encode() * 1000])
def test_a_file_of_something_else_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    with pytest.raises(NotAShopFileError):
        Storage.open(path)
    assert path.read_bytes() == content
    assert names(tmp_path) == ["shop.db"]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE note (text TEXT)")
    with pytest.raises(NotAShopFileError):
        Storage.open(path)
    assert names(tmp_path) == ["shop.db"]


@pytest.mark.parametrize("pages", [1, 2, 20])
def test_a_file_that_was_cut_off_is_damaged_and_kept(file: Path, pages: int) -> None:
    cut(file, pages)
    before = file.read_bytes()
    with pytest.raises(ShopFileDamagedError):
        Storage.open(file)
    assert file.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = text_of(file)
    with pytest.raises(ShopFileNewerError):
        Storage.open(file)
    assert text_of(file) == before
    assert not backup_folder(file).exists()


def test_a_file_on_a_network_drive_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "is_on_network_drive", lambda _path: True)
    with pytest.raises(NetworkDriveError):
        Storage.open(file)
    with pytest.raises(NetworkDriveError):
        Storage.create(file.with_name("other.db"))
    assert names(file.parent) == ["shop.db"]


@pytest.fixture
def held_by_another(file: Path) -> Iterator[Path]:
    """Another program is writing and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield file


def test_a_file_that_another_program_holds_says_so(held_by_another: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 20)
    shop_file = Storage.open(held_by_another)
    with pytest.raises(ShopFileLockedError), shop_file.writing():
        pass
    with shop_file.reading() as books:
        assert books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar() == 0
    shop_file.close()


@pytest.fixture
def older(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that this program has to bring to a newer schema."""
    monkeypatch.setattr(storage, "NEWEST", "later")
    return file


def test_a_file_is_copied_before_it_is_brought_to_a_newer_schema(older: Path) -> None:
    Storage.open(older).close()
    (backup,) = backup_folder(older).iterdir()
    assert text_of(backup) == text_of(older)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = older.read_bytes()

    def half_done(connection: object) -> None:
        connection.exec_driver_sql("DROP TABLE setting")  # type: ignore[attr-defined]
        raise sqlite3.OperationalError("duplicate column name")

    monkeypatch.setattr(migrate, "migrate", half_done)
    with pytest.raises((sqlite3.OperationalError, StorageError)):
        Storage.open(older)
    assert older.read_bytes() == before
    (backup,) = backup_folder(older).iterdir()
    assert text_of(backup) == text_of(older)


def test_a_file_that_could_not_be_upgraded_is_let_go(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "migrate", lambda _connection: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Storage.open(older)
    assert names(older.parent) == ["shop-backups", "shop.db"]


@pytest.fixture
def first(story: Story, tmp_path: Path) -> Path:
    """A file of the first schema, with trade in it."""
    product = story.product()
    story.receive(product, "5", "2.00")
    story.sell(product)
    story.shop.close()
    return of_first_schema(story.shop.path, tmp_path / "第一版.db")


def test_a_file_of_the_first_schema_is_upgraded_whole_and_its_ledgers_are_guarded_again(first: Path) -> None:
    with Shop.open(first, TestClock()) as shop:
        assert shop.health.verify() == ()
    with closing(sqlite3.connect(first)) as books:
        for ledger in ("stock_move", "cost_entry", "money_entry", "audit_entry"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                books.execute(f"UPDATE {ledger} SET id = id + 1000")
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                books.execute(f"DELETE FROM {ledger}")
    (copy,) = backup_folder(first).iterdir()
    assert schema_version(copy) == "0001"


def test_a_file_that_was_half_upgraded_by_something_else_is_refused_and_left_as_it_is(first: Path) -> None:
    with closing(sqlite3.connect(first)) as books:
        books.execute("ALTER TABLE operator ADD COLUMN pin_hash TEXT")
        books.commit()
    before = text_of(first)
    with pytest.raises(UpgradeFailedError):
        Storage.open(first)
    assert text_of(first) == before


@pytest.mark.parametrize("spoiled", ["DROP TABLE sale_line", "DELETE FROM alembic_version"])
def test_a_file_that_lacks_a_table_or_does_not_say_its_schema_is_damaged(file: Path, spoiled: str) -> None:
    with closing(sqlite3.connect(file)) as books:
        books.execute(spoiled)
        books.commit()
    before = file.read_bytes()
    with pytest.raises(ShopFileDamagedError):
        Storage.open(file)
    assert file.read_bytes() == before


def test_an_older_file_that_lacks_a_table_is_damaged_before_it_is_upgraded_and_not_after(first: Path) -> None:
    with closing(sqlite3.connect(first)) as books:
        books.execute("DROP TABLE draft")
        books.commit()
        books.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = text_of(first)
    with pytest.raises(ShopFileDamagedError):
        Storage.open(first)
    assert text_of(first) == before


def test_a_folder_with_the_name_of_the_shop_file_is_no_shop_file(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    with pytest.raises(NotAShopFileError):
        Storage.open(tmp_path / "shop.db")


def test_the_writer_answers_that_what_it_commits_is_on_the_disk(story: Story) -> None:
    with story.desk.storage.writing() as work:
        assert work.connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert work.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
