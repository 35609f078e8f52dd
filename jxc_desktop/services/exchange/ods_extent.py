"""How far the sheets of an ods file reach: one cell or row there may stand for a million."""

from collections.abc import Iterable
from pathlib import Path
from xml.parsers import expat

from jxc_desktop.services.exchange.extent import Extent
from jxc_desktop.services.exchange.faults import SheetDamagedError
from jxc_desktop.services.exchange.limits import SheetLimits

CELLS = ("table-cell", "covered-table-cell")


def require_ods_within(path: Path, pieces: Iterable[bytes], limits: SheetLimits) -> None:
    """Refuse an ods content part in which one sheet reaches too far.

    Raises:
        SheetTooLargeError: one does.
        SheetDamagedError: it is no XML, or has a document type.
    """
    walk = _Walk(path, limits)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as fault:
        raise SheetDamagedError(path) from fault


def _refuse_doctype(*_details: object) -> None:
    """A document type serves to make a little text into very much; no spreadsheet program writes one."""
    raise ValueError


class _Walk:
    """Counts rows and cells with their repeats, and checks each row that holds something."""

    def __init__(self, path: Path, limits: SheetLimits) -> None:
        self._path = path
        self._limits = limits
        self._extent = Extent()
        self._rows = 0
        self._column = 0
        self._used_columns = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        element = name.rpartition(":")[2]
        if element == "table":
            self._extent = Extent()
            self._rows = 0
        elif element == "table-row":
            self._rows += int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._used_columns = 0
        elif element in CELLS:
            self._column += int(attributes.get("table:number-columns-repeated", 1))
            if any(key.endswith((":value-type", ":formula")) for key in attributes):
                self._used_columns = self._column
        elif element == "p":
            self._used_columns = self._column

    def end(self, name: str) -> None:
        """An element ends."""
        if name.rpartition(":")[2] == "table-row" and self._used_columns:
            self._extent.reach(self._rows, self._used_columns)
            self._extent.require_within(self._path, self._limits)
