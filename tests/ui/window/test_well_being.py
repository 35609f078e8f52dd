"""How the shop is, in few words."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.window.well_being import BACKUP, BOOKS, PLACE, PRINTER, WellBeing

TODAY = date(2026, 3, 4)
WELL = WellBeing(backed_up_at=datetime(2026, 3, 4, 14, 0), checked_on=TODAY)


def said(known: WellBeing) -> list[tuple[str, str, Tone]]:
    return [(item.name, item.words, item.tone) for item in known.items(TODAY)]


def test_all_is_well() -> None:
    assert said(WELL) == [
        (BACKUP, "已备份 14:00", Tone.SUCCESS),
        (BOOKS, "账目一致", Tone.SUCCESS),
        (PRINTER, "小票机 就绪", Tone.SUCCESS),
    ]


def test_a_shop_file_in_a_synced_folder_is_a_warning_that_says_what_to_do() -> None:
    known = replace(WELL, synced_by="坚果云")
    assert said(known)[0] == (PLACE, "店铺文件在 坚果云 里", Tone.WARNING)
    assert "移到别的文件夹" in known.explained(TODAY)[0][1]


@pytest.mark.parametrize("at", [None, datetime(2026, 3, 3, 22, 0)])
def test_a_day_without_a_backup_is_a_warning(at: datetime | None) -> None:
    assert said(replace(WELL, backed_up_at=at))[0] == (BACKUP, "今天还没备份", Tone.WARNING)


def test_a_backup_that_failed_is_a_danger_whatever_there_was_before() -> None:
    assert said(replace(WELL, has_backup_failed=True))[0] == (BACKUP, "备份失败", Tone.DANGER)


def test_books_that_nobody_has_looked_at_are_not_called_good() -> None:
    assert [name for name, _words, _tone in said(replace(WELL, checked_on=None))] == [BACKUP, PRINTER]


def test_books_that_do_not_hold_are_a_danger_and_say_where() -> None:
    known = replace(WELL, checked_on=None, faults=("账户 现金 的余额应为 1.00，实为 2.00", "b"))
    assert said(known)[1] == (BOOKS, "账目有 2 处不符", Tone.DANGER)
    assert "账户 现金" in known.explained(TODAY)[1][1]


@pytest.mark.parametrize(
    ("fault", "waiting", "words"),
    [("小票机没连上", 0, "小票机没连上"), ("小票机没纸了", 2, "小票机没纸了 待打 2"), ("", 2, "待打 2")],
)
def test_a_printer_that_does_not_print_is_a_warning(fault: str, waiting: int, words: str) -> None:
    assert said(replace(WELL, printer_fault=fault, waiting=waiting))[2] == (PRINTER, words, Tone.WARNING)
