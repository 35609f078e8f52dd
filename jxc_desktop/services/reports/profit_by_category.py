"""类别毛利: what each category sold and left, with those under it; one that has some opens into them."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import select

from jxc_desktop.models.records import Product
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.services.reports.category_sums import CategorySales, CategoryTree
from jxc_desktop.services.reports.goods import NAMES, OWN_CATEGORY, Narrowing, added_up, answers
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec, ToReport
from jxc_desktop.services.reports.sales_sums import SUMS, sold_and_differences, sums_columns, sums_of
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_FIRST_SUM = 4
_SHOWN = ("quantity", "sales", "cost", "adjustment", "profit", "margin", "loss")


def profit_by_category_report() -> ReportSpec[CategorySales]:
    """One row a category."""
    return ReportSpec(
        name="profit-by-category",
        title=_("类别毛利"),
        columns=category_columns(_SHOWN),
        query=_rows,
        totals=category_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY),
        order=Order("sales", is_descending=True),
        leads_to=goods_of_category,
        lead_words=_("看这一类的商品"),
        hint=_("每一类商品卖了多少、赚了多少"),
    )


def category_columns(shown: Sequence[str]) -> tuple[ReportColumn[CategorySales], ...]:
    """A category, its part of the sales, and its sums."""
    name: ReportColumn[CategorySales] = ReportColumn("name", _("类别"), ColumnKind.NAME, lambda row: row.name)
    share: ReportColumn[CategorySales] = ReportColumn(
        "share", _("占比"), ColumnKind.PERCENT, lambda row: Percent.of(row.sales, row.whole)
    )
    sums = [column for column in sums_columns(CategorySales, shown) if column.key != "average"]
    return (name, *sums[:2], share, *sums[2:])


def category_totals(rows: Sequence[CategorySales]) -> CategorySales:
    """All categories together."""
    quantity, sales, *rest = added_up(rows, _FIRST_SUM, SUMS)
    return CategorySales._make((0, _("合计"), False, False, quantity, sales, *rest, sales))


def goods_of_category(row: CategorySales, asked: Asked) -> ToReport:
    """The categories under it; where there are none, its goods."""
    if row.is_parent:
        return ToReport("profit-by-category", Asked(asked.period, row.category_id))
    ticks = frozenset({OWN_CATEGORY}) if row.is_own else None
    return ToReport("profit-by-product", Asked(asked.period, row.category_id, ticks=ticks))


def _rows(books: OpenTransaction, asked: Asked) -> list[CategorySales]:
    sums = {key: figures for key, *figures in answers(books, _question, asked)}
    return CategoryTree.read(books).roll_up(sums, asked.category_id)


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    sold = sold_and_differences()
    rows = select(Product.category_id, *sums_of(sold)).join(Product, Product.id == sold.c.product_id)
    return Query(rows.where(*narrowed.goods).group_by(Product.category_id), *NAMES)
