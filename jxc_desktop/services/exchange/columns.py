"""Finds the columns that an import needs in a sheet somebody else laid out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from typing_extensions import override

from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.sheet import Sheet, column_letter

# Notes above the headings are rarely longer than a page.
HEADER_WITHIN_ROWS = 100
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|〔[^〔〕]*〕")
NOT_READ = re.compile(r"[\s*_\-:;'\"`·・\u200b-\u200f\ufeff]+")
UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column that an import knows.

    Attributes:
        key: its name in code.
        names: the headings it may have, the best one first; that one is said when it is missing.
        required: no import without it.
    """

    key: str
    names: tuple[str, ...]
    required: bool = False


class SheetRow(NamedTuple):
    """One row below the headings.

    Attributes:
        number: the row number a spreadsheet program shows.
        values: the text of each known column without blanks around it; empty where the sheet lacks the column.
    """

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a fault is.

    Attributes:
        row: the row number a spreadsheet program shows.
        letter: the letters over the column; empty where the sheet lacks it.
        heading: the column's heading as it stands in the file.
    """

    row: int
    letter: str
    heading: str

    @override
    def __str__(self) -> str:
        return f"{self.letter}{self.row}"


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """The headings of a sheet, found; iterating gives the rows below them.

    Shape: one SheetRow per row in which a known column holds anything, in the order of the file.

    Attributes:
        path: the file.
        sheet_name: the sheet they were found in; empty for a text file.
        header_row: the row number of the headings.
        headings: for each column that was found, its heading as it stands in the file.
        positions: for each column that was found, its column in the file; 0 is column A.
        missing: the keys of known columns the sheet lacks.
        unknown: the headings nobody knows, in the order of the file.
        sheet: the sheet they were found in, all of it.
    """

    path: Path
    sheet_name: str
    header_row: int
    headings: Mapping[str, str]
    positions: Mapping[str, int]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    sheet: Sheet
    _header_index: int

    def __iter__(self) -> Iterator[SheetRow]:
        place_of = {column: place for place, column in enumerate(self.sheet.columns)}
        found = [(key, place_of[column]) for key, column in self.positions.items()]
        empty = dict.fromkeys(self.missing, "")
        first = self._header_index + 1
        numbered = zip(self.sheet.numbers[first:], self.sheet.rows[first:], strict=True)
        for number, row in numbered:
            values = {key: row[place].strip().strip(UNSEEN) for key, place in found}
            if any(values.values()):
                values.update(empty)
                yield SheetRow(number, values)

    def has(self, key: str) -> bool:
        """Whether the sheet has the column."""
        return key in self.positions

    def cells(self, key: str) -> Iterator[str]:
        """What stands in a known column below its heading, as it was read; nothing where the sheet lacks it."""
        if key in self.positions:
            place = list(self.sheet.columns).index(self.positions[key])
            yield from map(itemgetter(place), islice(self.sheet.rows, self._header_index + 1, None))

    def row_count(self) -> int:
        """How many rows there are below the headings, those without anything known among them."""
        return len(self.sheet.rows) - self._header_index - 1

    def place(self, row: int, key: str) -> CellPlace:
        """Where a cell of a known column is, for a message about it."""
        if key not in self.positions:
            return CellPlace(row, "", "")
        return CellPlace(row, column_letter(self.positions[key]), self.headings[key])


def find_columns(sheet: Sheet, specs: Sequence[ColumnSpec]) -> ColumnMatch:
    """The columns of the first visible sheet of the file that has a row with all required headings.

    Of several such rows the one with the most known headings counts, of equal ones the first. A heading fits a name
    whatever its case, width and blanks, and without what stands in brackets; the best name of a column is looked for
    first, and one written exactly so wins. No heading is used twice.

    Raises:
        HeaderNotFoundError: no sheet has such a row.
    """
    matches = [match for each in (sheet, *sheet.others) if (match := best_header(each, specs)) is not None]
    required = {spec.key for spec in specs if spec.required}
    for match in matches:
        if required.isdisjoint(match.missing):
            return match
    names = {spec.key: spec.names[0] for spec in specs}
    if not matches:
        raise HeaderNotFoundError(sheet.path, tuple(names[spec.key] for spec in specs if spec.required), sheet.name, 0)
    best = max(matches, key=lambda match: len(match.positions))
    missing = tuple(names[key] for key in best.missing if key in required)
    raise HeaderNotFoundError(best.path, missing, best.sheet_name, best.header_row)


def columns_at(sheet: Sheet, specs: Sequence[ColumnSpec], header_row: int, places: Mapping[int, str]) -> ColumnMatch:
    """The columns as somebody says they are: the number of the row of headings, and column in the file → key.

    Raises:
        HeaderNotFoundError: the sheet has no such row or column, or a required column is not among them.
    """
    names = {spec.key: spec.names[0] for spec in specs}
    place_of = {column: place for place, column in enumerate(sheet.columns)}
    found = {key: place_of[column] for column, key in places.items() if column in place_of and key in names}
    missing = tuple(spec.names[0] for spec in specs if spec.required and spec.key not in found)
    if missing or header_row not in sheet.numbers:
        raise HeaderNotFoundError(sheet.path, missing, sheet.name, header_row)
    return _match(sheet, specs, sheet.numbers.index(header_row), found)


def best_header(sheet: Sheet, specs: Sequence[ColumnSpec]) -> ColumnMatch | None:
    """The row of one sheet that has the most of the headings, all required ones first of all; None: none has any."""
    required = {spec.key for spec in specs if spec.required}
    best: tuple[bool, int] = (False, 0)
    best_index, best_found = -1, dict[str, int]()
    for index, row in enumerate(sheet.rows[:HEADER_WITHIN_ROWS]):
        found = match_headings(row, specs)
        rank = (required <= found.keys(), len(found))
        if found and rank > best:
            best, best_index, best_found = rank, index, found
    return _match(sheet, specs, best_index, best_found) if best_found else None


def _match(sheet: Sheet, specs: Sequence[ColumnSpec], index: int, found: Mapping[str, int]) -> ColumnMatch:
    row = sheet.rows[index]
    used = set(found.values())
    return ColumnMatch(
        path=sheet.path,
        sheet_name=sheet.name,
        header_row=sheet.numbers[index],
        headings={key: row[place].strip() for key, place in found.items()},
        positions={key: sheet.columns[place] for key, place in found.items()},
        missing=tuple(spec.key for spec in specs if spec.key not in found),
        unknown=tuple(text.strip() for place, text in enumerate(row) if text.strip() and place not in used),
        sheet=sheet,
        _header_index=index,
    )


def match_headings(headings: Sequence[str], specs: Sequence[ColumnSpec]) -> dict[str, int]:
    """For each known column, which of the headings is its own; what is not found is left out."""
    readings = (
        [heading.strip() for heading in headings],
        [_plain(heading) for heading in headings],
        [_without_brackets(heading) for heading in headings],
    )
    found: dict[str, int] = {}
    for rank in range(max((len(spec.names) for spec in specs), default=0)):
        for how, read in enumerate(readings):
            for spec in specs:
                if spec.key in found or rank >= len(spec.names):
                    continue
                name = spec.names[rank] if how == 0 else _plain(spec.names[rank])
                place = _first_free(read, name, found)
                if place is not None:
                    found[spec.key] = place
    return found


def _first_free(headings: Sequence[str], name: str, found: Mapping[str, int]) -> int | None:
    taken = set(found.values())
    return next((place for place, text in enumerate(headings) if text == name and place not in taken), None)


def _plain(heading: str) -> str:
    """Without case, width, blanks, stars and strokes; full-width brackets become plain ones."""
    return NOT_READ.sub("", unicodedata.normalize("NFKC", heading).casefold())


def _without_brackets(heading: str) -> str:
    """The heading without its unit or note: 单价(元) → 单价; only the first line counts."""
    first_line = heading.strip().split("\n", 1)[0]
    return _plain(IN_BRACKETS.sub("", unicodedata.normalize("NFKC", first_line)))
