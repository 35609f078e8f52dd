"""Codes on cartons that tell of their batch."""

from datetime import date

import pytest

from jxc_desktop.services.purchasing.receiving_draft import NO_LOT, Lot
from jxc_desktop.services.purchasing.receiving_lot import lot_on_code


@pytest.mark.parametrize(
    "code",
    ["(01)06901234567892(11)260210(17)260809(10)L77", "]C10106901234567892112602101726080910L77"],
)
def test_a_gs1_code_tells_lot_production_and_expiry(code: str) -> None:
    assert lot_on_code(code) == Lot("L77", date(2026, 2, 10), None, date(2026, 8, 9))


def test_best_before_stands_for_the_expiry_and_the_lot_number_comes_from_the_production_date() -> None:
    assert lot_on_code("(01)06901234567892(11)260210(15)260809") == Lot(
        "260210", date(2026, 2, 10), None, date(2026, 8, 9)
    )


@pytest.mark.parametrize(
    "code",
    ["6901234567892", "", "(01)06901234567892", "(01)06901234567892(11)260809(17)260210", "(01)06901234567891(10)L77"],
)
def test_any_other_code_and_one_whose_dates_cannot_be_tell_nothing(code: str) -> None:
    assert lot_on_code(code) == NO_LOT
