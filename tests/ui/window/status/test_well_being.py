"""How the shop is, in few words."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jxc_desktop.models.values.backup_file import SecondPlace
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.window.status.well_being import (
    BACKUP,
    BOOKS,
    CLOCK,
    PLACE,
    PRINTER,
    SECOND,
    WellBeing,
    is_clock_behind,
)

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


def test_in_a_shop_that_is_open_after_midnight_a_backup_of_this_night_is_of_today() -> None:
    assert said(replace(WELL, backed_up_at=datetime(2026, 3, 5, 1, 20)))[0] == (BACKUP, "已备份 01:20", Tone.SUCCESS)


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


LONG_AGO, LAST_WEEK = datetime(2026, 2, 1, 22, 0), datetime(2026, 2, 26, 22, 0)
STICK = SecondPlace(Path("U 盘"), LONG_AGO, is_reachable=True)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (LONG_AGO, None, "备份只在这块盘上"),
        (LAST_WEEK, None, ""),
        (None, None, ""),
        (LONG_AGO, STICK, "第二处 31 天没备份"),
        (LONG_AGO, replace(STICK, copied_at=LAST_WEEK), ""),
        (LONG_AGO, replace(STICK, copied_at=None), "第二处还没有备份"),
    ],
)
def test_seven_days_without_a_copy_elsewhere_are_a_warning(
    first: datetime | None, second: SecondPlace | None, words: str
) -> None:
    known = replace(WELL, first_backup_at=first, second=second)
    assert [item[1] for item in said(known) if item[0] == SECOND] == ([words] if words else [])


def test_a_place_that_is_not_there_is_named_with_what_to_do() -> None:
    known = replace(WELL, first_backup_at=LONG_AGO, second=replace(STICK, is_reachable=False))
    (note,) = [note for item, note in known.explained(TODAY) if item.name == SECOND]
    assert note == "U 盘 没连上；插上以后点“现在备份”"


def test_a_clock_behind_the_books_says_when_the_last_thing_was_written() -> None:
    known = replace(WELL, clock_behind=datetime(2026, 3, 6, 9, 30))
    assert said(known)[0] == (CLOCK, "电脑时间慢了", Tone.WARNING)
    assert "2026-03-06 09:30" in known.explained(TODAY)[0][1]


@pytest.mark.parametrize(("last", "is_behind"), [(None, False), (0, False), (4, False), (6, True), (-9, False)])
def test_a_few_minutes_are_no_wrong_clock(last: int | None, is_behind: bool) -> None:
    now = datetime(2026, 3, 4, 9, 0)
    assert is_clock_behind(now, None if last is None else now + timedelta(minutes=last)) is is_behind


def test_more_findings_than_fit_say_how_to_see_them_all() -> None:
    known = replace(WELL, checked_on=None, faults=tuple("abcd"))
    (note,) = [note for item, note in known.explained(TODAY) if item.name == BOOKS]
    assert note.splitlines() == ["a", "b", "c", "按 F4 看全部"]
