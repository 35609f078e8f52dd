"""A receipt as lines of fixed columns: what a receipt printer is sent, and what the PDF is drawn from."""

from dataclasses import dataclass
from enum import Enum

from jxc_desktop.models.values.text_width import pad_right, text_columns


class LineLook(Enum):
    """How a line is printed."""

    PLAIN = "plain"
    STRONG = "strong"
    DOUBLE = "double"  # twice as wide and twice as high, so half as many columns
    RULE = "rule"
    BARCODE = "barcode"


class Side(Enum):
    """Where a text begins, seen from its column."""

    LEFT = "left"  # it begins at the column
    RIGHT = "right"  # it ends before the column
    MIDDLE = "middle"  # the column is its middle


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text at its place in a line.

    Units: the column counts from 0 at the left.
    """

    text: str
    column: int = 0
    side: Side = Side.LEFT

    @property
    def start(self) -> int:
        """The column where the text begins."""
        if self.side is Side.LEFT:
            return self.column
        columns = text_columns(self.text)
        return self.column - (columns if self.side is Side.RIGHT else (columns + 1) // 2)


@dataclass(frozen=True, slots=True)
class ReceiptTextLine:
    """One line of a receipt.

    Attributes:
        columns: how many columns this line has, half of the paper's where it is printed double.
        texts: what stands in it, from left to right, never overlapping; the content of a barcode.
    """

    columns: int
    texts: tuple[PlacedText, ...] = ()
    look: LineLook = LineLook.PLAIN

    @property
    def text(self) -> str:
        """The line as characters, spaces where nothing stands: what a printer without graphics prints."""
        if self.look is LineLook.RULE:
            return "-" * self.columns
        line = ""
        for placed in self.texts:
            line = pad_right(line, placed.start) + placed.text
        return line
