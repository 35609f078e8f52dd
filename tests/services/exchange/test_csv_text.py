"""The rows of text files."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.csv_text import csv_rows, csv_sheet
from jxc_desktop.services.exchange.faults import NotASheetError, SheetTooLargeError, UnclosedQuoteError
from jxc_desktop.services.exchange.limits import SheetLimits

GOODS = "条码,品名,价\r\n00123,农夫山泉,￥2\r\n6.93E+12,可乐,3.5\r\n"


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "goods.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gbk", "gb18030"])
def test_the_same_table_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, GOODS.replace("￥", "").encode(encoding))
    assert list(csv_rows(path)) == [["条码", "品名", "价"], ["00123", "农夫山泉", "2"], ["6.93E+12", "可乐", "3.5"]]


def test_a_sheet_says_how_it_was_written(tmp_path: Path) -> None:
    assert csv_sheet(written(tmp_path, GOODS.encode("gb18030"))).encoding == "GB18030"
    assert csv_sheet(written(tmp_path, GOODS.encode("utf-8-sig"))).encoding == "UTF-8"


def test_quotes_and_line_breaks_inside_a_cell_stay(tmp_path: Path) -> None:
    path = written(tmp_path, '品名,说明\n"可乐, 大","第一行\n第二行 ""甜"""\n屏幕 5",好\n'.encode())
    assert list(csv_rows(path)) == [["品名", "说明"], ["可乐, 大", '第一行\n第二行 "甜"'], ['屏幕 5"', "好"]]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    sheet = csv_sheet(written(tmp_path, b'a,b\n\n1,"x\ny"\n,\n2,z\n'))
    assert list(zip(sheet.numbers, sheet.rows, strict=True)) == [(1, ["a", "b"]), (3, ["1", "x\ny"]), (5, ["2", "z"])]


def test_a_delimiter_hint_is_obeyed_and_not_a_row(tmp_path: Path) -> None:
    assert list(csv_rows(written(tmp_path, b"sep=;\r\n1,5;2\r\n"))) == [["1,5", "2"]]


def test_nul_bytes_and_kept_zeros_read_as_they_are_seen(tmp_path: Path) -> None:
    assert list(csv_rows(written(tmp_path, b'code,name\n"=""0012""",a\0b\n'))) == [["code", "name"], ["0012", "ab"]]


@pytest.mark.parametrize("more", [0, 200_000])
def test_an_open_quotation_mark_names_its_row_and_swallows_nothing(tmp_path: Path, more: int) -> None:
    path = written(tmp_path, b'a,b\n1,2\n3,"4\n' + b"5,6\n" * more + b"7,8\n")
    with pytest.raises(UnclosedQuoteError) as refusal:
        list(csv_rows(path))
    assert refusal.value.row == 3


@pytest.mark.parametrize(("what", "limits"), [("rows", SheetLimits(rows=2)), ("columns", SheetLimits(columns=1))])
def test_too_many_rows_or_columns_are_refused(tmp_path: Path, what: str, limits: SheetLimits) -> None:
    with pytest.raises(SheetTooLargeError) as refusal:
        csv_sheet(written(tmp_path, b"a,b\n1,2\n3,4\n"), limits)
    assert refusal.value.what == what


def test_a_workbook_is_not_streamed(tmp_path: Path) -> None:
    with pytest.raises(NotASheetError):
        csv_rows(written(tmp_path, b"PK\x03\x04rest"))
