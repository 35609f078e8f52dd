"""Faults that users of other programs found on their own PCs: names of people, deep folders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.services.shop import Shop, back_up_beside, restore
from jxc_desktop.services.storage.faults import ShopPathTooLongError
from jxc_desktop.services.words.refusals import refusal
from tests.story import Story, TestClock

LONG = 270


def deep(folder: Path, name: str) -> Path:
    """A folder so deep that its path alone is longer than what old systems know."""
    while len(str(folder)) < LONG:
        folder /= name
    return folder


@pytest.mark.parametrize("names", [("张 三", "我的文档"), ("店😀", "a'b;c"), ("100% 真", "#1 ?"), ("deep",)])
def test_a_shop_of_somebody_with_any_name_is_sold_in_backed_up_and_restored(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    folder = deep(tmp_path, "a-folder-with-a-long-name") if names == ("deep",) else tmp_path.joinpath(*names)
    folder.mkdir(parents=True)
    path, clock = folder / "惠民 店.db", TestClock()
    with Shop.found(path, "惠民便利店", clock) as shop:
        story = Story(shop, clock)
        story.sell(story.product())
    backup = back_up_beside(path)
    restore(backup, path)
    with Shop.open(path, clock) as shop:
        assert shop.health.verify() == ()
        last = shop.sales.last_sale()
    assert last is not None


def test_a_path_longer_than_the_store_can_open_is_refused_in_words_and_nothing_is_made(tmp_path: Path) -> None:
    folder = deep(tmp_path, "一个名字很长很长的文件夹")
    folder.mkdir(parents=True)
    path, clock = folder / "店.db", TestClock()
    ways: tuple[Callable[[], Shop], ...] = (
        lambda: Shop.found(path, "惠民便利店", clock),
        lambda: Shop.open(path, clock),
    )
    for way in ways:
        with pytest.raises(ShopPathTooLongError) as refused:
            way()
        assert "太深" in refusal(refused.value).fact
    assert list(folder.iterdir()) == []
