"""A workbook in which every cell is text."""

import zipfile
from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import FileNotWrittenError, TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.text_sheets import TextSheet, write_text_sheets


def written(folder: Path, *sheets: TextSheet) -> Path:
    path = folder / "a.xlsx"
    write_text_sheets(path, sheets)
    return path


def test_what_was_written_is_read_as_it_was_with_all_zeros(tmp_path: Path) -> None:
    rows = [["00123", "6.93E+12", "=1+1"], ["", "两\n行", "@x"]]
    sheet = read_sheet(written(tmp_path, TextSheet("商品/表", ["条码", "品名", "备注"], rows)))
    assert [list(row) for row in sheet.rows] == [["条码", "品名", "备注"], *rows]
    assert sheet.name == "商品 表"


def test_nothing_of_it_is_a_formula_or_a_number(tmp_path: Path) -> None:
    path = written(tmp_path, TextSheet("a", ["条码"], [["=1+1"], ["12"]]))
    with zipfile.ZipFile(path) as archive:
        cells = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in cells
    assert cells.count('t="s"') + cells.count('t="inlineStr"') == 3


def test_marked_cells_and_columns_to_be_typed_in_keep_their_dress(tmp_path: Path) -> None:
    path = written(tmp_path, TextSheet("a", ["条码", "品名"], [["1", ""]], {0: frozenset({1})}))
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
        cells = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "FFF4C7C3" in styles
    assert 'numFmtId="49"' in styles
    assert '<c r="B2"' in cells


def test_several_sheets_stand_in_their_order(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path, TextSheet("一", ["a"], []), TextSheet("二", ["b"], [])))
    assert [sheet.name, *(other.name for other in sheet.others)] == ["一", "二"]


def test_only_an_xlsx_file_is_written_and_only_where_there_is_a_place(tmp_path: Path) -> None:
    with pytest.raises(TableKindError):
        write_text_sheets(tmp_path / "a.csv", [])
    with pytest.raises(FileNotWrittenError):
        write_text_sheets(tmp_path / "none" / "a.xlsx", [TextSheet("a", ["b"], [])])
