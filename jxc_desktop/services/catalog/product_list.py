"""The products as the 商品 page lists them, searched, filtered and sorted by the shop file itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import CTE, ColumnElement, SQLColumnExpression, case, func, null, select, true

from jxc_desktop.models.records import Barcode, Product
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.category_tree import category_paths
from jxc_desktop.services.catalog.narrowing import (
    BARCODE,
    IS_MAIN_BARCODE,
    AnySelect,
    as_number,
    in_order,
    narrowed,
    page_of,
)
from jxc_desktop.services.errors import InvalidInputError
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
class ProductFilter:
    """Which products the list shows, and in which order.

    Attributes:
        search: part of a name, of its initials, of a code, barcode or spec.
        category_id: with all categories below it.
    """

    search: str = ""
    category_id: int | None = None
    only: ProductSegment = ProductSegment.ACTIVE
    sort: ProductSort = ProductSort.NAME
    descending: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether few of many products may be what it leaves."""
        return bool(self.search.strip()) or self.category_id is not None or self.only is ProductSegment.INACTIVE


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
    ProductSort.CODE: Product.code,
    ProductSort.NAME: Product.name,
    ProductSort.BARCODE: BARCODE,
    ProductSort.UNIT: Product.unit,
    ProductSort.SPEC: Product.spec,
    ProductSort.RETAIL_PRICE: as_number(Product.retail_price, -1),
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
    if wanted.sort is ProductSort.REFERENCE_COST and not with_cost:
        raise InvalidInputError("sort", "needs_cost", wanted.sort.value)
    paths = category_paths()
    page = page_of(
        _candidates(wanted, paths),
        func.coalesce(paths.c.path, "") if wanted.sort is ProductSort.CATEGORY else _KEYS[wanted.sort],
        descending=wanted.descending,
        is_narrow=wanted.is_narrow,
        offset=offset,
        limit=limit,
    )
    rows = in_order(_described(paths, with_cost=with_cost), page, descending=wanted.descending)
    return [ProductRow(*row) for row in books.connection.execute(rows)]


def product_count(books: OpenTransaction, wanted: ProductFilter) -> int:
    """How many products the list has."""
    return books.connection.execute(select(func.count()).select_from(Product).where(*_conditions(wanted))).scalar_one()


def product_counts(books: OpenTransaction, wanted: ProductFilter) -> Mapping[ProductSegment, int]:
    """How many products each segment has, under the same search and category."""
    counts = [func.count(case((condition, 1))) for condition in _SEGMENTS.values()]
    query = select(*counts).select_from(Product).where(*narrowed(wanted.search, wanted.category_id))
    return dict(zip(_SEGMENTS, books.connection.execute(query).one(), strict=True))


def _conditions(wanted: ProductFilter) -> list[ColumnElement[bool]]:
    conditions = narrowed(wanted.search, wanted.category_id)
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
