"""What the shop chooses is seen in the whole window at once."""

from collections.abc import Iterator

import pytest

from jxc_desktop.services.people.settings import LANGUAGE, SHOP_NAME
from jxc_desktop.services.words import choose_language
from tests.robots.whole_window import WholeWindow


@pytest.fixture(autouse=True)
def chinese_afterwards() -> Iterator[None]:
    yield
    choose_language("zh")


def test_another_name_stands_over_the_window(window: WholeWindow) -> None:
    window.shop.settings.change(SHOP_NAME, "城南店")
    window.wait(lambda: window.window.windowTitle() == "城南店")


def test_another_language_is_spoken_everywhere_and_the_page_stays(window: WholeWindow) -> None:
    window.show("settings.shop")
    window.shop.settings.change(LANGUAGE, "en")
    window.wait(lambda: window.window.tab_line.find_button.text() != "找页面、单据、商品、往来")
    assert window.page.key == "settings.shop"
