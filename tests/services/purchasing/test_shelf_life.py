"""How long goods keep, as it was noted before."""

from datetime import date

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from tests.story import Story


def receive_batch(story: Story, product: int, produced_on: date | None, expires_on: date | None) -> None:
    line = ReceivedLine(product, "瓶", Quantity.of(1), Quantity.of(6), UnitPrice.parse("2"))
    dated = ReceivedLine(
        line.product_id,
        line.unit_name,
        line.unit_factor,
        line.count,
        line.price,
        produced_on=produced_on,
        expires_on=expires_on,
    )
    story.shop.purchasing.receive_goods(Receipt(story.token(), story.supplier(), (dated,)))


def test_the_newest_batch_with_both_dates_tells_how_long_the_goods_keep(story: Story) -> None:
    milk = story.product("鲜奶")
    receive_batch(story, milk, date(2026, 1, 1), date(2026, 1, 31))
    receive_batch(story, milk, date(2026, 2, 1), date(2026, 2, 22))
    receive_batch(story, milk, None, date(2026, 5, 1))

    assert story.shop.purchasing.last_shelf_days(milk) == 21


def test_goods_without_noted_dates_tell_nothing(story: Story) -> None:
    milk = story.product("鲜奶")
    receive_batch(story, milk, None, None)

    assert story.shop.purchasing.last_shelf_days(milk) is None
