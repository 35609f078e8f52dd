"""A workbook for people to type into: every cell is text, so that no code loses its zeros."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.cell import cell as cell_module
from openpyxl.styles import fills, fonts
from openpyxl.utils.cell import get_column_letter

from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.services.exchange.cell_text import may_become_formula
from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.new_file import written_whole
from jxc_desktop.services.exchange.xlsx_file import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    NOT_IN_TITLES,
    NOT_IN_XML,
    new_workbook,
    save_workbook,
)

ENDING = ".xlsx"
ROWS_FOR_WIDTHS = 100
NARROWEST, WIDEST = 8, 48
AS_TEXT = "@"
MARK = "FFF4C7C3"
# openpyxl does not say what its types are.
WriteOnlyCell: Any = cell_module.WriteOnlyCell
Font: Any = fonts.Font
PatternFill: Any = fills.PatternFill


@dataclass(frozen=True, slots=True)
class TextSheet:
    """One sheet.

    Attributes:
        marked: row (0 is the first below the headings) → its columns that are drawn on a coloured ground.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    marked: Mapping[int, frozenset[int]] = field(default_factory=dict)


def write_text_sheets(path: Path, sheets: Iterable[TextSheet]) -> None:
    """Write the sheets as an xlsx file; the headings stay in sight.

    Raises:
        TableKindError: the file's name ends in something else: only a workbook keeps codes as text.
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    if path.suffix.lower() != ENDING:
        raise TableKindError(path, (ENDING,))
    workbook = new_workbook()
    for sheet in sheets:
        page = workbook.create_sheet(NOT_IN_TITLES.sub(" ", sheet.title)[:LONGEST_TITLE])
        with closing(page):
            _fill(page, sheet)
    with written_whole(path) as new:
        save_workbook(workbook, new)


def _fill(page: Any, sheet: TextSheet) -> None:
    page.freeze_panes = "A2"
    for number, heading in enumerate(sheet.headings, 1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = _width(heading, [row[number - 1] for row in sheet.rows[:ROWS_FOR_WIDTHS]])
        dimension.number_format = AS_TEXT  # what is typed below stays as it is typed
    page.append([_cell(page, heading, font=Font(bold=True)) for heading in sheet.headings])
    ground = PatternFill("solid", fgColor=MARK)
    for number, row in enumerate(sheet.rows):
        marked = sheet.marked.get(number, frozenset())
        page.append([_cell(page, text, fill=ground if at in marked else None) for at, text in enumerate(row)])


def _cell(page: Any, text: str, font: Any = None, fill: Any = None) -> Any:
    if not text and fill is None:
        return None
    cell = WriteOnlyCell(page, NOT_IN_XML.sub("", text)[:LONGEST_TEXT])
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    cell.quotePrefix = may_become_formula(text)
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = fill
    return cell


def _width(heading: str, texts: Iterable[str]) -> int:
    widest = max(text_columns(text.split("\n", 1)[0]) for text in (heading, *texts))
    return min(max(widest + 2, NARROWEST), WIDEST)
