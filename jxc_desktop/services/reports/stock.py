"""库存余额: what there is of every product now, and what it cost."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from jxc_desktop.models.records import CostBalance, Product
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.average_cost import average_cost
from jxc_desktop.services.reports.goods import (
    NAMES,
    Narrowing,
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
    ToStock,
)
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

IN_STOCK = "in_stock"
_SHOWN = ("name", "barcode", "code", "spec", "unit")


class StockedProduct(NamedTuple):
    """One product, or all of them: then without a price and an average.

    Units: quantity in 1/1000 of the base unit, value and last_price in 1/1000000 yuan, booked in fen, retail_price in
    1/10000 yuan.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    quantity: int
    value: int
    last_price: int | None
    booked: int
    retail_price: int | None


def stock_report() -> ReportSpec[StockedProduct]:
    """One row per product that ever moved, by its code."""
    return ReportSpec(
        name="stock",
        title=_("库存余额"),
        columns=(
            *goods_columns(StockedProduct, _SHOWN),
            ReportColumn("quantity", _("数量"), ColumnKind.QUANTITY, lambda row: Quantity(row.quantity)),
            ReportColumn("average", _("成本单价"), ColumnKind.PRICE, _average),
            ReportColumn("value", _("成本金额"), ColumnKind.MONEY, lambda row: Money(row.booked), is_answer=True),
            ReportColumn("retail_price", _("零售价"), ColumnKind.PRICE, _retail_price),
        ),
        query=_rows,
        totals=_totals,
        filters=(Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(Tick(IN_STOCK, _("只看有库存的")), own_category()),
        order=Order("code"),
        leads_to=lambda row, _asked: ToStock(row.product_id),
        lead_words=_("看库存流水"),
        hint=_("现在每种商品有多少、值多少钱"),
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[StockedProduct]:
    rows = rows_of(StockedProduct, books, _question, asked)
    return [row for row in rows if row.quantity] if IN_STOCK in (asked.ticks or ()) else rows


def _totals(rows: Sequence[StockedProduct]) -> StockedProduct:
    """Without a barcode: whoever reads the file by barcodes passes over it."""
    quantity, booked = sum(row.quantity for row in rows), sum(row.booked for row in rows)
    return StockedProduct(*goods_of_all(), quantity, 0, None, booked, None)


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    # A product has a cost balance from its first move on.
    figures = (CostBalance.quantity, CostBalance.value, CostBalance.last_price, CostBalance.booked)
    rows = with_goods((*figures, Product.retail_price), table_of(CostBalance), CostBalance.product_id)
    return Query(rows.where(*narrowed.goods).order_by(Product.code), *NAMES)


def _average(row: StockedProduct) -> UnitPrice | None:
    average = average_cost(row.quantity, row.value, row.last_price) if row.product_id else None
    return average.to_price() if average else None


def _retail_price(row: StockedProduct) -> UnitPrice | None:
    return None if row.retail_price is None else UnitPrice(row.retail_price)
