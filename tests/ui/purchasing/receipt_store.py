"""A shop that bought something: its receipts, and the page over them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from tests.robots.receipt_list import ReceiptList
from tests.story import ONE, Story

COLA, WATER = "6901234567892", "6902083881405"


def bottles(product: int, count: str, price: str, *, lot: str = "", expires: date | None = None) -> ReceivedLine:
    line_price, quantity = UnitPrice.parse(price), Quantity.parse(count)
    return ReceivedLine(product, "瓶", ONE, quantity, line_price, None, lot, None, expires)


def receive(story: Story, supplier: int, *lines: ReceivedLine, account: int | None = None, note: str = "") -> int:
    return story.shop.purchasing.receive_goods(Receipt(story.token(), supplier, lines, account, None, note))


def store(story: Story) -> Story:
    """In February 5 colas came; on 2 March 10 colas and 20 waters on account, on the 3rd 6 waters for cash."""
    cola, water = story.product("可乐", "3.00", (COLA,)), story.product("矿泉水", "2.00", (WATER,))
    south, north = story.supplier("城南批发"), story.supplier("城北饮料")
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    receive(story, south, bottles(cola, "5", "1.80"))
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    lines = (bottles(cola, "10", "2.00"), bottles(water, "20", "1.00", lot="L7", expires=date(2027, 1, 31)))
    receive(story, south, *lines, note="后门卸货")
    story.clock.moment = datetime(2026, 3, 3, 10, 15)
    receive(story, north, bottles(water, "6", "1.10"), account=CASH)
    return story


def at_receipts(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> Iterator[ReceiptList]:
    """The page over that shop."""
    dress()
    made = ReceiptList(qtbot, store(story))
    yield made
    made.background.wait()


def open_document(page: ReceiptList, number: str) -> int:
    """The document on the screen; its key."""
    key = page.shop.purchasing.receipt_by_number(number)
    assert key is not None
    page.page.open_item(key)
    return key


BOTH_GOODS = "CGRK20260302-0001"
FOR_CASH = "CGRK20260303-0001"
