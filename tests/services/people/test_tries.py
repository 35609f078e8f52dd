"""Guessing a password takes longer with every guess, and starting the program anew does not help."""

from datetime import datetime, timedelta

import pytest

from jxc_desktop.services.people.tries import Door, Tries, keep_tries, tries_of
from tests.story import Story

NOW = datetime(2026, 3, 2, 9, 0)


def wrong(count: int) -> Tries:
    tries = Tries()
    for _ in range(count):
        tries = tries.one_more(NOW)
    return tries


@pytest.mark.parametrize(("count", "seconds"), [(1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (6, 16), (20, 300)])
def test_each_wrong_password_makes_the_next_one_wait_longer(count: int, seconds: int) -> None:
    assert wrong(count).wait_s(NOW) == seconds


def test_the_wait_ends() -> None:
    tries = wrong(5)
    assert tries.wait_s(NOW + timedelta(seconds=7.5)) == 1
    assert tries.wait_s(NOW + timedelta(seconds=8)) == 0


def test_a_clock_that_was_put_back_locks_nobody_out_for_longer() -> None:
    assert wrong(3).wait_s(NOW - timedelta(days=300)) == 2


def test_what_was_tried_is_kept_in_the_shop_file_for_each_operator_and_door(story: Story) -> None:
    storage = story.desk.storage
    keep_tries(storage, 1, Door.PASSWORD, wrong(3))
    with storage.reading() as books:
        assert tries_of(books, 1, Door.PASSWORD) == wrong(3)
        assert tries_of(books, 1, Door.PIN) == tries_of(books, 2, Door.PASSWORD) == Tries()


def test_who_knew_it_begins_anew(story: Story) -> None:
    storage = story.desk.storage
    keep_tries(storage, 1, Door.PASSWORD, wrong(3))
    keep_tries(storage, 1, Door.PASSWORD, Tries())
    with storage.reading() as books:
        assert tries_of(books, 1, Door.PASSWORD).one_more(NOW).wait_s(NOW) == 0
