"""What a column of a table is: declared once, for the screen, the copy and the export alike."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TextStyle, digits_width
from jxc_desktop.ui.widgets.badge import Badge

Row = TypeVar("Row")


class Align(StrEnum):
    """Text stands left, numbers right, units and ticks in the middle."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Width(IntEnum):
    """Usual widths of columns, in digits."""

    QUANTITY = 6
    PRICE = 8
    AMOUNT = 10
    BADGE = 10
    DATE = 11
    BARCODE = 14
    NUMBER = 18
    NAME = 26


FLAGS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        name: what settings remember it by; never shown.
        title: the word in the header.
        text: what a row shows in it, already formatted.
        width: its width in digits of body text, without the inset at both sides; of one that stretches the least.
        align: where the text and the title stand.
        sort: what rows are sorted by; without it the column cannot be sorted.
        style: size and weight of its text.
        tone: the meaning of its text.
        beside: small muted text after the text, dropped first where there is no room (the barcode after the name).
        beside_tone: the meaning of that text.
        icon: the name of an icon before the text.
        badge: a state drawn instead of text.
        stretches: takes the room that is left.
        gives_way: is left out where the one that stretches has less room than its width, the leftmost first.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    width: float = 10
    align: Align = Align.LEFT
    sort: Callable[[Row], Any] | None = None
    style: TextStyle = BODY
    tone: Tone | Callable[[Row], Tone] = Tone.TEXT
    beside: Callable[[Row], str] | None = None
    beside_tone: Tone = Tone.MUTED
    icon: Callable[[Row], str] | None = None
    badge: Callable[[Row], Badge | None] | None = None
    stretches: bool = False
    gives_way: bool = False

    def tone_of(self, row: Row) -> Tone:
        """The meaning of a row's text in this column."""
        return self.tone if isinstance(self.tone, Tone) else self.tone(row)

    def pixels(self) -> int:
        """The width of the column.

        Units: pixels.
        """
        return digits_width(self.width) + 2 * cell_inset()


def cell_inset() -> int:
    """How far the text of a cell stands from its edges, as in the header.

    Units: pixels.
    """
    return look().px(10)
