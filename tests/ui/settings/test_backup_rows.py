"""What the list of backups says of each."""

from datetime import datetime
from pathlib import Path

import pytest

from jxc_desktop.models.values.backup_file import BackupContents, BackupFile, Occasion
from jxc_desktop.ui.settings.backup_rows import (
    BackupRow,
    BackupState,
    backup_columns,
    made_words,
    occasion_word,
    place_word,
    size_words,
)

FILE = BackupFile(Path("店-20260302-220500.jxcbackup"), datetime(2026, 3, 2, 22, 5), 12_345_678, Occasion.EXIT)
HELD = BackupContents("惠民便利店", 500, 2_349, "XS20260302-0018", datetime(2026, 3, 2, 21, 42))


def shown(row: BackupRow) -> dict[str, str]:
    return {column.name: column.text(row) for column in backup_columns()}


def test_a_backup_that_was_read_shows_what_it_holds() -> None:
    row = shown(BackupRow(FILE, BackupState.READABLE, HELD))
    assert row["last"] == "XS20260302-0018"
    assert (row["products"], row["documents"], row["size"]) == ("500", "2,349", "12.3 MB")
    assert (row["made_at"], row["state"]) == ("2026-03-02 22:05", "可以用")


def test_one_that_cannot_be_used_says_why_in_place_of_the_document() -> None:
    row = shown(BackupRow(FILE, BackupState.BAD, fault="读不出来"))
    assert (row["last"], row["products"], row["state"]) == ("读不出来", "", "不能用")


def test_a_shop_that_has_not_begun_has_no_document_yet() -> None:
    assert shown(BackupRow(FILE, BackupState.SOUND, BackupContents("店", 0, 0)))["last"] == "还没有单据"


@pytest.mark.parametrize("occasion", [occasion for occasion in Occasion if occasion is not Occasion.UNKNOWN])
def test_every_occasion_has_a_word(occasion: Occasion) -> None:
    assert occasion_word(occasion)


def test_words_of_time_place_and_size() -> None:
    assert made_words(FILE) == "2026-03-02 22:05"
    assert place_word(FILE) == "本机"
    assert size_words(BackupRow(FILE)) == "12.3 MB"
