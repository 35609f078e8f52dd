"""Rates, as shops write them."""

import pytest

from jxc_desktop.models.values.percent import Percent


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(14, 100, "14.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (-1, 2000, "-0.1%"), (1, 2001, "0.0%")],
)
def test_a_rate_has_one_decimal_rounded_half_away_from_zero(part: int, whole: int, shown: str) -> None:
    assert str(Percent.of(part, whole)) == shown


def test_a_loss_is_a_negative_rate() -> None:
    assert str(Percent.of(-3059, 273600)) == "-1.1%"


@pytest.mark.parametrize("whole", [0, -1])
def test_nothing_is_no_part_of_nothing(whole: int) -> None:
    assert Percent.of(1, whole) is None
