"""A sheet as read from a file: rows of plain text that still know where they stood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from jxc_desktop.services.exchange.faults import SheetTooLargeError
from jxc_desktop.services.exchange.limits import SheetLimits


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet without its empty rows and columns.

    Shape: one row per row of the file that holds something, in its order; all rows are equally long.

    Attributes:
        path: the file.
        name: the sheet's name; empty for a text file.
        rows: the cells as text.
        numbers: for each row, the row number that a spreadsheet program shows.
        columns: for each cell of a row, its column in the file; 0 is column A.
        encoding: how a text file was written, empty for a workbook.
        others: the further visible sheets of the file that hold something.
    """

    path: Path
    name: str
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    columns: Sequence[int]
    encoding: str = ""
    others: tuple["Sheet", ...] = ()


def column_letter(column: int) -> str:
    """The letters over a column: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def sheet_of(path: Path, name: str, rows: Iterable[list[str]], limits: SheetLimits, encoding: str = "") -> Sheet:
    """The sheet of these rows, the first of them being row 1 of the file.

    Raises:
        SheetTooLargeError: there are more rows or columns than the limits allow.
    """
    numbers: list[int] = []
    kept: list[list[str]] = []
    for number, row in enumerate(rows, 1):
        text = "".join(row)
        if text and not text.isspace():
            kept.append(row)
            numbers.append(number)
            if len(kept) > limits.rows:
                raise SheetTooLargeError(path, "rows", limits.rows)
    columns = _used_columns(kept)
    if len(columns) > limits.columns:
        raise SheetTooLargeError(path, "columns", limits.columns)
    return Sheet(path, name, _only_columns(kept, columns), numbers, columns, encoding)


def _used_columns(rows: list[list[str]]) -> list[int]:
    width = max(map(len, rows), default=0)
    unused = list(range(width))
    for row in rows:
        unused = [column for column in unused if column >= len(row) or not row[column].strip()]
        if not unused:
            return list(range(width))
    return sorted(set(range(width)).difference(unused))


def _only_columns(rows: list[list[str]], columns: list[int]) -> list[Sequence[str]]:
    """The cells of these columns; rows that end early are filled up with empty cells."""
    width = columns[-1] + 1 if columns else 0
    whole = len(columns) == width
    if whole and all(len(row) == width for row in rows):
        return list(rows)
    filled = ((row + [""] * (width - len(row)))[:width] for row in rows)
    if whole:
        return list(filled)
    if len(columns) == 1:
        return [[row[columns[0]]] for row in filled]
    return list(map(itemgetter(*columns), filled))
