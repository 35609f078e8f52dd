"""The visible sheets of a workbook (xlsx, xls, ods) as rows of text."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from jxc_desktop.services.exchange.cell_text import marked_text_of
from jxc_desktop.services.exchange.extent import Flaws
from jxc_desktop.services.exchange.faults import SheetDamagedError, SheetLockedError
from jxc_desktop.services.exchange.file_kind import FileKind, reading
from jxc_desktop.services.exchange.limits import SheetLimits
from jxc_desktop.services.exchange.sheet import Sheet, sheet_of
from jxc_desktop.services.exchange.xls_guard import checked_xls
from jxc_desktop.services.exchange.zip_guard import flaws_of_zip

Cell = int | float | str | bool | time | date | datetime | timedelta


class ReaderGaveUpError(Exception):
    """The reader gave up on the file in a way of its own."""


def workbook_sheets(path: Path, kind: FileKind, limits: SheetLimits) -> list[Sheet]:
    """All visible sheets that hold something, in the order of the workbook.

    Raises:
        SheetFileError: the file cannot be read, is no sheet, is protected, damaged or too large.
    """
    with reading(path):
        data = path.read_bytes()
    if kind is FileKind.ZIP:
        file = io.BytesIO(data)
        return _opened(path, file, flaws_of_zip(path, file, limits), limits)
    checked = checked_xls(path, data, limits)
    return _opened(path, io.BytesIO(checked.data), checked.flaws, limits)


def _opened(path: Path, file: BinaryIO, flaws: dict[int, Flaws], limits: SheetLimits) -> list[Sheet]:
    file.seek(0)
    try:
        return _unless_panic(lambda: _sheets(path, file, flaws, limits))
    except PasswordError as fault:
        raise SheetLockedError(path) from fault
    except (CalamineError, ReaderGaveUpError, OSError, ValueError, OverflowError) as fault:
        raise SheetDamagedError(path) from fault


def _unless_panic(act: Callable[[], list[Sheet]]) -> list[Sheet]:
    """Run the act; the reader's library reports its own faults by an exception outside the usual tree."""
    try:
        return act()
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":
            raise ReaderGaveUpError from fault
        raise


def _sheets(path: Path, file: BinaryIO, flaws: dict[int, Flaws], limits: SheetLimits) -> list[Sheet]:
    sheets = []
    with CalamineWorkbook.from_filelike(file) as workbook:
        for place, about in enumerate(workbook.sheets_metadata):
            if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
                rows = _text_rows(workbook.get_sheet_by_index(place), flaws.get(place, {}))
                sheet = sheet_of(path, about.name, rows, limits)
                if sheet.rows:
                    sheets.append(sheet)
    return sheets


class _Texts(dict[Cell, str]):
    """The texts of the cells of one type seen so far: the same few prices and days stand in most rows."""

    def __missing__(self, cell: Cell) -> str:
        text = self[cell] = marked_text_of(cell)
        return text


def _text_rows(sheet: CalamineSheet, flaws: Flaws) -> Iterator[list[str]]:
    rows = _converted(sheet)
    if flaws:
        rows = _with_flaws(rows, flaws)
    merged = [area for area in sheet.merged_cell_ranges or [] if area[0][1] == area[1][1]]
    return _filled_down(rows, merged) if merged else rows


def _converted(sheet: CalamineSheet) -> Iterator[list[str]]:
    # One for each type, as 1, 1.0 and TRUE are the same key.
    texts: defaultdict[type, _Texts] = defaultdict(_Texts)
    for row in sheet.iter_rows():
        yield [cell if cell.__class__ is str else texts[cell.__class__][cell] for cell in row]


def _with_flaws(rows: Iterator[list[str]], flaws: Flaws) -> Iterator[list[str]]:
    """Put what the reader leaves out into the cells it calls empty."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row_number, column), text in flaws.items():
        by_row.setdefault(row_number, []).append((column, text))
    for number, row in enumerate(rows):
        for column, text in by_row.get(number, ()):
            if column < len(row) and not row[column]:
                row[column] = text
        yield row


def _filled_down(
    rows: Iterator[list[str]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Iterator[list[str]]:
    """A cell merged over several rows of one column holds for each of them, where the row holds anything else."""
    starting: dict[int, list[tuple[int, int]]] = {}
    for (first, column), (last, _column) in merged:
        starting.setdefault(first, []).append((column, last))
    open_cells: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        open_cells = {column: cell for column, cell in open_cells.items() if cell[0] >= number}
        if any(row):
            for column, (_last, text) in open_cells.items():
                row[column] = row[column] or text
        for column, last in starting.get(number, ()):
            if column < len(row):
                open_cells[column] = (last, row[column])
        yield row
