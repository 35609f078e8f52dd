"""Any sheet file a shop person may pick, as rows of plain text."""

from dataclasses import replace
from pathlib import Path

from jxc_desktop.services.exchange.csv_text import csv_sheet
from jxc_desktop.services.exchange.faults import SheetEmptyError
from jxc_desktop.services.exchange.file_kind import FileKind, kind_of
from jxc_desktop.services.exchange.limits import SHEET_LIMITS, SheetLimits
from jxc_desktop.services.exchange.sheet import Sheet
from jxc_desktop.services.exchange.workbook import workbook_sheets


def read_sheet(path: Path, *, limits: SheetLimits = SHEET_LIMITS) -> Sheet:
    """The first visible sheet of an xlsx, xls, ods, csv, tsv or txt file that holds something; the rest as ``others``.

    What the file is, is told by its content. Cells are text as a spreadsheet program shows them, blanks around them
    kept. An error such as #N/A stays as it is, a formula saved without its result comes as ``=…``; for both
    ``is_not_calculated`` answers True.

    Raises:
        NoSuchFileError, FileNotReadableError: it cannot be read.
        NotASheetError: it is something else.
        SheetLockedError: it is protected by a password.
        SheetTooLargeError, SheetDamagedError, UnknownEncodingError, UnclosedQuoteError: it cannot be taken in.
        SheetEmptyError: nothing visible in it holds anything.
    """
    kind = kind_of(path, limits)
    sheets = [csv_sheet(path, limits)] if kind is FileKind.TEXT else workbook_sheets(path, kind, limits)
    if not sheets or not sheets[0].rows:
        raise SheetEmptyError(path)
    return replace(sheets[0], others=tuple(sheets[1:]))
