"""Sheets without their empty rows and columns."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.limits import SHEET_LIMITS
from jxc_desktop.services.exchange.sheet import column_letter, sheet_of


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")])
def test_columns_have_the_letters_a_spreadsheet_shows(column: int, letters: str) -> None:
    assert column_letter(column) == letters


def test_empty_rows_and_columns_are_dropped_and_places_kept() -> None:
    rows = [["", "", ""], ["", "条码", "", "价"], ["", " ", "\u3000"], ["", "690", "", "2"], ["", "691"]]
    sheet = sheet_of(Path("x.csv"), "", rows, SHEET_LIMITS)
    assert [list(row) for row in sheet.rows] == [["条码", "价"], ["690", "2"], ["691", ""]]
    assert (list(sheet.numbers), list(sheet.columns)) == ([2, 4, 5], [1, 3])


def test_a_single_column_in_the_middle_stays_a_row_of_cells() -> None:
    sheet = sheet_of(Path("x.csv"), "", [["", "690"], ["", "691"]], SHEET_LIMITS)
    assert [list(row) for row in sheet.rows] == [["690"], ["691"]]


def test_a_sheet_of_nothing_has_no_rows() -> None:
    assert sheet_of(Path("x.csv"), "", [["", " "], []], SHEET_LIMITS).rows == []
