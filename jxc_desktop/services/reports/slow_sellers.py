"""滞销商品: what lies there and nobody buys, and how much money is asleep in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Subquery, and_, bindparam, case, func, select

from jxc_desktop.models.records import CostBalance, Document, GoodsReceiptLine, SaleLine, StockLine, StockMove
from jxc_desktop.models.values.days import day_if_any, day_number, day_of
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.places import CUSTOMERS, SUPPLIERS
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.reports.goods import (
    FACTS,
    LAST,
    NAMES,
    Narrowing,
    added_up,
    goods_columns,
    goods_of_all,
    narrowing,
    own_category,
    values_of,
    with_goods,
)
from jxc_desktop.services.reports.report import (
    Asked,
    ColumnKind,
    Filter,
    Order,
    Period,
    ReportColumn,
    ReportSpec,
    Tick,
    ToReport,
)
from jxc_desktop.services.reports.stock_changes import changes
from jxc_desktop.services.storage.prepared import AnySelect, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

# Goods are slow when none was sold for so many days; those that came in meanwhile may be left out.
DAYS = 30
SETTLED, OVER_60, OVER_90 = "settled", "over_60", "over_90"
_LONGER = {OVER_60: 60, OVER_90: 90}
_SHOWN = ("name", "barcode", "category")
_SINCE: Any = bindparam("since")
_MOST: Any = bindparam("most")
EVERY_ONE = 2**31 - 1


class SlowProduct(NamedTuple):
    """One product that lies there, or all of them.

    Units: quantity in 1/1000 of the base unit, value in booked fen; days as their numbers.

    Attributes:
        last_sold, last_received: None where it never was. first_in: when the first of it came. until: the day asked
            for.
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
    last_sold: int | None
    last_received: int | None
    first_in: int | None
    until: int

    @property
    def unsold_days(self) -> int | None:
        """For how many days none was sold: since the last one, since the first came where none ever was."""
        since = self.last_sold or self.first_in
        return (day_of(self.until) - day_of(since)).days if since else None


def slow_sellers_report() -> ReportSpec[SlowProduct]:
    """What was there on the last day of a period and had not been sold for thirty days."""
    return ReportSpec(
        name="slow-sellers",
        title=_("滞销商品"),
        columns=slow_columns(_SHOWN),
        query=slow_products,
        totals=slow_totals,
        filters=(Filter.PERIOD, Filter.CATEGORY, Filter.TEXT),
        ticks=(
            Tick(SETTLED, _("不算刚进的货"), is_on=True),
            Tick(OVER_60, _("60 天以上没卖")),
            Tick(OVER_90, _("90 天以上没卖")),
            own_category(),
        ),
        order=Order("value", is_descending=True),
        leads_to=lambda row, _asked: ledger_of(row),
        lead_words=_("看流水"),
        hint=_("{days} 天以上没卖出去的存货，压了多少钱").format(days=DAYS),
    )


def slow_columns(shown: Sequence[str]) -> tuple[ReportColumn[SlowProduct], ...]:
    """A product, how much of it lies there, and for how long."""
    return (
        *goods_columns(SlowProduct, shown),
        ReportColumn("quantity", _("库存"), ColumnKind.QUANTITY, lambda row: Quantity(row.quantity)),
        ReportColumn("value", _("占用金额"), ColumnKind.MONEY, lambda row: Money(row.value), is_answer=True),
        ReportColumn("last_sold", _("最后卖出"), ColumnKind.DATE, lambda row: day_if_any(row.last_sold)),
        ReportColumn("unsold_days", _("没卖天数"), ColumnKind.COUNT, lambda row: row.unsold_days),
        ReportColumn("last_received", _("最后进货"), ColumnKind.DATE, lambda row: day_if_any(row.last_received)),
    )


def slow_totals(rows: Sequence[SlowProduct]) -> SlowProduct:
    """All of them together."""
    return SlowProduct._make((*goods_of_all(), *added_up(rows, FACTS, 2), None, None, None, 0))


def slow_products(books: OpenTransaction, asked: Asked, most: int = EVERY_ONE) -> list[SlowProduct]:
    """So many of the products that did not sell, those with most money in them first."""
    ticks = _ticks(asked)
    days = max([DAYS, *(days for tick, days in _LONGER.items() if tick in ticks)])
    until = asked.until
    since = until - timedelta(days=days - 1) if until.toordinal() > days else date.min
    question = _question(narrowing(asked), SETTLED in ticks)
    so_far = replace(asked, period=Period(min(asked.days.first, until), until))
    found = books.rows(question, *values_of(so_far), day_number(since), most)
    rows = (SlowProduct._make((*row, day_number(until))) for row in found)
    return [row for row in rows if (row.unsold_days or 0) >= days]


def ledger_of(row: SlowProduct) -> ToReport:
    """What came and went of it up to the day asked for."""
    return ToReport("stock-ledger", Asked(Period(date.min, day_of(row.until)), product_id=row.product_id))


def _ticks(asked: Asked) -> frozenset[str]:
    return frozenset({SETTLED}) if asked.ticks is None else asked.ticks


@cache
def _question(narrowed: Narrowing, is_settled: bool) -> Query[tuple[Any, ...]]:
    lying = _lying(is_settled)
    some = select(*lying.c).order_by(lying.c.value.desc()).limit(_MOST).subquery("some")
    told = _told(some)
    figures = (told.c.quantity, told.c.value, told.c.last_sold, told.c.last_received, told.c.first_in)
    rows = with_goods(figures, told, told.c.product_id).where(*narrowed.goods)
    return Query(rows.order_by(told.c.value.desc(), told.c.product_id), *NAMES, "since", "most")


def _lying(is_settled: bool) -> Subquery:
    """What was there at the end of the last day, and none of it sold lately.

    Counted back from what there is now, so that last month costs the same after ten years.
    """
    later = changes(after=LAST)
    sums = select(
        later.c.product_id, func.sum(later.c.quantity).label("quantity"), func.sum(later.c.value).label("value")
    )
    since = sums.group_by(later.c.product_id).subquery("later_sums")
    quantity = CostBalance.quantity - func.coalesce(since.c.quantity, 0)
    value = CostBalance.booked - func.coalesce(since.c.value, 0)
    lying = (
        select(CostBalance.product_id.label("product_id"), quantity.label("quantity"), value.label("value"))
        .select_from(table_of(CostBalance))
        .outerjoin(since, since.c.product_id == CostBalance.product_id)
        .where(quantity > 0, CostBalance.product_id.not_in(_moved_by(SaleLine)))
    )
    if is_settled:
        came = (CostBalance.product_id.not_in(_moved_by(line)) for line in (GoodsReceiptLine, StockLine))
        lying = lying.where(*came)
    return lying.subquery("lying")


def _moved_by(line: type[SaleLine] | type[GoodsReceiptLine] | type[StockLine]) -> AnySelect:
    """The products of which more was sold, or came in, in those days than was undone."""
    moved = select(line.product_id).where(line.day.between(_SINCE, LAST))
    return moved.group_by(line.product_id).having(func.sum(line.quantity) > 0)


def _told(lying: Subquery) -> Subquery:
    """Each with the days of its moves; a sale that was undone did not happen."""
    columns = (lying.c.product_id, lying.c.quantity, lying.c.value)
    day = StockMove.day
    mirrors = select(Document.id).where(Document.reverses_id.is_not(None))
    undone = select(Document.reverses_id).where(Document.reverses_id.is_not(None))
    counts = StockMove.document_id.not_in(mirrors.union_all(undone))
    is_sale = and_(counts, StockMove.to_place_id == CUSTOMERS)
    is_receipt = and_(counts, StockMove.from_place_id == SUPPLIERS)
    return (
        select(
            *columns,
            func.max(case((is_sale, day))).label("last_sold"),
            func.max(case((is_receipt, day))).label("last_received"),
            func.min(day).label("first_in"),
        )
        .select_from(lying)
        .join(StockMove, and_(StockMove.product_id == lying.c.product_id, day <= LAST))
        .group_by(*columns)
        .subquery("told")
    )
