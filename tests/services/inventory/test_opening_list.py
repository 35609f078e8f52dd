"""Opening stock as a list, straight from the books."""

import pytest

from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.inventory.opening_list import opening_rows, stored_opening
from tests.story import Story


def test_a_shop_without_opening_stock_has_an_empty_list(story: Story) -> None:
    with story.desk.storage.reading() as books:
        assert opening_rows(books, 0, 10) == []


def test_a_row_says_who_posted_how_much_when(story: Story) -> None:
    story.open_with(story.product("米", "4.00"), "2.5", "7.50")
    with story.desk.storage.reading() as books:
        (row,) = opening_rows(books, 0, 10)
    assert (row.number, row.operator, row.lines, str(row.quantity)) == ("QC20260302-0001", "老板", 1, "2.5")
    assert row.moment == story.clock.moment


def test_what_is_not_there_is_said_to_be_missing(story: Story) -> None:
    with story.desk.storage.reading() as books, pytest.raises(NotFoundError):
        stored_opening(books, 99)
