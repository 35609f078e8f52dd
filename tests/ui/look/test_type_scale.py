"""Sizes grow with the shop's choice and never get lower than their writing."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, TOTAL, digits_width, font, height, metrics


@pytest.mark.parametrize(
    ("base", "button", "counter_row", "scan_line", "total"), [(14, 34, 38, 36, 60), (16, 39, 43, 41, 69)]
)
def test_heights_and_figures_grow_with_the_chosen_size(
    dress: Callable[..., None], base: int, button: int, counter_row: int, scan_line: int, total: int
) -> None:
    dress(base=base)

    assert (height(34), height(38), height(36)) == (button, counter_row, scan_line)
    assert font(TOTAL).pixelSize() == total


@pytest.mark.parametrize("base", [14, 16, 18])
def test_nothing_is_lower_than_its_writing_and_eight_pixels(dress: Callable[..., None], base: int) -> None:
    dress(base=base)

    assert height(1) == metrics(BODY).height() + 8
    assert height(28) >= metrics(BODY).height() + 8


def test_digits_of_all_weights_and_sizes_are_equally_wide(dress: Callable[..., None]) -> None:
    dress()

    for style in (BODY, ANSWER, CAPTION, TOTAL):
        assert len({metrics(style).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_only_two_weights_are_used_and_the_font_asks_for_tabular_digits(
    dress: Callable[..., None], qapp: QApplication
) -> None:
    dress()

    assert qapp.font().featureValue(QFont.Tag("tnum")) == 1
    assert {font(BODY).weight(), font(ANSWER).weight()} == {QFont.Weight.Normal, QFont.Weight.Bold}


def test_column_widths_are_counted_in_digits(dress: Callable[..., None]) -> None:
    dress()

    assert digits_width(13) == metrics(BODY).horizontalAdvance("6922577702825")


def test_dark_and_light_are_told_apart(dress: Callable[..., None]) -> None:
    dress(dark=True)
    assert look().is_dark

    dress(dark=False)
    assert not look().is_dark
