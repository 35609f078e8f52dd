from collections.abc import Iterator

import pytest
from sqlalchemy import event

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import Catalog
from jxc_desktop.services.catalog.product_list import (
    ProductFilter,
    ProductRow,
    ProductSegment,
    ProductSort,
    product_counts,
    product_rows,
)
from jxc_desktop.services.errors import InvalidInputError
from tests.services.small_shop import BISCUIT, COLA, OLD, RICE, SOAP, TEA, SmallShop

EVERYTHING = ProductSegment.ALL


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallShop]:
    shop = SmallShop(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.close()


def listed(shop: SmallShop, wanted: ProductFilter, offset: int = 0, limit: int = 50) -> list[int]:
    with shop.reading() as books:
        return [row.product_id for row in product_rows(books, wanted, offset, limit, with_cost=True)]


def test_a_row_says_what_is_written_down_about_a_product(shop: SmallShop) -> None:
    with shop.reading() as books:
        (row,) = product_rows(books, ProductFilter(search="可乐"), 0, 50, with_cost=True)
    assert row == ProductRow(
        product_id=COLA,
        code="K01",
        name="可口可乐",
        barcode="690001",
        unit="瓶",
        category="食品 / 饮料",
        spec="330ml",
        retail_price=UnitPrice.parse("3"),
        member_price=UnitPrice.parse("2.8"),
        wholesale_price=None,
        lowest_price=None,
        reference_cost=UnitPrice.parse("2"),
        is_active=True,
    )


def test_a_product_without_barcode_and_category_has_empty_cells(shop: SmallShop) -> None:
    with shop.reading() as books:
        soap, old = product_rows(
            books, ProductFilter(only=ProductSegment.INACTIVE, descending=True), 0, 50, with_cost=True
        )
    assert (soap.product_id, soap.barcode, soap.category) == (SOAP, "", "百货")
    assert (old.product_id, old.barcode, old.category) == (OLD, "690006", "")


@pytest.mark.parametrize(
    ("segment", "products"),
    [
        (ProductSegment.ACTIVE, [RICE, COLA, TEA, BISCUIT]),
        (ProductSegment.INACTIVE, [OLD, SOAP]),
        (ProductSegment.ALL, [RICE, COLA, OLD, TEA, BISCUIT, SOAP]),
    ],
)
def test_a_segment_shows_and_counts_its_products(shop: SmallShop, segment: ProductSegment, products: list[int]) -> None:
    assert listed(shop, ProductFilter(only=segment)) == products
    with shop.reading() as books:
        assert product_counts(books, ProductFilter())[segment] == len(products)


@pytest.mark.parametrize(
    ("sort", "products"),
    [
        (ProductSort.CODE, [RICE, SOAP, TEA, BISCUIT, OLD, COLA]),
        (ProductSort.BARCODE, [SOAP, COLA, RICE, TEA, BISCUIT, OLD]),
        (ProductSort.UNIT, [BISCUIT, SOAP, RICE, OLD, COLA, TEA]),
        (ProductSort.CATEGORY, [OLD, SOAP, BISCUIT, RICE, COLA, TEA]),
        (ProductSort.SPEC, [RICE, SOAP, BISCUIT, OLD, COLA, TEA]),
        (ProductSort.RETAIL_PRICE, [OLD, COLA, RICE, TEA, BISCUIT, SOAP]),
        (ProductSort.MEMBER_PRICE, [RICE, SOAP, TEA, BISCUIT, OLD, COLA]),
        (ProductSort.WHOLESALE_PRICE, [COLA, RICE, SOAP, TEA, BISCUIT, OLD]),
        (ProductSort.LOWEST_PRICE, [COLA, RICE, SOAP, TEA, BISCUIT, OLD]),
        (ProductSort.REFERENCE_COST, [RICE, SOAP, OLD, COLA, BISCUIT, TEA]),
    ],
)
def test_the_list_is_sorted_by_any_column_both_ways(shop: SmallShop, sort: ProductSort, products: list[int]) -> None:
    assert listed(shop, ProductFilter(only=EVERYTHING, sort=sort)) == products
    assert listed(shop, ProductFilter(only=EVERYTHING, sort=sort, descending=True)) == products[::-1]


def test_search_and_category_narrow_list_and_count_alike(shop: SmallShop) -> None:
    wanted = ProductFilter(search="0ml", category_id=1, sort=ProductSort.CODE)
    assert listed(shop, wanted) == [TEA, COLA]
    with shop.reading() as books:
        assert product_counts(books, wanted)[ProductSegment.ACTIVE] == 2
        assert product_counts(books, ProductFilter(category_id=1))[ProductSegment.ACTIVE] == 4


def test_pages_put_together_are_the_whole_list(shop: SmallShop) -> None:
    wanted = ProductFilter(only=EVERYTHING, sort=ProductSort.CATEGORY)
    pages = [listed(shop, wanted, offset, 4) for offset in (0, 4, 8)]
    assert [len(page) for page in pages] == [4, 2, 0]
    assert [product for page in pages for product in page] == listed(shop, wanted)


def test_without_the_right_to_costs_none_is_even_read(shop: SmallShop) -> None:
    said: list[str] = []
    with shop.reading() as books:
        event.listen(
            books.connection, "before_cursor_execute", lambda _c, _k, statement, *_rest: said.append(statement)
        )
        rows = product_rows(books, ProductFilter(), 0, 50, with_cost=False)
    assert [row.reference_cost for row in rows] == [None] * 4
    assert "reference_cost" not in "".join(said)
    assert "retail_price" in "".join(said)


def test_an_order_by_cost_would_give_costs_away_and_is_refused(shop: SmallShop) -> None:
    with shop.reading() as books, pytest.raises(InvalidInputError) as refusal:
        product_rows(books, ProductFilter(sort=ProductSort.REFERENCE_COST), 0, 50, with_cost=False)
    assert (refusal.value.field, refusal.value.reason) == ("sort", "needs_cost")


def test_segments_are_counted_under_the_same_search_and_category(shop: SmallShop) -> None:
    with shop.reading() as books:
        everything = product_counts(books, ProductFilter())
        drinks = product_counts(books, ProductFilter(category_id=2))
    assert everything == {ProductSegment.ACTIVE: 4, ProductSegment.INACTIVE: 2, ProductSegment.ALL: 6}
    assert drinks == {ProductSegment.ACTIVE: 2, ProductSegment.INACTIVE: 0, ProductSegment.ALL: 2}


def test_who_may_not_see_costs_is_given_none_by_the_service(shop: SmallShop) -> None:
    clerk = Catalog(shop.desk_of(Role.CLERK))
    assert {row.reference_cost for row in clerk.product_list(ProductFilter())} == {None}
    assert clerk.product_list_count(ProductFilter(search="可乐"))[ProductSegment.ACTIVE] == 1


def test_categories_are_found_by_their_names(shop: SmallShop) -> None:
    assert Catalog(shop.desk).category_keys() == {("食品",): 1, ("食品", "饮料"): 2, ("食品", "粮油"): 3, ("百货",): 4}
