"""Somebody at the pages of the stock."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.inventory.opening_page import OpeningPage
from jxc_desktop.ui.inventory.stock_page import StockPage
from tests.robots.desk import Desk
from tests.story import Story

COLA, TEA, OIL = "6901234567892", "6902083881405", "6948195801696"


@pytest.fixture
def goods(story: Story) -> dict[str, int]:
    """Cola came in twice and was sold once, tea came in, nobody ever saw oil."""
    cola = story.product("可乐", "3.00", (COLA,), "2.00")
    tea = story.product("红茶", "4.50", (TEA,), "3.00")
    oil = story.product("香满园大豆油", "33.00", (OIL,), "31.00", unit="桶")
    story.receive(cola, "10", "2.00")
    story.clock.go_on(hours=1)
    story.receive(tea, "4", "3.00")
    story.clock.go_on(hours=1)
    story.sell(cola, "3")
    return {"可乐": cola, "红茶": tea, "油": oil}


@pytest.fixture
def stock(qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int]) -> Iterator[Desk[StockPage]]:
    """The owner at 库存查询."""
    dress()
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockPage(surroundings))
    desk.wait(lambda: desk.page.list.row_count() == 3)
    yield desk
    desk.close()


@pytest.fixture
def opening(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int]
) -> Iterator[Desk[OpeningPage]]:
    """The owner at 期初库存."""
    dress()
    desk = Desk(qtbot, story, OpeningPage)
    yield desk
    desk.close()


@pytest.fixture
def as_clerk(story: Story) -> None:
    """A clerk takes the desk."""
    story.desk.operator = SignedIn(1, "小王", Role.CLERK)
