from datetime import date

import pytest

from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.reports.report import Period


def test_a_period_may_be_one_day() -> None:
    assert Period(date(2026, 3, 5), date(2026, 3, 5)).first == date(2026, 3, 5)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Period(date(2026, 3, 5), date(2026, 3, 4))
    assert (refusal.value.field, refusal.value.reason) == ("period", "ends_before_it_begins")
