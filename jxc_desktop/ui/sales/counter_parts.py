"""What the parts of the counter work with."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.ui.sales.cart_keeper import CartKeeper
from jxc_desktop.ui.sales.cart_model import CartModel
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.widgets.scanned_parts import ScannedParts


@dataclass(frozen=True, slots=True)
class CounterParts(ScannedParts):
    """The counter's widgets and what stands behind them."""

    model: CartModel
    table: CartTable
    drafts: CartKeeper

    def row_of_unknown(self, code: str) -> int | None:
        """The red row of a code; None where it is gone."""
        rows = (row for row in self.model.rows() if isinstance(row.line, UnknownLine) and row.line.code == code)
        return next((row.number for row in rows), None)

    @override
    def chosen_unknown(self) -> UnknownLine | None:
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, UnknownLine) else None

    @override
    def last_unknown(self) -> UnknownLine | None:
        unknown = self.model.cart.unknown_lines
        return self.chosen_unknown() or (unknown[-1] if unknown else None)
