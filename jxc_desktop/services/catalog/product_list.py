"""The products as the 商品 page lists them, searched, filtered and sorted by the shop file itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import CTE, ColumnElement, SQLColumnExpression, func, null, select, true
from typing_extensions import override

from jxc_desktop.models.records import Barcode, Product
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.category_tree import category_paths
from jxc_desktop.services.catalog.main_barcode import BARCODE, IS_MAIN_BARCODE
from jxc_desktop.services.catalog.narrowing import (
    COLUMNS,
    GoodsFilter,
    as_number,
    counts_of,
    page_of,
    refuse_order_by_cost,
)
from jxc_desktop.services.storage.prepared import AnySelect
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


class ProductSegment(Enum):
    """Which products are listed."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    ALL = "all"


class ProductSort(Enum):
    """The columns the list can be sorted by."""

    CODE = "code"
    NAME = "name"
    BARCODE = "barcode"
    UNIT = "unit"
    CATEGORY = "category"
    SPEC = "spec"
    RETAIL_PRICE = "retail_price"
    MEMBER_PRICE = "member_price"
    WHOLESALE_PRICE = "wholesale_price"
    LOWEST_PRICE = "lowest_price"
    REFERENCE_COST = "reference_cost"


@dataclass(frozen=True, slots=True)
class ProductFilter(GoodsFilter):
    """Which products the list shows, and in which order."""

    only: ProductSegment = ProductSegment.ACTIVE
    sort: ProductSort = ProductSort.NAME

    @property
    @override
    def is_rare(self) -> bool:
        return self.only is ProductSegment.INACTIVE


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product of the list.

    Attributes:
        barcode: its main one; "" where it has none. category: names from the root, such as 食品 / 饮料.
        reference_cost: None also where it was asked without costs.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    unit: str
    category: str
    spec: str
    retail_price: UnitPrice
    member_price: UnitPrice | None
    wholesale_price: UnitPrice | None
    lowest_price: UnitPrice | None
    reference_cost: UnitPrice | None
    is_active: bool


_SEGMENTS: Mapping[ProductSegment, ColumnElement[bool]] = {
    ProductSegment.ACTIVE: Product.is_active.is_(True),
    ProductSegment.INACTIVE: Product.is_active.is_(False),
    ProductSegment.ALL: true(),
}
_KEYS: Mapping[ProductSort, SQLColumnExpression[Any]] = {
    **{ProductSort(name): column for name, column in COLUMNS.items()},
    ProductSort.MEMBER_PRICE: as_number(Product.member_price, -1),
    ProductSort.WHOLESALE_PRICE: as_number(Product.wholesale_price, -1),
    ProductSort.LOWEST_PRICE: as_number(Product.lowest_price, -1),
    ProductSort.REFERENCE_COST: as_number(Product.reference_cost, -1),
}


def product_rows(
    books: OpenTransaction, wanted: ProductFilter, offset: int, limit: int, *, with_cost: bool
) -> list[ProductRow]:
    """So many products of the list from the offset on; without costs none is read.

    Raises:
        InvalidInputError: the order is one by cost, and costs are not asked for.
    """
    refuse_order_by_cost(wanted.sort, (ProductSort.REFERENCE_COST,), with_cost=with_cost)
    paths = category_paths()
    key = func.coalesce(paths.c.path, "") if wanted.sort is ProductSort.CATEGORY else _KEYS[wanted.sort]
    rows = _described(paths, with_cost=with_cost)
    page = page_of(rows, _candidates(wanted, paths), key, wanted, offset=offset, limit=limit)
    return [ProductRow(*row) for row in books.connection.execute(page)]


def product_counts(books: OpenTransaction, wanted: ProductFilter) -> Mapping[ProductSegment, int]:
    """How many products each segment has, under the same search and category."""
    query = select(*counts_of(_SEGMENTS)).select_from(Product).where(*wanted.conditions)
    return dict(zip(_SEGMENTS, books.connection.execute(query).one(), strict=True))


def _conditions(wanted: ProductFilter) -> list[ColumnElement[bool]]:
    conditions = wanted.conditions
    return conditions if wanted.only is ProductSegment.ALL else [*conditions, _SEGMENTS[wanted.only]]


def _candidates(wanted: ProductFilter, paths: CTE) -> AnySelect:
    """The products the page is cut from, with no more joined to them than the order needs."""
    found = select(Product.id).where(*_conditions(wanted))
    if wanted.sort is ProductSort.BARCODE:
        return found.outerjoin(Barcode, IS_MAIN_BARCODE)
    if wanted.sort is ProductSort.CATEGORY:
        return found.outerjoin(paths, paths.c.id == Product.category_id)
    return found


def _described(paths: CTE, *, with_cost: bool) -> AnySelect:
    return (
        select(
            Product.id,
            Product.code,
            Product.name,
            BARCODE,
            Product.unit,
            func.coalesce(paths.c.path, ""),
            Product.spec,
            Product.retail_price,
            Product.member_price,
            Product.wholesale_price,
            Product.lowest_price,
            Product.reference_cost if with_cost else null(),
            Product.is_active,
        )
        .outerjoin(Barcode, IS_MAIN_BARCODE)
        .outerjoin(paths, paths.c.id == Product.category_id)
    )
