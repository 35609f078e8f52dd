"""Checkout: a ticket becomes a sale, all of it or nothing."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError, NotFoundError, ShopError
from jxc_desktop.services.inventory.errors import OversoldError
from jxc_desktop.services.people.errors import ClosedPeriodError
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM, ROUNDING_AT_COUNTER
from jxc_desktop.services.sales.errors import BelowLowestPriceError, EmptyTicketError, PriceChangedError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.ticket import Ticket
from jxc_desktop.services.words.refusals import refusal
from tests.services.sales.at_counter import (
    TO_JIAO,
    cash,
    documents,
    give_back,
    in_account,
    line,
    on_hand,
    seat,
    sell,
    ticket,
    wechat,
)
from tests.story import Story


def change_product(story: Story, product: int, **facts: object) -> None:
    details = story.shop.catalog.product(product)
    changed = {name: getattr(details, name) for name in ProductDetails.__slots__} | facts
    story.shop.catalog.save_product(ProductDetails(**changed))


def lowest(story: Story, product: int, price: str) -> None:
    change_product(story, product, lowest_price=UnitPrice.parse(price))


def test_cash_too_much_gives_change_and_the_sale_has_the_first_number_of_the_day(story: Story) -> None:
    cola = story.product()
    sold = sell(story, [line(cola, "2")], cash("10"))
    assert (sold.number, str(sold.due), str(sold.change)) == ("XS20260302-0001", "6.00", "4.00")


def test_stock_cost_and_money_are_right_after_a_sale(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "10", "2.00")
    sold = sell(story, [line(cola, "2")], cash("10"))
    assert on_hand(story, cola) == "8"
    assert story.cost_state(cola) == (8_000, 16_000_000)
    assert in_account(story, CASH) == "6.00"
    (tender,) = story.shop.sales.sale(sold.document_id).tenders
    assert (str(tender.tendered), str(tender.kept)) == ("10.00", "6.00")
    assert story.shop.health.verify() == ()


def test_a_ticket_handed_over_twice_is_sold_once_and_answered_the_same(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "10", "2.00")
    same = ticket(story, [line(cola, "2")], cash("10"))
    first, second = story.shop.sales.checkout(same), story.shop.sales.checkout(same)
    assert (second.document_id, second.number, second.due, second.change) == (
        first.document_id,
        first.number,
        first.due,
        first.change,
    )
    assert (on_hand(story, cola), in_account(story, CASH)) == ("8", "6.00")


def test_a_second_try_is_answered_though_the_first_took_the_last_piece(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "2", "2.00")
    story.allow_overselling(OversoldRule.FORBID)
    same = ticket(story, [line(cola, "2")], cash("6"))
    number = story.shop.sales.checkout(same).number
    assert story.shop.sales.checkout(same).number == number


def test_a_second_try_is_answered_though_the_price_changed_meanwhile(story: Story) -> None:
    cola = story.product()
    same = ticket(story, [line(cola)], cash("3"))
    number = story.shop.sales.checkout(same).number
    change_product(story, cola, retail_price=UnitPrice.parse("3.50"))
    assert story.shop.sales.checkout(same).number == number


def test_a_price_that_changed_since_the_scan_is_told_and_nothing_is_sold(story: Story) -> None:
    cola, water = story.product(), story.product("矿泉水", "2.00")
    change_product(story, cola, retail_price=UnitPrice.parse("3.50"))
    with pytest.raises(PriceChangedError) as refused:
        sell(story, [line(cola), line(water, price="2.00")], cash("5"))
    assert refused.value.prices == {cola: UnitPrice.parse("3.50")}
    assert documents(story) == 0


def test_a_changed_price_is_told_before_the_lowest_price_that_came_with_it(story: Story) -> None:
    cola = story.product()
    change_product(story, cola, retail_price=UnitPrice.parse("5"), lowest_price=UnitPrice.parse("4.50"))
    with pytest.raises(PriceChangedError):
        sell(story, [line(cola)], cash("3"))


def test_a_price_agreed_on_is_no_changed_price(story: Story) -> None:
    sold = sell(story, [line(story.product(), agreed="2.50")], cash("2.50"))
    assert str(sold.due) == "2.50"


def test_a_price_raised_at_the_counter_is_no_discount_and_the_books_hold(story: Story) -> None:
    goods = story.product(price="7.00")
    sold = sell(story, [line(goods, "3", "7.00", agreed="8.00")], cash("24"))
    (as_sold,) = story.shop.sales.sale(sold.document_id).lines
    assert [str(amount) for amount in (as_sold.price, as_sold.list_amount, as_sold.line_discount, as_sold.net)] == [
        "8.00",
        "24.00",
        "0.00",
        "24.00",
    ]
    assert give_back(story, sold.document_id, line1="1") == "8.00"
    wrong = sell(story, [line(goods, "1", "7.00", agreed="9.00", percent_off=1_000)], cash("8.10"))
    story.shop.sales.reverse(wrong.document_id, "打错了")
    assert story.shop.health.verify() == ()


@pytest.mark.parametrize(("pack_price", "scanned"), [(None, "72.00"), ("60.00", "60.00")])
def test_a_case_has_its_own_price_or_that_of_its_bottles(story: Story, pack_price: str | None, scanned: str) -> None:
    price = None if pack_price is None else UnitPrice.parse(pack_price)
    cola = story.product(packs=(Pack("箱", Quantity.of(24), price),))
    story.receive(cola, "100", "2.00")
    sold = sell(story, [line(cola, "2", scanned, unit="箱", factor="24")], cash("200"))
    assert str(sold.due) == str(Money(2 * Money.parse(scanned).fen))
    assert on_hand(story, cola) == "52"


def test_a_line_may_go_down_to_the_lowest_price_and_no_lower(story: Story) -> None:
    cola = story.product()
    lowest(story, cola, "2.50")
    sell(story, [line(cola, "2", agreed="2.50")], cash("5"))
    with pytest.raises(BelowLowestPriceError) as refused:
        sell(story, [line(cola, "2", agreed="2.49")], cash("5"))
    assert (refused.value.name, refused.value.lowest) == ("可乐", UnitPrice.parse("2.50"))


def test_a_discount_on_the_whole_ticket_does_not_go_round_the_lowest_price(story: Story) -> None:
    cola = story.product()
    lowest(story, cola, "2.50")
    with pytest.raises(BelowLowestPriceError):
        sell(story, [line(cola, "2")], cash("5"), reduction=TicketReduction(percent_off=2_000))


def test_goods_not_sold_any_more_are_refused(story: Story) -> None:
    cola = story.product()
    change_product(story, cola, is_active=False)
    with pytest.raises(NotFoundError):
        sell(story, [line(cola)], cash("3"))


def test_an_empty_ticket_is_refused(story: Story) -> None:
    with pytest.raises(EmptyTicketError):
        sell(story, [])


@pytest.mark.parametrize("count", ["0", "-1"])
def test_a_quantity_of_nothing_or_less_is_refused(story: Story, count: str) -> None:
    with pytest.raises(ShopError):
        sell(story, [line(story.product(), count)])
    assert documents(story) == 0


def test_a_quantity_finer_than_stock_is_kept_is_refused(story: Story) -> None:
    half = story.product(packs=(Pack("半瓶", Quantity.parse("0.5")),))
    with pytest.raises(InvalidInputError) as refused:
        sell(story, [line(half, "0.001", "1.50", unit="半瓶", factor="0.5")])
    assert refused.value.reason == "too_fine"


def test_where_overselling_is_forbidden_all_short_goods_are_named_together(story: Story) -> None:
    cola, water, tea = story.product(), story.product("矿泉水", "2.00"), story.product("红茶", "4.00")
    for product, quantity in ((cola, "5"), (water, "1"), (tea, "10")):
        story.receive(product, quantity, "1.00")
    story.allow_overselling(OversoldRule.FORBID)
    lines = [line(cola, "3"), line(water, "2", "2.00"), line(tea, price="4.00"), line(cola, "3", agreed="2.00")]
    with pytest.raises(OversoldError) as refused:
        sell(story, lines, cash("50"))
    short = [(one.name, str(one.on_hand), str(one.wanted)) for one in refused.value.shortages]
    assert short == [("可乐", "5", "6"), ("矿泉水", "1", "2")]
    assert (on_hand(story, cola), on_hand(story, tea), in_account(story, CASH)) == ("5", "10", "0.00")


def test_where_the_shop_warns_the_goods_are_sold_and_the_short_ones_named(story: Story) -> None:
    cola = story.product()
    story.allow_overselling(OversoldRule.WARN)
    (short,) = sell(story, [line(cola, "2")], cash("6")).shortages
    assert (short.name, str(short.on_hand), str(short.wanted), on_hand(story, cola)) == ("可乐", "0", "2", "-2")


def test_where_the_shop_allows_overselling_nothing_is_said(story: Story) -> None:
    cola = story.product()
    story.allow_overselling(OversoldRule.ALLOW)
    assert sell(story, [line(cola, "2")], cash("6")).shortages == ()
    assert on_hand(story, cola) == "-2"


def test_a_thousandth_that_is_short_is_written_as_a_thousandth(story: Story) -> None:
    rice = story.product("散装米", "5.00", unit="kg", is_weighed=True)
    story.allow_overselling(OversoldRule.FORBID)
    with pytest.raises(OversoldError) as refused:
        sell(story, [line(rice, "0.1", "5.00", unit="kg"), line(rice, "0.001", "5.00", unit="kg")], cash("1"))
    assert "散装米 只有 0，要出 0.101" in refusal(refused.value).line


def test_a_label_of_the_scale_is_sold_for_what_it_says(story: Story) -> None:
    pork = story.product("五花肉", "20.00", unit="kg", is_weighed=True)
    sold = sell(story, [line(pork, "0.456", "20.00", unit="kg", given="9.10")], cash("10"))
    # 0.456 at 20.00 would be 9.12.
    assert (str(sold.due), str(sold.change)) == ("9.10", "0.90")
    assert story.shop.health.verify() == ()


def test_what_costs_nothing_is_sold_without_a_payment(story: Story) -> None:
    bag = story.product("购物袋", "0")
    sold = sell(story, [line(bag, price="0")])
    assert (str(sold.due), in_account(story, CASH)) == ("0.00", "0.00")


def saved_cart(story: Story, *, on_hold: bool) -> Ticket:
    made = ticket(story, [line(story.product())], cash("3"))
    if on_hold:
        story.shop.carts.hold(made.token, "{}", "回去拿钱包")
    else:
        story.shop.carts.save(made.token, "{}")
    return made


@pytest.mark.parametrize("on_hold", [True, False])
def test_the_saved_cart_is_forgotten_with_its_sale(story: Story, on_hold: bool) -> None:
    made = saved_cart(story, on_hold=on_hold)
    assert len(story.shop.carts.held()) + len(story.shop.carts.unfinished()) == 1
    story.shop.sales.checkout(made)
    assert (story.shop.carts.held(), story.shop.carts.unfinished()) == ([], [])


def test_the_saved_cart_stays_where_the_sale_is_refused(story: Story) -> None:
    made = saved_cart(story, on_hold=False)
    with pytest.raises(ShopError):
        story.shop.sales.checkout(replace(made, tenders=()))
    assert len(story.shop.carts.unfinished()) == 1


@pytest.mark.parametrize("wants_paper", [True, False])
def test_a_receipt_is_printed_only_where_one_is_wanted(story: Story, wants_paper: bool) -> None:
    made = ticket(story, [line(story.product())], cash("3"))
    story.shop.sales.checkout(replace(made, prints_receipt=wants_paper))
    assert story.shop.paper.waiting_count() == int(wants_paper)


def test_nothing_is_sold_into_a_closed_month(story: Story) -> None:
    cola = story.product()
    story.shop.people.close_month(date(2026, 2, 1))
    story.clock.moment = datetime(2026, 2, 28, 9, 0)
    with pytest.raises(ClosedPeriodError) as refused:
        sell(story, [line(cola)], cash("3"))
    assert (refused.value.day, documents(story)) == (date(2026, 2, 28), 0)


def test_a_clerk_sells_and_is_named_on_the_sale(story: Story) -> None:
    cola = story.product()
    seat(story, Role.CLERK)
    sold = sell(story, [line(cola)], wechat("3", "4200001"), member="01620320")
    sale = story.shop.sales.sale(sold.document_id)
    assert (sale.row.operator, sale.row.member_code, sale.tenders[0].reference) == ("小王", "01620320", "4200001")


def test_a_stockkeeper_does_not_sell(story: Story) -> None:
    cola = story.product()
    seat(story, Role.STOCKKEEPER)
    with pytest.raises(NotAllowedError):
        sell(story, [line(cola)], cash("3"))


def tax_on(story: Story, document: int) -> list[int]:
    with story.desk.storage.reading() as books:
        rows = books.connection.exec_driver_sql(
            "SELECT tax FROM sale_line WHERE document_id = ? ORDER BY line_no", (document,)
        )
        return [row[0] for row in rows]


def test_a_general_taxpayers_sale_says_how_much_of_it_is_tax_and_returns_take_it_back(story: Story) -> None:
    story.allow_overselling()
    cola = story.product("可乐", "1.13")
    small = story.sell(cola, "100").document_id
    story.shop.settings.change(GENERAL_TAXPAYER_FROM, "2026-03-02")
    sale = story.sell(cola, "100").document_id
    back = story.take_back(sale, "25")
    assert (tax_on(story, small), tax_on(story, sale), tax_on(story, back)) == ([0], [1300], [-325])
    assert story.shop.health.verify() == ()


def test_an_item_at_its_lowest_price_is_sold_though_the_shop_rounds_off(story: Story) -> None:
    story.allow_overselling()
    details = ProductDetails(
        name="烟", unit="瓶", retail_price=UnitPrice.parse("19.99"), lowest_price=UnitPrice.parse("19.99")
    )
    product = story.shop.catalog.save_product(details)
    story.shop.settings.change(ROUNDING_AT_COUNTER, "10")
    sold = sell(story, [line(product, "1", "19.99")], cash("19.90"), reduction=TO_JIAO)
    assert sold.due == Money.parse("19.90")
    with pytest.raises(BelowLowestPriceError):
        sell(story, [line(product, "1", "19.99")], cash("19.00"), reduction=TicketReduction(rounding_step=100))
