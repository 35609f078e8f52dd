"""What the books say of a month: a few questions for one page."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from heapq import nlargest
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, func, select

from jxc_desktop.models.records import ClosedPeriod, CostBalance, Product
from jxc_desktop.models.values.days import day_number
from jxc_desktop.services.reports.category_sums import CategorySales, CategoryTree
from jxc_desktop.services.reports.goods import with_goods
from jxc_desktop.services.reports.month import MonthDay
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.reports.sales_by_day import SalesDay, sales_days, sales_days_totals
from jxc_desktop.services.reports.sales_by_product import ProductSales, ranked
from jxc_desktop.services.reports.sales_sums import profit_fen, sold_and_differences, sums_of
from jxc_desktop.services.reports.slow_sellers import SlowProduct, slow_products
from jxc_desktop.services.reports.stock_changes import changes
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

MOST = 8


class MonthFacts(NamedTuple):
    """What was read of a month and of what it is compared with.

    Units: stock values in booked fen.
    """

    days: list[SalesDay]
    days_before: list[SalesDay]
    stock: int
    stock_before: int
    categories: list[CategorySales]
    best: list[ProductSales]
    slow: list[SlowProduct]
    closed_at: datetime | None


def month_of(day: date) -> Period:
    """The month a day belongs to."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def compared_with(month: Period, today: date) -> Period:
    """The month before; the same days of it where the month is still running."""
    before = month_of(month.first - timedelta(days=1))
    if not month.first <= today < month.last:
        return before
    return Period(before.first, min(before.last, before.first + (today - month.first)))


def month_facts(books: OpenTransaction, month: Period, before: Period, today: date) -> MonthFacts:
    """Everything that stands on the page of a month."""
    products = books.rows(_BY_PRODUCT, day_number(month.first), day_number(month.last))
    stock, stock_before = _stock_values(books, month, before)
    closed = books.row(_CLOSED, month.first.year * 100 + month.first.month)
    return MonthFacts(
        days=sales_days(books, month),
        days_before=sales_days(books, month_of(before.first)),
        stock=stock,
        stock_before=stock_before,
        categories=_categories(books, products),
        best=_best(books, products),
        slow=slow_products(books, Asked(month, today=today), MOST) if month.first <= today else [],
        closed_at=datetime.fromisoformat(closed[0]) if closed else None,
    )


def month_days(month: Period, facts: MonthFacts, today: date) -> list[MonthDay]:
    """Day beside day, as long as the longer one of the two months."""
    now = {row.day: row for row in facts.days}
    then = {row.day: row for row in facts.days_before}
    before = month_of(month.first - timedelta(days=1))
    count = max(month.last.day, before.last.day)
    return [
        _day(number, _day_in(month, number), _day_in(before, number), now, then, today)
        for number in range(1, count + 1)
    ]


def totals_of(days: list[SalesDay], period: Period) -> SalesDay:
    """What the days of a period come to."""
    first, last = day_number(period.first), day_number(period.last)
    return sales_days_totals([row for row in days if first <= row.day <= last])


def _day(
    number: int,
    day: date | None,
    day_before: date | None,
    now: dict[int, SalesDay],
    then: dict[int, SalesDay],
    today: date,
) -> MonthDay:
    is_there = day is not None and (day <= today or day_number(day) in now)
    row = _row_of(day, now) if is_there else None
    earlier = _row_of(day_before, then)
    return MonthDay(
        number,
        day,
        row and row.tickets,
        row and row.sales,
        row and profit_fen(row),
        day_before,
        earlier and earlier.sales,
    )


def _row_of(day: date | None, rows: dict[int, SalesDay]) -> SalesDay | None:
    return None if day is None else rows.get(day_number(day), SalesDay(day_number(day), 0, 0, 0, 0, 0))


def _day_in(month: Period, number: int) -> date | None:
    return month.first.replace(day=number) if number <= month.last.day else None


def _stock_values(books: OpenTransaction, month: Period, before: Period) -> tuple[int, int]:
    """What the stock was worth at the end of each, counted back from what it is worth now."""
    (now,) = books.row(_VALUE_NOW) or (0,)
    after_month, after_before = books.row(_VALUES, day_number(month.last), day_number(before.last)) or (0, 0)
    return int(now - after_month), int(now - after_before)


def _categories(books: OpenTransaction, products: list[tuple[Any, ...]]) -> list[CategorySales]:
    sums: dict[int | None, list[int]] = {row[1]: [0, 0, 0, 0] for row in products}
    for _product, category, quantity, sales, cost, adjustment in products:
        row = sums[category]
        row[0] += quantity
        row[1] += sales
        row[2] += cost
        row[3] += adjustment
    return CategoryTree.read(books).roll_up(sums, None)


def _best(books: OpenTransaction, products: list[tuple[Any, ...]]) -> list[ProductSales]:
    best = nlargest(MOST, products, key=lambda row: (row[3], -row[0]))
    rows = []
    for product, _category, *figures in best:
        (goods,) = books.rows(_GOODS, product)
        rows.append(ProductSales._make((*goods, *figures, 0)))
    return ranked(rows, MOST)


def _by_product() -> Query[tuple[Any, ...]]:
    sold = sold_and_differences()
    sums = select(sold.c.product_id, *sums_of(sold)).group_by(sold.c.product_id).subquery("product_sums")
    figures = (sums.c.quantity, sums.c.sales, sums.c.cost, sums.c.adjustment)
    rows = select(sums.c.product_id, Product.category_id, *figures).join(Product, Product.id == sums.c.product_id)
    return Query(rows, "first", "last")


def _values() -> Query[tuple[int, int]]:
    """What changed the value after each of two days, the later one first."""
    later = changes(after=bindparam("before"))
    after_last = func.sum(case((later.c.day > bindparam("last"), later.c.value), else_=0))
    return Query(select(func.coalesce(after_last, 0), func.coalesce(func.sum(later.c.value), 0)), "last", "before")


_BY_PRODUCT, _VALUES = _by_product(), _values()
_VALUE_NOW = Query[tuple[int]](select(func.coalesce(func.sum(CostBalance.booked), 0)))
_ONE = select(bindparam("product").label("product_id")).subquery("one")
_GOODS = Query[tuple[Any, ...]](with_goods((), _ONE, _ONE.c.product_id), "product")
_CLOSED = Query[tuple[str]](
    select(ClosedPeriod.closed_at).where(ClosedPeriod.month >= bindparam("month")).order_by(ClosedPeriod.month),
    "month",
)
