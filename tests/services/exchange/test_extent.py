"""The area a sheet takes."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.extent import Extent, column_number
from jxc_desktop.services.exchange.faults import SheetTooLargeError
from jxc_desktop.services.exchange.limits import SheetLimits


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("zz", 702), ("XFD", 16384)])
def test_letters_are_columns(letters: str, number: int) -> None:
    assert column_number(letters) == number


def test_an_area_grows_in_both_directions_and_is_refused_beyond_the_limit() -> None:
    extent = Extent()
    extent.reach(10, 1)
    extent.reach(1, 5)
    extent.require_within(Path("x.xlsx"), SheetLimits(cells=50))
    with pytest.raises(SheetTooLargeError):
        extent.require_within(Path("x.xlsx"), SheetLimits(cells=49))
