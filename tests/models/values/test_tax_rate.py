"""Rates of value added tax."""

import pytest

from jxc_desktop.models.values.tax_rate import TaxRate


def test_exempt_goods_bear_no_tax_and_others_their_rate() -> None:
    assert {rate.value: rate.percent for rate in TaxRate} == {
        "13": 13,
        "9": 9,
        "6": 6,
        "3": 3,
        "1": 1,
        "0": 0,
        "exempt": 0,
    }


@pytest.mark.parametrize(
    ("rate", "amount", "tax"),
    [
        (TaxRate.R13, 11_300, 1_300),
        (TaxRate.R13, 1_000, 115),
        (TaxRate.R13, -1_000, -115),
        (TaxRate.R13, 4, 0),
        (TaxRate.R9, 10_000, 826),
        (TaxRate.R1, 101, 1),
        (TaxRate.R0, 10_000, 0),
        (TaxRate.EXEMPT, 10_000, 0),
    ],
)
def test_the_tax_in_an_amount_is_its_part_to_the_fen(rate: TaxRate, amount: int, tax: int) -> None:
    assert rate.tax_in(amount) == tax
