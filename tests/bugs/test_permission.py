"""Faults that users of other programs found in what somebody may do."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import Catalog
from jxc_desktop.services.catalog.product import FoundProduct, Pack
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_from_text, cart_to_text
from jxc_desktop.services.sales.errors import LimitError, PriceChangedError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.ui.sales.price_check import todays_price
from tests.services.sales.at_counter import cash, line, ticket
from tests.story import ONE, Story


def found(catalog: Catalog, code: str) -> FoundProduct:
    goods = catalog.find_by_code(code)
    assert isinstance(goods, FoundProduct)
    return goods


@pytest.fixture
def clerk(story: Story) -> Story:
    """小王 may take nothing off; cola costs 10.00; the owner's 授权码 is 4711."""
    story.allow_overselling()
    story.product("可乐", "10.00", ("6901234567892",))
    story.shop.people.set_pin(1, "4711")
    story.shop.people.add_operator("小王", Role.CLERK, lowest_discount=100)
    story.shop.sign_in("小王", None)
    return story


@pytest.mark.parametrize(
    "cheaper",
    [{"agreed": "9.99"}, {"agreed": "0"}, {"percent_off": 100}, {"percent_off": 10_000}, {"amount_off": "0.02"}],
)
def test_who_may_not_change_prices_cannot_by_any_way_of_a_line(clerk: Story, cheaper: Mapping[str, Any]) -> None:
    one = line(1, "1", "10.00", **cheaper)
    due = one.item.list_amount - one.item.line_discount
    paid = [cash(str(due))] if due.fen else []
    with pytest.raises(LimitError):
        clerk.shop.sales.checkout(ticket(clerk, [one], *paid))
    assert clerk.shop.sales.last_sale() is None


@pytest.mark.parametrize(
    ("reduction", "due"),
    [
        (TicketReduction(percent_off=500), "9.50"),
        (TicketReduction(amount_off=Money(200)), "8.00"),
        (TicketReduction(rounding_step=700), "7.00"),
    ],
)
def test_nor_by_the_whole_bill(clerk: Story, reduction: TicketReduction, due: str) -> None:
    with pytest.raises(LimitError):
        clerk.shop.sales.checkout(ticket(clerk, [line(1, "1", "10.00")], cash(due), reduction=reduction))


def test_nor_by_a_bill_that_somebody_else_made_cheaper_and_put_on_hold(clerk: Story) -> None:
    clerk.shop.sign_in("老板", None)
    cart, row = Cart().add(clerk.shop.catalog.find_by_id(1))
    cheap = cart.with_discount(row, percent_off=5_000)
    clerk.shop.carts.hold(cheap.token, cart_to_text(cheap), "")
    clerk.shop.sign_in("小王", None)
    taken = cart_from_text(clerk.shop.carts.take_back(cheap.token).content)
    with pytest.raises(LimitError):
        clerk.shop.sales.checkout(taken.to_ticket([cash("5")]))
    sold = clerk.shop.sales.checkout(taken.to_ticket([cash("5")]), "4711")
    with clerk.desk.storage.reading() as books:
        told = books.connection.exec_driver_sql(
            "SELECT content FROM audit_entry WHERE document_id = ?", (sold.document_id,)
        ).scalar()
    assert json.loads(str(told))["authorised_by"] == "老板"


def test_a_box_on_hold_is_not_sold_at_the_price_of_a_smaller_one(clerk: Story) -> None:
    """It held 24 for 40.00; the owner makes it one of 12 while it waits."""
    clerk.shop.sign_in("老板", None)
    catalog, box = clerk.shop.catalog, "16901234567899"
    packs = (Pack("箱", Quantity.of(24), UnitPrice.parse("40"), codes=(box,)),)
    product = clerk.product("汽水", "2.00", packs=packs)
    cart, row = Cart().add(found(catalog, box))
    for factor, price in ((12, "40"), (24, "41")):
        changed = (Pack("箱", Quantity.of(factor), UnitPrice.parse(price), codes=(box,)),)
        catalog.save_product(replace(catalog.product(product), packs=changed))
        with pytest.raises(PriceChangedError):
            clerk.shop.sales.checkout(cart.to_ticket([cash("40")]))
    now = cart.with_prices(lambda line: todays_price(clerk.shop, line))
    assert now.goods_lines[row].item.list_price == UnitPrice.parse("41")
    smaller = (Pack("箱", Quantity.of(12), UnitPrice.parse("40"), codes=(box,)),)
    catalog.save_product(replace(catalog.product(product), packs=smaller))
    assert len(cart.with_prices(lambda line: todays_price(clerk.shop, line)).unknown_lines) == 1


def test_a_pack_of_one_has_its_own_price(clerk: Story) -> None:
    clerk.shop.sign_in("老板", None)
    box = "16901234567899"
    clerk.product("茶", "4.00", packs=(Pack("礼盒", ONE, UnitPrice.parse("5"), codes=(box,)),))
    cart, _row = Cart().add(found(clerk.shop.catalog, box))
    assert clerk.shop.sales.checkout(cart.to_ticket([cash("5")])).due == Money(500)


def test_a_unit_there_is_not_is_not_sold(clerk: Story) -> None:
    crumbs = line(1, "1", "0.01", unit="粒", factor="0.001")
    with pytest.raises(PriceChangedError):
        clerk.shop.sales.checkout(ticket(clerk, [crumbs], cash("0.01")))


def test_whoever_takes_the_desk_has_his_own_rights_and_the_cart_is_kept(clerk: Story) -> None:
    clerk.shop.sign_in("老板", None)
    clerk.shop.carts.save("cart", "{}")
    clerk.shop.sign_in("小王", None)
    clerk.shop.carts.take_over(1)
    assert [cart.token for cart in clerk.shop.carts.unfinished()] == ["cart"]
    with pytest.raises(NotAllowedError):
        clerk.shop.people.operator_list()
