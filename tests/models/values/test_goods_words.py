"""What shops write about goods."""

import pytest

from jxc_desktop.models.values.goods_words import category_path, category_text


@pytest.mark.parametrize("text", ["食品 / 饮料", "食品/饮料", " 食品 /饮料/ "])
def test_a_category_is_understood_with_and_without_blanks(text: str) -> None:
    assert category_path(text) == ("食品", "饮料")


def test_no_category_is_none() -> None:
    assert (category_path("  "), category_text(())) == ((), "")


def test_a_category_is_written_from_the_root_down() -> None:
    assert category_text(("食品", "饮料")) == "食品 / 饮料"
