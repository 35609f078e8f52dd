"""How much of a file from outside is taken in before it is refused."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """The most a file may hold.

    Attributes:
        file_bytes: size on the disk.
        expanded_bytes: size of all parts of a workbook once unpacked.
        expansion_ratio: unpacked size against packed size, of one part larger than a mebibyte.
        parts: number of files inside a workbook.
        rows: rows with something in them, in one sheet.
        columns: columns with something in them, in one sheet.
        cells: rows times columns of the area from A1 to the last cell that holds something; not below 2,600,000, as
            a sheet with fewer is not measured more exactly than that.
    """

    file_bytes: int = 64 * MEBIBYTE
    expanded_bytes: int = 384 * MEBIBYTE
    expansion_ratio: int = 200
    parts: int = 2_000
    rows: int = 200_000
    columns: int = 256
    cells: int = 8_000_000


SHEET_LIMITS = SheetLimits()
STREAM_LIMITS = SheetLimits(file_bytes=1024 * MEBIBYTE)
