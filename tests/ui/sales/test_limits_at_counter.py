"""Where the clerk may not go by himself, another operator allows it with his 授权码, without a scan lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.settings import ROUNDING_AT_COUNTER
from tests.robots.counter import COLA, Counter, part_of
from tests.robots.sale_list import SaleList
from tests.story import Story

F5, F8, F9, ONE = Qt.Key.Key_F5, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_1


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key comes long after a dialog opened."""
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)


@pytest.fixture
def clerk(story: Story) -> Story:
    """小王 may go down to 9 折 and give back 5.00; the owner's 授权码 is 4711."""
    story.allow_overselling()
    story.product("可乐", "10.00", (COLA,))
    story.shop.people.set_pin(1, "4711")
    story.shop.people.add_operator("小王", Role.CLERK, lowest_discount=90, highest_refund=Money(500))
    return story


@pytest.fixture
def counter(qtbot: QtBot, clerk: Story, dress: Callable[..., None]) -> Counter:
    dress()
    clerk.shop.sign_in("小王", None)
    return Counter(qtbot, clerk)


def give_half_price(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(F5)
    counter.type("5")
    counter.enter()
    counter.pay(ONE)


def last_due(counter: Counter) -> Money | None:
    sale = counter.shop.sales.last_sale()
    return None if sale is None else sale.row.amount


def test_too_cheap_a_sale_asks_for_somebody_elses_pin_in_the_line(counter: Counter) -> None:
    give_half_price(counter)
    assert counter.dialog() is None
    assert "小王 最低只能卖到原价的 90%" in counter.said()
    assert counter.line().is_asking()
    assert part_of(counter.line(), QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    assert (counter.names(), last_due(counter)) == (["可乐"], None)


def test_with_it_the_sale_is_made_as_it_was_paid(counter: Counter) -> None:
    give_half_price(counter)
    counter.type("4711")
    counter.enter()
    assert last_due(counter) == Money(500)
    assert (counter.names(), counter.line().is_asking()) == ([], False)


def test_a_wrong_one_is_asked_for_again_and_nothing_is_sold(counter: Counter) -> None:
    give_half_price(counter)
    counter.type("1234")
    counter.enter()
    assert counter.line().is_asking()
    assert "没有人用这个授权码" in counter.said()
    assert last_due(counter) is None
    counter.type("4711")
    counter.enter()
    assert last_due(counter) == Money(500)


def test_esc_leaves_the_cart_as_it_was_and_the_pin_is_no_note_of_anything(counter: Counter) -> None:
    give_half_price(counter)
    counter.type("47")
    counter.key(Qt.Key.Key_Escape)
    assert not counter.line().is_asking()
    assert (counter.names(), counter.shop.carts.held(), last_due(counter)) == (["可乐"], [], None)
    assert counter.field().hasFocus()


def test_goods_scanned_meanwhile_are_added_and_the_old_payment_is_not_taken_for_them(counter: Counter) -> None:
    give_half_price(counter)
    counter.scan(COLA)
    assert counter.names() == ["可乐", "可乐"]
    counter.type("4711")
    counter.enter()
    assert last_due(counter) is None


def test_what_the_shop_rounds_off_is_rounded_off_by_itself(
    qtbot: QtBot, story: Story, dress: Callable[..., None]
) -> None:
    dress()
    story.allow_overselling()
    story.product("糖", "1.99", (COLA,))
    counter = Counter(qtbot, story)
    story.shop.settings.change(ROUNDING_AT_COUNTER, "10")
    counter.page.reload()
    counter.scan(COLA)
    assert counter.due() == "1.90"
    counter.pay(ONE)
    assert last_due(counter) == Money(190)
    counter.scan(COLA)
    assert counter.due() == "1.90"


def test_a_refund_beyond_the_limit_asks_for_it_too(qtbot: QtBot, clerk: Story, dress: Callable[..., None]) -> None:
    dress()
    clerk.sell(1)
    clerk.shop.sign_in("小王", None)
    page = SaleList(qtbot, clerk)
    page.key(F8)
    page.type("1")
    page.key(F9)
    page.key(F9)
    line = page.page.line
    assert "小王 一次最多只能退 5.00" in line.shown_words()
    assert line.is_asking()
    page.type("4711")
    page.key(Qt.Key.Key_Return)
    assert not line.is_asking()
    assert "已退货" in line.shown_words()
    page.background.wait()
