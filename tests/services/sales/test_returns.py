"""Goods that come back: what is paid for them, and what the books say."""

from datetime import date, datetime
from itertools import permutations

import pytest

from jxc_desktop.models.values.accounts import BANK, CARD, CASH, HISTORY, INPUT_TAX, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.errors import InvalidInputError, NotFoundError, WrongStateError
from jxc_desktop.services.people.errors import AlreadyPostedError, ClosedPeriodError
from jxc_desktop.services.sales.errors import EmptyTicketError, TooMuchReturnedError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.words.refusals import refusal
from tests.services.sales.at_counter import (
    TO_JIAO,
    card,
    cash,
    documents,
    give_back,
    in_account,
    line,
    on_hand,
    seat,
    sell,
    wechat,
)
from tests.story import Story


def three_for_a_hundred(story: Story) -> int:
    """Three pieces for 100.00."""
    return sell(story, [line(story.product(price="33.3333"), "3", "33.3333")], cash("100")).document_id


def three_things(story: Story) -> int:
    """Three things for 550, less 70 on the ticket."""
    first, second, third = (story.product(name, price) for name, price in (("锅", "200"), ("壶", "200"), ("碗", "150")))
    lines = [line(first, price="200"), line(second, price="200"), line(third, price="150")]
    return sell(story, lines, cash("480"), reduction=TicketReduction(amount_off=Money.parse("70"))).document_id


def the_line(story: Story, sale: int) -> dict[int, Quantity]:
    """One piece of the sale's first line."""
    return {story.sale_line(sale): Quantity.of(1)}


def test_three_thirds_of_a_hundred_are_a_hundred(story: Story) -> None:
    sale = three_for_a_hundred(story)
    # 33.33 of the first third, 66.67 of both together, 100.00 of all.
    assert [give_back(story, sale, line1="1") for _ in range(3)] == ["33.33", "33.34", "33.33"]
    assert in_account(story, CASH) == "0.00"


@pytest.mark.parametrize("parts", sorted({*permutations((1, 2, 4)), *permutations((2, 2, 3))}))
def test_a_discounted_line_comes_back_to_the_fen_in_parts_of_any_order(story: Story, parts: tuple[int, ...]) -> None:
    reduction = TicketReduction(amount_off=Money.parse("1.11"), rounding_step=10)
    lines = [line(story.product(), "7", percent_off=1_234), line(story.product("红茶", "4.99"), price="4.99")]
    sale = sell(story, lines, cash("30"), reduction=reduction).document_id
    paid = story.shop.sales.sale(sale).lines[0].net
    refunds = [Money.parse(give_back(story, sale, line1=str(part))).fen for part in parts]
    assert sum(refunds) == paid.fen
    assert story.shop.health.verify() == ()


def test_a_ticket_with_a_discount_comes_back_for_what_was_paid(story: Story) -> None:
    reduction = TicketReduction(amount_off=Money.parse("4.45"))
    sale = sell(story, [line(story.product(price="112.50"), price="112.50")], cash("108.05"), reduction=reduction)
    assert give_back(story, sale.document_id, line1="1") == "108.05"


def test_each_thing_comes_back_with_its_share_of_the_ticket_discount(story: Story) -> None:
    sale = three_things(story)
    # Shares of 70.00 by 200, 200 and 150: 25.4545, 25.4545, 19.0909; the fen left over is the first one's.
    refunds = [give_back(story, sale, line1="1"), give_back(story, sale, line2="1"), give_back(story, sale, line3="1")]
    assert refunds == ["174.54", "174.55", "130.91"]
    assert in_account(story, CASH) == "0.00"


def test_a_sale_rounded_down_comes_back_for_the_rounded_amount(story: Story) -> None:
    sale = sell(
        story,
        [line(story.product(price="1.98"), price="1.98")],
        cash("1.95"),
        reduction=TicketReduction(0, Money(0), 5),
    )
    assert give_back(story, sale.document_id, line1="1") == "1.95"


def test_a_sale_comes_back_once_though_it_is_open_on_two_screens(story: Story) -> None:
    reduction = TicketReduction(amount_off=Money.parse("5"))
    sale = sell(story, [line(story.product(price="150"), price="150")], cash("145"), reduction=reduction).document_id
    assert give_back(story, sale, line1="1") == "145.00"
    with pytest.raises(TooMuchReturnedError):
        give_back(story, sale, line1="1")
    assert in_account(story, CASH) == "0.00"


def test_no_more_comes_back_than_was_sold_and_what_is_left_is_said(story: Story) -> None:
    sale = sell(story, [line(story.product(), "2")], cash("6")).document_id
    give_back(story, sale, line1="1")
    with pytest.raises(TooMuchReturnedError) as refused:
        give_back(story, sale, line1="2")
    assert (refused.value.name, str(refused.value.left)) == ("可乐", "1")
    assert refusal(refused.value).line == "“可乐”最多还能退 1"
    give_back(story, sale, line1="1")
    with pytest.raises(TooMuchReturnedError):
        give_back(story, sale, line1="1")


def test_half_of_a_weighed_kilo_comes_back(story: Story) -> None:
    rice = story.product("散装米", "5.00", unit="kg", is_weighed=True)
    sale = sell(story, [line(rice, price="5.00", unit="kg")], cash("5")).document_id
    assert give_back(story, sale, line1="0.5") == "2.50"


def test_the_last_piece_comes_back_though_none_is_there(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "1", "2.00")
    story.allow_overselling(OversoldRule.FORBID)
    sale = sell(story, [line(cola)], cash("3")).document_id
    assert (give_back(story, sale, line1="1"), on_hand(story, cola)) == ("3.00", "1")


def test_three_bottles_of_a_case_come_back_as_bottles(story: Story) -> None:
    cola = story.product(packs=(Pack("箱", Quantity.of(24), UnitPrice.parse("60")),))
    sale = sell(story, [line(cola, price="60", unit="箱", factor="24")], cash("60")).document_id
    wanted = {story.sale_line(sale): Quantity.of(3)}
    back = story.shop.sales.return_goods(sale, wanted, CASH, story.token())
    (returned,) = story.shop.sales.sale(back).lines
    said = (returned.unit_name, str(returned.quantity), str(returned.price), str(returned.net))
    assert said == ("瓶", "-3", "2.50", "-7.50")
    assert story.shop.sales.sale(sale).lines[0].left == Quantity.of(21)


def test_a_whole_case_comes_back_as_a_case(story: Story) -> None:
    cola = story.product(packs=(Pack("箱", Quantity.of(24)),))
    sale = sell(story, [line(cola, "2", "72", unit="箱", factor="24")], cash("144")).document_id
    wanted = {story.sale_line(sale): Quantity.of(24)}
    back = story.shop.sales.return_goods(sale, wanted, CASH, story.token())
    (returned,) = story.shop.sales.sale(back).lines
    assert (returned.unit_name, str(returned.price), str(returned.net)) == ("箱", "72.00", "-72.00")


def test_goods_come_back_at_what_they_cost_when_they_left(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "10", "2.00")
    sale = sell(story, [line(cola, "4")], cash("12")).document_id
    story.receive(cola, "10", "3.00")
    give_back(story, sale, line1="2")
    # 6 for 12.00 were left, 10 for 30.00 came in, 2 at 2.00 came back.
    assert story.cost_state(cola) == (18_000, 46_000_000)


def test_the_refund_is_known_before_it_is_paid_and_asking_changes_nothing(story: Story) -> None:
    sale = three_for_a_hundred(story)
    give_back(story, sale, line1="1")
    asked = story.shop.sales.refund_of(sale, the_line(story, sale))
    assert asked == {story.sale_line(sale): Money.parse("33.34")}
    assert (documents(story), give_back(story, sale, line1="1")) == (2, "33.34")


def test_the_refund_of_what_cannot_come_back_is_refused_alike(story: Story) -> None:
    sale = three_for_a_hundred(story)
    with pytest.raises(TooMuchReturnedError):
        story.shop.sales.refund_of(sale, {story.sale_line(sale): Quantity.of(4)})
    with pytest.raises(NotFoundError):
        story.shop.sales.refund_of(sale, {999: Quantity.of(1)})
    assert story.shop.sales.refund_of(sale, {}) == {}


@pytest.mark.parametrize("account", [CASH, WECHAT, CARD])
def test_the_refund_leaves_the_account_that_was_chosen(story: Story, account: int) -> None:
    sale = sell(story, [line(story.product(), "2")], cash("6")).document_id
    give_back(story, sale, account, line1="1")
    left = {CASH: "6.00", account: "-3.00"} if account != CASH else {CASH: "3.00"}
    assert {one: in_account(story, one) for one in left} == left
    assert story.shop.health.verify() == ()


def test_a_mixed_payment_rounded_to_five_yuan_comes_back_for_what_was_paid(story: Story) -> None:
    reduction = TicketReduction(rounding_step=500)
    lines = [line(story.product(price="138"), price="138")]
    sale = sell(story, lines, card("55"), cash("80"), reduction=reduction).document_id
    assert give_back(story, sale, line1="1") == "135.00"


@pytest.mark.parametrize("account", [BANK, HISTORY, INPUT_TAX, 99])
def test_the_counter_pays_back_only_from_its_own_accounts(story: Story, account: int) -> None:
    sale = three_for_a_hundred(story)
    with pytest.raises(NotFoundError):
        give_back(story, sale, account, line1="1")
    assert (documents(story), in_account(story, CASH)) == (1, "100.00")


@pytest.mark.parametrize("quantity", [1, 3])
def test_the_same_form_handed_over_twice_comes_back_once(story: Story, quantity: int) -> None:
    sale = three_for_a_hundred(story)
    wanted = {story.sale_line(sale): Quantity.of(quantity)}
    back = story.shop.sales.return_goods(sale, wanted, CASH, "form-1")
    with pytest.raises(AlreadyPostedError) as refused:
        story.shop.sales.return_goods(sale, wanted, CASH, "form-1")
    assert refused.value.document_id == back
    assert story.shop.sales.sale(sale).lines[0].left == Quantity.of(3 - quantity)


def test_what_was_free_comes_back_for_nothing(story: Story) -> None:
    sale = sell(story, [line(story.product("购物袋", "0"), "2", "0")]).document_id
    assert (give_back(story, sale, line1="1"), in_account(story, CASH)) == ("0.00", "0.00")


@pytest.mark.parametrize("quantity", [None, 0])
def test_a_return_of_nothing_is_refused(story: Story, quantity: int | None) -> None:
    sale = three_for_a_hundred(story)
    wanted = {} if quantity is None else {story.sale_line(sale): Quantity(quantity)}
    with pytest.raises(EmptyTicketError):
        story.shop.sales.return_goods(sale, wanted, CASH, story.token())


def test_less_than_nothing_does_not_come_back(story: Story) -> None:
    sale = three_for_a_hundred(story)
    with pytest.raises(InvalidInputError):
        give_back(story, sale, line1="-1")


def test_a_line_of_another_sale_does_not_come_back(story: Story) -> None:
    first, second = three_for_a_hundred(story), three_things(story)
    with pytest.raises(NotFoundError):
        story.shop.sales.return_goods(first, the_line(story, second), CASH, story.token())


def test_neither_a_return_nor_a_sale_that_is_not_there_comes_back(story: Story) -> None:
    sale = three_for_a_hundred(story)
    back = story.take_back(sale, "1")
    for document in (back, 999):
        with pytest.raises(NotFoundError):
            story.shop.sales.return_goods(document, the_line(story, sale), CASH, story.token())


def test_nothing_comes_back_of_a_sale_that_was_undone_or_undoes_one(story: Story) -> None:
    sale = three_for_a_hundred(story)
    mirror = story.shop.sales.reverse(sale, "打错了")
    said = []
    for document in (sale, mirror):
        with pytest.raises(WrongStateError) as refused:
            give_back(story, document, line1="1")
        said.append(refusal(refused.value).fact)
    assert said == ["XS20260302-0001 已红冲，不能再改", "XS20260302-0002 是红冲单，不能再改"]


def test_two_lines_of_a_return_are_one_document_and_one_refund(story: Story) -> None:
    cola, water = story.product(), story.product("矿泉水", "2.00")
    sale = sell(story, [line(cola, "3"), line(water, "2", "2.00")], cash("13"), reduction=TO_JIAO).document_id
    assert give_back(story, sale, line1="2", line2="1") == "8.00"
    assert (documents(story), on_hand(story, cola), on_hand(story, water)) == (2, "-1", "-1")


def test_goods_of_last_month_come_back_today_though_the_month_is_closed(story: Story) -> None:
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    sale = three_for_a_hundred(story)
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    story.shop.people.close_month(date(2026, 2, 1))
    back = story.take_back(sale, "1")
    assert story.shop.sales.sale(back).row.day == date(2026, 3, 2)


def test_nothing_comes_back_into_a_closed_month(story: Story) -> None:
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    sale = three_for_a_hundred(story)
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    story.shop.people.close_month(date(2026, 2, 1))
    story.clock.moment = datetime(2026, 2, 28, 9, 0)
    with pytest.raises(ClosedPeriodError):
        give_back(story, sale, line1="1")


@pytest.mark.parametrize("wants_paper", [True, False])
def test_a_return_is_printed_where_one_wants_it(story: Story, wants_paper: bool) -> None:
    sale = three_for_a_hundred(story)
    story.shop.sales.return_goods(sale, the_line(story, sale), CASH, story.token(), wants_paper)
    assert story.shop.paper.waiting_count() == int(wants_paper)


def test_a_clerk_takes_goods_back_and_the_member_stays_on_the_return(story: Story) -> None:
    cola = story.product()
    seat(story, Role.CLERK)
    sale = sell(story, [line(cola)], wechat("3"), member="01620320").document_id
    back = story.shop.sales.sale(story.take_back(sale, "1")).row
    assert (back.number, back.operator, back.member_code) == ("XT20260302-0001", "小王", "01620320")
