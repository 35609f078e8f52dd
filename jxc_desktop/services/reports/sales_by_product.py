"""商品销售, 商品毛利, 畅销排行: what each product sold; three ways to look at the same rows."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import select

from jxc_desktop.services.reports.goods import (
    FACTS,
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
    ToReport,
)
from jxc_desktop.services.reports.sales_sums import (
    NOTHING,
    SUMS,
    losses_if_asked,
    only_losses,
    sold_and_differences,
    sums_columns,
    sums_of,
)
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

BEST = 100
_BEST_SHOWN = ("rank", "name", "barcode", "category", "quantity", "sales", "profit", "margin", "loss")


class ProductSales(NamedTuple):
    """What one product sold, or all of them.

    Units: quantity in 1/1000 of the base unit, amounts in fen.

    Attributes:
        rank: its place among the best sellers; 0 where nobody asked.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    quantity: int
    sales: int
    cost: int
    adjustment: int
    rank: int = 0


def sales_by_product_report() -> ReportSpec[ProductSales]:
    """What each product sold, and for how much."""
    return _report(
        "sales-by-product",
        _("商品销售"),
        _("每种商品卖了多少、卖了多少钱"),
        ("name", "barcode", "category", "unit", "quantity", "average", "sales", "profit"),
    )


def profit_by_product_report() -> ReportSpec[ProductSales]:
    """What each product left, after what it cost."""
    return _report(
        "profit-by-product",
        _("商品毛利"),
        _("每种商品赚了多少，哪些是亏本卖的"),
        ("name", "category", "quantity", "sales", "cost", "adjustment", "profit", "margin", "loss"),
    )


def best_sellers_report() -> ReportSpec[ProductSales]:
    """The products that sold for most, the first hundred."""
    return _report(
        "best-sellers",
        _("畅销排行"),
        _("卖得最多的 {count} 种商品").format(count=BEST),
        _BEST_SHOWN,
        most=BEST,
    )


def _report(
    name: str, title: str, hint: str, shown: tuple[str, ...], most: int | None = None
) -> ReportSpec[ProductSales]:
    def query(books: OpenTransaction, asked: Asked) -> list[ProductSales]:
        rows = product_sales(books, asked)
        return rows if most is None else ranked(rows, most)

    return ReportSpec(
        name=name,
        title=title,
        columns=_columns(shown),
        query=query,
        totals=product_sales_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(), only_losses()),
        order=Order("sales", is_descending=True),
        leads_to=_lines_of,
        lead_words=_("看销售明细"),
        hint=hint,
    )


def product_sales(books: OpenTransaction, asked: Asked) -> list[ProductSales]:
    """What each product sold in a period, the one that sold for most first."""
    return losses_if_asked(rows_of(ProductSales, books, _question, asked), asked)


def ranked(rows: Sequence[ProductSales], most: int) -> list[ProductSales]:
    """So many of the best sellers with their ranks; what only came back is none."""
    sold = [row for row in rows[: most * 2] if row.sales > 0 or row.quantity > 0][:most]
    return [row._replace(rank=rank) for rank, row in enumerate(sold, 1)]


def product_sales_totals(rows: Sequence[ProductSales]) -> ProductSales:
    """All of them together."""
    return ProductSales._make((*goods_of_all(), *added_up(rows, FACTS, SUMS), 0))


def best_columns() -> tuple[ReportColumn[ProductSales], ...]:
    """A best seller as the page of a month shows it."""
    return tuple(column for column in _columns(_BEST_SHOWN) if column.is_shown and column.key != "category")


def _columns(shown: tuple[str, ...]) -> tuple[ReportColumn[ProductSales], ...]:
    rank: ReportColumn[ProductSales] = ReportColumn("rank", _("名次"), ColumnKind.NUMBER, lambda row: row.rank or None)
    first = (rank,) if "rank" in shown else ()
    return (*first, *goods_columns(ProductSales, shown), *sums_columns(ProductSales, shown))


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    source = sold_and_differences()
    sums = select(source.c.product_id, *sums_of(source)).group_by(source.c.product_id).subquery("product_sums")
    figures = (sums.c.quantity, sums.c.sales, sums.c.cost, sums.c.adjustment, NOTHING)
    rows = with_goods(figures, sums, sums.c.product_id).where(*narrowed.goods)
    return Query(rows.order_by(sums.c.sales.desc(), sums.c.product_id), *NAMES)


def _lines_of(row: ProductSales, asked: Asked) -> ToReport:
    return ToReport("sales-lines", Asked(asked.period, product_id=row.product_id))
