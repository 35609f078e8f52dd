"""The shift opens by itself with the first sale."""

from datetime import datetime

from jxc_desktop.models.values.permissions import Role
from tests.services.sales.at_counter import cash, line, seat, sell
from tests.story import Story


def shift_of(story: Story, sale: int) -> datetime | None:
    return story.shop.sales.sale(sale).shift_began


def test_the_first_sale_opens_the_shift_and_the_next_ones_belong_to_it(story: Story) -> None:
    cola = story.product()
    first = sell(story, [line(cola)], cash("3"))
    story.clock.go_on(hours=3)
    second = sell(story, [line(cola)], cash("3"))
    began = datetime(2026, 3, 2, 9, 0)
    assert (shift_of(story, first.document_id), shift_of(story, second.document_id)) == (began, began)


def test_each_clerk_has_a_shift_of_his_own(story: Story) -> None:
    cola = story.product()
    sell(story, [line(cola)], cash("3"))
    story.clock.go_on(minutes=30)
    seat(story, Role.CLERK)
    sold = sell(story, [line(cola)], cash("3"))
    assert shift_of(story, sold.document_id) == datetime(2026, 3, 2, 9, 30)


def test_a_return_opens_a_shift_too(story: Story) -> None:
    sold = sell(story, [line(story.product())], cash("3"))
    story.clock.go_on(hours=1)
    seat(story, Role.CLERK)
    back = story.take_back(sold.document_id, "1")
    assert shift_of(story, back) == datetime(2026, 3, 2, 10, 0)
