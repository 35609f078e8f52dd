"""What every list of products is narrowed, ordered and cut into pages by."""

from pathlib import Path

import pytest
from sqlalchemy import select

from jxc_desktop.models.records import Product
from jxc_desktop.services.catalog.narrowing import GoodsFilter, page_of, refuse_order_by_cost
from jxc_desktop.services.catalog.product_list import ProductSort
from jxc_desktop.services.errors import InvalidInputError
from tests.services.small_shop import BISCUIT, COLA, OLD, RICE, SOAP, TEA, SmallShop


def test_nothing_typed_and_no_category_narrow_nothing() -> None:
    nothing = GoodsFilter("  ")
    assert (nothing.conditions, nothing.is_narrow) == ([], False)


def test_equal_ones_stay_in_the_order_they_were_written_down_on_every_page(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    found: list[int] = []
    with shop.reading() as books:
        for offset in (0, 4):
            products = select(Product.id)
            page = page_of(products, products, Product.tax_rate, GoodsFilter(), offset=offset, limit=4)
            found += books.connection.execute(page).scalars().all()
    shop.close()
    assert found == [COLA, RICE, SOAP, TEA, BISCUIT, OLD]


@pytest.mark.parametrize("wanted", [GoodsFilter("可乐"), GoodsFilter(category_id=1)])
def test_a_search_or_a_category_may_leave_few_of_many(wanted: GoodsFilter) -> None:
    assert wanted.is_narrow
    assert len(wanted.conditions) == 1


def test_an_order_by_cost_is_refused_to_who_may_not_see_costs_and_no_other_is() -> None:
    by_cost = (ProductSort.REFERENCE_COST,)
    refuse_order_by_cost(ProductSort.REFERENCE_COST, by_cost, with_cost=True)
    refuse_order_by_cost(ProductSort.NAME, by_cost, with_cost=False)
    with pytest.raises(InvalidInputError) as refused:
        refuse_order_by_cost(ProductSort.REFERENCE_COST, by_cost, with_cost=False)
    assert (refused.value.field, refused.value.reason) == ("sort", "needs_cost")
