"""Any file a shop person may pick is read or refused in words."""

import time
from datetime import datetime
from pathlib import Path

import pytest

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.exchange.cell_text import is_not_calculated, is_scientific
from jxc_desktop.services.exchange.faults import SheetDamagedError, SheetEmptyError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from tests.services.exchange.sheet_files import new_workbook, xlsx_file

SEVERAL_SECONDS = 10


def texts(path: Path) -> list[list[str]]:
    return [list(row) for row in read_sheet(path).rows]


def test_every_file_of_other_programs_is_read_or_refused_at_once(shared: Path) -> None:
    files = sorted((shared / "data" / "templates").iterdir())
    refused = []
    for path in files:
        begun = time.monotonic()
        try:
            assert read_sheet(path).rows
        except ShopError as refusal:
            refused.append((path.name, refusal))
        assert time.monotonic() - begun < SEVERAL_SECONDS, path.name
    assert len(files) > 20
    assert refused == []


def test_codes_with_zeros_numbers_and_days_read_as_they_are_seen(tmp_path: Path) -> None:
    path = xlsx_file(
        tmp_path / "goods.xlsx",
        [["条码", "价", "日"], ["00123", 0.1 + 0.2, datetime(2026, 3, 5)], [6901234567892, 3.0, None]],
    )
    assert texts(path) == [["条码", "价", "日"], ["00123", "0.3", "2026-03-05"], ["6901234567892", "3", ""]]


def test_an_xlsx_called_xls_or_csv_reads_all_the_same(tmp_path: Path) -> None:
    content = xlsx_file(tmp_path / "goods.xlsx", [["条码"], ["690"]]).read_bytes()
    for name in ("goods.xls", "goods.csv", "goods"):
        (tmp_path / name).write_bytes(content)
        assert texts(tmp_path / name) == [["条码"], ["690"]]


def test_a_formula_saved_without_its_result_is_told_apart_from_an_empty_cell(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [["条码", "价"], ["690", "=2*3"], ["691", None]])
    assert texts(path) == [["条码", "价"], ["690", "=2*3"], ["691", ""]]
    assert is_not_calculated(texts(path)[1][1])


def test_a_shortened_code_stays_shortened_in_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes("条码,品名\n6.93E+12,可乐\n".encode())
    assert is_scientific(texts(path)[1][0])


def test_a_workbook_of_empty_sheets_is_empty(tmp_path: Path) -> None:
    with pytest.raises(SheetEmptyError):
        read_sheet(xlsx_file(tmp_path / "empty.xlsx", []))


def test_a_text_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"\r\n ,,\r\n\r\n")
    with pytest.raises(SheetEmptyError):
        read_sheet(tmp_path / "empty.csv")


def test_half_a_workbook_is_damaged(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [["条码"], ["690"]])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(SheetDamagedError):
        read_sheet(path)


def test_the_further_sheets_come_along_and_hidden_ones_do_not(tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.active.append(["条码"])
    for title, state in (("字典", "hidden"), ("密", "veryHidden"), ("二", "visible"), ("空", "visible")):
        workbook.create_sheet(title).sheet_state = state
        if title != "空":
            workbook[title].append([title])
    workbook.save(tmp_path / "goods.xlsx")
    sheet = read_sheet(tmp_path / "goods.xlsx")
    assert [each.name for each in sheet.others] == ["二"]
