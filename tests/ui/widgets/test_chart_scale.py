"""The axis of a chart."""

import pytest

from jxc_desktop.ui.widgets.chart_scale import scale_of


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([1590, 300], [0, 500, 1000, 1500, 2000]),
        ([86.5], [0, 25, 50, 75, 100]),
        ([3], [0, 1, 2, 3]),
        ([], [0, 25, 50, 75, 100]),
        ([0, 0], [0, 25, 50, 75, 100]),
        ([-100, 300], [-100, 0, 100, 200, 300]),
    ],
)
def test_the_axis_has_few_round_steps_and_holds_every_value(values: list[float], steps: list[float]) -> None:
    assert scale_of(values).steps() == steps


def test_a_few_high_days_of_the_month_before_do_not_press_the_bars_flat() -> None:
    before = [500.0] * 26 + [4423.0, 3900.0]
    assert scale_of([1590], before).top == 2000


def test_a_month_that_has_just_begun_still_has_room_for_the_one_before() -> None:
    assert scale_of([100], [900.0] * 28).top >= 900


def test_days_that_only_lost_money_hang_from_zero() -> None:
    scale = scale_of([-30, -80])
    assert scale.top == 0
    assert scale.bottom <= -80
