"""How far a sheet reaches, measured before it is taken in: a reader sets memory aside for every cell up to the last."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from jxc_desktop.services.exchange.faults import SheetTooLargeError
from jxc_desktop.services.exchange.limits import SheetLimits

REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})", re.ASCII)

# (row, column), both from 0 → the text of a cell that has no value: a formula without its result, or an error.
Flaws = dict[tuple[int, int], str]


@dataclass(slots=True)
class Extent:
    """The area from A1 to the last cell that holds something, while it is being measured.

    Attributes:
        rows: number of rows.
        columns: number of columns.
        flaws: the cells whose value a reader leaves out.
    """

    rows: int = 0
    columns: int = 0
    flaws: Flaws = field(default_factory=dict)

    def reach(self, rows: int, columns: int) -> None:
        """There is something in the last of so many rows and in the last of so many columns."""
        self.rows = max(self.rows, rows)
        self.columns = max(self.columns, columns)

    def require_within(self, path: Path, limits: SheetLimits) -> None:
        """Refuse an area larger than the limits allow.

        Raises:
            SheetTooLargeError: it is.
        """
        if self.rows * self.columns > limits.cells:
            raise SheetTooLargeError(path, "cells", limits.cells)


def column_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
