"""Products a search over everything comes up with."""

from jxc_desktop.services.finding.products import products_found, products_of
from tests.story import Story

COLA = "6901234567892"


def test_a_product_shows_its_price_and_what_there_is_of_it(story: Story) -> None:
    cola, towel = story.product("可乐", "3.00", (COLA,)), story.product("毛巾", "9.90")
    story.allow_overselling()
    story.receive(cola, "2.5", "1.00")
    story.sell(towel, "2")
    with story.desk.storage.reading() as books:
        found = products_of(books, [towel, 99, cola])
    assert [(one.name, one.code, str(one.price), str(one.on_hand)) for one in found] == [
        ("毛巾", f"{towel:06d}", "9.90", "-2"),
        ("可乐", COLA, "3.00", "2.5"),
    ]


def test_goods_that_never_moved_are_none_on_hand(story: Story) -> None:
    story.product("可乐")
    with story.desk.storage.reading() as books:
        (found,) = products_found(books, "kl", 3)
    assert (str(found.on_hand), found.name[slice(*found.matched)]) == ("0", "可乐")


def test_nothing_typed_and_nothing_like_it_find_nothing(story: Story) -> None:
    story.product("可乐")
    with story.desk.storage.reading() as books:
        assert [products_found(books, text, 3) for text in ("", " ", "雪碧")] == [[], [], []]
        assert products_found(books, "可乐", 0) == []
