"""A product's barcodes and pack units as one table: a row per code, and one per unit without a code."""

from collections.abc import Iterable
from dataclasses import dataclass

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails

ONE = Quantity(1000)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code of one unit.

    Attributes:
        code: "" for a pack unit that has none. unit: "" for the base unit, whatever its name is.
        factor: how much of the base unit it holds. price: of a whole pack; None: by its content.
        is_kept: the unit is in the books already and stays there.
    """

    code: str
    unit: str = ""
    factor: Quantity = ONE
    price: UnitPrice | None = None
    is_kept: bool = False


def rows_of(details: ProductDetails) -> list[CodeRow]:
    """The table of a product, the base unit's codes first."""
    rows = [CodeRow(code) for code in details.codes]
    for pack in details.packs:
        is_kept = details.id is not None
        rows += [CodeRow(code, pack.name, pack.factor, pack.retail_price, is_kept) for code in pack.codes or ("",)]
    return rows


def base_codes(rows: Iterable[CodeRow]) -> tuple[str, ...]:
    """The base unit's codes, the main one first."""
    return tuple(row.code for row in rows if not row.unit)


def packs_of(rows: Iterable[CodeRow]) -> tuple[Pack, ...]:
    """The pack units with their codes; what the last row of a unit says of it holds."""
    found: dict[str, list[CodeRow]] = {}
    for row in rows:
        if row.unit:
            found.setdefault(row.unit, []).append(row)
    return tuple(
        Pack(unit, of_unit[-1].factor, of_unit[-1].price, tuple(row.code for row in of_unit if row.code))
        for unit, of_unit in found.items()
    )


def without(rows: list[CodeRow], number: int) -> list[CodeRow] | None:
    """The table without a row; a unit that is in the books stays, without a code. None: the row cannot go."""
    row = rows[number]
    rest = [*rows[:number], *rows[number + 1 :]]
    if not row.is_kept or any(other.unit == row.unit for other in rest):
        return rest
    if not row.code:
        return None
    return [*rows[:number], CodeRow("", row.unit, row.factor, row.price, is_kept=True), *rows[number + 1 :]]


def with_row(rows: list[CodeRow], row: CodeRow, number: int | None) -> list[CodeRow]:
    """The table with one more row, or another in the place of one; all rows of its unit hold and cost the same."""
    changed = [*rows, row] if number is None else [*rows[:number], row, *rows[number + 1 :]]
    return [
        CodeRow(other.code, other.unit, row.factor, row.price, other.is_kept)
        if row.unit and other.unit == row.unit
        else other
        for other in changed
    ]
