"""What a file really is, told by its first bytes and never by its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from jxc_desktop.services.exchange.faults import (
    FileNotReadableError,
    NoSuchFileError,
    NotASheetError,
    SheetEmptyError,
    SheetTooLargeError,
)
from jxc_desktop.services.exchange.limits import SheetLimits


class FileKind(Enum):
    """The three outer forms a sheet can have."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


FIRST_BYTES = {
    b"PK\x03\x04": FileKind.ZIP,
    b"PK\x05\x06": FileKind.ZIP,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": FileKind.OLE,
}
NOT_SHEETS = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"\xfd7zXZ": "archive",
    b"SQLite format 3": "database",
    b"\x09\x00\x04\x00": "old_xls",
    b"\x09\x02\x06\x00": "old_xls",
    b"\x09\x04\x06\x00": "old_xls",
    b"\x09\x08\x08\x00": "old_xls",
    b"{\\rtf": "document",
}
MARKUP = {b"<html": "web_page", b"<!doctype": "web_page", b"<table": "web_page", b"<meta": "web_page", b"<?xml": "xml"}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a file that cannot be read into a fault that names the file.

    Raises:
        NoSuchFileError: it is not there.
        FileNotReadableError: it is there and cannot be read.
    """
    try:
        yield
    except FileNotFoundError as fault:
        raise NoSuchFileError(path) from fault
    except OSError as fault:
        raise FileNotReadableError(path, fault.strerror or "") from fault


def kind_of(path: Path, limits: SheetLimits) -> FileKind:
    """The outer form of the file.

    Raises:
        NoSuchFileError, FileNotReadableError: there is no such file, or it cannot be read.
        NotASheetError: it is something else than a sheet.
        SheetEmptyError: it has no bytes.
        SheetTooLargeError: it has too many.
    """
    with reading(path):
        if path.is_dir():
            raise NotASheetError(path, "folder")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(512)
    if size > limits.file_bytes:
        raise SheetTooLargeError(path, "file_bytes", limits.file_bytes)
    if not head:
        raise SheetEmptyError(path)
    return _kind_by(path, head)


def _kind_by(path: Path, head: bytes) -> FileKind:
    for first_bytes, kind in FIRST_BYTES.items():
        if head.startswith(first_bytes):
            return kind
    # A text may begin with the letters BM too: a picture says its own size in the four bytes after them, with a NUL.
    for first_bytes, found in NOT_SHEETS.items():
        if head.startswith(first_bytes) and not (
            found == "picture" and first_bytes == b"BM" and b"\0" not in head[:10]
        ):
            raise NotASheetError(path, found)
    markup = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for first_bytes, found in MARKUP.items():
        if markup.startswith(first_bytes):
            raise NotASheetError(path, found)
    return FileKind.TEXT
