"""Faults that users of other programs found in document numbers."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

from jxc_desktop.services.shop import Shop
from tests.story import Story, TestClock

SALES_EACH = 200


def sell_many(path: Path, product: int, first_token: int) -> list[str]:
    """What a second program does on the same file."""
    clock = TestClock()
    with Shop.open(path, clock) as shop:
        other = Story(shop, clock, count(first_token))
        return [other.sell(product).number for _ in range(SALES_EACH)]


def test_two_programs_that_sell_at_once_give_each_number_once_and_leave_no_gap(story: Story) -> None:
    product = story.product()
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as both:
        sold = [both.submit(sell_many, story.shop.path, product, first) for first in (1_000, 2_000)]
        numbers = sorted(number for one in sold for number in one.result(timeout=120))
    assert numbers == [f"XS20260302-{n:04d}" for n in range(1, 2 * SALES_EACH + 1)]
    assert story.shop.health.verify() == ()


def test_the_shop_file_itself_refuses_a_number_twice(story: Story) -> None:
    with story.desk.storage.reading() as books:
        unique = books.connection.exec_driver_sql(
            "SELECT group_concat(c.name) FROM pragma_index_list('document') i, pragma_index_info(i.name) c"
            ' WHERE i."unique" GROUP BY i.name'
        ).scalars()
        assert "kind,number" in list(unique)


def test_after_undoing_the_last_two_sales_of_the_day_the_next_has_a_new_number(story: Story) -> None:
    product = story.product()
    sales = [story.sell(product) for _ in range(4)]
    mirrors = [story.shop.sales.reverse(sale.document_id, "打错了") for sale in sales[-2:]]
    used = {sale.number for sale in sales} | {story.shop.sales.sale(mirror).row.number for mirror in mirrors}
    assert len(used) == 6
    assert story.sell(product).number not in used


def test_two_windows_of_one_operator_share_the_numbers(story: Story) -> None:
    product = story.product()
    with Shop.open(story.shop.path, story.clock) as second:
        other = Story(second, story.clock, count(1_000))
        numbers = [one.sell(product).number for one in (story, other, story, other)]
    assert numbers == [f"XS20260302-{n:04d}" for n in range(1, 5)]
