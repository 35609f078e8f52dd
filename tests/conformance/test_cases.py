"""Every case of the shared file passes, has a decision record behind our own answer, or belongs to what is not built.

The driver knows operations and expectations, never a case: a new case is a new row of the file.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jxc_desktop.services.shop import Shop
from tests.conformance import code_operations, expectations, shop_operations  # noqa: F401  (they declare themselves)
from tests.conformance.cases import DRIVEN, NOT_YET, Case, Step, our_answers, read_cases
from tests.conformance.driver import UnknownWordError, World, run
from tests.project_files import PROJECT
from tests.story import Story, TestClock

# What every line says it brought or took, with the differences, against what is there.
CAME_AND_WENT = """
    SELECT (SELECT coalesce(sum(cost), 0) FROM goods_receipt_line)
         + (SELECT coalesce(sum(cost), 0) FROM stock_line)
         + (SELECT coalesce(sum(amount), 0) FROM cost_correction_line)
         - (SELECT coalesce(sum(cost), 0) FROM sale_line)
         + (SELECT coalesce(sum(booked), 0) FROM cost_entry WHERE kind LIKE '%difference'),
           (SELECT coalesce(sum(booked), 0) FROM cost_balance)
"""


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[Case]:
    return read_cases(shared)


@contextmanager
def a_shop(template: Path, folder: Path) -> Iterator[Story]:
    folder.mkdir()
    shutil.copyfile(template, folder / "shop.db")
    clock = TestClock()
    with Shop.open(folder / "shop.db", clock) as shop:
        yield Story(shop, clock)


def books_hold(world: World) -> None:
    """Whatever happened: sums are sums, and nothing is worth nothing."""
    came, is_there = world.one(CAME_AND_WENT)
    assert came == is_there
    assert world.one("SELECT count(*) FROM cost_balance WHERE quantity = 0 AND (value <> 0 OR booked <> 0)")[0] == 0
    assert world.one("SELECT count(*) FROM cost_balance WHERE quantity > 0 AND value < 0")[0] == 0
    assert world.story.shop.health.verify() == ()


@pytest.mark.parametrize("area", sorted(DRIVEN))
def test_the_facts_of_an_area_hold(
    area: str, cases: list[Case], new_shop_file: Path, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    chosen = [case for case in cases if case.area == area]
    assert chosen
    for case in chosen:
        with subtests.test(case.id), a_shop(new_shop_file, tmp_path / case.id) as story:
            books_hold(run(story, case))


def test_every_area_is_driven_or_said_to_be_missing(cases: list[Case]) -> None:
    assert {case.area for case in cases} == DRIVEN | NOT_YET
    assert not DRIVEN & NOT_YET


def test_each_choice_of_our_own_has_a_decision_record(cases: list[Case]) -> None:
    choices = {case.id for case in cases if case.kind == "policy" and case.area in DRIVEN}
    answers = our_answers()
    assert answers.keys() == choices
    records = {answer["record"] for answer in answers.values()}
    assert {name for name in records if not (PROJECT / "docs" / "decisions" / name).is_file()} == set()


def a_case(*steps: Step, **expect: object) -> Case:
    return Case("a case", "cost", "must", "moving_average", steps, expect, {})


@pytest.mark.parametrize(
    "case",
    [
        a_case({"op": "juggle", "qty": 3}),
        a_case({"op": "receive", "qty": 1, "unit_cost": 2}, shine=1),
        a_case({"op": "config", "colour": "red"}),
        a_case({"op": "sell", "qty": 1, "when": "d-1"}),
    ],
)
def test_a_word_the_driver_does_not_know_is_not_passed_over(case: Case, story: Story) -> None:
    with pytest.raises(UnknownWordError):
        run(story, case)


RECEIVE_TEN = {"op": "receive", "qty": 10, "unit_cost": 10}


@pytest.mark.parametrize(
    "case",
    [
        a_case(RECEIVE_TEN, qty=9),
        a_case(RECEIVE_TEN, value=99),
        a_case(RECEIVE_TEN, unit_cost=11),
        a_case({"op": "config", "allow_negative": False}, {"op": "sell", "qty": 1}, qty=0),
        a_case({"op": "show", "values": ["-0.001"], "places": 2}, ours=["-0.00"]),
    ],
)
def test_a_fact_that_does_not_hold_is_noticed(case: Case, story: Story) -> None:
    with pytest.raises(AssertionError):
        run(story, case)
