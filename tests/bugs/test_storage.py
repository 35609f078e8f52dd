"""Faults that users of other programs found in the file itself."""

import multiprocessing
import os
import shutil
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.services.health.finding import FindingKind
from jxc_desktop.services.inventory.stock_list import StockFilter, stock_rows
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop, back_up, restore
from jxc_desktop.services.storage import migrate, storage
from jxc_desktop.services.storage.faults import ShopFileDamagedError, ShopFileNewerError, UpgradeFailedError
from jxc_desktop.services.storage.storage import Storage
from tests.services.storage.older_files import of_first_schema
from tests.services.storage.spoiling import spoil
from tests.story import Story, TestClock


def sales_in(path: Path) -> int:
    with Shop.open(path, TestClock()) as shop:
        assert shop.health.verify() == ()
        return shop.sales.sale_totals(DocumentFilter())[0]


def as_newer_program_left_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def test_a_damaged_page_is_found_and_no_backup_of_it_replaces_a_good_one(story: Story, tmp_path: Path) -> None:
    good = back_up(story.shop.path, tmp_path / "backups")
    story.shop.close()
    spoil(story.shop.path)
    damaged = story.shop.path.read_bytes()
    with Shop.open_to_verify(story.shop.path, TestClock()) as shop:
        kinds = {finding.kind for finding in shop.health.verify()}
    assert kinds & {FindingKind.FILE, FindingKind.UNREADABLE}
    with pytest.raises(ShopFileDamagedError):
        back_up(story.shop.path, tmp_path / "backups")
    kept = restore(good, story.shop.path)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert sales_in(story.shop.path) == 0


def test_a_backup_of_a_newer_program_is_refused_and_the_shop_goes_on(story: Story, tmp_path: Path) -> None:
    story.sell(story.product())
    backup = back_up(story.shop.path, tmp_path / "backups")
    as_newer_program_left_it(backup)
    story.shop.close()
    with pytest.raises(ShopFileNewerError):
        restore(backup, story.shop.path)
    assert sales_in(story.shop.path) == 1


def test_an_upgrade_that_breaks_off_leaves_the_old_file_byte_for_byte(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.sell(story.product())
    story.shop.close()
    before = story.shop.path.read_bytes()

    def third_step_fails(connection: sqlite3.Connection) -> None:
        raise RuntimeError("duplicate column name: colour")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "NEWEST", "later")
        patch.setattr(migrate, "lay_triggers", third_step_fails)
        with pytest.raises(RuntimeError):
            Storage.open(story.shop.path)
    assert story.shop.path.read_bytes() == before
    assert sales_in(story.shop.path) == 1


def sell_until_killed(path: Path, product: int, told: Connection) -> None:
    """A program that sells one and is in the middle of the next when the power goes."""
    clock = TestClock()
    shop = Shop.open(path, clock)
    Story(shop, clock).sell(product)
    with shop._desk.storage.writing() as work:
        work.connection.exec_driver_sql("UPDATE stock_balance SET quantity = 0")
        told.send("in the middle")
        signal.pause()


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="this system ends programs in another way")
def test_after_a_power_cut_the_shop_opens_at_once_with_every_finished_sale(story: Story) -> None:
    product = story.product()
    story.shop.close()
    here, there = multiprocessing.Pipe()
    program = multiprocessing.get_context("spawn").Process(
        target=sell_until_killed, args=(story.shop.path, product, there)
    )
    program.start()
    assert here.poll(60)
    here.recv()
    assert program.pid is not None
    os.kill(program.pid, signal.SIGKILL)
    program.join(60)
    assert sales_in(story.shop.path) == 1


def test_a_backup_made_while_selling_holds_all_ten_and_restores_over_a_running_shop(
    story: Story, tmp_path: Path
) -> None:
    product = story.product()
    for _ in range(10):
        story.sell(product)
    assert story.shop.path.with_name("shop.db-wal").stat().st_size > 0
    backup = back_up(story.shop.path, tmp_path / "backups")
    elsewhere = tmp_path / "new-pc" / "shop.db"
    restore(backup, elsewhere)
    assert sales_in(elsewhere) == 10
    story.sell(product)
    restore(backup, story.shop.path)
    assert not story.shop.path.with_name("shop.db-wal").exists()
    assert sales_in(Path(shutil.copyfile(story.shop.path, tmp_path / "looked-at.db"))) == 10


def test_no_question_holds_the_log_open_after_it_was_answered(story: Story) -> None:
    product = story.product()
    story.receive(product, "10", "1.00")
    day = story.clock.now().date()
    story.shop.reports.run("sales-by-day", Asked(Period(day, day)))
    story.shop.sales.sale_list(DocumentFilter())
    story.shop.catalog.search("kl")
    with story.desk.question("inventory.stock_list") as books:
        stock_rows(books, StockFilter(), 0, 100, with_cost=True)
    story.sell(product)
    with closing(sqlite3.connect(story.shop.path)) as other:
        busy, _, _ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0
    assert story.shop.path.with_name("shop.db-wal").stat().st_size == 0


def test_many_sales_beside_an_open_page_do_not_let_the_log_grow_without_limit(story: Story) -> None:
    """Each question ends its transaction, so the log begins anew every thousand pages or so."""
    product = story.product()
    largest = 0
    for _ in range(300):
        story.sell(product)
        story.shop.sales.sale_list(DocumentFilter(), limit=20)
        largest = max(largest, story.shop.path.with_name("shop.db-wal").stat().st_size)
    assert largest < 8 * 1024 * 1024


@pytest.mark.parametrize("kind", ["a backup in the middle of an upgrade", "an old backup"])
def test_an_old_backup_is_upgraded_and_holds_before_the_shop_works_with_it(
    story: Story, tmp_path: Path, kind: str
) -> None:
    story.sell(story.product())
    path = story.shop.path
    story.shop.close()
    older = of_first_schema(path, tmp_path / "第一版.db")
    backup = back_up(older, tmp_path / "backups")
    if kind == "an old backup":
        restore(backup, path)
        assert sales_in(path) == 1
        return
    with closing(sqlite3.connect(backup)) as half:
        half.execute("CREATE TABLE import_layout (id INTEGER)")
        half.commit()
    kept = restore(backup, path)
    with pytest.raises(UpgradeFailedError):
        Storage.open(path)
    assert kept is not None
    assert sales_in(kept) == 1


def test_two_programs_at_once_end_with_every_backup_whole(story: Story, tmp_path: Path) -> None:
    """A backup by hand while the command line makes one too: neither takes the other's half-made file."""
    product = story.product()
    story.sell(product)
    with ThreadPoolExecutor(3) as workers:
        made = list(workers.map(lambda _n: back_up(story.shop.path, tmp_path / "backups"), range(6)))
    for number, backup in enumerate(sorted(set(made))):
        assert sales_in(Path(shutil.copyfile(backup, tmp_path / f"looked-at-{number}.db"))) == 1
