"""A shop with some trade behind it, and somebody at its reports."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from tests.story import Story
from tests.ui.reports.report_desk import Opened, ReportDesk

COLA, TEA, SOAP = "6901234567892", "6902083881405", "6922577702825"


@pytest.fixture
def traded(story: Story) -> Story:
    """Cola and tea are drinks, soap is none; sold on 27 February, on 2 and on 4 March, which is today.

    Cola: 10 came in at 2.00; 1 + 2 + 1 sold at 3.00. Tea: 6 at 5.00; 1 + 1 sold at 4.50, a loss. Soap never sold.
    """
    drinks, soap = ("饮料",), ("洗化",)
    cola = _product(story, "可乐", "3.00", COLA, drinks)
    tea = _product(story, "绿茶", "4.50", TEA, drinks)
    _product(story, "肥皂", "2.00", SOAP, soap)
    story.clock.moment = story.clock.moment.replace(month=2, day=27)
    story.receive(cola, "10", "2.00")
    story.receive(tea, "6", "5.00")
    story.sell(cola, "1")
    story.sell(tea, "1")
    story.clock.go_on(days=3)
    story.sell(cola, "2")
    story.clock.go_on(days=2)
    story.sell(cola, "1")
    story.sell(tea, "1")
    return story


def _product(story: Story, name: str, price: str, code: str, category: tuple[str, ...]) -> int:
    return story.shop.catalog.save_product(
        ProductDetails(name=name, codes=(code,), unit="瓶", category=category, retail_price=UnitPrice.parse(price))
    )


@pytest.fixture
def at(qtbot: QtBot, dress: Callable[..., None], traded: Story) -> Iterator[Opened]:
    """Opens a report by its name, in the shop that traded."""
    dress()
    desks: list[ReportDesk] = []

    def opened(report: str) -> ReportDesk:
        desks.append(ReportDesk(qtbot, traded, report))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()
