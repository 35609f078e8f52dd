"""Rates of value added tax."""

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
