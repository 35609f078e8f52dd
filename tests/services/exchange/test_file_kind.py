"""What a picked file really is."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import (
    FileNotReadableError,
    NoSuchFileError,
    NotASheetError,
    SheetEmptyError,
    SheetTooLargeError,
)
from jxc_desktop.services.exchange.file_kind import FileKind, kind_of, reading
from jxc_desktop.services.exchange.limits import SHEET_LIMITS, SheetLimits


@pytest.mark.parametrize(
    ("first_bytes", "found"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"BM\x36\x00\x00\x00\x00\x00", "picture"),
        (b"Rar!\x1a\x07", "archive"),
        (b"SQLite format 3\x00", "database"),
        (b"<html><table><tr><td>1", "web_page"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML>", "web_page"),
        (b'<?xml version="1.0"?><Workbook>', "xml"),
        (b"\x09\x04\x06\x00\x00\x00", "old_xls"),
        (b"{\\rtf1", "document"),
    ],
)
def test_something_else_called_xls_is_named(tmp_path: Path, first_bytes: bytes, found: str) -> None:
    path = tmp_path / "商品.xls"
    path.write_bytes(first_bytes)
    with pytest.raises(NotASheetError) as refusal:
        kind_of(path, SHEET_LIMITS)
    assert (refusal.value.path, refusal.value.found) == (path, found)


def test_a_text_called_xls_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("BM,name\n1,2\n", encoding="utf-8")
    assert kind_of(path, SHEET_LIMITS) is FileKind.TEXT


def test_a_folder_is_no_sheet(tmp_path: Path) -> None:
    with pytest.raises(NotASheetError) as refusal:
        kind_of(tmp_path, SHEET_LIMITS)
    assert refusal.value.found == "folder"


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        kind_of(tmp_path / "gone.xlsx", SHEET_LIMITS)


def test_a_file_without_bytes_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.touch()
    with pytest.raises(SheetEmptyError):
        kind_of(path, SHEET_LIMITS)


def test_a_file_over_the_limit_says_what_the_limit_is(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"1,2\n" * 10)
    with pytest.raises(SheetTooLargeError) as refusal:
        kind_of(path, SheetLimits(file_bytes=39))
    assert (refusal.value.what, refusal.value.limit) == ("file_bytes", 39)


def test_a_file_another_program_holds_is_not_readable(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadableError) as refusal, reading(tmp_path):
        raise PermissionError(13, "in use")
    assert refusal.value.reason == "in use"
