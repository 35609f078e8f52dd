"""How a person wants a file to be read, where what was found by itself is not right."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What somebody chose; what is None is found by itself.

    Attributes:
        sheet: the name of the sheet.
        head_row: the number of the row of headings.
        fields: column in the file (0 is column A) → key of the field; columns that are not in it are left out.
        is_by_hand: the columns were matched by hand: remembered for the next file with these headings.
    """

    sheet: str | None = None
    head_row: int | None = None
    fields: Mapping[int, str] | None = None
    is_by_hand: bool = False


FOUND = ImportChoice()
