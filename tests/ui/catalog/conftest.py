"""The owner at the list of products."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.ui.catalog.product_form import ProductForm
from jxc_desktop.ui.catalog.product_list_page import ProductListPage
from tests.robots.desk import Desk
from tests.story import Story

COLA, COLA_CASE, TEA, NEW = "6901234567892", "16901234567899", "6902083881405", "6948195801696"


@pytest.fixture
def goods(story: Story) -> dict[str, int]:
    """Cola in bottles and cases, tea."""
    case = Pack("箱", Quantity.of(24), UnitPrice.parse("68"), (COLA_CASE,))
    cola = story.product("可乐", "3.00", (COLA,), "2.00", packs=(case,))
    tea = story.product("红茶", "4.50", (TEA,), "3.00")
    return {"可乐": cola, "红茶": tea}


@pytest.fixture
def products(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int]
) -> Iterator[Desk[ProductListPage]]:
    """The owner at 商品."""
    dress()
    desk = Desk(qtbot, story, ProductListPage)
    desk.wait(lambda: desk.page.list.row_count() == 2)
    yield desk
    desk.close()


def form_of(products: Desk[ProductListPage]) -> ProductForm:
    """The form that lies over the list."""
    assert products.page.is_form_shown()
    assert products.page.form is not None
    return products.page.form
