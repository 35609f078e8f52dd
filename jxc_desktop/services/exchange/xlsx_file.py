"""The workbook that an export becomes."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl.cell import cell as cell_module
from openpyxl.styles import fonts
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook import workbook as workbook_module
from openpyxl.writer import excel

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.cell_text import EXACT_BELOW, may_become_formula
from jxc_desktop.services.exchange.steady_zip import FIXED_MOMENT, SteadyZip
from jxc_desktop.services.exchange.table import Table

# Widths are taken from the first rows: a workbook names them before its rows, which come one by one.
ROWS_FOR_WIDTHS = 200
NARROWEST, WIDEST = 8, 50
LONGEST_TITLE, LONGEST_TEXT = 31, 32_767
NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

TEXT, GUARDED, WHOLE, MONEY, PRICE, QUANTITY, DAY, MOMENT, PERCENT = range(9)
FORMATS = {
    TEXT: "General",
    GUARDED: "General",
    WHOLE: "0",
    MONEY: "#,##0.00",
    PRICE: "#,##0.00##",
    QUANTITY: "General",
    DAY: "yyyy-mm-dd",
    MOMENT: "yyyy-mm-dd hh:mm:ss",
    PERCENT: "0.0%",
}
# openpyxl does not say what its types are.
Workbook: Any = workbook_module.Workbook
WriteOnlyCell: Any = cell_module.WriteOnlyCell
Font: Any = fonts.Font
ExcelWriter: Any = excel.ExcelWriter

Typed = tuple[int, str | int | Decimal | date | None]


def write_workbook(path: Path, table: Table) -> None:
    """Write the table to a new file.

    Raises:
        OSError: the system refuses.
    """
    workbook = Workbook(write_only=True)
    workbook.properties.created = workbook.properties.modified = FIXED_MOMENT
    sheet = workbook.create_sheet(_title(table.title))
    with closing(sheet):
        _fill(sheet, table)
    with SteadyZip(path, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).save()


def _fill(sheet: Any, table: Table) -> None:
    rows = iter(table.rows)
    first = list(islice(rows, ROWS_FOR_WIDTHS))
    headings = tuple(column.heading for column in table.columns)
    totals = () if table.totals is None else (table.totals,)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_widths(table, [headings, *first, *totals]), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    pen = _Pen(sheet)
    for bold, lines in ((True, [headings]), (False, chain(first, rows)), (True, totals)):
        for line in lines:
            sheet.append(pen.cells(line, bold))


class _Pen:
    """Makes cells; one that was written is used again in its column, which halves the time."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._cells: dict[tuple[int, int, bool], Any] = {}

    def cells(self, row: Iterable[object], bold: bool) -> list[Any]:
        """The cells of a row."""
        return [self._cell(place, cell, bold) for place, cell in enumerate(row)]

    def _cell(self, place: int, value: object, bold: bool) -> Any:
        if value is None or value == "":
            return None
        kind, content = _typed(value)
        cell = self._cells.get((place, kind, bold)) or self._new_cell(place, kind, bold)
        cell.value = content
        if kind in (TEXT, GUARDED):
            cell.data_type = "s"
        return cell

    def _new_cell(self, place: int, kind: int, bold: bool) -> Any:
        cell = WriteOnlyCell(self._sheet)
        cell.number_format = FORMATS[kind]
        cell.quotePrefix = kind == GUARDED
        if bold:
            cell.font = Font(bold=True)
        self._cells[place, kind, bold] = cell
        return cell


def _typed(value: object) -> Typed:
    if isinstance(value, str):
        return _typed_text(value)
    if isinstance(value, Money):
        return MONEY, Decimal(value.fen).scaleb(-2)
    if isinstance(value, UnitPrice):
        return PRICE, Decimal(value.parts).scaleb(-4)
    if isinstance(value, Quantity):
        return QUANTITY, Decimal(value.milli).scaleb(-3)
    if isinstance(value, Percent):
        return PERCENT, Decimal(value.tenths).scaleb(-3)
    if isinstance(value, int) and abs(value) < EXACT_BELOW:
        return WHOLE, value
    if isinstance(value, date):
        return (MOMENT if isinstance(value, datetime) else DAY), value
    return _typed_text(str(value))


def _typed_text(text: str) -> Typed:
    return GUARDED if may_become_formula(text) else TEXT, NOT_IN_XML.sub("", text)[:LONGEST_TEXT]


def _title(title: str) -> str:
    return NOT_IN_TITLES.sub(" ", title)[:LONGEST_TITLE].strip(" '") or "Sheet1"


def _widths(table: Table, rows: list[tuple[object, ...]]) -> Iterator[int]:
    for place, column in enumerate(table.columns):
        widest = max(text_columns("" if row[place] is None else str(row[place])) for row in rows)
        yield column.width or min(max(widest + 2, NARROWEST), WIDEST)
