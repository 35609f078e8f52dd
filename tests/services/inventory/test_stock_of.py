from collections.abc import Iterator

import pytest

from jxc_desktop.models.records import Place, StockBalance
from jxc_desktop.models.values.places import IN_TRANSIT, SHOP_FLOOR
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.inventory.stock_of import stock_of
from jxc_desktop.services.storage.tables import table_of
from tests.services.small_shop import COLA, TEA, SmallShop

BACK_ROOM, OLD_STORE = 8, 9


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallShop]:
    shop = SmallShop.after_a_week(tmp_path_factory.mktemp("shop"))
    with shop.storage.writing() as work:
        work.insert(table_of(Place), [(BACK_ROOM, "warehouse", "后仓", 1), (OLD_STORE, "warehouse", "旧仓", 0)])
        work.insert(table_of(StockBalance), [(TEA, IN_TRANSIT, 5_000), (TEA, OLD_STORE, 1_500)])
        work.commit()
    yield shop
    shop.close()


def places(shop: SmallShop, product_id: int) -> list[tuple[int, str, str]]:
    with shop.reading() as books:
        found = stock_of(books, product_id, with_cost=True).places
    return [(place.place_id, place.name, str(place.quantity)) for place in found]


def test_every_warehouse_in_use_is_named_also_where_nothing_lies(shop: SmallShop) -> None:
    assert places(shop, COLA) == [(SHOP_FLOOR, "门店", "6"), (BACK_ROOM, "后仓", "0")]


def test_goods_on_the_way_or_in_a_closed_warehouse_are_not_forgotten(shop: SmallShop) -> None:
    assert places(shop, TEA) == [
        (SHOP_FLOOR, "门店", "0"),
        (IN_TRANSIT, "在途", "5"),
        (BACK_ROOM, "后仓", "0"),
        (OLD_STORE, "旧仓", "1.5"),
    ]


def test_the_total_is_the_list_s_row(shop: SmallShop) -> None:
    with shop.reading() as books:
        total = stock_of(books, COLA, with_cost=True).total
    assert (total.name, str(total.quantity), str(total.value)) == ("可口可乐", "6", "12.00")


def test_without_the_right_to_costs_there_is_no_value(shop: SmallShop) -> None:
    with shop.reading() as books:
        total = stock_of(books, COLA, with_cost=False).total
    assert (total.average_cost, total.value) == (None, None)


def test_a_product_that_is_not_there_is_said_to_be_missing(shop: SmallShop) -> None:
    with shop.reading() as books, pytest.raises(NotFoundError):
        stock_of(books, 4711, with_cost=True)
