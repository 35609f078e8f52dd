"""Goods come in: stock, 进价, what is owed. Figures by hand."""

from datetime import date

import pytest

from jxc_desktop.models.values.accounts import CASH, INPUT_TAX, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError, NotFoundError
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.errors import AlreadyPostedError, ClosedPeriodError
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from tests.services.purchasing.books_of import in_account, owed_by
from tests.story import Story


def bottles(product: int, count: str, price: str, amount: str | None = None) -> ReceivedLine:
    owed = None if amount is None else Money.parse(amount)
    return ReceivedLine(product, "瓶", Quantity.of(1), Quantity.parse(count), UnitPrice.parse(price), owed)


def test_goods_received_are_in_stock_at_what_is_owed_for_them(story: Story) -> None:
    cola = story.product()

    story.receive(cola, "12", "2.50")

    assert story.cost_state(cola) == (12_000, 30_000_000)
    assert owed_by(story, story.supplier()) == "-30.00"


def test_the_last_cost_becomes_the_purchase_price(story: Story) -> None:
    cola = story.product(cost="2.00")

    story.receive(cola, "12", "2.50")

    assert story.shop.catalog.product(cola).reference_cost == UnitPrice.parse("2.5")


def test_a_case_brings_its_content_and_a_price_of_one_bottle(story: Story) -> None:
    cola = story.product(packs=(Pack("箱", Quantity.of(24)),))
    line = ReceivedLine(cola, "箱", Quantity.of(24), Quantity.of(2), UnitPrice.parse("48"))

    story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), (line,)))

    assert story.cost_state(cola) == (48_000, 96_000_000)
    assert story.shop.catalog.product(cola).reference_cost == UnitPrice.parse("2")


def test_a_gift_comes_in_for_nothing_and_leaves_the_purchase_price(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "10", "2.00")

    story.receive(cola, "10", "0")

    assert story.cost_state(cola) == (20_000, 20_000_000)
    assert story.shop.catalog.product(cola).reference_cost == UnitPrice.parse("2")


def test_an_amount_for_the_line_is_owed_to_the_fen(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()

    receipt = story.receive(cola, "3", "33.3333", amount="100.00")

    assert story.shop.purchasing.receipt(receipt).lines[0].amount == Money.parse("100")
    assert story.cost_state(cola) == (3_000, 100_000_000)
    assert owed_by(story, supplier) == "-100.00"


def test_what_is_paid_at_once_is_not_owed(story: Story) -> None:
    cola = story.product()

    receipt = story.receive(cola, "10", "2.00", account=CASH)

    assert owed_by(story, story.supplier()) == "0.00"
    assert in_account(story, CASH) == "-20.00"
    assert in_account(story, WECHAT) == "0.00"
    assert story.shop.purchasing.receipt(receipt).row.paid_from == "现金"


def test_the_same_form_handed_over_twice_is_posted_once(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    form = Receipt("form-1", supplier, (bottles(cola, "10", "2.00"),))
    first = story.shop.purchasing.receive_goods(form)

    with pytest.raises(AlreadyPostedError) as refused:
        story.shop.purchasing.receive_goods(form)

    assert refused.value.document_id == first
    assert refused.value.number == story.shop.purchasing.receipt(first).row.number
    assert story.cost_state(cola) == (10_000, 20_000_000)
    assert owed_by(story, supplier) == "-20.00"


def test_nothing_is_dated_into_a_closed_month(story: Story) -> None:
    cola = story.product()
    story.shop.people.close_month(date(2026, 2, 1))

    with pytest.raises(ClosedPeriodError):
        story.receive(cola, "10", "2.00", day=date(2026, 2, 28))

    assert story.cost_state(cola) == (0, 0)
    assert owed_by(story, story.supplier()) == "0.00"


def test_nothing_is_dated_into_the_future(story: Story) -> None:
    with pytest.raises(InvalidInputError) as refused:
        story.receive(story.product(), "10", "2.00", day=date(2026, 3, 3))

    assert (refused.value.field, refused.value.reason) == ("day", "in_the_future")


def test_a_receipt_without_lines_is_refused(story: Story) -> None:
    with pytest.raises(InvalidInputError):
        story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), ()))


@pytest.mark.parametrize("count", ["0", "-1"])
def test_a_quantity_of_nothing_or_less_is_refused(story: Story, count: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        story.receive(story.product(), count, "2.00")

    assert refused.value.field == "quantity"


def test_a_supplier_nobody_knows_is_refused(story: Story) -> None:
    cola = story.product()

    with pytest.raises(NotFoundError):
        story.shop.purchasing.receive_goods(Receipt("a", 99, (bottles(cola, "1", "2"),)))


def test_a_clerk_does_not_receive_goods(story: Story) -> None:
    cola = story.product()
    supplier = story.supplier()
    story.desk.operator = SignedIn(1, "收银员", Role.CLERK)

    with pytest.raises(NotAllowedError):
        story.shop.purchasing.receive_goods(Receipt("a", supplier, (bottles(cola, "1", "2"),)))


def test_the_books_hold_after_a_day_of_buying(story: Story) -> None:
    cola = story.product()
    first = story.receive(cola, "10", "2.00", account=CASH)
    story.send_back(first, "3")
    story.shop.purchasing.correct_cost(story.receipt_line(first), Money.parse("5"), story.token())
    story.shop.purchasing.reverse(first, "送错了")

    assert story.shop.health.verify() == ()


@pytest.fixture
def general(story: Story) -> Story:
    """一般纳税人 since March the first; the goods bear 13 %."""
    story.shop.settings.change(GENERAL_TAXPAYER_FROM, "2026-03-01")
    return story


def test_a_general_taxpayer_deducts_the_tax_and_the_goods_cost_the_rest(general: Story) -> None:
    cola = general.product()
    receipt = general.receive(cola, "100", "1.13")

    assert general.cost_state(cola) == (100_000, 100_000_000)
    assert in_account(general, INPUT_TAX) == "13.00"
    assert owed_by(general, general.supplier()) == "-113.00"
    assert general.shop.purchasing.receipt(receipt).lines[0].tax == Money(1300)
    assert general.shop.health.verify() == ()


def test_what_goes_back_takes_its_tax_along(general: Story) -> None:
    cola = general.product()
    receipt = general.receive(cola, "100", "1.13")

    general.send_back(receipt, "50")

    assert in_account(general, INPUT_TAX) == "6.50"
    assert general.cost_state(cola) == (50_000, 50_000_000)
    assert general.shop.health.verify() == ()


def test_without_an_invoice_nothing_is_deducted(general: Story) -> None:
    cola = general.product()
    goods = (bottles(cola, "100", "1.13"),)
    general.shop.purchasing.receive_goods(Receipt("a", general.supplier(), goods, has_tax_invoice=False))

    assert general.cost_state(cola) == (100_000, 113_000_000)
    assert in_account(general, INPUT_TAX) == "0.00"


def test_what_came_before_the_day_costs_what_was_paid(general: Story) -> None:
    cola = general.product()
    general.receive(cola, "100", "1.13", day=date(2026, 2, 28))

    assert general.cost_state(cola) == (100_000, 113_000_000)


def test_a_small_shop_deducts_nothing_whatever_the_goods_bear(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "100", "1.13")

    assert story.cost_state(cola) == (100_000, 113_000_000)
