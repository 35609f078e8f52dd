"""Guessing a password takes longer with every guess."""

from datetime import datetime, timedelta

import pytest

from jxc_desktop.services.people.tries import Tries

NOW = datetime(2026, 3, 2, 9, 0)


def wrong(tries: Tries, count: int, who: str = "小王") -> int:
    return [tries.note_wrong(who, NOW) for _ in range(count)][-1]


@pytest.mark.parametrize(("count", "seconds"), [(1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (6, 16), (20, 300)])
def test_each_wrong_password_makes_the_next_one_wait_longer(count: int, seconds: int) -> None:
    tries = Tries()
    assert wrong(tries, count) == seconds
    assert tries.wait_s("小王", NOW) == seconds


def test_the_wait_ends() -> None:
    tries = Tries()
    wrong(tries, 5)
    assert tries.wait_s("小王", NOW + timedelta(seconds=7.5)) == 1
    assert tries.wait_s("小王", NOW + timedelta(seconds=8)) == 0


def test_nobody_waits_for_the_slips_of_others() -> None:
    tries = Tries()
    wrong(tries, 9)
    assert tries.wait_s("老板", NOW) == 0


def test_who_knew_it_begins_anew() -> None:
    tries = Tries()
    wrong(tries, 9)
    tries.forget("小王")
    assert tries.note_wrong("小王", NOW) == 0


def test_a_clock_that_was_put_back_locks_nobody_out_for_longer() -> None:
    tries = Tries()
    wrong(tries, 3)
    assert tries.wait_s("小王", NOW - timedelta(days=300)) == 2
