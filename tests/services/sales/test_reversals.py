"""红冲: sales and returns that are undone by their mirror."""

from datetime import date, datetime

import pytest

from jxc_desktop.models.values.accounts import CARD, CASH, WECHAT
from jxc_desktop.models.values.document_state import DocumentState
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError, NotFoundError, WrongStateError
from jxc_desktop.services.inventory.errors import OversoldError
from jxc_desktop.services.people.errors import ClosedPeriodError
from jxc_desktop.services.sales.errors import HasReturnsError
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.sale_list import Sale
from tests.services.sales.at_counter import card, cash, documents, in_account, line, on_hand, seat, sell, wechat
from tests.story import Story


def two_bottles(story: Story) -> tuple[int, int]:
    """The cola, of which 10 came in at 2.00, and a sale of two for cash."""
    cola = story.product()
    story.receive(cola, "10", "2.00")
    return cola, sell(story, [line(cola, "2")], cash("10")).document_id


def undo(story: Story, document: int, reason: str = "打错了") -> Sale:
    return story.shop.sales.sale(story.shop.sales.reverse(document, reason))


def test_an_undone_sale_leaves_stock_cost_and_money_as_they_were(story: Story) -> None:
    cola, sale = two_bottles(story)
    undo(story, sale)
    assert (on_hand(story, cola), story.cost_state(cola), in_account(story, CASH)) == (
        "10",
        (10_000, 20_000_000),
        "0.00",
    )
    assert story.shop.health.verify() == ()


def test_the_mirror_has_its_own_number_is_dated_today_and_keeps_the_reason(story: Story) -> None:
    _, sale = two_bottles(story)
    story.clock.go_on(days=1)
    mirror = undo(story, sale, "顾客不要了")
    shown = (mirror.row.number, mirror.row.day, str(mirror.row.amount), mirror.row.is_mirror, mirror.note)
    assert shown == ("XS20260303-0001", date(2026, 3, 3), "-6.00", True, "顾客不要了")


def test_the_sale_and_its_mirror_name_each_other(story: Story) -> None:
    _, sale = two_bottles(story)
    mirror = undo(story, sale)
    undone = story.shop.sales.sale(sale)
    assert (undone.row.state, undone.reversed_by) == (DocumentState.REVERSED, mirror.row.number)
    assert (mirror.row.state, mirror.reverses) == (DocumentState.POSTED, undone.row.number)


def test_a_mixed_payment_goes_back_the_way_it_came(story: Story) -> None:
    lines = [line(story.product(price="138"), price="138")]
    sale = sell(
        story, lines, card("55"), wechat("33", "42000"), cash("60"), reduction=TicketReduction(rounding_step=500)
    )
    mirror = undo(story, sale.document_id)
    # 138 rounded down to 135: 55 by card, 33 by WeChat, 47 of the 60 in cash.
    back = [(tender.account, str(tender.kept), tender.reference) for tender in mirror.tenders]
    assert back == [("银行卡", "-55.00", ""), ("微信", "-33.00", "42000"), ("现金", "-47.00", "")]
    assert [in_account(story, account) for account in (CARD, WECHAT, CASH)] == ["0.00"] * 3


def test_a_sale_is_undone_only_once_and_its_mirror_never(story: Story) -> None:
    cola, sale = two_bottles(story)
    mirror = undo(story, sale)
    for document in (sale, mirror.row.document_id):
        with pytest.raises(WrongStateError):
            story.shop.sales.reverse(document, "再来")
    assert (on_hand(story, cola), in_account(story, CASH)) == ("10", "0.00")


def test_a_sale_of_which_something_came_back_is_not_undone(story: Story) -> None:
    cola, sale = two_bottles(story)
    story.take_back(sale, "1")
    with pytest.raises(HasReturnsError) as refused:
        story.shop.sales.reverse(sale, "打错了")
    assert refused.value.number == "XS20260302-0001"
    assert (story.shop.sales.sale(sale).row.state, on_hand(story, cola)) == (DocumentState.POSTED, "9")


def test_an_undone_return_takes_the_goods_out_and_the_money_in_again(story: Story) -> None:
    cola, sale = two_bottles(story)
    back = story.take_back(sale, "1")
    again = undo(story, back)
    assert (str(again.row.amount), on_hand(story, cola), in_account(story, CASH)) == ("3.00", "8", "6.00")
    assert story.cost_state(cola) == (8_000, 16_000_000)
    assert str(story.shop.sales.sale(sale).lines[0].left) == "2"
    assert story.shop.health.verify() == ()


def test_a_sale_can_be_undone_after_its_return_was(story: Story) -> None:
    cola, sale = two_bottles(story)
    undo(story, story.take_back(sale, "1"))
    undo(story, sale)
    assert (on_hand(story, cola), in_account(story, CASH)) == ("10", "0.00")
    assert story.shop.health.verify() == ()


def test_what_an_undone_return_gave_back_can_come_back_again(story: Story) -> None:
    _, sale = two_bottles(story)
    undo(story, story.take_back(sale, "2"))
    back = story.take_back(sale, "2")
    assert str(story.shop.sales.sale(back).row.amount) == "-6.00"


def test_a_return_whose_goods_are_gone_again_is_not_undone_where_that_is_forbidden(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "2", "2.00")
    sale = sell(story, [line(cola, "2")], cash("6")).document_id
    back = story.take_back(sale, "2")
    sell(story, [line(cola)], cash("3"))
    story.allow_overselling(OversoldRule.FORBID)
    with pytest.raises(OversoldError) as refused:
        story.shop.sales.reverse(back, "打错了")
    (short,) = refused.value.shortages
    assert (short.name, str(short.on_hand), str(short.wanted)) == ("可乐", "1", "2")
    assert story.shop.sales.sale(back).row.state is DocumentState.POSTED


def test_a_sale_of_a_closed_month_is_undone_today(story: Story) -> None:
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    _, sale = two_bottles(story)
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    story.shop.people.close_month(date(2026, 2, 1))
    assert undo(story, sale).row.day == date(2026, 3, 2)


def test_nothing_is_undone_into_a_closed_month(story: Story) -> None:
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    _, sale = two_bottles(story)
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    story.shop.people.close_month(date(2026, 2, 1))
    story.clock.moment = datetime(2026, 2, 21, 9, 0)
    with pytest.raises(ClosedPeriodError):
        story.shop.sales.reverse(sale, "打错了")
    assert story.shop.sales.sale(sale).row.state is DocumentState.POSTED


def test_only_sales_and_returns_are_undone_here(story: Story) -> None:
    receipt = story.receive(story.product(), "1", "2.00")
    for document in (receipt, 999):
        with pytest.raises(NotFoundError):
            story.shop.sales.reverse(document, "打错了")


@pytest.mark.parametrize("role", [Role.CLERK, Role.STOCKKEEPER])
def test_only_the_owner_undoes_a_sale(story: Story, role: Role) -> None:
    _, sale = two_bottles(story)
    before = documents(story)
    seat(story, role)
    with pytest.raises(NotAllowedError) as refused:
        story.shop.sales.reverse(sale, "打错了")
    assert (refused.value.call, documents(story)) == ("sales.reverse", before)
