"""How far the sheets of an xlsx file reach, found in a stream of XML without building anything."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from jxc_desktop.services.exchange.extent import REFERENCE, Extent, column_number
from jxc_desktop.services.exchange.faults import SheetDamagedError, SheetTooLargeError
from jxc_desktop.services.exchange.limits import MEBIBYTE

# Nearly all cells of nearly all files are written like this, in the first 26 columns and 99,999 rows. Finding the first
# one that is not costs a fraction of reading the sheet; only from there on each cell is looked at.
NEAR_CELL = rb' r="[A-Z]\d{1,5}"(?: s="\d++")?+(?: t="(?!e)[A-Za-z]++")?+ ?+(?:/>|>(?!<f))'
NEAR = Extent(99_999, 26)
# Cells with a format and nothing in them are no reason to go further: some files have millions of them.
EMPTY_CELL = rb' r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?(?: t="[a-z]+")? ?/>'

UNUSUAL = re.compile(rb"<c(?!" + NEAR_CELL + rb")(?!" + EMPTY_CELL + rb")[\s/>]")
# A second reference in the same cell would win over the first with some readers: such a cell is not matched as a whole.
OTHER_ATTRIBUTES = rb'(?: (?!r=)[\w:]+="[^"<>]*")* ?/?>'
CELL = re.compile(rb"<c(?!" + EMPTY_CELL + rb')(?: r="([A-Z]{1,3})(\d{1,7})"' + OTHER_ATTRIBUTES + rb"|[\s/>])")
PREFIXED = re.compile(rb":c[\s/>]")
VALUE = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"([^>]*)>(<f[^>]*?(?:/>|>([^<]*)</f>))?(?:<v ?/>|<v></v>|<v>([^<]*)</v>)?</c>'
)
# A reader sets memory aside for as many texts as are claimed here.
TEXT_COUNT = b"uniqueCount"
TRUE_TEXT_COUNT = re.compile(rb'uniqueCount="\d{0,7}"')
ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


class UnusualXmlError(Exception):
    """The XML is not written as spreadsheet programs write it, and has to be parsed to be measured."""


def measure_parts(path: Path, pieces: Iterable[bytes]) -> Extent:
    """The extent of one sheet, given the pieces of its XML.

    Raises:
        UnusualXmlError: nothing can be said by looking for cells; measure with ``measure_by_parsing``.
        SheetTooLargeError: one text goes on for more than a mebibyte.
        SheetDamagedError: there is something in it that only serves to mislead a reader.
    """
    extent = Extent()
    for piece in whole_cells(path, pieces):
        if PREFIXED.search(piece):
            raise UnusualXmlError
        if UNUSUAL.search(piece):
            _look_at_each(piece, extent)
        else:
            extent.reach(*_near_extent(piece))
    return extent


def whole_cells(path: Path, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes cut before a cell, so that no cell lies across two pieces.

    Raises:
        SheetTooLargeError: one text goes on for more than a mebibyte.
        SheetDamagedError: there is something in it that only serves to mislead a reader.
    """
    rest = b""
    for number, piece in enumerate(pieces):
        if len(piece) == MEBIBYTE and b"<" not in piece:
            raise SheetTooLargeError(path, "text", MEBIBYTE)
        # No spreadsheet program writes a document type: it serves to make a little text into very much.
        if number == 0 and b"<!DOCTYPE" in piece:
            raise SheetDamagedError(path)
        piece = rest + piece
        cut = _cut(piece)
        rest = piece[cut:]
        yield _with_true_counts(path, piece[:cut])
    yield _with_true_counts(path, rest)


def _cut(piece: bytes) -> int:
    cut = max(piece.rfind(b"<c "), piece.rfind(b"<row"))
    return cut if cut > 0 else max(piece.rfind(b"<"), 0)


def _with_true_counts(path: Path, piece: bytes) -> bytes:
    """The piece itself; one that claims ten million texts is refused."""
    if TEXT_COUNT in piece and piece.count(TEXT_COUNT) != len(TRUE_TEXT_COUNT.findall(piece)):
        raise SheetDamagedError(path)
    return piece


def _near_extent(piece: bytes) -> tuple[int, int]:
    return (NEAR.rows, NEAR.columns) if b"<c " in piece else (0, 0)


def _look_at_each(piece: bytes, extent: Extent) -> None:
    cells: list[tuple[bytes, bytes]] = CELL.findall(piece)
    if not all(letters for letters, _row in cells):
        raise UnusualXmlError
    columns = {letters for letters, _row in cells}
    extent.reach(max(int(row) for _letters, row in cells), max(column_number(each.decode()) for each in columns))
    if b"<f" in piece or b't="e"' in piece:
        _note_flaws(piece, extent)


def _note_flaws(piece: bytes, extent: Extent) -> None:
    for reference, attributes, has_formula, formula, value in VALUE.findall(piece):
        is_error = b't="e"' in attributes
        is_not_calculated = has_formula and not value and b't="str"' not in attributes
        if is_error or is_not_calculated:
            row, column = _position(reference.decode())
            extent.flaws[row - 1, column - 1] = _plain(value or b"=" + formula)


def _plain(text: bytes) -> str:
    plain = text.decode("utf-8", "replace")
    for entity, character in ENTITIES.items():
        plain = plain.replace(entity, character)
    return plain


def _position(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B7, both from 1.

    Raises:
        ValueError: it is no reference.
    """
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    return int(match[2]), column_number(match[1])


def measure_by_parsing(path: Path, pieces: Iterable[bytes]) -> Extent:
    """The extent of one sheet by parsing its XML: several times slower, and right for any XML.

    Raises:
        SheetDamagedError: it is no XML, or a reference in it is none.
        SheetTooLargeError: one text goes on for more than a mebibyte.
    """
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    try:
        for piece in whole_cells(path, pieces):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as fault:
        raise SheetDamagedError(path) from fault
    return walk.extent


class _Walk:
    """Goes through rows and cells as a reader does: one without a reference follows the one before it.

    Attributes:
        extent: what was found so far.
    """

    def __init__(self) -> None:
        self.extent = Extent()
        self._row = 0
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        element = name.rpartition(":")[2]
        if element == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif element == "c":
            row, column = _position(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
            self._column = column
            self.extent.reach(row, column)
