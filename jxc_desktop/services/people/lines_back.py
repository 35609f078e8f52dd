"""What of a document's line has come back, and what one more part of it is: alike for sales and for receipts."""

from typing import Any, NamedTuple

from sqlalchemy import ScalarSelect, Table, func, select

from jxc_desktop.models.values.quantity import MILLI
from jxc_desktop.models.values.rounding import half_away_from_zero


class WrittenUnit(NamedTuple):
    """The unit a line is written in, and its price there.

    Units: unit_factor in 1/1000 of the base unit, price in 1/10000 yuan.
    """

    unit_name: str
    unit_factor: int
    price: int


def back_so_far(lines: Table, column: str) -> ScalarSelect[Any]:
    """What of a line's column has come back so far; returns carry minus signs."""
    back = lines.alias()
    gone = select(func.coalesce(-func.sum(back.c[column]), 0))
    return gone.where(back.c.origin_line_id == lines.c.id).correlate(lines).scalar_subquery()


def unit_of_part(part: int, whole: int, unit: WrittenUnit, base_unit: str) -> WrittenUnit:
    """The unit so much of a line is written in: 3 of a case of 24 are bottles, not 0.125 case.

    Units: part and whole in 1/1000 of the base unit.
    """
    if part == whole or part % unit.unit_factor == 0 or unit.unit_factor == MILLI:
        return unit
    return WrittenUnit(base_unit, MILLI, half_away_from_zero(unit.price * MILLI, unit.unit_factor))
