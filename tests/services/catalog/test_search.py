"""Finding goods as one types."""

import pytest

from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.catalog.search import as_pattern
from tests.story import Story


@pytest.fixture
def shelf(story: Story) -> Story:
    for name, codes in (
        ("可口可乐 500ml", ("6901234567892",)),
        ("可乐杯", ()),
        ("百事可乐", ("6900000000014",)),
        ("Cola Zero", ("ZERO-1",)),
        ("100%橙汁", ()),
        ("1000克白糖", ()),
        ("A_B胶", ()),
        ("AXB胶", ()),
    ):
        story.product(name, codes=codes)
    return story


def found(story: Story, text: str, most: int = 8) -> list[str]:
    return [hit.name for hit in story.shop.catalog.search(text, most)]


def test_names_that_begin_with_it_come_first_and_short_ones_before_long_ones(shelf: Story) -> None:
    assert found(shelf, "可") == ["可乐杯", "可口可乐 500ml", "百事可乐"]
    assert found(shelf, "可乐") == ["可乐杯", "百事可乐", "可口可乐 500ml"]


def test_initials_find_it_from_their_beginning_first(shelf: Story) -> None:
    assert found(shelf, "kl") == ["可乐杯", "百事可乐", "可口可乐 500ml"]
    assert found(shelf, "BSKL") == ["百事可乐"]


def test_code_and_last_digits_find_it(shelf: Story) -> None:
    assert found(shelf, "67892") == found(shelf, "6901234567892") == ["可口可乐 500ml"]
    assert found(shelf, "000002") == ["可乐杯"]


def test_large_and_small_letters_are_the_same(shelf: Story) -> None:
    assert found(shelf, "cola") == found(shelf, "COLA") == found(shelf, " zero-1 ") == ["Cola Zero"]


@pytest.mark.parametrize(
    ("text", "names"), [("100%", ["100%橙汁"]), ("A_B", ["A_B胶"]), ("\\", []), ("%", ["100%橙汁"])]
)
def test_signs_of_the_store_are_searched_for_as_they_are(shelf: Story, text: str, names: list[str]) -> None:
    assert found(shelf, text) == names


@pytest.mark.parametrize("text", ["", " ", "　", "没有的"])
def test_nothing_typed_and_nothing_like_it_find_nothing(shelf: Story, text: str) -> None:
    assert found(shelf, text) == []


def test_no_more_are_listed_than_asked_for(shelf: Story) -> None:
    assert found(shelf, "可", most=2) == ["可乐杯", "可口可乐 500ml"]
    assert found(shelf, "可", most=0) == []


def test_goods_that_are_not_sold_any_more_are_not_found(story: Story) -> None:
    story.shop.catalog.save_product(ProductDetails("旧日历", is_active=False))
    assert found(story, "日历") == []


def test_a_hit_shows_what_one_chooses_by(story: Story) -> None:
    story.shop.catalog.save_product(ProductDetails("可乐", code="K1", codes=("222", "111"), unit="瓶", spec="330ml"))
    (hit,) = story.shop.catalog.search("可乐")
    assert (hit.code, hit.barcode, hit.unit, hit.spec, str(hit.price)) == ("K1", "222", "瓶", "330ml", "0.00")


@pytest.mark.parametrize(("text", "pattern"), [(" AbC ", "abc"), ("50%", "50\\%"), ("a_b", "a\\_b"), ("\\", "\\\\")])
def test_what_has_a_meaning_in_a_pattern_loses_it(text: str, pattern: str) -> None:
    assert as_pattern(text) == pattern
