"""The workbook that an export becomes, written row by row: a long one needs no more memory than a short one."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.cell_text import EXACT_BELOW, may_become_formula
from jxc_desktop.services.exchange.sheet import column_letter
from jxc_desktop.services.exchange.steady_zip import SteadyZip
from jxc_desktop.services.exchange.table import Table
from jxc_desktop.services.exchange.xlsx_frame import SHEET_FOOT, frame_parts, sheet_head, sheet_part

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
ROWS_AT_ONCE = 500

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
# The style and the content of a cell: a number as it is written, or a text with all that goes round it.
Written = tuple[int, str]


def write_workbook(path: Path, *tables: Table) -> None:
    """Write tables to a new file, each on a sheet of its own.

    Raises:
        OSError: the system refuses.
    """
    formats = [(FORMATS[kind], kind == GUARDED) for kind in range(len(FORMATS))]
    with SteadyZip(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in frame_parts(_titles(tables), formats).items():
            archive.writestr(name, content)
        for number, table in enumerate(tables, 1):
            with archive.new_part(sheet_part(number)) as part:
                for piece in _pieces(table):
                    part.write(piece.encode())


def _pieces(table: Table) -> Iterator[str]:
    """The sheet from its first to its last character."""
    rows = iter(table.rows)
    first = list(islice(rows, ROWS_FOR_WIDTHS))
    headings = tuple(column.heading for column in table.columns)
    totals = () if table.totals is None else (table.totals,)
    yield sheet_head(_widths(table, [headings, *first, *totals]))
    yield _row(1, headings, bold=1)
    number = 1
    all_rows = chain(first, rows)
    while some := list(islice(all_rows, ROWS_AT_ONCE)):
        yield "".join([_row(place, row, bold=0) for place, row in enumerate(some, number + 1)])
        number += len(some)
    for row in totals:
        yield _row(number + 1, row, bold=1)
    yield SHEET_FOOT


def _row(number: int, row: Sequence[object], bold: int) -> str:
    cells = []
    for place, value in enumerate(row):
        if value is None or value == "":
            continue
        kind, content = _WRITERS.get(type(value), _any)(value)
        name = f"{_letters(place)}{number}"
        if kind <= GUARDED:
            cells.append(f'<c r="{name}" s="{2 * kind + bold}" t="inlineStr"><is>{content}</is></c>')
        else:
            cells.append(f'<c r="{name}" s="{2 * kind + bold}"><v>{content}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


_LETTERS: dict[int, str] = {}


def _letters(place: int) -> str:
    letters = _LETTERS.get(place)
    if letters is None:
        letters = _LETTERS[place] = column_letter(place)
    return letters


def _text(text: str) -> Written:
    kind = GUARDED if may_become_formula(text) else TEXT
    if not text.isprintable():
        text = NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text[:LONGEST_TEXT]
    spaces = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "_x" in text:
        text = LIKE_A_NUMBER.sub("_x005F_", text)
    return kind, f"<t{spaces}>{text}</t>"


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
