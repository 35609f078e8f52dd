"""A second place for backups: filled when it is there, said when it is not, never in the way."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.services.storage import second_place as module
from jxc_desktop.services.storage.backup import backup_folder
from jxc_desktop.services.storage.faults import ShopFileReadOnlyError
from jxc_desktop.services.storage.second_place import (
    back_up_everywhere,
    backups_everywhere,
    choose_second_place,
    copy_to_second_place,
    second_place,
)
from tests.services.storage.spoiling import spoil
from tests.story import Story


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U 盘"
    folder.mkdir()
    return folder


def test_without_a_second_place_a_backup_lies_beside_the_shop_alone(story: Story) -> None:
    made = back_up_everywhere(story.shop.path, Occasion.EXIT)
    assert (made.second, made.is_second_missing) == (None, False)
    assert second_place(story.shop.path) is None


def test_each_backup_is_copied_to_the_second_place_byte_for_byte(story: Story, stick: Path) -> None:
    choose_second_place(story.shop.path, stick)
    made = back_up_everywhere(story.shop.path, Occasion.EXIT)
    assert made.second is not None
    assert made.second.parent == stick
    assert made.second.read_bytes() == made.path.read_bytes()
    known = second_place(story.shop.path)
    assert known is not None
    assert known.copied_at is not None
    assert abs((datetime.now() - known.copied_at).total_seconds()) < 60


def test_a_place_that_was_pulled_out_is_said_and_the_backup_here_is_made(story: Story, stick: Path) -> None:
    choose_second_place(story.shop.path, stick)
    stick.rmdir()
    made = back_up_everywhere(story.shop.path, Occasion.EXIT)
    assert made.path.is_file()
    assert made.is_second_missing
    known = second_place(story.shop.path)
    assert known is not None
    assert not known.is_reachable


def test_a_full_stick_keeps_what_it_has_and_nothing_half_done(
    story: Story, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_second_place(story.shop.path, stick)
    back_up_everywhere(story.shop.path, Occasion.EXIT)
    before = sorted(path.name for path in stick.iterdir())
    full = shutil.disk_usage(stick)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    assert copy_to_second_place(story.shop.path) is not None  # it is there already
    (stick / before[0]).unlink()
    assert copy_to_second_place(story.shop.path) is None
    assert list(stick.iterdir()) == []


def test_copies_there_are_thinned_as_here(story: Story, stick: Path) -> None:
    choose_second_place(story.shop.path, stick)
    for day in range(1, 29):
        (stick / f"shop-202301{day:02d}-120000.jxcbackup").touch()
        (stick / f"shop-202302{day:02d}-120000.jxcbackup").touch()
    back_up_everywhere(story.shop.path, Occasion.EXIT)
    assert len(list(stick.iterdir())) < 30


def test_what_is_no_folder_or_the_folder_of_the_backups_is_refused(story: Story, tmp_path: Path) -> None:
    back_up_everywhere(story.shop.path, Occasion.EXIT)
    for wrong in (tmp_path / "没有", backup_folder(story.shop.path)):
        with pytest.raises(ShopFileReadOnlyError):
            choose_second_place(story.shop.path, wrong)
    assert second_place(story.shop.path) is None


def test_a_second_place_can_be_given_up(story: Story, stick: Path) -> None:
    choose_second_place(story.shop.path, stick)
    choose_second_place(story.shop.path, None)
    assert second_place(story.shop.path) is None


def test_backups_of_both_places_are_found_even_when_the_shop_file_is_damaged(story: Story, stick: Path) -> None:
    choose_second_place(story.shop.path, stick)
    made = back_up_everywhere(story.shop.path, Occasion.EXIT)
    story.shop.close()
    spoil(story.shop.path)
    found = backups_everywhere(story.shop.path)
    assert [(backup.path, backup.is_second) for backup in found] == [(made.path, False), (made.second, True)]


@pytest.mark.parametrize("written", ["", "[]", "{", '{"folder": 3}'])
def test_a_note_that_cannot_be_read_is_no_second_place_and_no_fault(story: Story, written: str) -> None:
    backup_folder(story.shop.path).mkdir()
    (backup_folder(story.shop.path) / module.NAME).write_text(written, encoding="utf-8")
    known = second_place(story.shop.path)
    assert known is None or not known.is_reachable
