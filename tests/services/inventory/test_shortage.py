"""Nothing is taken out that was not there: not now, and not on any later day."""

from datetime import datetime, timedelta

import pytest

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.errors import OversoldError, Shortage
from jxc_desktop.services.inventory.shortage import on_hand_at
from jxc_desktop.services.people.settings import OVERSOLD_AT_COUNTER, OVERSOLD_IN_OFFICE
from tests.story import Story

FIRST = datetime(2026, 3, 2, 9, 0)


@pytest.fixture
def product(story: Story) -> int:
    """10 came on the first day, 8 left on the third, 20 came on the fifth, which is today."""
    product = story.product()
    story.receive(product, "10", "1.00")
    story.clock.moment = FIRST + timedelta(days=2)
    story.sell(product, "8")
    story.clock.moment = FIRST + timedelta(days=4)
    story.receive(product, "20", "1.00")
    return product


def held(story: Story, product: int, days: int) -> int:
    with story.desk.question("inventory.stock_of") as books:
        return on_hand_at(books, product, SHOP_FLOOR, (FIRST + timedelta(days=days)).date()) // 1000


def test_each_day_ends_with_what_came_and_went_until_then(story: Story, product: int) -> None:
    assert [held(story, product, days) for days in range(-1, 6)] == [0, 10, 10, 2, 2, 22, 22]


def test_a_count_dated_back_is_refused_where_a_day_in_between_would_end_below_nothing(
    story: Story, product: int
) -> None:
    """Five less on the second day would be −3 on the third, though 22 are there today."""
    second = (FIRST + timedelta(days=1)).date()
    with pytest.raises(OversoldError) as refusal:
        story.count(product, "5", second)
    (shortage,) = refusal.value.shortages
    assert (shortage.name, shortage.on_hand, shortage.wanted) == ("可乐", Quantity.of(2), Quantity.of(5))
    assert held(story, product, 5) == 22


def test_a_count_dated_back_is_posted_where_every_later_day_bears_it(story: Story, product: int) -> None:
    story.count(product, "8", (FIRST + timedelta(days=1)).date())
    assert [held(story, product, days) for days in range(6)] == [10, 8, 0, 0, 20, 20]


def test_at_first_the_counter_warns_and_the_office_forbids(story: Story) -> None:
    product = story.product()
    sold = story.sell(product, "2")
    (shortage,) = sold.shortages
    assert (shortage.on_hand, shortage.wanted) == (Quantity(0), Quantity.of(2))
    with pytest.raises(OversoldError):
        story.shop.purchasing.return_without_receipt(story.supplier(), {product: Quantity.of(1)}, {}, story.token())


def test_each_of_the_two_may_be_set_otherwise(story: Story) -> None:
    product = story.product()
    story.shop.settings.change(OVERSOLD_AT_COUNTER, OversoldRule.FORBID.value)
    story.shop.settings.change(OVERSOLD_IN_OFFICE, OversoldRule.WARN.value)
    with pytest.raises(OversoldError):
        story.sell(product)
    story.shop.purchasing.return_without_receipt(story.supplier(), {product: Quantity.of(1)}, {}, story.token())
    story.shop.settings.change(OVERSOLD_AT_COUNTER, OversoldRule.ALLOW.value)
    assert story.sell(product).shortages == ()


def test_everything_that_is_short_is_named_at_once(story: Story) -> None:
    cola, tea = story.product("可乐"), story.product("绿茶")
    goods = {cola: Quantity.of(1), tea: Quantity.of(2)}
    with pytest.raises(OversoldError) as refusal:
        story.shop.purchasing.return_without_receipt(story.supplier(), goods, {}, story.token())
    assert [shortage.name for shortage in refusal.value.shortages] == ["可乐", "绿茶"]


def test_exactly_what_is_there_is_enough_and_a_gram_more_is_not(story: Story) -> None:
    pork = story.product("五花肉", is_weighed=True)
    story.receive(pork, "2.5", "1.00")
    with pytest.raises(OversoldError) as refusal:
        story.shop.purchasing.return_without_receipt(story.supplier(), {pork: Quantity(2501)}, {}, story.token())
    assert refusal.value.shortages == (Shortage(pork, "五花肉", Quantity(2500), Quantity(2501)),)
    story.shop.purchasing.return_without_receipt(story.supplier(), {pork: Quantity(2500)}, {}, story.token())
    assert held(story, pork, 5) == 0


def test_of_goods_already_below_nothing_everything_is_short(story: Story) -> None:
    cola = story.product()
    story.sell(cola, "2")
    (shortage,) = story.sell(cola).shortages
    assert (shortage.on_hand, shortage.wanted) == (Quantity.of(-2), Quantity.of(1))
