"""A file as somebody sees it before it is taken in: its sheets, its rows, and what each column is taken for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import overload

from typing_extensions import override

from jxc_desktop.services.exchange.columns import HEADER_WITHIN_ROWS, ColumnMatch, best_header, columns_at
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.sheet import Sheet, column_letter
from jxc_desktop.services.migrate_in.import_choice import ImportChoice
from jxc_desktop.services.migrate_in.import_forms import ImportForm
from jxc_desktop.services.migrate_in.layouts import Layouts
from jxc_desktop.services.migrate_in.matching import headings_at, layout_at
from jxc_desktop.services.migrate_in.remarks import ImportRemark, remarks_before
from jxc_desktop.services.migrate_in.seeming import seems_to_be, surely_not

HEADS_OFFERED = 30


class Fit(Enum):
    """How a column came by its field, the surest first."""

    CHOSEN = "chosen"
    REMEMBERED = "remembered"
    EXACT = "exact"
    ALIKE = "alike"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column of the file.

    Attributes:
        place: its place in the file, 0 being column A; letter: the letters over it.
        field: the key of the field it is taken for; "": it is left out.
    """

    place: int
    letter: str
    heading: str
    field: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file as it was read; a cell for each column of the preview."""

    number: int
    cells: Sequence[str]


class PreviewRows(Sequence[PreviewRow]):
    """The rows below the headings, made as they are looked at: a file may have very many."""

    def __init__(self, sheet: Sheet, first: int) -> None:
        self._sheet, self._first = sheet, first

    @override
    def __len__(self) -> int:
        return max(len(self._sheet.rows) - self._first, 0)

    @overload
    def __getitem__(self, place: int) -> PreviewRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[PreviewRow]: ...
    @override
    def __getitem__(self, place: int | slice) -> PreviewRow | list[PreviewRow]:
        if isinstance(place, slice):
            return [self._row(at) for at in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._row(place)

    def _row(self, place: int) -> PreviewRow:
        at = self._first + place
        return PreviewRow(self._sheet.numbers[at], self._sheet.rows[at])


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What is seen of a file, and how it would be read.

    Attributes:
        form: the kind of file it is taken for.
        encoding: how a text file is written; empty for a workbook.
        sheets: the names of its sheets with the number of their rows.
        sheet: the name of the one that is read. head_row: the number of its row of headings.
        columns: its columns from left to right. rows: its rows below the headings.
        missing: keys of required fields that no column is taken for; of fields of which one is needed, all.
        remarks: what is to be known. seems: the key of what it seems to hold instead; "" where it fits.
        is_by_hand: the columns are as somebody chose.
    """

    path: Path
    form: ImportForm
    encoding: str
    sheets: tuple[tuple[str, int], ...]
    sheet: str
    head_row: int
    columns: tuple[PreviewColumn, ...]
    rows: Sequence[PreviewRow]
    missing: tuple[str, ...]
    remarks: tuple[ImportRemark, ...]
    seems: str
    is_by_hand: bool
    _file: Sheet
    _layouts: Layouts

    def on_sheet(self, name: str) -> "ImportPreview":
        """The same file, read from another sheet."""
        return _seen(self.form, self._file, self._layouts, ImportChoice(sheet=name))

    def from_row(self, head_row: int) -> "ImportPreview":
        """The same sheet with other headings."""
        return _seen(self.form, self._file, self._layouts, ImportChoice(self.sheet, head_row))

    def with_field(self, place: int, key: str) -> "ImportPreview":
        """The same, with a column taken for another field ("": for none); no field stands over two columns."""
        fields = {at: field for at, field in self.fields().items() if at != place and field != key}
        if key:
            fields[place] = key
        return _seen(self.form, self._file, self._layouts, ImportChoice(self.sheet, self.head_row, fields, True))

    def fields(self) -> dict[int, str]:
        """Column in the file → key of the field, where there is one."""
        return {column.place: column.field for column in self.columns if column.field}

    def choice(self) -> ImportChoice:
        """How to read the file so that it is read as it is seen here."""
        return ImportChoice(self.sheet, self.head_row, self.fields(), self.is_by_hand)

    def head_rows(self) -> list[int]:
        """The numbers of rows that may hold the headings."""
        return list(_sheet_named(self._file, self.sheet).numbers[:HEADS_OFFERED])


def preview_of(file: Sheet, form: ImportForm, layouts: Layouts) -> ImportPreview:
    """What is seen of a file that was read, as far as it explains itself."""
    return _seen(form, file, layouts, ImportChoice())


def _seen(form: ImportForm, file: Sheet, layouts: Layouts, choice: ImportChoice) -> ImportPreview:
    sheet = _sheet_named(file, choice.sheet) if choice.sheet is not None else _likely_sheet(file, form, layouts)
    head_row = choice.head_row or _likely_head(sheet, form, layouts)
    fields, fits = _fields_of(sheet, form, layouts, head_row, choice)
    match = _match(sheet, form, head_row, fields)
    columns = tuple(
        PreviewColumn(place, column_letter(place), heading.strip(), fields.get(place, ""), fits.get(place, Fit.NONE))
        for place, heading in headings_at(sheet, head_row).items()
    )
    missing = _missing(form, set(fields.values()))
    return ImportPreview(
        path=file.path,
        form=form,
        encoding=file.encoding,
        sheets=tuple((each.name, len(each.rows)) for each in (file, *file.others)),
        sheet=sheet.name,
        head_row=head_row,
        columns=columns,
        rows=PreviewRows(sheet, sheet.numbers.index(head_row) + 1),
        missing=missing,
        remarks=() if match is None else remarks_before(match, form),
        seems=seems_to_be([sheet], form) if missing or match is None else surely_not(match, form),
        is_by_hand=choice.is_by_hand,
        _file=file,
        _layouts=layouts,
    )


def _sheet_named(file: Sheet, name: str) -> Sheet:
    return next((each for each in (file, *file.others) if each.name == name), file)


def _likely_sheet(file: Sheet, form: ImportForm, layouts: Layouts) -> Sheet:
    """The first with a remembered layout, else the first with all required headings, else the first."""
    sheets = (file, *file.others)
    remembered = (sheet for sheet in sheets if _remembered_rows(sheet, layouts))
    whole = (sheet for sheet in sheets if (found := best_header(sheet, form.specs)) and _is_whole(found, form))
    return next(remembered, None) or next(whole, file)


def _is_whole(match: ColumnMatch, form: ImportForm) -> bool:
    return not _missing(form, set(match.positions))


def _likely_head(sheet: Sheet, form: ImportForm, layouts: Layouts) -> int:
    """The row with a remembered layout, else with the most known headings, else the first that is filled widely."""
    if rows := _remembered_rows(sheet, layouts):
        return rows[0]
    found = best_header(sheet, form.specs)
    if found is not None:
        return found.header_row
    top = list(zip(sheet.numbers[:HEADS_OFFERED], sheet.rows, strict=False))
    widest = max(sum(map(bool, row)) for _number, row in top)
    return next(number for number, row in top if 2 * sum(map(bool, row)) >= widest)


def _remembered_rows(sheet: Sheet, layouts: Layouts) -> list[int]:
    return [number for number in sheet.numbers[:HEADER_WITHIN_ROWS] if layouts and layout_at(sheet, number) in layouts]


def _fields_of(
    sheet: Sheet, form: ImportForm, layouts: Layouts, head_row: int, choice: ImportChoice
) -> tuple[Mapping[int, str], Mapping[int, Fit]]:
    if choice.fields is not None:
        return choice.fields, dict.fromkeys(choice.fields, Fit.CHOSEN)
    known = layouts.get(layout_at(sheet, head_row)) if layouts else None
    if known is not None:
        return known, dict.fromkeys(known, Fit.REMEMBERED)
    found = dict(_by_headings(sheet, form, head_row))
    return {place: key for place, (key, _fit) in found.items()}, {place: fit for place, (_key, fit) in found.items()}


def _by_headings(sheet: Sheet, form: ImportForm, head_row: int) -> Iterator[tuple[int, tuple[str, Fit]]]:
    row = sheet.rows[sheet.numbers.index(head_row)]
    found = best_header(replace(sheet, rows=[row], numbers=[head_row]), form.specs)
    for key, place in found.positions.items() if found is not None else ():
        heading = "" if found is None else found.headings[key].rstrip("*＊ ").casefold()
        is_exact = heading in form.field(key).names
        yield place, (key, Fit.EXACT if is_exact else Fit.ALIKE)


def _match(sheet: Sheet, form: ImportForm, head_row: int, fields: Mapping[int, str]) -> ColumnMatch | None:
    try:
        return columns_at(sheet, form.specs, head_row, fields)
    except HeaderNotFoundError:
        return None


def _missing(form: ImportForm, keys: set[str]) -> tuple[str, ...]:
    required = tuple(each.key for each in form.fields if each.required and each.key not in keys)
    return required if required or not form.one_of or keys & set(form.one_of) else form.one_of
