"""Single facts of a product."""

from jxc_desktop.services.catalog.product_facts import has_moved, product_name
from tests.story import Story


def test_goods_have_moved_once_some_came_in(story: Story) -> None:
    cola = story.product("可乐")
    with story.desk.storage.reading() as books:
        assert not has_moved(books, cola)
    story.receive(cola, "1", "2.00")
    with story.desk.storage.reading() as books:
        assert has_moved(books, cola)


def test_goods_nobody_wrote_down_have_no_name(story: Story) -> None:
    cola = story.product("可乐")
    with story.desk.storage.reading() as books:
        assert (product_name(books, cola), product_name(books, cola + 1)) == ("可乐", "")
