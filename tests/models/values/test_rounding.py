"""Whole-number rounding, and sharing an amount without losing a fen. Figures by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.rounding import (
    down_to_step,
    further_part,
    half_away_from_zero,
    nearest,
    share,
    to_step,
    up_to_step,
)

AMOUNTS = st.integers(-(10**12), 10**12)
SIZES = st.integers(1, 10**6)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (1, 2, 1), (-1, 2, -1), (7, 3, 2), (-8, 3, -3), (4, 10, 0), (-4, 10, 0), (0, 7, 0)],
)
def test_money_rounds_halves_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert half_away_from_zero(numerator, denominator) == rounded


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -2), (1, 2, 1), (-1, 2, 0), (-3, 2, -1), (0, 9, 0)],
)
def test_cost_rounds_halves_up_also_below_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert nearest(numerator, denominator) == rounded


@given(AMOUNTS, SIZES)
def test_a_return_rounds_as_the_mirror_of_its_sale(numerator: int, denominator: int) -> None:
    assert half_away_from_zero(-numerator, denominator) == -half_away_from_zero(numerator, denominator)


@given(AMOUNTS, SIZES)
def test_neither_rounding_is_ever_more_than_half_off(numerator: int, denominator: int) -> None:
    for rounded in (half_away_from_zero(numerator, denominator), nearest(numerator, denominator)):
        assert abs(rounded - Fraction(numerator, denominator)) <= Fraction(1, 2)


@pytest.mark.parametrize(("amount", "rounded"), [(1245, 1250), (1244, 1240), (-1245, -1250), (4, 0), (5, 10)])
def test_half_a_step_goes_away_from_zero(amount: int, rounded: int) -> None:
    assert to_step(amount, 10) == rounded


@pytest.mark.parametrize(
    ("amount", "near", "down", "up"),
    [(457, 455, 455, 460), (458, 460, 455, 460), (460, 460, 460, 460), (-458, -460, -455, -460), (0, 0, 0, 0)],
)
def test_an_amount_is_brought_to_five_fen(amount: int, near: int, down: int, up: int) -> None:
    assert (to_step(amount, 5), down_to_step(amount, 5), up_to_step(amount, 5)) == (near, down, up)


@given(AMOUNTS, st.integers(1, 1_000))
def test_steps_enclose_the_amount(amount: int, step: int) -> None:
    down, up = down_to_step(amount, step), up_to_step(amount, step)
    assert abs(down) <= abs(amount) <= abs(up) < abs(down) + 2 * step
    assert (down % step, up % step) == (0, 0)
    assert to_step(amount, step) in (down, up)


def test_three_bottles_of_10_yuan_come_back_one_by_one_at_333_334_and_333() -> None:
    parts, before = [], 0
    for gone in (1, 2, 3):
        parts.append(further_part(1000, before, gone, 3))
        before += parts[-1]
    assert parts == [333, 334, 333]


@given(AMOUNTS, st.lists(st.integers(1, 500), min_size=1, max_size=8))
def test_the_parts_of_any_cutting_add_up_to_the_whole(whole: int, pieces: list[int]) -> None:
    before = gone = 0
    for piece in pieces:
        gone += piece
        before += further_part(whole, before, gone, sum(pieces))
    assert before == whole


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        (100, [1, 2, 3], [17, 33, 50]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (10, [1, 1, 1], [4, 3, 3]),
        (5, [0, 1, 0], [0, 5, 0]),
        (1, [1, 1], [1, 0]),
        (7, [0, 0], [7, 0]),
        (0, [3, 4], [0, 0]),
        (0, [], []),
        (999_999_999, [1, 999_999_998], [1, 999_999_998]),
    ],
)
def test_an_amount_is_shared_by_weight_and_the_largest_remainders_get_the_odd_fen(
    amount: int, weights: list[int], shares: list[int]
) -> None:
    assert share(amount, weights) == shares


@given(AMOUNTS, st.lists(st.integers(0, 10**6), min_size=1, max_size=9).filter(any))
def test_shares_add_up_and_each_is_within_a_fen_of_its_part(amount: int, weights: list[int]) -> None:
    shares = share(amount, weights)
    assert sum(shares) == amount
    for part, weight in zip(shares, weights, strict=True):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1


def test_nothing_to_share_over_and_a_weight_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="nothing to share"):
        share(1, [])
    with pytest.raises(ValueError, match="never negative"):
        share(1, [-1, 2])
