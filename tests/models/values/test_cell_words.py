"""Cells as screen and paper write them."""

from datetime import date, datetime

import pytest

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Money(1_592_919), "15,929.19"),
        (Money(-3059), "−30.59"),
        (Money(0), "0.00"),
        (UnitPrice(29_333), "2.9333"),
        (Quantity(1_657_000), "1,657"),
        (Quantity(-456), "−0.456"),
        (Percent(-11), "−1.1%"),
        (532, "532"),
        (12_345, "12,345"),
        (date(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5, 9, 7), "2026-03-05 09:07"),
        (None, ""),
        ("-5 度", "-5 度"),
    ],
)
def test_a_cell_is_written_as_people_read_it(cell: object, words: str) -> None:
    assert cell_words(cell) == words
