"""The workbook that an export becomes, written row by row: a long one needs no more memory than a short one."""

import re
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl.cell import cell as cell_module
from openpyxl.styles import fonts
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook import workbook as workbook_module
from openpyxl.writer import excel
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import show_scaled
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
# A reader takes _x0041_ for the character of that number.
LIKE_A_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Spreadsheet programs know no earlier day for certain.
FIRST_DAY, DAY_ZERO = date(1900, 3, 1), date(1899, 12, 30)
SECONDS_A_DAY = 86_400

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
Cell: Any = cell_module.Cell
Font: Any = fonts.Font
ExcelWriter: Any = excel.ExcelWriter

# The kind of a cell, and what is written in it: a text, or a number as it is written out.
Written = tuple[int, str]


def write_workbook(path: Path, *tables: Table) -> None:
    """Write tables to a new file, each on a sheet of its own.

    Raises:
        OSError: the system refuses.
    """
    workbook = new_workbook()
    for title, table in zip(_titles(tables), tables, strict=True):
        sheet = workbook.create_sheet(title)
        with closing(sheet):
            _fill(sheet, table)
    save_workbook(workbook, path)


def new_workbook() -> Any:
    """A workbook without sheets, whose rows go to the disk as they come."""
    workbook = Workbook(write_only=True)
    workbook.properties.created = workbook.properties.modified = FIXED_MOMENT
    return workbook


def save_workbook(workbook: Any, path: Path) -> None:
    """Write the workbook to a new file, the same bytes for the same content.

    Raises:
        OSError: the system refuses.
    """
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
    for is_bold, lines in ((True, [headings]), (False, chain(first, rows)), (True, totals)):
        for line in lines:
            sheet.append(pen.cells(line, is_bold))


class _WrittenCell(Cell):  # type: ignore[misc]
    """A cell whose content is known to be right: the library's own checks would double the time."""

    def hold(self, content: str, is_text: bool) -> None:
        """Hold this from now on; the library forgets what kind it was when it goes on to the next cell."""
        self._value = content
        self.data_type = "s" if is_text else "n"

    @override
    def __repr__(self) -> str:
        return ""  # the library asks for it at each cell, for a message that nobody sees


class _Pen:
    """Makes cells; one that was written is used again in its column."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._cells: dict[tuple[int, int, bool], _WrittenCell] = {}

    def cells(self, row: Iterable[object], is_bold: bool) -> list[Any]:
        """The cells of a row."""
        return [self._cell(place, value, is_bold) for place, value in enumerate(row)]

    def _cell(self, place: int, value: object, is_bold: bool) -> _WrittenCell | None:
        if value is None or value == "":
            return None
        kind, content = _WRITERS.get(type(value), _any)(value)
        cell = self._cells.get((place, kind, is_bold)) or self._new_cell(place, kind, is_bold)
        cell.hold(content, is_text=kind in (TEXT, GUARDED))
        return cell

    def _new_cell(self, place: int, kind: int, is_bold: bool) -> _WrittenCell:
        cell = _WrittenCell(self._sheet, row=1, column=1)
        cell.number_format = FORMATS[kind]
        cell.quotePrefix = kind == GUARDED
        if is_bold:
            cell.font = Font(bold=True)
        self._cells[place, kind, is_bold] = cell
        return cell


def _text(text: str) -> Written:
    kind = GUARDED if may_become_formula(text) else TEXT
    if not text.isprintable():
        text = NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "_x" in text:
        text = LIKE_A_NUMBER.sub("_x005F_", text)
    return kind, text[:LONGEST_TEXT]


def _money(money: Money) -> Written:
    return MONEY, str(money)


def _price(price: UnitPrice) -> Written:
    return PRICE, str(price)


def _quantity(quantity: Quantity) -> Written:
    return QUANTITY, str(quantity)


def _percent(percent: Percent) -> Written:
    return PERCENT, show_scaled(percent.tenths, places=3, at_least=1)


def _whole(number: int) -> Written:
    return (WHOLE, str(int(number))) if abs(number) < EXACT_BELOW else _text(str(number))


def _day(day: date) -> Written:
    return (DAY, str((day - DAY_ZERO).days)) if day >= FIRST_DAY else _text(day.isoformat())


def _moment(moment: datetime) -> Written:
    if moment.date() < FIRST_DAY:
        return _text(f"{moment:%Y-%m-%d %H:%M:%S}")
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return MOMENT, repr((moment.date() - DAY_ZERO).days + seconds / SECONDS_A_DAY)


_WRITERS: dict[type, Callable[[Any], Written]] = {
    str: _text,
    int: _whole,
    Money: _money,
    UnitPrice: _price,
    Quantity: _quantity,
    Percent: _percent,
    date: _day,
    datetime: _moment,
}


def _any(value: object) -> Written:
    """A value of a kind of its own, as the kind it comes from, else as its text."""
    for kind in type(value).__mro__:
        if kind in _WRITERS:
            return _WRITERS[kind](value)
    return _text(str(value))


def _titles(tables: Iterable[Table]) -> list[str]:
    """The sheets' names: what a name may not hold is left out, and no name comes twice."""
    titles: list[str] = []
    for table in tables:
        title = wanted = NOT_IN_TITLES.sub(" ", table.title)[:LONGEST_TITLE].strip(" '") or "Sheet1"
        number = 2
        while title.casefold() in map(str.casefold, titles):
            ending = f" {number}"
            title, number = wanted[: LONGEST_TITLE - len(ending)] + ending, number + 1
        titles.append(title)
    return titles


def _widths(table: Table, rows: list[tuple[object, ...]]) -> list[int]:
    widths = []
    for place, column in enumerate(table.columns):
        widest = max(text_columns("" if row[place] is None else str(row[place])) for row in rows)
        widths.append(column.width or min(max(widest + 2, NARROWEST), WIDEST))
    return widths
