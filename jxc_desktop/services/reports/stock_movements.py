"""收发存汇总: what there was of each product, what came, what went, what there is: quantity and value."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Subquery, case, func, literal_column, select

from jxc_desktop.models.records import CostBalance, Product
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.reports.goods import (
    FACTS,
    FIRST,
    LAST,
    NAMES,
    Narrowing,
    added_up,
    goods_columns,
    goods_of_all,
    own_category,
    rows_of,
    with_goods,
)
from jxc_desktop.services.reports.report import (
    Asked,
    ColumnKind,
    Filter,
    Order,
    ReportColumn,
    ReportSpec,
    Tick,
    ToReport,
)
from jxc_desktop.services.reports.stock_changes import Side, changes
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

MOVED = "moved"
_FIGURES = 12
_WITHIN = tuple(f"{side.name.lower()}_{what}" for side in Side for what in ("quantity", "value"))


class MovedProduct(NamedTuple):
    """One product's stock through a period, or that of all of them.

    Units: quantities in 1/1000 of the base unit, values in booked fen.

    Attributes:
        opening: from the documents before the period. closing: from the balances of today, without what came later.
        bought: less what went back to suppliers; sold: less what customers brought back.
        other_in, other_out: opening stock and what counts found too much; what they missed.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    opening_quantity: int
    opening_value: int
    bought_quantity: int
    bought_value: int
    other_in_quantity: int
    other_in_value: int
    sold_quantity: int
    sold_value: int
    other_out_quantity: int
    other_out_value: int
    closing_quantity: int
    closing_value: int

    @property
    def in_quantity(self) -> int:
        """Everything that came in."""
        return self.bought_quantity + self.other_in_quantity

    @property
    def in_value(self) -> int:
        """What it was worth."""
        return self.bought_value + self.other_in_value

    @property
    def out_quantity(self) -> int:
        """Everything that went out."""
        return self.sold_quantity + self.other_out_quantity

    @property
    def out_value(self) -> int:
        """What it was worth."""
        return self.sold_value + self.other_out_value

    @property
    def adds_up(self) -> bool:
        """Whether the documents explain the balance."""
        return (
            self.opening_quantity + self.in_quantity - self.out_quantity == self.closing_quantity
            and self.opening_value + self.in_value - self.out_value == self.closing_value
        )


def stock_movements_report() -> ReportSpec[MovedProduct]:
    """One row a product, the one that sold for most first."""
    return ReportSpec(
        name="stock-movements",
        title=_("收发存汇总"),
        columns=(*goods_columns(MovedProduct, ("name", "category")), *_columns()),
        query=_rows,
        totals=_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(Tick(MOVED, _("不显示没动过的"), is_on=True), own_category()),
        order=Order("out_value", is_descending=True),
        leads_to=lambda row, asked: ToReport("stock-ledger", Asked(asked.period, product_id=row.product_id)),
        lead_words=_("看流水"),
        hint=_("期初有多少、进了多少、出了多少、还剩多少"),
        checked=_checked,
    )


def _columns() -> tuple[ReportColumn[MovedProduct], ...]:
    return (
        _quantity("opening_quantity", _("期初数")),
        _value("opening_value", _("期初金额")),
        _quantity("in_quantity", _("入库数")),
        _value("in_value", _("入库金额")),
        _quantity("out_quantity", _("出库数")),
        _value("out_value", _("出库金额")),
        _quantity("closing_quantity", _("结存数"), is_answer=True),
        _value("closing_value", _("结存金额"), is_answer=True),
        _quantity("bought_quantity", _("采购入库数"), is_shown=False),
        _value("bought_value", _("采购入库金额"), is_shown=False),
        _quantity("other_in_quantity", _("其他入库数"), is_shown=False),
        _value("other_in_value", _("其他入库金额"), is_shown=False),
        _quantity("sold_quantity", _("销售出库数"), is_shown=False),
        _value("sold_value", _("销售出库金额"), is_shown=False),
        _quantity("other_out_quantity", _("其他出库数"), is_shown=False),
        _value("other_out_value", _("其他出库金额"), is_shown=False),
    )


def _quantity(key: str, heading: str, *, is_shown: bool = True, is_answer: bool = False) -> ReportColumn[MovedProduct]:
    return ReportColumn(key, heading, ColumnKind.QUANTITY, lambda row: Quantity(getattr(row, key)), is_shown, is_answer)


def _value(key: str, heading: str, *, is_shown: bool = True, is_answer: bool = False) -> ReportColumn[MovedProduct]:
    return ReportColumn(key, heading, ColumnKind.MONEY, lambda row: Money(getattr(row, key)), is_shown, is_answer)


def _rows(books: OpenTransaction, asked: Asked) -> list[MovedProduct]:
    rows = rows_of(MovedProduct, books, _question, asked)
    if asked.ticks is not None and MOVED not in asked.ticks:
        return list(rows)
    return [row for row in rows if any(row[FACTS:])]


def _totals(rows: Sequence[MovedProduct]) -> MovedProduct:
    return MovedProduct._make((*goods_of_all(), *added_up(rows, FACTS, _FIGURES)))


def _checked(rows: Sequence[MovedProduct]) -> str:
    return _("期初 + 入库 − 出库 = 结存，逐项相符") if rows and all(row.adds_up for row in rows) else ""


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    before, within, later = _before(), _within(), _later()
    product = select(Product.id.label("product_id")).subquery("every_product")
    figures = (
        _or_0(before.c.quantity),
        _or_0(before.c.value),
        *(_or_0(within.c[name]) for name in _WITHIN),
        _or_0(CostBalance.quantity) - _or_0(later.c.quantity),
        _or_0(CostBalance.booked) - _or_0(later.c.value),
    )
    out_value = _or_0(within.c.sold_value + within.c.other_out_value)
    rows = (
        with_goods(figures, product, product.c.product_id)
        .outerjoin(CostBalance, CostBalance.product_id == product.c.product_id)
        .outerjoin(before, before.c.product_id == product.c.product_id)
        .outerjoin(within, within.c.product_id == product.c.product_id)
        .outerjoin(later, later.c.product_id == product.c.product_id)
        .where(*narrowed.goods)
    )
    return Query(rows.order_by(out_value.desc(), product.c.product_id), *NAMES)


def _before() -> Subquery:
    return _sums_where(changes(until=FIRST), "before")


def _later() -> Subquery:
    return _sums_where(changes(after=LAST), "later")


def _sums_where(change: Subquery, name: str) -> Subquery:
    sums = (func.sum(change.c.quantity).label("quantity"), func.sum(change.c.value).label("value"))
    return select(change.c.product_id, *sums).group_by(change.c.product_id).subquery(name)


def _within() -> Subquery:
    """What came and what went in the period, each side by itself, more is plus."""
    change = changes(within=(FIRST, LAST), with_sides=True)
    sums = []
    for side in Side:
        sign = -1 if side in (Side.SOLD, Side.OTHER_OUT) else 1
        for what in ("quantity", "value"):
            amount = case((change.c.side == literal_column(str(side.value)), sign * change.c[what]), else_=0)
            sums.append(func.sum(amount).label(f"{side.name.lower()}_{what}"))
    return select(change.c.product_id, *sums).group_by(change.c.product_id).subquery("within")


def _or_0(figure: Any) -> ColumnElement[int]:
    return func.coalesce(figure, literal_column("0"))
