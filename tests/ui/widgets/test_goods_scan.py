"""What goods a scan stands for."""

import pytest

from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.ui.widgets.goods_scan import GluedGoods, read_goods, scanned_code
from tests.story import Story

COLA = "6901234567892"


def test_a_code_of_the_shop_is_its_goods(story: Story) -> None:
    story.product("可乐", codes=(COLA,))
    found = read_goods(story.shop.catalog, COLA)
    assert isinstance(found, FoundProduct)
    assert found.name == "可乐"


@pytest.mark.parametrize("typed", ["2", "12"])
def test_digits_typed_right_before_a_scan_are_told_apart_from_it(story: Story, typed: str) -> None:
    story.product("可乐", codes=(COLA,))
    glued = read_goods(story.shop.catalog, typed + COLA)
    assert isinstance(glued, GluedGoods)
    assert (glued.found.name, glued.typed) == ("可乐", typed)


def test_digits_before_a_code_nobody_knows_stay_an_unknown_code(story: Story) -> None:
    answer = read_goods(story.shop.catalog, "2" + COLA)
    assert isinstance(answer, NoGoods)
    assert answer.fault in (ScanFault.UNKNOWN, ScanFault.SHORT_READ)


def test_the_code_is_bared_of_what_a_scanner_puts_around_it() -> None:
    assert scanned_code("]E0６９０1234567892 ") == COLA
