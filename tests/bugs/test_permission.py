"""Faults that users of other programs found in what somebody may do."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_from_text, cart_to_text
from jxc_desktop.services.sales.errors import LimitError
from jxc_desktop.services.sales.pricing import TicketReduction
from tests.services.sales.at_counter import cash, line, ticket
from tests.story import Story


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


def test_whoever_takes_the_desk_has_his_own_rights_and_the_cart_is_kept(clerk: Story) -> None:
    clerk.shop.sign_in("老板", None)
    clerk.shop.carts.save("cart", "{}")
    clerk.shop.sign_in("小王", None)
    clerk.shop.carts.take_over(1)
    assert [cart.token for cart in clerk.shop.carts.unfinished()] == ["cart"]
    with pytest.raises(NotAllowedError):
        clerk.shop.people.operator_list()
