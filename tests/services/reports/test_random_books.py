"""Whatever a shop did in whatever order, every report comes to what the ledgers say, read without the program."""

import random
import sqlite3
from calendar import monthrange
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from jxc_desktop.models.values.days import day_number
from jxc_desktop.services.reports.report import ALL_TIME, Asked, Period, ToReport
from jxc_desktop.services.reports.reports import Reports
from tests.services.health.test_random_trade import Trade
from tests.services.health.traded_shop import StepClock, TradedShop

ACTS = 120
SALES = ("quantity", "sales", "cost", "adjustment")
FLOWS = ("in_quantity", "in_value", "out_quantity", "out_value")
SALES_SQL = """
    SELECT sum(quantity), sum(net), sum(cost) FROM sale_line WHERE day BETWEEN ? AND ?"""
LATER_SQL = """
    SELECT -sum(booked) FROM cost_entry WHERE kind = 'sale_difference' AND day BETWEEN ? AND ?"""
STOCK_SQL = "SELECT product_id, sum(quantity), sum(booked) FROM cost_entry WHERE day <= ? GROUP BY product_id"
BOUGHT_SQL = """
    SELECT (SELECT coalesce(sum(amount), 0) FROM goods_receipt_line WHERE day BETWEEN ?1 AND ?2)
         + (SELECT coalesce(sum(amount), 0) FROM cost_correction_line WHERE day BETWEEN ?1 AND ?2)"""


class RandomBooks:
    """Some months of trade that nobody planned, its reports, and its file as any other program sees it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.shop = TradedShop(folder / "shop.db")
        trade, chance = Trade(self.shop, seed), random.Random(seed)
        clock = self.shop.desk.clock
        assert isinstance(clock, StepClock)
        for _ in range(ACTS):
            trade.act()
            clock.moment += timedelta(days=chance.choice((0, 0, 1, 2)))
        self.last = clock.moment.date()
        self.reports = Reports(self.shop.desk)
        self.file = sqlite3.connect(f"{(folder / 'shop.db').as_uri()}?mode=ro", uri=True)

    def close(self) -> None:
        self.file.close()
        self.shop.close()

    def months(self) -> Iterator[Period]:
        day = date(2026, 11, 1)
        while day <= self.last:
            yield Period(day, day.replace(day=monthrange(day.year, day.month)[1]))
            day = (day + timedelta(days=31)).replace(day=1)

    def totals(self, name: str, period: Period, *keys: str, **narrower: Any) -> list[int]:
        totals = self.reports.run(name, Asked(period, **narrower)).totals
        return [getattr(totals, key) for key in keys]

    def ask(self, sql: str, *values: int) -> list[int]:
        row = self.file.execute(sql, values).fetchone()
        return [value or 0 for value in row]


@pytest.fixture(scope="module", params=range(3))
def books(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RandomBooks]:
    with closing(RandomBooks(tmp_path_factory.mktemp("random"), request.param)) as books:
        yield books


def numbers(period: Period) -> tuple[int, int]:
    return day_number(period.first), day_number(period.last)


def test_days_products_categories_documents_and_lines_come_to_the_same_sales(books: RandomBooks) -> None:
    for period in (*books.months(), ALL_TIME):
        ledger = books.ask(SALES_SQL, *numbers(period)) + books.ask(LATER_SQL, *numbers(period))
        for name in ("sales-by-day", "sales-by-product", "profit-by-category", "profit-by-document", "sales-lines"):
            assert books.totals(name, period, *SALES) == ledger, (name, period)


def test_the_months_come_to_all_time_and_the_days_to_the_month(books: RandomBooks) -> None:
    months = [books.totals("sales-by-day", month, *SALES, "tickets") for month in books.months()]
    assert list(map(sum, zip(*months, strict=True))) == books.totals("sales-by-day", ALL_TIME, *SALES, "tickets")
    for month in books.months():
        page = books.reports.month(month.first)
        days = [(month.first + timedelta(days=n)) for n in range(month.last.day)]
        each = [books.totals("profit-by-product", Period(day, day), "sales", "cost", "adjustment") for day in days]
        sales, cost, adjustment = map(sum, zip(*each, strict=True))
        assert page.figures.rows[0].value.fen == sales  # type: ignore[union-attr]
        assert page.figures.rows[1].value.fen == sales - cost - adjustment  # type: ignore[union-attr]
        assert [row.sales or 0 for row in page.days.rows if row.day] == [figures[0] for figures in each]


def test_what_the_stock_movements_end_with_is_what_the_ledger_holds(books: RandomBooks) -> None:
    for month in books.months():
        answer = books.reports.run("stock-movements", Asked(month))
        held = {row[0]: row[1:] for row in books.file.execute(STOCK_SQL, (day_number(month.last),))}
        held_before = {row[0]: row[1:] for row in books.file.execute(STOCK_SQL, (day_number(month.first) - 1,))}
        for row in answer.rows:
            assert (row.closing_quantity, row.closing_value) == held.get(row.product_id, (0, 0))
            assert (row.opening_quantity, row.opening_value) == held_before.get(row.product_id, (0, 0))
        assert answer.spec.checked is not None
        assert answer.spec.checked(answer.rows)
        page = books.reports.month(month.first)
        value = sum(booked for _, booked in held.values())
        assert page.figures.rows[5].value.fen == value  # type: ignore[union-attr]


def test_what_a_month_ends_with_the_next_begins_with(books: RandomBooks) -> None:
    months = list(books.months())
    for earlier, later in pairwise(months):
        ends = books.totals("stock-movements", earlier, "closing_quantity", "closing_value")
        assert books.totals("stock-movements", later, "opening_quantity", "opening_value") == ends


def test_each_product_came_and_went_as_its_ledger_says(books: RandomBooks) -> None:
    for month in (*books.months(), ALL_TIME):
        answer = books.reports.run("stock-movements", Asked(month))
        assert books.totals("stock-ledger", month, *FLOWS) == [getattr(answer.totals, name) for name in FLOWS]
        for row in answer.rows:
            ledger = books.reports.run("stock-ledger", Asked(month, product_id=row.product_id))
            assert [getattr(ledger.totals, name) for name in FLOWS] == [getattr(row, name) for name in FLOWS]
            if ledger.rows:
                ends = ledger.rows[-1].running, ledger.rows[-1].running_value
                assert ends == (row.closing_quantity, row.closing_value)


def test_purchases_come_to_the_lines_whichever_way_they_are_put_together(books: RandomBooks) -> None:
    for period in (*books.months(), ALL_TIME):
        (amount,) = books.ask(BOUGHT_SQL, *numbers(period))
        assert books.totals("purchase-lines", period, "amount") == [amount]
        for name in ("purchases-by-product", "purchases-by-supplier"):
            bought, returned, corrected = books.totals(
                name, period, "bought_amount", "returned_amount", "corrected_amount"
            )
            assert bought - returned + corrected == amount


def test_every_row_comes_to_what_it_leads_to(books: RandomBooks) -> None:
    for name in ("sales-by-day", "profit-by-product", "profit-by-category"):
        answer = books.reports.run(name, Asked(ALL_TIME))
        for row in answer.rows:
            lead = answer.lead(row)
            assert isinstance(lead, ToReport)
            totals = books.reports.run(lead.name, lead.asked).totals
            assert [getattr(totals, key) for key in SALES] == [getattr(row, key) for key in SALES]


def test_the_stock_of_today_is_what_the_ledger_comes_to(books: RandomBooks) -> None:
    stock = books.reports.run("stock").totals
    assert [stock.quantity, stock.booked] == books.ask("SELECT sum(quantity), sum(booked) FROM cost_entry")
