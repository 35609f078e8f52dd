"""A cart written down and read again is the same cart."""

import json

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_from_text, cart_to_text
from jxc_desktop.services.sales.errors import UnreadableCartError
from jxc_desktop.services.sales.pricing import TicketReduction
from tests.services.sales.goods import bag, found


def full_cart() -> Cart:
    """One of everything a cart can hold."""
    cart, _row = Cart().add(found(1, "12.00", lowest="5.00"), 3)
    cart, _row = cart.add(bag("3.45", "0.345"))
    cart, _row = cart.add(found(2, "2.9333", unit="箱", factor=24))
    cart, _row = cart.add_unknown("6955487561862", 2)
    cart = cart.with_discount(0, percent_off=1000, amount_off=Money.parse("0.5"))
    cart = cart.with_price(2, UnitPrice.parse("2.5"))
    return cart.with_reduction(TicketReduction(500, Money.parse("1"), 10))


def test_everything_comes_back() -> None:
    cart = full_cart()
    back = cart_from_text(cart_to_text(cart))
    assert back.token == cart.token
    assert back.totals() == cart.totals()
    assert [line.item for line in back.goods_lines] == [line.item for line in cart.goods_lines]
    assert (back.unknown_lines, back.reduction) == (cart.unknown_lines, cart.reduction)


def test_what_came_back_is_written_the_same_again() -> None:
    text = cart_to_text(full_cart())
    assert cart_to_text(cart_from_text(text)) == text


def test_no_float_is_written() -> None:
    def refuse(number: str) -> float:
        raise AssertionError(number)

    json.loads(cart_to_text(full_cart()), parse_float=refuse)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"token":"a","reduction":[0,0,0],"lines":[{"product":1}]}', "null"]
)
def test_what_no_cart_wrote_is_refused(text: str) -> None:
    with pytest.raises(UnreadableCartError):
        cart_from_text(text)
