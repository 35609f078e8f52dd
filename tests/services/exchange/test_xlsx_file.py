"""The workbook that an export becomes, as the program that opens it finds it."""

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl.reader.excel
import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.exchange.table import Column, Table
from jxc_desktop.services.exchange.xlsx_file import write_workbook

NAME = (Column("品名"),)


def written(
    tmp_path: Path, rows: Iterable[tuple[object, ...]], title: str = "月报", columns: tuple[Column, ...] = NAME
) -> Any:
    path = tmp_path / "x.xlsx"
    write_workbook(path, Table(title, columns, rows))
    load: Any = openpyxl.reader.excel.load_workbook
    return load(path).active


def test_an_empty_list_is_a_sheet_with_its_headings(tmp_path: Path) -> None:
    sheet = written(tmp_path, [])
    assert [cell.value for cell in sheet[1]] == ["品名"]
    assert (sheet.max_row, sheet.freeze_panes) == (1, "A2")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2026/03 销售[全部]: *?", "2026 03 销售 全部"),
        ("长" * 40, "长" * 31),
        ("", "Sheet1"),
        ("'", "Sheet1"),
        ("\x00\n", "Sheet1"),
    ],
)
def test_a_title_becomes_a_name_a_sheet_may_have(tmp_path: Path, title: str, name: str) -> None:
    assert written(tmp_path, [], title).title == name


def test_what_no_workbook_can_hold_is_left_out(tmp_path: Path) -> None:
    sheet = written(tmp_path, [("可\x00乐\x0b",), ("大" * 40_000,), ("",), (None,), ("行\n行",)])
    values = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert values == ["可乐", "大" * 32_767, None, None, "行\n行"]


def test_numbers_with_more_digits_than_are_kept_become_text(tmp_path: Path) -> None:
    sheet = written(tmp_path, [(999_999_999_999_999,), (1_000_000_000_000_000,), (-1,)])
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [999_999_999_999_999, "1000000000000000", -1]


def test_the_largest_amounts_are_exact(tmp_path: Path) -> None:
    sheet = written(tmp_path, [(Money(999_999_999),), (Money(-1),), (Quantity(1),)])
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [9_999_999.99, -0.01, 0.001]


def test_each_row_keeps_its_own_kind_of_value_in_a_mixed_column(tmp_path: Path) -> None:
    sheet = written(tmp_path, [("=1+1",), (Money(100),), ("可乐",), (date(2026, 3, 5),), ("=2",)])
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [
        ("s", True),
        ("n", False),
        ("s", False),
        ("d", False),
        ("s", True),
    ]


def test_a_column_is_as_wide_as_its_longest_text_within_reason(tmp_path: Path) -> None:
    columns = (Column("一"), Column("二"), Column("三"), Column("四", 5))
    sheet = written(tmp_path, [("短", "十个字的商品名称呀呀", "长" * 90, "长" * 90)], columns=columns)
    assert [sheet.column_dimensions[letter].width for letter in "ABCD"] == [8, 22, 50, 5]


def test_the_same_table_is_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for file in files:
        write_workbook(file, Table("月报", NAME, [("可乐",)]))
    assert files[0].read_bytes() == files[1].read_bytes()
    with zipfile.ZipFile(files[0]) as archive:
        assert archive.testzip() is None


def test_each_table_has_a_sheet_of_its_own_under_a_name_of_its_own(tmp_path: Path) -> None:
    tables = [Table(title, NAME, [(title,)], ("合计",)) for title in ("月报", "月报", "畅销", "长" * 40, "长" * 40)]
    write_workbook(tmp_path / "x.xlsx", *tables)
    load: Any = openpyxl.reader.excel.load_workbook
    book = load(tmp_path / "x.xlsx")
    assert book.sheetnames == ["月报", "月报 2", "畅销", "长" * 31, "长" * 29 + " 2"]
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * 5
    assert [[row[0].value for row in sheet] for sheet in book][2] == ["品名", "畅销", "合计"]


def test_a_day_that_spreadsheet_programs_do_not_know_is_a_text(tmp_path: Path) -> None:
    days = (date.min, date(1900, 2, 28), date(1900, 3, 1), date(2026, 3, 5))
    sheet = written(tmp_path, [(day,) for day in days])
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells[:2]] == ["0001-01-01", "1900-02-28"]
    assert [cell.value.date() for cell in cells[2:]] == [date(1900, 3, 1), date(2026, 3, 5)]


def test_a_moment_is_exact_to_the_second(tmp_path: Path) -> None:
    moments = [datetime(2026, 3, 5, 23, 59, 59), datetime(2026, 1, 1), datetime(1800, 1, 1, 8)]
    sheet = written(tmp_path, [(moment,) for moment in moments])
    values = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert values == [*moments[:2], "1800-01-01 08:00:00"]


def test_signs_with_a_meaning_of_their_own_and_blanks_are_kept(tmp_path: Path) -> None:
    texts = ["<b>&amp;\"'", " 前后 ", "a]]>b", "&lt;"]
    assert [row[0].value for row in written(tmp_path, [(text,) for text in texts]).iter_rows(min_row=2)] == texts


def test_a_hundred_columns_have_a_hundred_places(tmp_path: Path) -> None:
    columns = tuple(Column(f"列{number}") for number in range(100))
    sheet = written(tmp_path, [tuple(range(100))], columns=columns)
    assert [cell.value for cell in sheet[2]] == list(range(100))


def test_a_rate_is_a_number_shown_in_percent(tmp_path: Path) -> None:
    sheet = written(tmp_path, [(Percent(140),), (Percent(-11),)])
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.number_format) for cell in cells] == [(0.14, "0.0%"), (-0.011, "0.0%")]
