"""A shop file does not belong into a folder that a sync program copies while the shop sells."""

from pathlib import Path

import pytest

from jxc_desktop.services.storage.synced_folder import synced_by


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 惠民商贸/店", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("Nutstore Files/店", "坚果云"),
        ("我的坚果云", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
    ],
)
def test_the_folders_of_sync_programs_are_told_by_their_names(tmp_path: Path, folder: str, program: str) -> None:
    assert synced_by(tmp_path / folder / "店.db") == program


@pytest.mark.parametrize("place", ["店/店.db", "店/OneDrive.db", "我的OneDrive说明/店.db"])
def test_any_other_folder_is_none(tmp_path: Path, place: str) -> None:
    assert synced_by(tmp_path / place) == ""
