"""What every list of products is narrowed, ordered and cut into pages by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, ColumnElement, SQLColumnExpression, case, func, type_coerce

from jxc_desktop.models.records import Product
from jxc_desktop.services.catalog.category_tree import is_within
from jxc_desktop.services.catalog.main_barcode import BARCODE
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.storage.prepared import AnySelect

Segment = TypeVar("Segment", bound=Enum)


@dataclass(frozen=True, slots=True)
class GoodsFilter:
    """Which products a list shows, and in which direction; each list adds its segments and its columns.

    Attributes:
        search: part of a name, of its initials, of a code, barcode or spec.
        category_id: with all categories below it.
    """

    search: str = ""
    category_id: int | None = None
    descending: bool = False

    @property
    def is_rare(self) -> bool:
        """Whether its segment may hold few of many products, told only by looking at each of them."""
        return False

    @property
    def is_narrow(self) -> bool:
        """Whether few of many products may be what it leaves, told only by looking at each of them."""
        return self.is_rare or bool(self.search.strip()) or self.category_id is not None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """What a product must be, whatever its segment."""
        conditions: list[ColumnElement[bool]] = []
        if text := as_pattern(self.search):
            conditions.append(Product.search_text.like(f"%{text}%", escape="\\"))
        if self.category_id is not None:
            conditions.append(is_within(self.category_id))
        return conditions


def as_number(column: Any, where_empty: int) -> ColumnElement[int]:
    """A money, price or quantity column as its whole number, for ordering and sums."""
    return func.coalesce(type_coerce(column, BigInteger), where_empty)


# The columns every list of products has, by the names under which it may be sorted.
COLUMNS: Mapping[str, SQLColumnExpression[Any]] = {
    "name": Product.name,
    "barcode": BARCODE,
    "code": Product.code,
    "unit": Product.unit,
    "spec": Product.spec,
    "retail_price": as_number(Product.retail_price, -1),
}


def page_of(
    rows: AnySelect, candidates: AnySelect, key: Any, wanted: GoodsFilter, *, offset: int, limit: int
) -> AnySelect:
    """So many of the candidates by the key, each as `rows` tells it; equal ones by when they were written down.

    Texts are ordered by code point.

    Shape: `candidates` has one column, the product's key.
    """
    # Looking for few of many, the store must not walk an index of names and fetch each product on the way: read
    # straight through, they take a third of the time.
    by = key.concat("") if wanted.is_narrow and isinstance(key, Column) else key
    keyed = candidates.add_columns(key.label("key"))
    page = keyed.order_by(*_order(by, Product.id, wanted)).offset(offset).limit(limit).subquery("page")
    return rows.join(page, page.c.id == Product.id).order_by(*_order(page.c.key, page.c.id, wanted))


def counts_of(segments: Mapping[Segment, ColumnElement[bool]]) -> list[ColumnElement[int]]:
    """How many products each segment has, in their order."""
    return [func.count(case((condition, 1))) for condition in segments.values()]


def refuse_order_by_cost(sort: Enum, by_cost: Collection[Enum], *, with_cost: bool) -> None:
    """Ask before a list is sorted: its order alone would give costs away.

    Raises:
        InvalidInputError: the order is one by cost, and costs are not asked for.
    """
    if sort in by_cost and not with_cost:
        raise InvalidInputError("sort", "needs_cost", sort.value)


def _order(key: Any, product: Any, wanted: GoodsFilter) -> tuple[Any, Any]:
    return (key.desc(), product.desc()) if wanted.descending else (key.asc(), product.asc())
