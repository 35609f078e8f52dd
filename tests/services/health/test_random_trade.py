"""Whatever a shop does in whatever order, verify has nothing to say about it."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.health.verify import Health
from jxc_desktop.services.people.journal import Posted
from tests.services.health.traded_shop import EGGS, NOODLES, RICE, TEA, WATER, Bought, TradedShop

PRODUCTS = (WATER, RICE, NOODLES, TEA, EGGS)
ACTS = 60


class Trade:
    """Acts nobody planned, on any of the documents so far."""

    def __init__(self, shop: TradedShop, seed: int) -> None:
        self.shop = shop
        self.chance = random.Random(seed)
        self.sales: list[Posted] = []
        self.receipts: list[Posted] = []
        self.returns: list[Posted] = []
        self.sent_back: list[Posted] = []
        self.corrections: list[Posted] = []
        self.counts: list[Posted] = []

    def goods(self, sign: int = 1) -> Bought:
        product = self.chance.choice(PRODUCTS)
        if product == NOODLES:
            return Bought(product, sign * 24_000 * self.chance.randint(1, 3), self.chance.randint(1, 900_000))
        quantity = self.chance.choice((self.chance.randint(1, 9) * 1000, self.chance.randint(1, 9999)))
        return Bought(product, sign * quantity, self.chance.choice((0, self.chance.randint(1, 99_999))))

    def part_of(self, table: str, document: Posted) -> list[int]:
        lines = self.shop.lines_of(table, document)
        return [self.chance.choice((0, quantity, quantity // 2)) for _, quantity in lines]

    def receive(self) -> None:
        lines = [self.goods() for _ in range(self.chance.randint(1, 3))]
        self.receipts.append(self.shop.receive(*lines, paid_from=self.chance.choice((None, 1, 5))))

    def sell(self) -> None:
        self.sales.append(self.shop.sell(*(self.goods() for _ in range(self.chance.randint(1, 3)))))

    def take_back(self) -> None:
        sale = self.chance.choice(self.sales)
        self.returns.append(self.shop.take_back(sale, *self.part_of("sale_line", sale)))

    def take_back_unnamed(self) -> None:
        self.returns.append(self.shop.take_back_unnamed(self.goods(-1)))

    def undo_sale(self) -> None:
        self.shop.undo_sale(self.chance.choice(self.sales + self.returns))

    def send_back(self) -> None:
        receipt = self.chance.choice(self.receipts)
        self.sent_back.append(self.shop.send_back(receipt, *self.part_of("goods_receipt_line", receipt)))

    def undo_receipt(self) -> None:
        self.shop.undo_receipt(self.chance.choice(self.receipts + self.sent_back * 2))

    def add_freight(self) -> None:
        fen = self.chance.randint(-500, 900)
        self.corrections.append(self.shop.add_freight(self.chance.choice(self.receipts), fen))

    def undo_freight(self) -> None:
        self.shop.undo_freight(self.chance.choice(self.corrections))

    def count(self) -> None:
        counted = self.shop.count(self.chance.choice(PRODUCTS), self.chance.randint(0, 9) * 1000)
        self.counts += [counted] if counted else []

    def lose(self) -> None:
        self.counts.append(self.shop.lose(self.chance.choice(PRODUCTS), self.chance.randint(1, 9999)))

    def undo_stock(self) -> None:
        self.shop.undo_stock(self.chance.choice(self.counts))

    def act(self) -> None:
        """One act; what the program refuses, or what there is nothing for, does not happen."""
        often: list[Callable[[], None]] = [self.receive, self.sell, self.sell, self.take_back, self.send_back]
        seldom = [self.take_back_unnamed, self.undo_sale, self.undo_receipt, self.add_freight, self.undo_freight]
        try:
            self.chance.choice([*often, *seldom, self.count, self.lose, self.undo_stock])()
        except (ShopError, IndexError):
            return


@pytest.mark.parametrize("seed", range(3))
def test_books_written_by_any_acts_in_any_order_hold(tmp_path: Path, seed: int) -> None:
    shop = TradedShop(tmp_path / "shop.db")
    trade = Trade(shop, seed)
    health = Health(shop.desk)
    for _ in range(ACTS):
        trade.act()
        assert health.verify() == ()
    assert trade.returns
    assert trade.sent_back
    shop.close()
