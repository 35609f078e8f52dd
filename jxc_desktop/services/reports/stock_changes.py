"""What changed the stock and its value, day by day, as the lines of the documents tell it.

The ledgers hold the same, one row a line, in the order of posting; lines are found by their day, as reports ask.

Units: quantities in 1/1000 of the base unit, values in fen.
"""

from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, literal_column, or_, select

from jxc_desktop.models.records import CostEntry, Document, GoodsReceiptLine, SaleLine, StockLine
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.reports.sales_sums import IS_DIFFERENCE, NOTHING
from jxc_desktop.services.storage.prepared import AnySelect


class Side(IntEnum):
    """What a change belongs to. What undoes another is of its side, with the opposite sign."""

    BOUGHT = 1
    OTHER_IN = 2
    SOLD = 3
    OTHER_OUT = 4


def changes(
    *, until: Any = None, within: tuple[Any, Any] | None = None, after: Any = None, with_sides: bool = False
) -> Subquery:
    """Everything that changed stock or value before a day, from one day to another, or after a day.

    Shape: product_id, day, quantity, value, side: more is plus; the side is 0 where none is asked for.
    """
    wanted = []
    for part in (_sold(), _bought(), _otherwise(with_sides=with_sides), _differences()):
        day = part.selected_columns.day
        if within is not None:
            wanted.append(part.where(day.between(*within)))
        else:
            wanted.append(part.where(day > after if until is None else day < until))
    return wanted[0].union_all(*wanted[1:]).subquery("stock_changes")


def side_of_stock(quantity: Any, kind: Any, reverses: Any) -> ColumnElement[int]:
    """The side of what is neither bought nor sold: opening stock comes in, a count finds more or less."""
    gained = or_(and_(quantity > 0, reverses.is_(None)), and_(quantity < 0, reverses.is_not(None)))
    comes_in = or_(kind == _quoted(DocumentKind.OPENING_STOCK.value), gained)
    return case((comes_in, _number(Side.OTHER_IN)), else_=_number(Side.OTHER_OUT))


def side_of_difference(kind: Any) -> ColumnElement[int]:
    """The side of a change of value alone: that of the goods it is about."""
    return case(
        (kind == _quoted(CostKind.SALE_DIFFERENCE.value), _number(Side.SOLD)),
        (kind == _quoted(CostKind.STOCK_DIFFERENCE.value), _number(Side.OTHER_OUT)),
        else_=_number(Side.BOUGHT),
    )


def _sold() -> AnySelect:
    return select(
        SaleLine.product_id.label("product_id"),
        SaleLine.day.label("day"),
        (-SaleLine.quantity).label("quantity"),
        (-SaleLine.cost).label("value"),
        _number(Side.SOLD).label("side"),
    )


def _bought() -> AnySelect:
    line = GoodsReceiptLine
    return select(line.product_id, line.day.label("day"), line.quantity, line.cost, _number(Side.BOUGHT))


def _otherwise(*, with_sides: bool) -> AnySelect:
    line = StockLine
    facts = (line.product_id, line.day.label("day"), line.quantity, line.cost)
    if not with_sides:
        return select(*facts, NOTHING)
    side = side_of_stock(line.quantity, Document.kind, Document.reverses_id)
    return select(*facts, side).join(Document, Document.id == line.document_id)


def _differences() -> AnySelect:
    entry = CostEntry
    facts = (entry.product_id, entry.day.label("day"), NOTHING, entry.booked, side_of_difference(entry.kind))
    return select(*facts).where(IS_DIFFERENCE)


def _number(side: Side) -> ColumnElement[int]:
    return literal_column(str(side.value))


def _quoted(value: str) -> ColumnElement[str]:
    """A word of the program's own, as the statement holds it."""
    return literal_column(f"'{value}'")
