"""Faults that users of other programs found where two programs work on one shop at once."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.services.inventory.errors import OversoldError
from jxc_desktop.services.shop import Shop
from tests.bugs.seen import on_hand
from tests.story import Story, TestClock

READS_AND_SALES = 250


def sell_ten(path: Path, product: int, first_token: int) -> bool:
    """Whether another program got the ten."""
    clock = TestClock()
    with Shop.open(path, clock) as shop:
        try:
            Story(shop, clock, count(first_token)).sell(product, "10")
        except OversoldError:
            return False
    return True


def read_and_sell(path: Path, product: int, first_token: int) -> int:
    """Look at the shelf, then sell one, again and again; how many were sold."""
    clock = TestClock()
    with Shop.open(path, clock) as shop:
        other = Story(shop, clock, count(first_token))
        for _ in range(READS_AND_SALES):
            shop.catalog.find_by_id(product)
            other.sell(product)
    return READS_AND_SALES


def test_of_two_programs_that_sell_the_last_ten_exactly_one_does(story: Story) -> None:
    product = story.product()
    story.receive(product, "10", "2.00")
    story.allow_overselling(OversoldRule.FORBID)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as both:
        tries = [both.submit(sell_ten, story.shop.path, product, first) for first in (1_000, 2_000)]
        assert sorted(one.result(timeout=60) for one in tries) == [False, True]
    assert on_hand(story, product) == "0"


def test_two_programs_that_look_and_sell_in_turns_are_never_told_that_the_file_is_locked(story: Story) -> None:
    product = story.product()
    story.receive(product, "1000", "2.00")
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as both:
        tries = [both.submit(read_and_sell, story.shop.path, product, first) for first in (1_000, 2_000)]
        assert sum(one.result(timeout=120) for one in tries) == 500
    assert on_hand(story, product) == "500"
    assert story.shop.health.verify() == ()
