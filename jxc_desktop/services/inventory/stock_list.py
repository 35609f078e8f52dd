"""The stock as the 库存查询 page lists it, searched, filtered and sorted by the shop file itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    SQLColumnExpression,
    and_,
    case,
    func,
    null,
    or_,
    select,
    type_coerce,
)
from typing_extensions import override

from jxc_desktop.models.records import Barcode, CostBalance, Product
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import BARCODE, IS_MAIN_BARCODE
from jxc_desktop.services.catalog.narrowing import (
    COLUMNS,
    GoodsFilter,
    as_number,
    counts_of,
    page_of,
    refuse_order_by_cost,
)
from jxc_desktop.services.inventory.average_cost import AverageCost, average_cost
from jxc_desktop.services.inventory.cost import PER_UNIT
from jxc_desktop.services.storage.prepared import AnySelect
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


class StockSegment(Enum):
    """Which products are listed.

    ALL is IN_STOCK, OUT and NEGATIVE together: what is sold, and what is not sold any more but still there. INACTIVE
    is what is not sold any more, with or without stock.
    """

    ALL = "all"
    IN_STOCK = "in_stock"
    OUT = "out"
    NEGATIVE = "negative"
    INACTIVE = "inactive"


class StockSort(Enum):
    """The columns the list can be sorted by."""

    NAME = "name"
    BARCODE = "barcode"
    CODE = "code"
    UNIT = "unit"
    SPEC = "spec"
    RETAIL_PRICE = "retail_price"
    QUANTITY = "quantity"
    AVERAGE_COST = "average_cost"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class StockFilter(GoodsFilter):
    """Which products the list shows, and in which order."""

    only: StockSegment = StockSegment.ALL
    sort: StockSort = StockSort.NAME

    @property
    @override
    def is_rare(self) -> bool:
        return self.only in (StockSegment.OUT, StockSegment.INACTIVE)


@dataclass(frozen=True, slots=True)
class StockRow:
    """One product's stock over everything the shop owns.

    Attributes:
        barcode: its main one; "" where it has none.
        average_cost, value: None where they were asked without costs; value is booked fen.
    """

    product_id: int
    name: str
    barcode: str
    code: str
    unit: str
    spec: str
    retail_price: UnitPrice
    is_active: bool
    quantity: Quantity
    average_cost: AverageCost | None
    value: Money | None


@dataclass(frozen=True, slots=True)
class StockSummary:
    """What the list comes to.

    Attributes:
        counts: products in each segment, under the same search and category.
        quantity, value: of the segment that is listed; value None where it was asked without costs.
    """

    counts: Mapping[StockSegment, int]
    quantity: Quantity
    value: Money | None


_QUANTITY = as_number(CostBalance.quantity, 0)
_BOOKED = as_number(CostBalance.booked, 0)
_AVERAGE = (CostBalance.value * PER_UNIT) // func.nullif(
    type_coerce(CostBalance.quantity, BigInteger), 0, type_=BigInteger
)
_KEYS: Mapping[StockSort, SQLColumnExpression[Any]] = {
    **{StockSort(name): column for name, column in COLUMNS.items()},
    StockSort.QUANTITY: _QUANTITY,
    StockSort.AVERAGE_COST: func.coalesce(_AVERAGE, CostBalance.last_price, -1),
    StockSort.VALUE: _BOOKED,
}
_BY_COST = (StockSort.AVERAGE_COST, StockSort.VALUE)
_SEGMENTS: Mapping[StockSegment, ColumnElement[bool]] = {
    StockSegment.ALL: or_(Product.is_active, _QUANTITY != 0),
    StockSegment.IN_STOCK: _QUANTITY > 0,
    StockSegment.OUT: and_(Product.is_active, _QUANTITY == 0),
    StockSegment.NEGATIVE: _QUANTITY < 0,
    StockSegment.INACTIVE: Product.is_active.is_(False),
}
_HAS_BALANCE = CostBalance.product_id == Product.id
_COSTS = (CostBalance.value, CostBalance.last_price, _BOOKED)
_NO_COSTS = (null(), null(), null())


def stock_rows(
    books: OpenTransaction, wanted: StockFilter, offset: int, limit: int, *, with_cost: bool
) -> list[StockRow]:
    """So many products of the list from the offset on; without costs none is read.

    Raises:
        InvalidInputError: the order is one by cost, and costs are not asked for.
    """
    refuse_order_by_cost(wanted.sort, _BY_COST, with_cost=with_cost)
    rows, key = _described(with_cost=with_cost), _KEYS[wanted.sort]
    page = page_of(rows, _candidates(wanted), key, wanted, offset=offset, limit=limit)
    return [_row(row, with_cost=with_cost) for row in books.connection.execute(page)]


def stock_row(books: OpenTransaction, product_id: int, *, with_cost: bool) -> StockRow | None:
    """One product as the list shows it; None where there is no such product."""
    row = books.connection.execute(_described(with_cost=with_cost).where(Product.id == product_id)).first()
    return None if row is None else _row(row, with_cost=with_cost)


def stock_summary(books: OpenTransaction, wanted: StockFilter, *, with_cost: bool) -> StockSummary:
    """What the list comes to; without costs none is read."""
    counts = counts_of(_SEGMENTS)
    sums = [_sum(wanted, _QUANTITY), *([_sum(wanted, _BOOKED)] if with_cost else [])]
    query = select(*counts, *sums).select_from(Product).outerjoin(CostBalance, _HAS_BALANCE)
    row = books.connection.execute(query.where(*wanted.conditions)).one()
    *found, quantity = row[: len(counts) + 1]
    return StockSummary(
        dict(zip(_SEGMENTS, found, strict=True)), Quantity(int(quantity)), Money(int(row[-1])) if with_cost else None
    )


def _sum(wanted: StockFilter, column: ColumnElement[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((_SEGMENTS[wanted.only], column), else_=0)), 0)


def _candidates(wanted: StockFilter) -> AnySelect:
    """The products the page is cut from, with no more joined to them than the order needs."""
    found = select(Product.id).outerjoin(CostBalance, _HAS_BALANCE).where(_SEGMENTS[wanted.only], *wanted.conditions)
    return found.outerjoin(Barcode, IS_MAIN_BARCODE) if wanted.sort is StockSort.BARCODE else found


def _described(*, with_cost: bool) -> AnySelect:
    return (
        select(
            Product.id,
            Product.name,
            BARCODE,
            Product.code,
            Product.unit,
            Product.spec,
            Product.retail_price,
            Product.is_active,
            _QUANTITY,
            *(_COSTS if with_cost else _NO_COSTS),
        )
        .outerjoin(CostBalance, _HAS_BALANCE)
        .outerjoin(Barcode, IS_MAIN_BARCODE)
    )


def _row(row: Row[*tuple[Any, ...]], *, with_cost: bool) -> StockRow:
    key, name, barcode, code, unit, spec, price, is_active, quantity, value, last_price, booked = row
    return StockRow(
        key,
        name,
        barcode,
        code,
        unit,
        spec,
        price,
        is_active,
        Quantity(quantity),
        average_cost(quantity, value or 0, last_price) if with_cost else None,
        Money(booked) if with_cost else None,
    )
