"""库存余额: what there is of every product now, and what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from jxc_desktop.models.records import Barcode, CostBalance, Product
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import BARCODE, IS_MAIN_BARCODE
from jxc_desktop.services.inventory.average_cost import average_cost
from jxc_desktop.services.reports.report import Asked, ColumnKind, ReportColumn, ReportSpec
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

# A product has a cost balance from its first move on.
_STOCK = Query[tuple[str, str, str, str, str, int, int, int | None, int, int]](
    select(
        BARCODE,
        Product.code,
        Product.name,
        Product.spec,
        Product.unit,
        CostBalance.quantity,
        CostBalance.value,
        CostBalance.last_price,
        CostBalance.booked,
        Product.retail_price,
    )
    .join(CostBalance, CostBalance.product_id == Product.id)
    .outerjoin(Barcode, IS_MAIN_BARCODE)
    .order_by(Product.code)
)


@dataclass(frozen=True, slots=True)
class StockedProduct:
    """One product, or all of them: then without a barcode, a price and an average.

    Attributes:
        value: booked fen.
    """

    barcode: str
    code: str
    name: str
    spec: str
    unit: str
    quantity: Quantity
    average: UnitPrice | None
    value: Money
    retail_price: UnitPrice | None


def stock_report() -> ReportSpec[StockedProduct]:
    """One row per product that ever moved, by its code."""
    return ReportSpec(
        name="stock",
        title=_("库存余额"),
        columns=(
            ReportColumn("barcode", _("条码"), ColumnKind.CODE, lambda row: row.barcode),
            ReportColumn("code", _("商品编码"), ColumnKind.CODE, lambda row: row.code),
            ReportColumn("name", _("商品名称"), ColumnKind.NAME, lambda row: row.name),
            ReportColumn("spec", _("规格"), ColumnKind.TEXT, lambda row: row.spec),
            ReportColumn("unit", _("单位"), ColumnKind.UNIT, lambda row: row.unit),
            ReportColumn("quantity", _("数量"), ColumnKind.QUANTITY, lambda row: row.quantity),
            ReportColumn("average", _("成本单价"), ColumnKind.PRICE, lambda row: row.average),
            ReportColumn("value", _("成本金额"), ColumnKind.MONEY, lambda row: row.value),
            ReportColumn("retail_price", _("零售价"), ColumnKind.PRICE, lambda row: row.retail_price),
        ),
        query=_rows,
        totals=_totals,
    )


def _rows(books: OpenTransaction, _asked: Asked) -> list[StockedProduct]:
    rows = []
    for barcode, code, name, spec, unit, quantity, value, last_price, booked, price in books.rows(_STOCK):
        average = average_cost(quantity, value, last_price)
        rows.append(
            StockedProduct(
                barcode,
                code,
                name,
                spec,
                unit,
                Quantity(quantity),
                average.to_price() if average else None,
                Money(booked),
                UnitPrice(price),
            )
        )
    return rows


def _totals(rows: Sequence[StockedProduct]) -> StockedProduct:
    """Without a barcode: whoever reads the file by barcodes passes over it."""
    quantity = Quantity(sum(row.quantity.milli for row in rows))
    value = Money(sum(row.value.fen for row in rows))
    return StockedProduct("", _("合计"), "", "", "", quantity, None, value, None)
