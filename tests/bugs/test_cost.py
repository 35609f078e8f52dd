"""Faults that users of other programs found in cost."""

from datetime import date, datetime

import pytest

from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.inventory.errors import GoodsGoneError
from jxc_desktop.services.inventory.shortage import on_hand_at
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from tests.bugs.seen import Seen, on_hand, owed_to_suppliers, seen
from tests.story import ONE, Story


def test_the_cost_after_a_supplier_return_is_its_value_over_its_quantity(story: Story) -> None:
    """Ten at 5.00, ten at 7.00, four of the first go back at their price."""
    product = story.product()
    first = story.receive(product, "10", "5.00")
    story.receive(product, "10", "7.00")
    returned = story.send_back(first, "4")
    assert seen(story, product) == Seen("16", "100.00", "6.25")
    (line,) = story.shop.purchasing.receipt(returned).lines
    assert (str(line.quantity), str(line.price), str(line.amount)) == ("-4", "5.00", "-20.00")


def test_gifts_on_a_receipt_make_the_goods_cheaper_and_not_worth_less(story: Story) -> None:
    product = story.product()
    lines = tuple(
        ReceivedLine(product, "瓶", ONE, count, UnitPrice.parse(price))
        for count, price in ((ONE.of(10), "6.00"), (ONE.of(2), "0"))
    )
    story.shop.purchasing.receive_goods(Receipt(story.token(), story.supplier(), lines))
    assert seen(story, product) == Seen("12", "60.00", "5.00")


def test_stock_of_nothing_is_worth_nothing_and_its_last_cost_is_known(story: Story) -> None:
    """Five at 3.00, five sold, the receipt undone or minus five received, then trade goes on."""
    product = story.product()
    receipt = story.receive(product, "5", "3.00")
    story.sell(product, "5")
    assert seen(story, product) == Seen("0", "0.00", "3.00")
    with pytest.raises(GoodsGoneError):
        story.shop.purchasing.reverse(receipt, "退货")
    with pytest.raises(InvalidInputError):
        story.receive(product, "-5", "3.00")
    story.sell(product, "1")
    story.receive(product, "5", "4.00")
    assert seen(story, product) == Seen("4", "16.00", "4.00")


def test_undoing_an_old_sale_leaves_the_day_of_the_stocktake_as_it_was_counted(story: Story) -> None:
    """57 in May, 1, 3 and 1 sold in summer, counted as 1 in November, then the sale of June is undone.

    The goods come back on the day they do: visible in the ledger, after the stocktake and not through it.
    """
    product = story.product()
    story.clock.moment = datetime(2026, 5, 4, 9, 0)
    story.receive(product, "57", "1.00")
    sales = []
    for month, quantity in ((6, "1"), (7, "3"), (8, "1")):
        story.clock.moment = datetime(2026, month, 1, 9, 0)
        sales.append(story.sell(product, quantity).document_id)
    story.clock.moment = datetime(2026, 11, 2, 9, 0)
    story.count(product, "1")
    assert on_hand(story, product) == "1"
    story.clock.go_on(days=1)
    mirror = story.shop.sales.reverse(sales[0], "打错了")
    with story.desk.question("inventory.stock_of") as books:
        assert on_hand_at(books, product, SHOP_FLOOR, date(2026, 11, 2)) == 1_000
    assert story.shop.sales.sale(mirror).row.day == date(2026, 11, 3)
    assert on_hand(story, product) == "2"


def test_a_supplier_return_is_the_same_on_paper_in_stock_and_in_what_is_owed(story: Story) -> None:
    """Ten at 10.00, ten at 20.00, five of the first go back."""
    product = story.product()
    first = story.receive(product, "10", "10.00")
    story.receive(product, "10", "20.00")
    returned = story.send_back(first, "5")
    assert str(story.shop.purchasing.receipt(returned).row.amount) == "-50.00"
    assert seen(story, product) == Seen("15", "250.00", "16.666667")
    assert owed_to_suppliers(story) == 250_00


def test_a_supplier_return_that_takes_more_than_its_price_says_so_as_a_difference(story: Story) -> None:
    """Ten at 10.00, ten at 20.00, fifteen sold, five of the first go back: they are all there is, worth 75.00."""
    product = story.product()
    first = story.receive(product, "10", "10.00")
    story.receive(product, "10", "20.00")
    story.sell(product, "15")
    returned = story.send_back(first, "5")
    assert seen(story, product).value == "0.00"
    with story.desk.storage.reading() as books:
        named = books.connection.exec_driver_sql(
            "SELECT kind, line_no, booked FROM cost_entry WHERE document_id = ? AND move_id IS NULL", (returned,)
        ).all()
    assert named == [("purchase_difference", 1, -25_00)]


def test_a_stocktake_loss_of_goods_without_lots_takes_its_share_of_the_value(story: Story) -> None:
    """100 at 1.00 and 20 at 4.00, 80 sold; 40 on the books, 10 counted."""
    product = story.product()
    story.receive(product, "100", "1.00")
    story.receive(product, "20", "4.00")
    story.sell(product, "80")
    assert seen(story, product) == Seen("40", "60.00", "1.50")
    story.count(product, "10")
    assert seen(story, product) == Seen("10", "15.00", "1.50")


def test_what_a_customer_brings_back_is_worth_what_it_cost_and_not_its_price(story: Story) -> None:
    product = story.product(price="25.00")
    story.receive(product, "5", "10.00")
    sale = story.sell(product, "5").document_id
    story.take_back(sale, "2")
    assert seen(story, product) == Seen("2", "20.00", "10.00")


def test_what_a_customer_brings_back_is_worth_what_it_cost_also_when_the_goods_became_dearer(story: Story) -> None:
    product = story.product(price="25.00")
    story.receive(product, "5", "10.00")
    sale = story.sell(product, "5").document_id
    story.receive(product, "5", "20.00")
    story.take_back(sale, "2")
    assert seen(story, product) == Seen("7", "120.00", "17.142857")


def test_a_price_of_nothing_is_a_gift_and_does_not_become_the_last_price(story: Story) -> None:
    product = story.product()
    story.receive(product, "10", "2.50")
    story.receive(product, "10", "0")
    assert story.shop.purchasing.last_price(product, ONE) == UnitPrice.parse("2.50")
    assert story.shop.catalog.product(product).reference_cost == UnitPrice.parse("2.50")
