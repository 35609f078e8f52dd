"""Whether the shop file holds together as a file."""

import sqlite3
from contextlib import suppress

from jxc_desktop.services.storage.file_check import broken_pages, broken_references, check_whole_file
from tests.services.storage.spoiling import spoil
from tests.story import Story


def test_a_new_shop_is_whole(story: Story) -> None:
    with story.desk.storage.reading() as books:
        assert (broken_pages(books.connection), broken_references(books.connection)) == ([], [])


def test_a_row_that_points_nowhere_is_named_with_where_it_points(story: Story) -> None:
    product = story.product(codes=("6901234567892",))
    with story.desk.storage.writing() as work:
        work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        work.connection.exec_driver_sql("UPDATE barcode SET product_id = 99 WHERE product_id = ?", (product,))
        found = broken_references(work.connection)
    assert [(table, parent) for table, _row, parent in found] == [("barcode", "product")]


def test_a_whole_file_is_whole_and_one_with_lost_pages_is_not(story: Story) -> None:
    for _ in range(20):
        story.sell(story.product())
    story.shop.close()
    assert check_whole_file(story.shop.path)
    spoil(story.shop.path)
    is_sound = False
    with suppress(sqlite3.DatabaseError):  # a page that cannot be read at all ends the reading
        is_sound = check_whole_file(story.shop.path)
    assert not is_sound
