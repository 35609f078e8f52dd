"""How far an operator may go at the counter by himself, and who allowed him to go further."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.settings import ROUNDING_AT_COUNTER
from jxc_desktop.services.sales.errors import DiscountLimitError, RefundLimitError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.ticket import SoldTicket, TicketLine
from jxc_desktop.services.words.refusals import refusal
from tests.services.sales.at_counter import cash, line, ticket
from tests.story import Story

NINE_TENTHS = 90


@pytest.fixture
def counter(story: Story) -> Story:
    """小王 may go down to 9 折 and give back 20; the owner's 授权码 is 4711, the head clerk's 5822 (8 折, 50)."""
    people = story.shop.people
    story.allow_overselling()
    people.set_pin(1, "4711")
    people.add_operator("领班", Role.CLERK, pin="5822", lowest_discount=80, highest_refund=Money(5000))
    people.add_operator("小王", Role.CLERK, lowest_discount=NINE_TENTHS, highest_refund=Money(2000))
    return story


@pytest.fixture
def cola(counter: Story) -> int:
    key = counter.product("可乐", "10.00")
    counter.shop.sign_in("小王", None)
    return key


def sold(
    story: Story, one: TicketLine, paid: str, reduction: TicketReduction | None = None, pin: str = ""
) -> SoldTicket:
    return story.shop.sales.checkout(
        ticket(story, [one], *([cash(paid)] if paid != "0" else []), reduction=reduction or TicketReduction()), pin
    )


def recorded(story: Story) -> Mapping[str, Any]:
    with story.desk.storage.reading() as books:
        content = books.connection.exec_driver_sql("SELECT content FROM audit_entry ORDER BY id DESC").scalar()
    told: Mapping[str, Any] = json.loads(str(content))
    return told


def test_down_to_his_limit_he_needs_nobody(counter: Story, cola: int) -> None:
    assert sold(counter, line(cola, "1", "10.00", percent_off=1000), "9").due == Money(900)
    assert "authorised_by" not in recorded(counter)


@pytest.mark.parametrize(
    ("cheaper", "paid"),
    [
        ({"percent_off": 1100}, "8.90"),
        ({"amount_off": "1.01"}, "8.99"),
        ({"agreed": "8.99"}, "8.99"),
        ({"percent_off": 10_000}, "0"),
    ],
)
def test_below_it_the_sale_is_refused_and_the_limit_named(
    counter: Story, cola: int, cheaper: Mapping[str, Any], paid: str
) -> None:
    with pytest.raises(DiscountLimitError) as refused:
        sold(counter, line(cola, "1", "10.00", **cheaper), paid)
    assert isinstance(refused.value, NotAllowedError)
    assert (refused.value.name, refused.value.lowest) == ("小王", 90)
    assert refusal(refused.value).fact == "小王 最低只能卖到原价的 90%"
    assert counter.shop.sales.last_sale() is None


@pytest.mark.parametrize(
    ("reduction", "paid"),
    [(TicketReduction(percent_off=1500), "8.50"), (TicketReduction(amount_off=Money(150)), "8.50")],
)
def test_money_off_the_whole_bill_counts_as_well(
    counter: Story, cola: int, reduction: TicketReduction, paid: str
) -> None:
    with pytest.raises(DiscountLimitError):
        sold(counter, line(cola, "1", "10.00"), paid, reduction)


def test_what_the_shop_rounds_off_is_nobodys_discount_but_more_is(counter: Story) -> None:
    cheap = counter.product("糖", "1.99")
    counter.shop.settings.change(ROUNDING_AT_COUNTER, "10")
    counter.shop.sign_in("小王", None)
    assert sold(counter, line(cheap, "1", "1.99"), "1.90", TicketReduction(rounding_step=10)).due == Money(190)
    with pytest.raises(DiscountLimitError):
        sold(counter, line(cheap, "1", "1.99"), "1", TicketReduction(rounding_step=100))


@pytest.mark.parametrize("count", ["1", "3", "7"])
def test_nine_tenths_rounded_to_the_fen_are_still_nine_tenths(counter: Story, count: str) -> None:
    odd = counter.product("散装", "0.55")
    counter.shop.sign_in("小王", None)
    one = line(odd, count, "0.55", percent_off=1000)
    due = one.item.list_amount - one.item.line_discount
    assert sold(counter, one, str(due)).due == due


def test_another_one_allows_it_and_his_name_is_in_the_record(counter: Story, cola: int) -> None:
    done = sold(counter, line(cola, "1", "10.00", percent_off=5000), "5", pin="4711")
    assert done.due == Money(500)
    assert recorded(counter)["authorised_by"] == "老板"
    assert counter.shop.sales.sale(done.document_id).row.operator == "小王"
    assert counter.shop.health.verify() == ()


def test_nobody_is_named_who_was_not_needed(counter: Story, cola: int) -> None:
    sold(counter, line(cola, "1", "10.00"), "10", pin="4711")
    assert "authorised_by" not in recorded(counter)


def test_whoever_allows_it_has_limits_too(counter: Story, cola: int) -> None:
    sold(counter, line(cola, "1", "10.00", percent_off=2000), "8", pin="5822")
    with pytest.raises(DiscountLimitError) as refused:
        sold(counter, line(cola, "1", "10.00", percent_off=3000), "7", pin="5822")
    assert (refused.value.name, refused.value.lowest) == ("领班", 80)


def test_a_refund_above_his_limit_needs_somebody(counter: Story, cola: int) -> None:
    sales = counter.shop.sales
    sale = sold(counter, line(cola, "9", "10.00"), "90").document_id
    goods = counter.sale_line(sale)

    def back(count: str, pin: str = "") -> int:
        return sales.return_goods(sale, {goods: Quantity.parse(count)}, CASH, counter.token(), pin=pin)

    back("2")
    with pytest.raises(RefundLimitError) as refused:
        back("3")
    assert refusal(refused.value).fact == "小王 一次最多只能退 20.00"
    back("3", "5822")
    assert recorded(counter)["authorised_by"] == "领班"
    with pytest.raises(RefundLimitError):
        back("4", "")


def test_a_fen_off_each_of_many_lines_is_a_discount_too(counter: Story) -> None:
    counter.shop.people.add_operator("新来的", Role.CLERK, lowest_discount=100)
    sweet = counter.product("糖", "0.05")
    counter.shop.sign_in("新来的", None)
    lines = [line(sweet, "1", "0.05") for _ in range(20)]
    with pytest.raises(DiscountLimitError):
        counter.shop.sales.checkout(
            ticket(counter, lines, cash("0.80"), reduction=TicketReduction(amount_off=Money(20)))
        )
    assert counter.shop.sales.checkout(ticket(counter, lines, cash("1"))).due == Money(100)


@pytest.mark.parametrize(("price", "paid"), [("0.04", "3.60"), ("0.05", "4.50"), ("0.55", "49.50")])
def test_nine_tenths_of_a_long_bill_are_nine_tenths_however_the_fen_fall(counter: Story, price: str, paid: str) -> None:
    cheap = counter.product("散装", price)
    counter.shop.sign_in("小王", None)
    lines = [line(cheap, "1", price) for _ in range(100)]
    bill = ticket(counter, lines, cash(paid), reduction=TicketReduction(percent_off=1000))
    assert str(counter.shop.sales.checkout(bill).due) == paid


def test_crumbs_that_cost_nothing_are_given_away(counter: Story) -> None:
    rice = counter.product("米", "3.00")
    counter.shop.sign_in("小王", None)
    crumbs = [line(rice, "0.001", "3.00") for _ in range(3)]
    with pytest.raises(DiscountLimitError):
        counter.shop.sales.checkout(ticket(counter, crumbs))
    assert counter.shop.sales.checkout(ticket(counter, crumbs), "4711").due == Money(0)


@pytest.mark.parametrize(("given", "is_sold"), [("12.40", True), ("12.30", True), ("12.50", True), ("0.01", False)])
def test_a_label_says_what_the_scale_says_and_not_what_somebody_wrote(
    counter: Story, given: str, is_sold: bool
) -> None:
    """1.24 kg at 10.00, as scales print it; the last one was written by hand."""
    apples = counter.product("苹果", "10.00", is_weighed=True)
    counter.shop.sign_in("小王", None)
    bag = [line(apples, "1.24", "10.00", given=given)]
    if is_sold:
        assert str(counter.shop.sales.checkout(ticket(counter, bag, cash(given))).due) == given
    else:
        with pytest.raises(DiscountLimitError):
            counter.shop.sales.checkout(ticket(counter, bag, cash(given)))
