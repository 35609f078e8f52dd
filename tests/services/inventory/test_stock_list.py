from pathlib import Path

import pytest
from sqlalchemy import event

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.inventory.average_cost import AverageCost
from jxc_desktop.services.inventory.stock_list import (
    StockFilter,
    StockRow,
    StockSegment,
    StockSort,
    stock_row,
    stock_rows,
    stock_summary,
)
from tests.services.small_shop import BISCUIT, COLA, OLD, RICE, SOAP, TEA, SmallShop

DRINKS = 2  # 食品 is 1, 饮料 below it


def listed(shop: SmallShop, wanted: StockFilter, offset: int = 0, limit: int = 50) -> list[int]:
    with shop.reading() as books:
        return [row.product_id for row in stock_rows(books, wanted, offset, limit, with_cost=True)]


def test_a_row_says_what_there_is_and_what_it_cost(shop: SmallShop) -> None:
    with shop.reading() as books:
        assert stock_row(books, COLA, with_cost=True) == StockRow(
            product_id=COLA,
            name="可口可乐",
            barcode="690001",
            code="K01",
            unit="瓶",
            spec="330ml",
            retail_price=UnitPrice.parse("3"),
            is_active=True,
            quantity=Quantity.of(6),
            average_cost=AverageCost(2_000_000),
            value=Money.parse("12.00"),
        )


def test_an_average_that_does_not_come_out_even_is_exact_and_the_value_is_what_is_booked(shop: SmallShop) -> None:
    # 3.5 for 10.00, half a pound sold: 10 − 1.428571 are left for 3.
    with shop.reading() as books:
        row = stock_row(books, RICE, with_cost=True)
    assert row is not None
    assert (str(row.quantity), str(row.average_cost), str(row.value)) == ("3", "2.857143", "8.57")


def test_goods_that_never_moved_are_listed_with_nothing(shop: SmallShop) -> None:
    with shop.reading() as books:
        row = stock_row(books, TEA, with_cost=True)
    assert row is not None
    assert (row.quantity, row.average_cost, row.value) == (Quantity(0), None, Money(0))


def test_everything_sold_is_listed_by_name_and_what_is_not_sold_any_more_while_some_is_left(shop: SmallShop) -> None:
    # By code point 东 饼… : 东 4E1C, 可 53EF, 绿 7EFF, 饼 997C, 香 9999; the old calendars are gone.
    assert listed(shop, StockFilter()) == [RICE, COLA, TEA, BISCUIT, SOAP]
    assert listed(shop, StockFilter(descending=True)) == [SOAP, BISCUIT, TEA, COLA, RICE]


@pytest.mark.parametrize(
    ("segment", "products"),
    [
        (StockSegment.IN_STOCK, [RICE, COLA, BISCUIT, SOAP]),
        (StockSegment.OUT, [TEA]),
        (StockSegment.NEGATIVE, []),
        (StockSegment.INACTIVE, [OLD, SOAP]),
    ],
)
def test_a_segment_shows_its_products(shop: SmallShop, segment: StockSegment, products: list[int]) -> None:
    assert listed(shop, StockFilter(only=segment)) == products


def test_goods_sold_before_they_came_in_are_below_zero(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    shop.sell(5, (BISCUIT, "2", "10.00"))
    assert listed(shop, StockFilter(only=StockSegment.NEGATIVE)) == [BISCUIT]
    with shop.reading() as books:
        (row,) = stock_rows(books, StockFilter(only=StockSegment.NEGATIVE), 0, 5, with_cost=True)
        summary = stock_summary(books, StockFilter(only=StockSegment.NEGATIVE), with_cost=True)
    assert (str(row.quantity), str(row.average_cost), str(row.value)) == ("-2", "3.00", "-6.00")
    assert (summary.counts[StockSegment.NEGATIVE], str(summary.quantity), str(summary.value)) == (1, "-2", "-6.00")
    shop.close()


@pytest.mark.parametrize(
    ("sort", "products"),
    [
        (StockSort.CODE, [RICE, SOAP, TEA, BISCUIT, COLA]),
        (StockSort.BARCODE, [SOAP, COLA, RICE, TEA, BISCUIT]),
        (StockSort.UNIT, [BISCUIT, SOAP, RICE, COLA, TEA]),
        (StockSort.SPEC, [RICE, SOAP, BISCUIT, COLA, TEA]),
        (StockSort.RETAIL_PRICE, [COLA, RICE, TEA, BISCUIT, SOAP]),
        (StockSort.QUANTITY, [TEA, RICE, BISCUIT, SOAP, COLA]),
        (StockSort.AVERAGE_COST, [TEA, COLA, SOAP, RICE, BISCUIT]),
        (StockSort.VALUE, [TEA, RICE, SOAP, COLA, BISCUIT]),
    ],
)
def test_the_list_is_sorted_by_any_column_both_ways(shop: SmallShop, sort: StockSort, products: list[int]) -> None:
    assert listed(shop, StockFilter(sort=sort)) == products
    assert listed(shop, StockFilter(sort=sort, descending=True)) == products[::-1]


@pytest.mark.parametrize("text", ["可乐", "kkk", "K01", "690099", "190001", "330", " 可口 "])
def test_goods_are_found_by_name_initials_code_any_barcode_and_spec(shop: SmallShop, text: str) -> None:
    assert listed(shop, StockFilter(search=text)) == [COLA]


@pytest.mark.parametrize("sort", [StockSort.NAME, StockSort.CODE, StockSort.QUANTITY])
def test_what_a_search_finds_is_sorted_too(shop: SmallShop, sort: StockSort) -> None:
    expected = {StockSort.NAME: [COLA, TEA], StockSort.CODE: [TEA, COLA], StockSort.QUANTITY: [TEA, COLA]}
    assert listed(shop, StockFilter(search="0ml", sort=sort)) == expected[sort]
    assert listed(shop, StockFilter(search="0ml", sort=sort, descending=True)) == expected[sort][::-1]


def test_a_percent_sign_is_searched_for_as_it_is(shop: SmallShop) -> None:
    assert listed(shop, StockFilter(search="%")) == []


def test_a_category_shows_everything_below_it(shop: SmallShop) -> None:
    assert listed(shop, StockFilter(category_id=1)) == [RICE, COLA, TEA, BISCUIT]
    assert listed(shop, StockFilter(category_id=DRINKS)) == [COLA, TEA]


@pytest.mark.parametrize("sort", [sort for sort in StockSort if sort is not StockSort.UNIT])
def test_pages_put_together_are_the_whole_list(shop: SmallShop, sort: StockSort) -> None:
    wanted = StockFilter(sort=sort, descending=True)
    pages = [listed(shop, wanted, offset, 2) for offset in (0, 2, 4, 6)]
    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert [product for page in pages for product in page] == listed(shop, wanted)


def test_the_summary_counts_every_segment_and_adds_up_the_one_that_is_shown(shop: SmallShop) -> None:
    with shop.reading() as books:
        everything = stock_summary(books, StockFilter(), with_cost=True)
        inactive = stock_summary(books, StockFilter(only=StockSegment.INACTIVE), with_cost=True)
    assert everything.counts == {
        StockSegment.ALL: 5,
        StockSegment.IN_STOCK: 4,
        StockSegment.OUT: 1,
        StockSegment.NEGATIVE: 0,
        StockSegment.INACTIVE: 2,
    }
    assert inactive.counts == everything.counts
    # 6 + 3 + 4 + 3, and 12.00 + 8.57 + 10.00 + 12.00
    assert (str(everything.quantity), str(everything.value)) == ("16", "42.57")
    assert (str(inactive.quantity), str(inactive.value)) == ("4", "10.00")


def test_the_summary_follows_search_and_category(shop: SmallShop) -> None:
    with shop.reading() as books:
        drinks = stock_summary(books, StockFilter(search="0ml", category_id=DRINKS), with_cost=True)
        nothing = stock_summary(books, StockFilter(search="没有这个"), with_cost=True)
    assert (drinks.counts[StockSegment.ALL], str(drinks.quantity), str(drinks.value)) == (2, "6", "12.00")
    assert (nothing.counts[StockSegment.ALL], str(nothing.quantity), str(nothing.value)) == (0, "0", "0.00")


def test_without_the_right_to_costs_none_is_even_read(shop: SmallShop) -> None:
    said: list[str] = []
    with shop.reading() as books:
        event.listen(
            books.connection, "before_cursor_execute", lambda _c, _k, statement, *_rest: said.append(statement)
        )
        rows = stock_rows(books, StockFilter(), 0, 50, with_cost=False)
        summary = stock_summary(books, StockFilter(), with_cost=False)
    assert all(row.average_cost is None and row.value is None for row in rows)
    assert summary.value is None
    assert [str(row.quantity) for row in rows] == ["3", "6", "0", "3", "4"]
    assert len(said) == 2
    assert not any(column in text for text in said for column in ("booked", "cost_balance.value", "last_price"))


@pytest.mark.parametrize("sort", [StockSort.AVERAGE_COST, StockSort.VALUE])
def test_an_order_by_cost_would_give_costs_away_and_is_refused(shop: SmallShop, sort: StockSort) -> None:
    with shop.reading() as books, pytest.raises(InvalidInputError) as refusal:
        stock_rows(books, StockFilter(sort=sort), 0, 50, with_cost=False)
    assert (refusal.value.field, refusal.value.reason) == ("sort", "needs_cost")
