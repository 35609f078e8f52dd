"""Faults that users of other programs found in what the stock ledger says."""

from dataclasses import replace
from random import Random

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError, ShopError, WrongStateError
from jxc_desktop.services.inventory.stock_ledger import LedgerRow, stock_ledger
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_from_text, cart_to_text
from jxc_desktop.services.sales.ticket import TenderGiven
from tests.bugs.seen import on_hand, owed_to_suppliers
from tests.story import Story

LEDGER_AND_CACHE = """
    SELECT m.product_id, sum(CASE WHEN m.to_place_id = 1 THEN m.quantity ELSE -m.quantity END), b.quantity
    FROM stock_move m JOIN stock_balance b ON b.product_id = m.product_id AND b.place_id = 1
    WHERE m.to_place_id = 1 OR m.from_place_id = 1 GROUP BY m.product_id
"""


def ledger(story: Story, product: int) -> list[LedgerRow]:
    with story.desk.question("inventory.stock_ledger") as books:
        return stock_ledger(books, product, limit=100, with_cost=True)


def change_of(story: Story, product: int, document: int) -> str:
    (row,) = (row for row in ledger(story, product) if row.document_id == document)
    return str(row.quantity)


class BusyShop:
    """Anything a shop does, in any order."""

    def __init__(self, story: Story, dice: Random) -> None:
        self.story = story
        self.dice = dice
        story.allow_overselling()
        self.products = [story.product(f"商品 {n}") for n in range(4)]
        self.receipts: list[int] = []
        self.sales: list[int] = []

    def act(self) -> None:
        acts = (self.receive, self.sell, self.sell, self.take_back, self.send_back, self.count, self.undo, self.retire)
        self.dice.choice(acts)()

    def _quantity(self) -> str:
        return str(Quantity(self.dice.randint(1, 9_999)))

    def receive(self) -> None:
        self.receipts.append(self.story.receive(self.dice.choice(self.products), self._quantity(), "1.37"))

    def sell(self) -> None:
        self.sales.append(self.story.sell(self.dice.choice(self.products), self._quantity()).document_id)

    def take_back(self) -> None:
        if self.sales:
            self.story.take_back(self.dice.choice(self.sales), "0.001")

    def send_back(self) -> None:
        if self.receipts:
            self.story.send_back(self.dice.choice(self.receipts), "0.001")

    def count(self) -> None:
        self.story.count(self.dice.choice(self.products), self._quantity())

    def undo(self) -> None:
        self.story.shop.sales.reverse(self.dice.choice(self.sales), "打错了")

    def retire(self) -> None:
        """Not sold any more, and then sold again: products are never deleted."""
        details = self.story.shop.catalog.product(self.dice.choice(self.products))
        self.story.shop.catalog.save_product(replace(details, is_active=not details.is_active))


def test_after_two_hundred_acts_of_any_kind_the_stock_is_the_sum_of_its_moves(story: Story) -> None:
    shop = BusyShop(story, Random(13))
    done = 0
    for _ in range(200):
        try:
            shop.act()
            done += 1
        except (ShopError, IndexError):
            continue  # what cannot be done is refused and must leave nothing
    assert done > 100
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(LEDGER_AND_CACHE).all()
    assert len(found) == 4
    assert [(product, moved) for product, moved, _ in found] == [(product, held) for product, _, held in found]
    assert story.shop.health.verify() == ()


def test_a_sale_that_is_undone_cannot_be_undone_again(story: Story) -> None:
    """15 on hand, 3 sold, undone, undone again."""
    product = story.product()
    story.receive(product, "15", "1.00")
    sale = story.sell(product, "3").document_id
    mirror = story.shop.sales.reverse(sale, "打错了")
    assert on_hand(story, product) == "15"
    for document in (sale, mirror):
        with pytest.raises(WrongStateError):
            story.shop.sales.reverse(document, "再来")
    with pytest.raises(ShopError):
        story.take_back(sale, "1")
    assert on_hand(story, product) == "15"


def test_each_reason_for_which_goods_leave_takes_exactly_one_and_each_other_brings_one(story: Story) -> None:
    product = story.product()
    receipt = story.receive(product, "10", "1.00")
    sale = story.sell(product).document_id
    lost = story.difference(product, "-1")
    found = story.difference(product, "1")
    back = story.send_back(receipt, "1")
    returned = story.take_back(sale, "1")
    leaves = [change_of(story, product, document) for document in (sale, lost, back)]
    comes = [change_of(story, product, document) for document in (found, returned)]
    assert (leaves, comes) == (["-1"] * 3, ["1"] * 2)


def test_a_quantity_below_nothing_is_refused_and_never_moves_nothing(story: Story) -> None:
    product = story.product()
    story.receive(product, "5", "1.00")
    before = len(ledger(story, product))
    with pytest.raises(InvalidInputError):
        story.count(product, "-1")
    with pytest.raises(InvalidInputError):
        story.receive(product, "-1", "1.00")
    with pytest.raises(InvalidInputError):
        story.sell(product, "0")
    assert story.count(product, "5") is None
    assert len(ledger(story, product)) == before


def test_a_cart_that_was_on_hold_takes_its_goods_out_of_stock_when_it_is_paid(story: Story) -> None:
    product = story.product()
    story.receive(product, "10", "1.00")
    cart, _ = Cart().add(story.shop.catalog.find_by_id(product), pieces=2)
    story.shop.carts.hold(cart.token, cart_to_text(cart), "红衣服")
    assert on_hand(story, product) == "10"
    taken = story.shop.carts.take_back(cart.token)
    again = cart_from_text(taken.content)
    paid = (TenderGiven(CASH, again.totals().due),)
    story.shop.sales.checkout(again.to_ticket(paid, prints_receipt=False))
    assert on_hand(story, product) == "8"
    story.sell(product, "1")
    assert on_hand(story, product) == "7"
    assert story.shop.carts.held() == []


def test_a_supplier_return_is_the_same_in_the_ledger_the_list_and_the_account(story: Story) -> None:
    product = story.product()
    receipt = story.receive(product, "10", "2.00")
    returned = story.send_back(receipt, "3")
    assert change_of(story, product, returned) == "-3"
    listed = {row.document_id: str(row.amount) for row in story.shop.purchasing.receipt_list(DocumentFilter())}
    assert listed[returned] == "-6.00"
    assert [str(line.quantity) for line in story.shop.purchasing.receipt(returned).lines] == ["-3"]
    assert owed_to_suppliers(story) == 14_00
