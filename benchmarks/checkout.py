"""A sale of five lines, everything included and on the disk: against bare SQL, and against itself after years."""

import random
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import check_out, some_goods, stocked_file
from benchmarks.shops import PRICE, PRODUCTS, code_of, grown_shop, stocked_shop
from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
from jxc_desktop.services.shop import Shop

SALES_A_ROUND = 150
ONE = Quantity.of(1)


@contextmanager
def five_lines() -> Iterator[Pair]:
    """Our checkout and the same rows by prepared SQL."""
    with tempfile.TemporaryDirectory() as folder:
        bare = stocked_file(Path(folder, "floor.db"), PRODUCTS, code_of)
        with closing(bare), stocked_shop(Path(folder, "shop.db"), PRODUCTS) as shop:
            chance = random.Random(7)
            yield Pair(
                lambda: _round(shop, chance),
                lambda: median(
                    milliseconds(lambda goods=goods: check_out(bare, goods))  # type: ignore[misc]
                    for goods in [some_goods(chance, PRODUCTS) for _ in range(SALES_A_ROUND)]
                ),
            )


@contextmanager
def growth() -> Iterator[Pair]:
    """Our checkout after a million sale lines, and in a shop that never sold."""
    with (
        tempfile.TemporaryDirectory() as folder,
        grown_shop(Path(folder, "old.db")) as old,
        stocked_shop(Path(folder, "new.db"), PRODUCTS) as new,
    ):
        yield Pair(lambda: _round(old, random.Random(7)), lambda: _round(new, random.Random(7)))


def _round(shop: Shop, chance: random.Random) -> float:
    tickets = [ticket(some_goods(chance, PRODUCTS)) for _ in range(SALES_A_ROUND)]
    return median(milliseconds(lambda ticket=ticket: shop.sales.checkout(ticket)) for ticket in tickets)  # type: ignore[misc]


def ticket(goods: list[int]) -> Ticket:
    lines = tuple(TicketLine(product, "个", ONE, PricedItem(ONE, PRICE)) for product in goods)
    return Ticket(uuid.uuid4().hex, lines, (TenderGiven(CASH, Money(5_000)),))


BENCHES = (Bench("checkout_5_lines", 4, five_lines), Bench("checkout_growth", 1.5, growth))
