"""The rows of a text file (csv, txt, tsv), in any of the usual encodings."""

import csv
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, takewhile
from pathlib import Path

from jxc_desktop.services.exchange.cell_text import as_seen
from jxc_desktop.services.exchange.csv_form import CsvForm, csv_form
from jxc_desktop.services.exchange.faults import NotASheetError, UnclosedQuoteError
from jxc_desktop.services.exchange.file_kind import FileKind, kind_of, reading
from jxc_desktop.services.exchange.limits import SHEET_LIMITS, STREAM_LIMITS, SheetLimits
from jxc_desktop.services.exchange.sheet import Sheet, sheet_of

# Added after the last line: where it does not come back as a row of its own, a quotation mark was left open.
END_LINE = "\0end of file\0"


def csv_rows(path: Path, *, limits: SheetLimits = STREAM_LIMITS) -> Iterator[list[str]]:
    """The rows of a text file of any length, read as they are asked for.

    The n-th row is row n as a spreadsheet program numbers them: empty rows come as ``[]`` or empty cells. Rows may
    differ in length. The file is opened and its form found at once, before the first row is asked for.

    Raises:
        NoSuchFileError, FileNotReadableError: it cannot be read.
        NotASheetError: it is no text file.
        SheetTooLargeError: it has too many bytes, or a line of more than a mebibyte.
        UnknownEncodingError: its encoding is none of the usual ones.
        UnclosedQuoteError: while reading, at the end: a quotation mark was never closed.
    """
    _require_text(path, limits)
    return _rows(path, csv_form(path))


def csv_sheet(path: Path, limits: SheetLimits = SHEET_LIMITS) -> Sheet:
    """The whole text file as a sheet.

    Raises:
        SheetFileError: as ``csv_rows`` does, and for too many rows or columns.
    """
    _require_text(path, limits)
    form = csv_form(path)
    return sheet_of(path, "", _rows(path, form), limits, _shown(form))


def _require_text(path: Path, limits: SheetLimits) -> None:
    kind = kind_of(path, limits)
    if kind is not FileKind.TEXT:
        raise NotASheetError(path, "archive" if kind is FileKind.ZIP else "unknown")


def _shown(form: CsvForm) -> str:
    return form.encoding.removesuffix("-sig").upper()


def _rows(path: Path, form: CsvForm) -> Iterator[list[str]]:
    rows = _rows_as_written(path, form)
    if not form.needs_care:
        return rows
    return ([as_seen(cell) for cell in row] for row in rows)


def _rows_as_written(path: Path, form: CsvForm) -> Iterator[list[str]]:
    with reading(path), path.open(encoding=form.encoding, errors="replace", newline="") as file:
        if form.has_hint:
            file.readline()
        rows = csv.reader(chain(file, _after_the_last_line()), delimiter=form.delimiter)
        try:
            yield from takewhile([END_LINE].__ne__, rows)
        except csv.Error as fault:
            # A cell of more than 131,072 characters, or the end inside one: both are a quotation mark left open.
            raise UnclosedQuoteError(path, _last_row(path, form)) from fault


def _after_the_last_line() -> Iterator[str]:
    """One line more; a reader that wants another one after it is still inside quotation marks."""
    yield END_LINE
    raise csv.Error("open quotation mark")


def _last_row(path: Path, form: CsvForm) -> int:
    """The number of the row that a reader cannot finish, which is the one with the open quotation mark."""
    number = 0
    with path.open(encoding=form.encoding, errors="replace", newline="") as file, suppress(csv.Error):
        if form.has_hint:
            file.readline()
        for number, row in enumerate(csv.reader(file, delimiter=form.delimiter), 1):  # noqa: B007
            pass
        return number
    return number + 1
