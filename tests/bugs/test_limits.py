"""Faults that users of other programs found with quantities and prices that cannot be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.ticket import TenderGiven
from jxc_desktop.services.words.refusals import refusal
from tests.services.sales.at_counter import cash, documents, line, ticket
from tests.story import ONE, Story

HUGE = "999999999999999"


@dataclass
class AtWork:
    """A shop that allows overselling, with a product and a receipt of 10 at 2.00."""

    story: Story
    product: int
    receipt: int

    def received(self, count: str, price: str, factor: str = "1") -> ReceivedLine:
        return ReceivedLine(self.product, "瓶", Quantity.parse(factor), Quantity.parse(count), UnitPrice.parse(price))

    def receive(self, *lines: ReceivedLine) -> int:
        shop = self.story.shop
        supplier = shop.partners.suppliers()[0].id
        return shop.purchasing.receive_goods(Receipt(self.story.token(), supplier, lines))


@pytest.fixture
def work(story: Story) -> AtWork:
    story.allow_overselling()
    product = story.product("可乐", "3.00")
    return AtWork(story, product, story.receive(product, "10", "2.00"))


def refused(work: AtWork, act: Callable[[], object]) -> InvalidInputError:
    """How the act is refused; it has words, and nothing has changed."""
    before = documents(work.story)
    with pytest.raises(InvalidInputError) as said:
        act()
    assert refusal(said.value).fact
    assert documents(work.story) == before
    assert work.story.shop.health.verify() == ()
    return said.value


@pytest.mark.parametrize(
    ("count", "price", "field"),
    [
        ("9999999.999", "9999999.99", "quantity"),
        ("999999999", "999999999", "reference_cost"),
        ("1000000000", "1", "quantity"),
        ("1", "9999999.999", "amount"),
        (HUGE, "0", "quantity"),
        ("1", HUGE, "reference_cost"),
        ("0", "1", "quantity"),
        ("-1", "1", "quantity"),
        ("1", "-1", "amount"),
    ],
)
def test_goods_that_no_shop_receives_are_refused(work: AtWork, count: str, price: str, field: str) -> None:
    assert refused(work, lambda: work.receive(work.received(count, price))).field == field


def test_a_pack_of_very_many_is_counted_in_what_it_holds(work: AtWork) -> None:
    assert refused(work, lambda: work.receive(work.received("1", "1", factor=HUGE))).field == "quantity"


def test_the_largest_line_there_may_be_is_exact(work: AtWork) -> None:
    receipt = work.receive(work.received("9999999", "0.9999"))
    assert str(work.story.shop.purchasing.receipt(receipt).lines[0].amount) == "9998999.00"
    assert work.story.shop.health.verify() == ()


def test_a_thousandth_for_a_fen_costs_nothing_and_the_books_hold(work: AtWork) -> None:
    receipt = work.receive(work.received("0.001", "0.01"))
    assert str(work.story.shop.purchasing.receipt(receipt).row.amount) == "0.00"
    assert work.story.shop.health.verify() == ()


@pytest.mark.parametrize("amount", ["10000000", "-10000000", "0", HUGE])
def test_a_correction_of_cost_has_bounds_too(work: AtWork, amount: str) -> None:
    goods, purchasing = work.story.receipt_line(work.receipt), work.story.shop.purchasing
    assert (
        refused(work, lambda: purchasing.correct_cost(goods, Money.parse(amount), work.story.token())).field == "amount"
    )


@pytest.mark.parametrize(
    ("quantity", "credit", "field"),
    [("10000000", "1", "quantity"), ("1", "10000000", "amount"), ("0", "1", "quantity"), ("1", "-1", "amount")],
)
def test_so_has_what_goes_back_without_a_receipt(work: AtWork, quantity: str, credit: str, field: str) -> None:
    shop, product = work.story.shop, work.product
    supplier = shop.partners.suppliers()[0].id
    goods, agreed = {product: Quantity.parse(quantity)}, {product: Money.parse(credit)}
    error = refused(work, lambda: shop.purchasing.return_without_receipt(supplier, goods, agreed, work.story.token()))
    assert error.field == field


@pytest.mark.parametrize(
    ("count", "agreed"),
    [("999999999", None), (HUGE, None), ("1", "10000000"), ("9999", HUGE), ("0", None), ("-1", None), ("1", "-1")],
)
def test_a_sale_has_bounds_too(work: AtWork, count: str, agreed: str | None) -> None:
    one = line(work.product, count, "3.00", agreed=agreed)
    paid = TenderGiven(CASH, one.item.list_amount - one.item.line_discount)
    refused(work, lambda: work.story.shop.sales.checkout(ticket(work.story, [one], paid)))


@pytest.mark.parametrize(
    "reduction",
    [TicketReduction(percent_off=-100), TicketReduction(amount_off=Money(-1)), TicketReduction(rounding_step=-7)],
)
def test_a_discount_below_nothing_is_none(work: AtWork, reduction: TicketReduction) -> None:
    bill = ticket(work.story, [line(work.product)], cash("3.10"), reduction=reduction)
    assert refused(work, lambda: work.story.shop.sales.checkout(bill)).field == "ticket_discount"
    for cheaper in ({"percent_off": -100}, {"amount_off": "-0.01"}):
        dear = line(work.product, "1", "3.00", **cheaper)
        error = refused(work, lambda dear=dear: work.story.shop.sales.checkout(ticket(work.story, [dear], cash("9"))))  # type: ignore[misc]
        assert error.field == "line_discount"


def test_counts_and_opening_stock_have_bounds(work: AtWork) -> None:
    inventory, day = work.story.shop.inventory, work.story.shop.today
    other = work.story.product("红茶")
    for quantity, value in (("10000000", "1"), ("1", "10000000"), ("0", "1"), ("1", "-1")):
        lines = [OpeningLine(other, Quantity.parse(quantity), Money.parse(value))]
        refused(work, lambda lines=lines: inventory.post_opening_stock(lines, day, work.story.token()))  # type: ignore[misc]
    for counted in ("10000000", "-1"):
        found = [CountedLine(other, Quantity.parse(counted))]
        refused(work, lambda found=found: inventory.post_count(found, day, work.story.token()))  # type: ignore[misc]


PURCHASES = "datetime,purchase_id,supplier,barcode,qty,unit_cost"
SALES = "datetime,receipt_id,member_id,barcode,qty,unit_price"


@pytest.mark.parametrize("headings", [PURCHASES, SALES])
@pytest.mark.parametrize(
    ("count", "price", "letter"), [("9999999", "9999999.99", "F"), (HUGE, "1", "E"), ("1", HUGE, "F"), ("∞", "1", "E")]
)
def test_past_trade_of_what_no_shop_has_is_refused_with_its_cell(
    story: Story, tmp_path: Path, headings: str, count: str, price: str, letter: str
) -> None:
    story.product(codes=("6901234567892",))
    path = tmp_path / "history.csv"
    row = f"2025-11-03 07:00:00,JH1,城南,6901234567892,{count},{price}"
    path.write_text(f"{headings}\n{row}\n", encoding="utf-8")
    with pytest.raises(FileFaultsError) as said:
        story.shop.imports.history([path])
    assert [(fault.row, fault.letter) for fault in said.value.faults] == [(2, letter)]
    assert documents(story) == 0


@pytest.mark.parametrize("price", ["-0.01", "100000000", HUGE])
def test_prices_of_goods_have_bounds(work: AtWork, price: str) -> None:
    details = ProductDetails("雪碧", unit="瓶", retail_price=UnitPrice.parse(price))
    assert refused(work, lambda: work.story.shop.catalog.save_product(details)).field == "retail_price"
    refused(work, lambda: work.story.shop.catalog.set_reference_cost(work.product, UnitPrice.parse(price)))


@pytest.mark.parametrize(
    "text",
    ["", " ", "NaN", "nan", "inf", "∞", "-∞", "一百", "1/0", "1e9", "0x10", "--1", "1.2.3", "12345678901234567890"],
)
def test_what_is_no_number_is_none_in_any_field(text: str) -> None:
    for parse in (Quantity.parse, Money.parse, UnitPrice.parse):
        with pytest.raises(BadNumberError):
            parse(text)


@pytest.mark.parametrize("count", [Quantity(0), Quantity(-1000), Quantity.of(10_000)])
def test_a_cart_takes_no_such_quantity(work: AtWork, count: Quantity) -> None:
    cart, row = Cart().add(work.story.shop.catalog.find_by_id(work.product))
    with pytest.raises(ShopError):
        cart.with_count(row, count)
    assert cart.goods_lines[0].item.count == ONE
