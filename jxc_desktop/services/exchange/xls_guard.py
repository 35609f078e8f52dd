"""Looks through an old xls file before it is read: what it is, and that no sheet reaches too far."""

import struct
from collections.abc import Iterator
from pathlib import Path

from jxc_desktop.services.exchange.extent import Extent, Flaws
from jxc_desktop.services.exchange.faults import NotASheetError, SheetDamagedError, SheetLockedError
from jxc_desktop.services.exchange.limits import SheetLimits
from jxc_desktop.services.exchange.ole_file import BrokenOleError, OleFile

WORKBOOK_STREAMS = ("Workbook", "Book")
OTHER_CONTENTS = {"WordDocument": "document", "PowerPoint Document": "slides"}

BEGIN, END, PASSWORD, SHEET = 0x0809, 0x000A, 0x002F, 0x0085
FORMULA, MANY_NUMBERS, ERROR = 0x0006, 0x00BD, 0x0205
# Formula, many numbers, rich text, shared text, number, text, yes/no or error, short number.
CELLS = frozenset((FORMULA, MANY_NUMBERS, 0x00D6, 0x00FD, 0x0203, 0x0204, ERROR, 0x027E))
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
IS_ERROR_RESULT = 2

Record = tuple[int, int, bytes]


def flaws_of_xls(path: Path, data: bytes, limits: SheetLimits) -> dict[int, Flaws]:
    """For each sheet, by its place in the workbook, the cells that show an error and that a reader calls empty.

    Source: [MS-XLS], Excel Binary File Format.

    Raises:
        NotASheetError: it is another kind of office file.
        SheetLockedError: it is protected by a password.
        SheetTooLargeError: one sheet reaches too far.
        SheetDamagedError: its tables cannot be followed.
    """
    try:
        ole = OleFile(data)
        return _flaws(path, ole.stream(_workbook_stream(path, ole)), limits)
    except (BrokenOleError, struct.error, IndexError) as fault:
        raise SheetDamagedError(path) from fault


def _workbook_stream(path: Path, ole: OleFile) -> str:
    name = next((name for name in WORKBOOK_STREAMS if name in ole.names), None)
    if name is not None:
        return name
    if "EncryptedPackage" in ole.names:
        raise SheetLockedError(path)
    raise NotASheetError(path, next((kind for name, kind in OTHER_CONTENTS.items() if name in ole.names), "unknown"))


def _records(stream: bytes) -> Iterator[Record]:
    """Kind, position and content of each record."""
    position = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, position, stream[position + 4 : position + 4 + length]
        position += 4 + length


def _flaws(path: Path, stream: bytes, limits: SheetLimits) -> dict[int, Flaws]:
    starts: list[int] = []
    flaws: dict[int, Flaws] = {}
    # A chart inside a sheet is a sheet inside a sheet; the first extent is for what stands outside all of them.
    open_sheets = [Extent()]
    for kind, position, content in _records(stream):
        if kind in CELLS:
            _measure(kind, content, open_sheets[-1])
            open_sheets[-1].require_within(path, limits)
        elif kind == BEGIN:
            open_sheets.append(Extent())
            if position in starts:
                flaws[starts.index(position)] = open_sheets[-1].flaws
        elif kind == END and len(open_sheets) > 1:
            open_sheets.pop()
        elif kind == SHEET:
            starts.append(struct.unpack_from("<I", content)[0])
        elif kind == PASSWORD:
            raise SheetLockedError(path)
    return flaws


def _measure(kind: int, content: bytes, extent: Extent) -> None:
    row, column = struct.unpack_from("<HH", content)
    last = struct.unpack_from("<H", content, len(content) - 2)[0] if kind == MANY_NUMBERS else column
    extent.reach(row + 1, max(column, last) + 1)
    if kind == ERROR and content[7]:
        extent.flaws[row, column] = ERRORS.get(content[6], "#N/A")
    elif kind == FORMULA and content[6] == IS_ERROR_RESULT and content[12:14] == b"\xff\xff":
        extent.flaws[row, column] = ERRORS.get(content[8], "#N/A")
