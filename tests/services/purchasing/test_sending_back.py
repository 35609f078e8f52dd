"""Goods go back to the supplier, and receipts are undone. Figures by hand from the rules of cost."""

from datetime import date, datetime

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_state import DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.errors import InvalidInputError, NotFoundError, WrongStateError
from jxc_desktop.services.inventory.errors import GoodsGoneError, OversoldError
from jxc_desktop.services.people.errors import AlreadyPostedError
from jxc_desktop.services.purchasing.errors import TooMuchSentBackError
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.words.refusals import refusal
from tests.services.purchasing.books_of import differences, in_account, owed_by
from tests.services.purchasing.test_receiving import bottles
from tests.story import Story


def amount(story: Story, document: int) -> str:
    return str(story.shop.purchasing.receipt(document).row.amount)


def after_selling_most(story: Story) -> tuple[int, int]:
    """10 at 0.50 and 10 at 1.50, of which 12 were sold at their average of 1.00: 8 left, worth 8.00."""
    cola = story.product()
    story.receive(cola, "10", "0.50")
    dear = story.receive(cola, "10", "1.50")
    story.sell(cola, "12")
    assert story.cost_state(cola) == (8_000, 8_000_000)
    return cola, dear


def test_three_partial_returns_add_up_to_the_fen(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    receipt = story.receive(cola, "3", "3.3333", amount="10.00")

    credits = [amount(story, story.send_back(receipt, "1")) for _ in range(3)]

    assert credits == ["-3.33", "-3.34", "-3.33"]
    assert owed_by(story, supplier) == "0.00"
    assert story.cost_state(cola) == (0, 0)


def test_the_credit_is_known_before_anything_is_sent_back(story: Story) -> None:
    receipt = story.receive(story.product(), "3", "3.3333", amount="10.00")
    story.send_back(receipt, "1")

    line = story.receipt_line(receipt)

    assert story.shop.purchasing.credit_for(receipt, {line: Quantity.of(2)}) == {line: Money.parse("6.67")}
    assert story.shop.purchasing.credit_for(receipt, {}) == {}


def test_a_return_dearer_than_the_stock_leaves_the_average_behind(story: Story) -> None:
    cola, dear = after_selling_most(story)

    sent = story.send_back(dear, "7")

    # 7 at 1.50 are credited, but only 8.00 is there: 7 at 1.00 leave, and 3.50 is a difference.
    assert amount(story, sent) == "-10.50"
    assert story.cost_state(cola) == (1_000, 1_000_000)
    assert differences(story, sent) == "3.50"


def test_a_return_that_is_undone_brings_back_exactly_what_it_took(story: Story) -> None:
    cola, dear = after_selling_most(story)
    sent = story.send_back(dear, "7")

    again = story.shop.purchasing.reverse(sent, "供应商不收")

    assert story.cost_state(cola) == (8_000, 8_000_000)
    assert amount(story, again) == "10.50"
    assert owed_by(story, story.supplier()) == "-20.00"
    assert story.shop.purchasing.receipt(dear).lines[0].left == Quantity.of(10)


def test_more_than_is_left_of_the_receipt_does_not_go_back(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    story.send_back(receipt, "4")

    with pytest.raises(TooMuchSentBackError) as refused:
        story.send_back(receipt, "7")

    assert (refused.value.name, refused.value.left) == ("可乐", Quantity.of(6))
    assert story.cost_state(cola) == (6_000, 12_000_000)


def test_goods_that_are_sold_do_not_go_back_and_are_named(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    story.sell(cola, "8")

    with pytest.raises(OversoldError) as refused:
        story.send_back(receipt, "5")

    (short,) = refused.value.shortages
    assert (short.name, short.on_hand, short.wanted) == ("可乐", Quantity.of(2), Quantity.of(5))


def test_money_back_at_once_is_not_owed(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00", account=CASH)

    lines = {story.receipt_line(receipt): Quantity.of(4)}
    story.shop.purchasing.return_goods(receipt, lines, story.token(), CASH)

    assert owed_by(story, story.supplier()) == "0.00"
    assert in_account(story, CASH) == "-12.00"


def test_the_same_return_handed_over_twice_goes_back_once(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    lines = {story.receipt_line(receipt): Quantity.of(4)}
    story.shop.purchasing.return_goods(receipt, lines, "form-1")

    with pytest.raises(AlreadyPostedError):
        story.shop.purchasing.return_goods(receipt, lines, "form-1")

    assert story.cost_state(cola) == (6_000, 12_000_000)


def test_a_return_of_everything_handed_over_twice_says_that_it_is_posted(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    lines = {story.receipt_line(receipt): Quantity.of(10)}
    sent = story.shop.purchasing.return_goods(receipt, lines, "form-1")

    with pytest.raises(AlreadyPostedError) as refused:
        story.shop.purchasing.return_goods(receipt, lines, "form-1")

    assert refused.value.number == story.shop.purchasing.receipt(sent).row.number


def test_bottles_of_a_case_go_back_as_bottles(story: Story) -> None:
    cola = story.product(packs=(Pack("箱", Quantity.of(24)),))
    case = ReceivedLine(cola, "箱", Quantity.of(24), Quantity.of(2), UnitPrice.parse("48"))
    receipt = story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), (case,)))

    bottles_back = story.shop.purchasing.receipt(story.send_back(receipt, "3")).lines[0]
    case_back = story.shop.purchasing.receipt(story.send_back(receipt, "24")).lines[0]

    assert (bottles_back.unit_name, bottles_back.quantity, bottles_back.price) == (
        "瓶",
        Quantity.of(-3),
        UnitPrice.parse("2"),
    )
    assert (case_back.unit_name, case_back.quantity, case_back.amount) == (
        "箱",
        Quantity.of(-24),
        Money.parse("-48"),
    )
    assert story.shop.health.verify() == ()


@pytest.mark.parametrize("which", ["undone", "mirror"])
def test_nothing_goes_back_from_a_receipt_that_was_undone(story: Story, which: str) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    mirror = story.shop.purchasing.reverse(receipt, "送错了")

    with pytest.raises(WrongStateError):
        story.send_back(receipt if which == "undone" else mirror, "1")


def test_an_undone_receipt_takes_back_only_what_is_left_of_it(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    receipt = story.receive(cola, "10", "2.00")
    story.send_back(receipt, "4")

    mirror = story.shop.purchasing.reverse(receipt, "送错了")

    assert amount(story, mirror) == "-12.00"
    assert story.cost_state(cola) == (0, 0)
    assert owed_by(story, supplier) == "0.00"
    assert story.shop.purchasing.receipt(receipt).row.state is DocumentState.REVERSED


def test_an_undone_receipt_is_not_undone_again(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    mirror = story.shop.purchasing.reverse(receipt, "送错了")

    for document, words in ((receipt, "已红冲"), (mirror, "是红冲单")):
        with pytest.raises(WrongStateError) as refused:
            story.shop.purchasing.reverse(document, "再来")
        number = story.shop.purchasing.receipt(document).row.number
        assert refusal(refused.value).fact == f"{number} {words}，不能再改"


def test_an_undone_receipt_pays_back_into_the_account_it_was_paid_from(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00", account=CASH)

    story.shop.purchasing.reverse(receipt, "送错了")

    assert in_account(story, CASH) == "0.00"
    assert owed_by(story, story.supplier()) == "0.00"


def test_goods_that_came_in_two_batches_and_went_back_are_named_once(story: Story) -> None:
    cola = story.product()
    lines = (bottles(cola, "10", "2.00"), bottles(cola, "5", "2.00"))
    receipt = story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), lines))
    left = {line.line_id: line.left for line in story.shop.purchasing.receipt(receipt).lines}
    story.shop.purchasing.return_goods(receipt, left, "b")

    with pytest.raises(GoodsGoneError) as refused:
        story.shop.purchasing.reverse(receipt, "送错了")

    assert refusal(refused.value).fact == "货已经不全了：可乐"


def test_a_receipt_whose_goods_are_gone_stays_and_names_them(story: Story) -> None:
    cola, water = story.product(), story.product("矿泉水")
    lines = (bottles(cola, "10", "2.00"), bottles(water, "10", "1.00"))
    receipt = story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), lines))
    story.sell(water, "1")

    with pytest.raises(GoodsGoneError) as refused:
        story.shop.purchasing.reverse(receipt, "送错了")

    assert refused.value.names == ("矿泉水",)
    assert story.shop.purchasing.receipt(receipt).row.state is DocumentState.POSTED
    assert story.cost_state(cola) == (10_000, 20_000_000)


def test_undoing_something_of_a_closed_month_happens_today(story: Story) -> None:
    story.clock.moment = datetime(2026, 2, 20, 9, 0)
    receipt = story.receive(story.product(), "10", "2.00")
    story.clock.moment = datetime(2026, 3, 2, 9, 0)
    story.shop.people.close_month(date(2026, 2, 1))

    mirror = story.shop.purchasing.reverse(receipt, "送错了")

    assert story.shop.purchasing.receipt(mirror).row.day == date(2026, 3, 2)


def without_receipt(story: Story, product: int, quantity: str, credit: str | None = None) -> int:
    credits = {} if credit is None else {product: Money.parse(credit)}
    goods = {product: Quantity.parse(quantity)}
    return story.shop.purchasing.return_without_receipt(story.supplier(), goods, credits, story.token())


def test_goods_without_a_receipt_go_back_at_the_average(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "3", "3.3333", amount="10.00")

    sent = without_receipt(story, cola, "1")

    assert amount(story, sent) == "-3.33"
    assert story.cost_state(cola) == (2_000, 6_666_667)


def test_goods_without_a_receipt_go_back_at_the_agreed_credit(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "4", "2.50")

    sent = without_receipt(story, cola, "1", credit="2.00")

    assert amount(story, sent) == "-2.00"
    assert story.cost_state(cola) == (3_000, 7_500_000)
    assert differences(story, sent) == "-0.50"


@pytest.mark.parametrize("quantity", ["0", "-2"])
def test_nothing_or_less_does_not_go_back(story: Story, quantity: str) -> None:
    cola = story.product()
    story.receive(cola, "4", "2.50")

    with pytest.raises(InvalidInputError) as refused:
        without_receipt(story, cola, quantity)

    assert refused.value.field == "quantity"
    assert story.cost_state(cola) == (4_000, 10_000_000)


def test_a_credit_below_nothing_is_refused(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "4", "2.50")

    with pytest.raises(InvalidInputError):
        without_receipt(story, cola, "1", credit="-1.00")


def test_a_return_of_no_goods_or_to_nobody_is_refused(story: Story) -> None:
    cola = story.product()
    with pytest.raises(InvalidInputError):
        story.shop.purchasing.return_without_receipt(story.supplier(), {}, {}, "a")
    with pytest.raises(NotFoundError):
        story.shop.purchasing.return_without_receipt(99, {cola: Quantity.of(1)}, {}, "b")
