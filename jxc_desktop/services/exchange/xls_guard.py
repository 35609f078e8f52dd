"""Looks through an old xls file before it is read: what it is, how far it reaches, and that its counts are true."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.services.exchange.extent import Extent, Flaws
from jxc_desktop.services.exchange.faults import NotASheetError, SheetDamagedError, SheetLockedError
from jxc_desktop.services.exchange.limits import SheetLimits
from jxc_desktop.services.exchange.ole_file import BrokenOleError, OleFile, ole_with

WORKBOOK_STREAMS = ("Workbook", "Book")
OTHER_CONTENTS = {"WordDocument": "document", "PowerPoint Document": "slides"}

END, PASSWORD, SHEET, SHARED_TEXTS, DIMENSIONS = 0x000A, 0x002F, 0x0085, 0x00FC, 0x0200
FORMULA, MANY_NUMBERS, ERROR = 0x0006, 0x00BD, 0x0205
# Formula, many numbers, rich text, shared text, number, text, yes/no or error, short number.
CELLS = frozenset((FORMULA, MANY_NUMBERS, 0x00D6, 0x00FD, 0x0203, 0x0204, ERROR, 0x027E))
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
IS_ERROR_RESULT = 2
SHORTEST_TEXT = 3

Record = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class CheckedXls:
    """What a reader may be given.

    Attributes:
        data: an xls file made anew from the workbook alone, so that nothing unchecked reaches the reader.
        flaws: for each sheet, by its place in the workbook, the cells that show an error and that a reader calls empty.
    """

    data: bytes
    flaws: dict[int, Flaws]


def checked_xls(path: Path, data: bytes, limits: SheetLimits) -> CheckedXls:
    """The checked workbook of an xls file.

    Source: [MS-XLS], Excel Binary File Format.

    Raises:
        NotASheetError: it is another kind of office file.
        SheetLockedError: it is protected by a password.
        SheetTooLargeError: one sheet reaches too far.
        SheetDamagedError: its tables cannot be followed.
    """
    try:
        ole = OleFile(data)
        stream = bytearray(ole.stream(_workbook_stream(path, ole)))
        starts = _sheet_starts(path, stream)
        flaws = {place: _checked_sheet(path, stream, start, limits) for place, start in enumerate(starts)}
    except (BrokenOleError, struct.error, IndexError) as fault:
        raise SheetDamagedError(path) from fault
    return CheckedXls(ole_with(WORKBOOK_STREAMS[0], bytes(stream)), flaws)


def _workbook_stream(path: Path, ole: OleFile) -> str:
    name = next((name for name in WORKBOOK_STREAMS if name in ole.names), None)
    if name is not None:
        return name
    if "EncryptedPackage" in ole.names:
        raise SheetLockedError(path)
    raise NotASheetError(path, next((kind for name, kind in OTHER_CONTENTS.items() if name in ole.names), "unknown"))


def _records(stream: bytearray, position: int) -> Iterator[Record]:
    """Kind, position of the content, and content of each record up to the end mark."""
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        if kind == END:
            return
        yield kind, position + 4, bytes(stream[position + 4 : position + 4 + length])
        position += 4 + length


def _sheet_starts(path: Path, stream: bytearray) -> list[int]:
    starts = []
    for kind, _position, content in _records(stream, 0):
        if kind == SHEET:
            starts.append(struct.unpack_from("<I", content)[0])
        elif kind == PASSWORD:
            raise SheetLockedError(path)
        elif kind == SHARED_TEXTS and struct.unpack_from("<I", content, 4)[0] * SHORTEST_TEXT > len(stream):
            raise SheetDamagedError(path)
    if len(set(starts)) < len(starts):
        raise SheetDamagedError(path)
    return starts


def _checked_sheet(path: Path, stream: bytearray, start: int, limits: SheetLimits) -> Flaws:
    extent = Extent()
    for kind, position, content in _records(stream, start):
        if kind in CELLS:
            _measure(kind, content, extent)
        elif kind == DIMENSIONS:
            # A reader sets memory aside for what is only claimed here; what is really there was measured.
            stream[position : position + len(content)] = bytes(len(content))
    extent.require_within(path, limits)
    return extent.flaws


def _measure(kind: int, content: bytes, extent: Extent) -> None:
    row, column = struct.unpack_from("<HH", content)
    last = struct.unpack_from("<H", content, len(content) - 2)[0] if kind == MANY_NUMBERS else column
    extent.reach(row + 1, max(column, last) + 1)
    if kind == ERROR and content[7]:
        extent.flaws[row, column] = ERRORS.get(content[6], "#N/A")
    elif kind == FORMULA and content[6] == IS_ERROR_RESULT and content[12:14] == b"\xff\xff":
        extent.flaws[row, column] = ERRORS.get(content[8], "#N/A")
