"""Backups hold everything and can be trusted; restoring loses nothing."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from typing_extensions import override

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage import backup as backup_module
from jxc_desktop.services.storage.backup import (
    backup_before,
    backup_folder,
    backups_in,
    finish_restore,
    make_backup,
    restore_backup,
    restore_beside,
    stage_restore,
)
from jxc_desktop.services.storage.faults import (
    DiskFullError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileMissingError,
    ShopFileNewerError,
    ShopFileReadOnlyError,
)
from tests.services.storage.spoiling import spoil
from tests.story import Story, TestClock


def sales_in(file: Path) -> int:
    with Shop.open(file, TestClock()) as shop:
        assert shop.health.verify() == ()
        with shop._desk.storage.reading() as books:
            found = books.connection.exec_driver_sql("SELECT count(*) FROM document WHERE kind = 'sale'").one()
    return int(found[0])


def as_shop(backup: Path, folder: Path) -> Path:
    """The backup under a name of its own, so that looking into it leaves it alone."""
    return Path(shutil.copyfile(backup, folder / "looked-at.db"))


def test_a_backup_of_an_open_shop_holds_every_sale(story: Story, tmp_path: Path) -> None:
    product = story.product()
    for _ in range(10):
        story.sell(product)
    backup = make_backup(story.shop.path, tmp_path / "backups")
    assert sales_in(as_shop(backup, tmp_path)) == 10


def test_a_backup_is_one_file_that_needs_no_other(story: Story, tmp_path: Path) -> None:
    backup = make_backup(story.shop.path, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == [backup]


def test_a_backup_does_not_wait_for_an_act_and_holds_nothing_of_it(story: Story, tmp_path: Path) -> None:
    product = story.product()
    story.sell(product)
    with story.desk.act("settings.change") as act:
        act.work.connection.exec_driver_sql("UPDATE setting SET value = '半个店名'")
        backup = make_backup(story.shop.path, tmp_path / "backups")
    with Shop.open(as_shop(backup, tmp_path), TestClock()) as copy:
        assert copy.settings.shop_name() == "惠民便利店"


def test_two_backups_in_the_same_second_are_two(story: Story, tmp_path: Path) -> None:
    first, second = (make_backup(story.shop.path, tmp_path / "backups") for _ in range(2))
    assert first != second
    assert first.is_file()
    assert second.is_file()


def test_a_shop_file_that_is_not_there_cannot_be_backed_up(tmp_path: Path) -> None:
    with pytest.raises(ShopFileMissingError):
        make_backup(tmp_path / "shop.db", tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def planted(folder: Path, shop: str, first: date, last: date) -> None:
    folder.mkdir(exist_ok=True)
    for n in range((last - first).days + 1):
        (folder / f"{shop}-{first + timedelta(n):%Y%m%d}-120000.jxcbackup").touch()


def test_old_backups_are_thinned_to_twelve_recent_ten_weekly_nine_monthly(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    planted(folder, "shop", date(2024, 1, 1), date(2024, 12, 31))
    newest = make_backup(story.shop.path, folder)
    recent = {f"202412{day}" for day in range(21, 32)}
    sundays = {"20241215", "20241208", "20241201", "20241124", "20241117", "20241110"}
    ends_of_months = {"20241130", "20241031", "20240930", "20240831", "20240731", "20240630", "20240531"}
    wanted = {f"shop-{day}-120000.jxcbackup" for day in recent | sundays | ends_of_months}
    assert {path.name for path in folder.iterdir()} == wanted | {newest.name}


def test_thinning_touches_only_backups_of_this_shop(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    planted(folder, "shop-2", date(2024, 1, 1), date(2024, 3, 31))
    (folder / "shop-20240101.jxcbackup").touch()
    (folder / "进货单.xlsx").touch()
    before = set(folder.iterdir())
    newest = make_backup(story.shop.path, folder)
    assert set(folder.iterdir()) == before | {newest}


def test_a_damaged_shop_file_never_displaces_a_good_backup(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    planted(folder, "shop", date(2024, 1, 1), date(2024, 12, 31))
    before = set(folder.iterdir())
    story.shop.close()
    spoil(story.shop.path)
    with pytest.raises(ShopFileDamagedError):
        make_backup(story.shop.path, folder)
    assert set(folder.iterdir()) == before


def test_a_backup_before_something_large_lies_beside_the_shop_file(story: Story) -> None:
    backup = backup_before(story.shop.path, Occasion.IMPORT)
    assert backup.parent == backup_folder(story.shop.path) == story.shop.path.parent / "shop-backups"


def test_restoring_brings_back_the_day_of_the_backup_and_keeps_the_file_that_was_there(
    story: Story, tmp_path: Path
) -> None:
    product = story.product()
    story.sell(product)
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.sell(product)
    story.shop.close()
    kept = restore_backup(backup, story.shop.path)
    assert kept is not None
    assert (sales_in(story.shop.path), sales_in(kept)) == (1, 2)
    assert backup.is_file()


def test_restoring_over_a_running_shop_loses_nothing_of_what_is_still_in_its_log(story: Story, tmp_path: Path) -> None:
    product = story.product()
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.sell(product)
    kept = restore_backup(backup, story.shop.path)
    assert kept is not None
    assert not story.shop.path.with_name("shop.db-wal").exists()
    story.shop.close()
    assert (sales_in(story.shop.path), sales_in(kept)) == (0, 1)


def test_restoring_where_no_shop_file_is_keeps_none(story: Story, tmp_path: Path) -> None:
    backup = make_backup(story.shop.path, tmp_path / "backups")
    elsewhere = tmp_path / "new-pc" / "shop.db"
    assert restore_backup(backup, elsewhere) is None
    assert sales_in(elsewhere) == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"SQLite format 3\x00"])
def test_a_file_that_is_no_backup_changes_nothing(story: Story, tmp_path: Path, content: bytes) -> None:
    foreign = tmp_path / "foreign.jxcbackup"
    foreign.write_bytes(content)
    story.shop.close()
    before = hashlib.sha256(story.shop.path.read_bytes()).digest()
    with pytest.raises((NotAShopFileError, ShopFileDamagedError)):
        restore_backup(foreign, story.shop.path)
    assert hashlib.sha256(story.shop.path.read_bytes()).digest() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foreign.jxcbackup", "shop.db"]


def test_a_damaged_backup_changes_nothing(story: Story, tmp_path: Path) -> None:
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.shop.close()
    spoil(backup)
    with pytest.raises(ShopFileDamagedError):
        restore_backup(backup, story.shop.path)
    assert sales_in(story.shop.path) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "shop.db"]


def test_a_backup_of_a_newer_program_changes_nothing(story: Story, tmp_path: Path) -> None:
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.shop.close()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(ShopFileNewerError):
        restore_backup(backup, story.shop.path)
    assert sales_in(story.shop.path) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "shop.db"]


def test_a_backup_that_is_not_there_changes_nothing(story: Story, tmp_path: Path) -> None:
    with pytest.raises(ShopFileMissingError):
        restore_backup(tmp_path / "gone.jxcbackup", story.shop.path)


def test_backups_are_listed_with_time_and_size_the_newest_first(tmp_path: Path) -> None:
    for name, text in (
        ("店-20260301-210000.jxcbackup", "12345"),
        ("店-20260302-210000.jxcbackup", "123"),
        ("店-20260302-210000-2.jxcbackup", "1"),
        ("别家-20260303-210000.jxcbackup", ""),
        ("说明.txt", ""),
    ):
        (tmp_path / name).write_text(text)
    found = backups_in(tmp_path, "店")
    assert [f"{backup.made_at:%m-%d %H:%M}" for backup in found] == ["03-02 21:00", "03-02 21:00", "03-01 21:00"]
    assert found[-1].size == 5


def test_without_a_folder_there_are_no_backups(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "没有", "店") == []


def test_a_place_that_cannot_be_written_is_a_refusal_and_no_fault_of_the_program(story: Story, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(ShopFileReadOnlyError) as refused:
        make_backup(story.shop.path, tmp_path / "backups")
    assert refused.value.path == tmp_path / "backups"


def test_a_backup_says_why_it_was_made_and_its_name_does_not_change(story: Story, tmp_path: Path) -> None:
    made = [make_backup(story.shop.path, tmp_path / "b", why) for why in (Occasion.EXIT, Occasion.SHIFT_CLOSE)]
    assert {backup.occasion for backup in backups_in(tmp_path / "b", "shop")} == {Occasion.EXIT, Occasion.SHIFT_CLOSE}
    assert all(path.suffix == ".jxcbackup" for path in made)


def test_a_backup_of_before_there_were_occasions_is_listed_without_one(tmp_path: Path) -> None:
    (tmp_path / "shop-20260301-210000.jxcbackup").write_bytes(b"SQLite format 3\x00" + b"\x07" * 100)
    (only,) = backups_in(tmp_path, "shop")
    assert only.occasion is Occasion.UNKNOWN


def test_a_name_with_an_impossible_moment_is_no_backup_and_no_fault(tmp_path: Path) -> None:
    (tmp_path / "shop-20269999-210000.jxcbackup").touch()
    assert backups_in(tmp_path, "shop") == []


def test_with_a_clock_that_ran_back_the_backup_just_made_is_not_the_one_that_goes(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    planted(folder, "shop", date(2024, 1, 1), date(2024, 12, 31))

    class DeadBattery(datetime):
        @classmethod
        @override
        def now(cls, tz: tzinfo | None = None) -> "DeadBattery":
            return cls(2000, 1, 1, tzinfo=tz)

    monkeypatch.setattr(backup_module, "datetime", DeadBattery)
    assert make_backup(story.shop.path, folder).is_file()


def test_where_there_is_no_room_nothing_is_begun(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(DiskFullError) as refused:
        make_backup(story.shop.path, tmp_path / "backups")
    assert refused.value.path == tmp_path / "backups"
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.parametrize("step", range(5))
def test_a_power_cut_in_the_middle_of_restoring_leaves_one_whole_shop(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """A program that died with sales in its log; the restoring ends after each of its renamings."""
    product = story.product()
    story.sell(product)
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.sell(product)
    died = tmp_path / "died"
    died.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{story.shop.path}{ending}", died / f"shop.db{ending}")
    replace, done = os.replace, list[Path]()

    def until_the_cut(source: Path, target: Path) -> None:
        if len(done) == step:
            raise KeyboardInterrupt
        done.append(source)
        replace(source, target)

    monkeypatch.setattr(os, "replace", until_the_cut)
    with suppress(KeyboardInterrupt):
        restore_backup(backup, died / "shop.db")
    monkeypatch.undo()
    assert sales_in(died / "shop.db") == (2 if "shop.db" not in [path.name for path in done] else 1)


def test_a_backup_restored_beside_is_a_shop_file_of_its_own(story: Story, tmp_path: Path) -> None:
    product = story.product()
    story.sell(product)
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.sell(product)
    first, second = restore_beside(backup, story.shop.path), restore_beside(backup, story.shop.path)
    assert first != second
    assert first.parent == story.shop.path.parent
    assert (sales_in(first), sales_in(second), sales_in(story.shop.path)) == (1, 1, 2)


def test_of_several_in_one_second_the_last_is_the_newest(tmp_path: Path) -> None:
    names = [f"shop-20260301-210000{mark}.jxcbackup" for mark in ("", "-2", "-10", "-9")]
    for name in names:
        (tmp_path / name).touch()
    found = [backup.path.name for backup in backups_in(tmp_path, "shop")]
    assert found == [names[2], names[3], names[1], names[0]]


def test_where_nothing_lies_ready_the_shop_stays_where_it_is(story: Story) -> None:
    story.shop.close()
    with pytest.raises(ShopFileMissingError):
        finish_restore(story.shop.path)
    assert sales_in(story.shop.path) == 0


def test_a_file_that_cannot_be_put_in_place_gives_the_old_one_back(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.sell(story.product())
    backup = make_backup(story.shop.path, tmp_path / "backups")
    story.shop.close()
    stage_restore(backup, story.shop.path)
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if source.name.endswith(".restoring"):
            raise PermissionError(13, "another program holds it")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(ShopFileReadOnlyError):
        finish_restore(story.shop.path)
    monkeypatch.undo()
    assert sales_in(story.shop.path) == 1


def test_a_half_made_copy_of_days_ago_is_swept_away_and_one_of_now_is_left(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    old, fresh, foreign = (folder / f"{name}.part" for name in ("shop-20260301-210000.jxcbackup.1", "shop-2.2", "x"))
    for path in (old, fresh, foreign):
        path.touch()
    os.utime(old, (0, 0))
    os.utime(foreign, (0, 0))
    make_backup(story.shop.path, folder)
    assert (old.exists(), fresh.exists(), foreign.exists()) == (False, True, True)
