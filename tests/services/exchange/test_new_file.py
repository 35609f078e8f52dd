"""A file is there as a whole or not at all."""

import errno
from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import FileNotWrittenError
from jxc_desktop.services.exchange.new_file import written_whole


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_text("old", encoding="utf-8")
    with written_whole(target) as new:
        new.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="surrogate"), written_whole(target) as new:
        new.write_text("half" * 10_000 + "\ud800", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "disk_full"), (errno.EACCES, "in_use"), (errno.ENOENT, "no_folder"), (errno.EIO, "system")],
)
def test_what_the_system_refuses_has_a_reason(tmp_path: Path, number: int, reason: str) -> None:
    with pytest.raises(FileNotWrittenError) as refusal, written_whole(tmp_path / "report.csv"):
        raise OSError(number, "refused")
    assert refusal.value.reason == reason


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotWrittenError) as refusal, written_whole(tmp_path / "gone" / "report.csv") as new:
        new.write_text("x", encoding="utf-8")
    assert refusal.value.reason == "no_folder"
