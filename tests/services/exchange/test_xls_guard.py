"""Old xls files that mean no good, or are damaged, are refused before they are read."""

import struct
from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import NotASheetError, SheetDamagedError, SheetLockedError, SheetTooLargeError
from jxc_desktop.services.exchange.ole_file import ole_with
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from tests.services.exchange.sheet_files import number_record, record, xls_stream


def xls_file(path: Path, stream: bytes, name: str = "Workbook") -> Path:
    path.write_bytes(ole_with(name, stream))
    return path


def rows(path: Path) -> list[list[str]]:
    return [list(row) for row in read_sheet(path).rows]


def test_numbers_of_an_xls_file_are_read(tmp_path: Path) -> None:
    cells = number_record(0, 0, 6901234567892.0) + number_record(1, 1, 2.5)
    assert rows(xls_file(tmp_path / "x.xls", xls_stream(cells))) == [["6901234567892", ""], ["", "2.5"]]


def test_an_error_stays_visible(tmp_path: Path) -> None:
    cells = number_record(0, 0, 1.0) + record(0x0205, struct.pack("<HHHBB", 0, 1, 0, 42, 1))
    assert rows(xls_file(tmp_path / "x.xls", xls_stream(cells))) == [["1", "#N/A"]]


def test_two_cells_at_the_far_corners_are_refused(tmp_path: Path) -> None:
    cells = number_record(0, 0, 1.0) + number_record(65_535, 65_535, 1.0)
    with pytest.raises(SheetTooLargeError) as refusal:
        read_sheet(xls_file(tmp_path / "x.xls", xls_stream(cells)))
    assert refusal.value.what == "cells"


def test_a_size_that_is_only_claimed_costs_nothing(tmp_path: Path) -> None:
    claimed = record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))
    assert rows(xls_file(tmp_path / "x.xls", xls_stream(claimed + number_record(0, 0, 7.0)))) == [["7"]]


def test_two_billion_texts_that_are_only_claimed_are_refused(tmp_path: Path) -> None:
    claimed = record(0x00FC, struct.pack("<II", 1, 0x7FFFFFFF))
    with pytest.raises(SheetDamagedError):
        read_sheet(xls_file(tmp_path / "x.xls", xls_stream(number_record(0, 0, 7.0), claimed)))


def test_a_protected_xls_file_is_locked(tmp_path: Path) -> None:
    with pytest.raises(SheetLockedError):
        read_sheet(xls_file(tmp_path / "x.xls", xls_stream(b"", record(0x002F, b"\1\0\0\0"))))


def test_a_protected_xlsx_file_is_locked(tmp_path: Path) -> None:
    with pytest.raises(SheetLockedError):
        read_sheet(xls_file(tmp_path / "x.xlsx", b"secret", "EncryptedPackage"))


@pytest.mark.parametrize(("stream", "found"), [("WordDocument", "document"), ("Something", "unknown")])
def test_another_office_file_is_named(tmp_path: Path, stream: str, found: str) -> None:
    with pytest.raises(NotASheetError) as refusal:
        read_sheet(xls_file(tmp_path / "x.xls", b"text", stream))
    assert refusal.value.found == found


@pytest.mark.parametrize("kept", [8, 100, 600, 5000])
def test_a_piece_of_an_xls_file_is_damaged(tmp_path: Path, kept: int) -> None:
    path = xls_file(tmp_path / "x.xls", xls_stream(number_record(0, 0, 7.0)))
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(SheetDamagedError):
        read_sheet(path)
