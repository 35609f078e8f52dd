"""What the parts of the counter work with."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.sales.cart_keeper import CartKeeper
from jxc_desktop.ui.sales.cart_model import CartModel
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine


@dataclass(frozen=True, slots=True)
class CounterParts:
    """The counter's widgets and what stands behind them.

    Attributes:
        page: the page itself, for what is opened over it.
        clock: milliseconds that never jump.
    """

    surroundings: Surroundings
    page: Page
    field: ScanField
    line: ScanLine
    model: CartModel
    table: CartTable
    drafts: CartKeeper
    clock: Callable[[], int]

    @property
    def shop(self) -> Shop:
        """The services."""
        return self.surroundings.shop

    def play(self, kind: SoundKind) -> None:
        """Let a sound be heard."""
        self.surroundings.sound.play(kind)

    def refuse(self, words: str) -> None:
        """Say why something was not done, with the low sound."""
        self.line.say(LineKind.DANGER, words, flashes=True)
        self.play(SoundKind.BAD)

    def remark(self, words: str) -> None:
        """Say why a key does nothing now; over a red row's line too, as the key was pressed after it."""
        kind = LineKind.DANGER if self.model.totals.unknown_rows else LineKind.WARNING
        self.line.say(kind, words, flashes=True)
        self.play(SoundKind.WARN)

    def row_of_unknown(self, code: str) -> int | None:
        """The red row of a code; None where it is gone."""
        rows = (row for row in self.model.rows() if isinstance(row.line, UnknownLine) and row.line.code == code)
        return next((row.number for row in rows), None)

    def chosen_unknown(self) -> UnknownLine | None:
        """The red row the keys act on: the chosen one; None where goods are chosen."""
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, UnknownLine) else None

    def last_unknown(self) -> UnknownLine | None:
        """The chosen red row, or the last one there is."""
        unknown = self.model.cart.unknown_lines
        return self.chosen_unknown() or (unknown[-1] if unknown else None)
