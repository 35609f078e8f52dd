"""A program that trades at random and says of each document only when it is in the books that it is."""

import random
import sys
from datetime import datetime
from pathlib import Path

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.shop import Shop
from tests.story import Story, TestClock


class Trader:
    """Somebody who does whatever comes: sales, receipts, returns of both kinds, and undoing them."""

    def __init__(self, shop: Shop, seed: int) -> None:
        self._chance = random.Random(seed)
        self._story = Story(shop, TestClock(datetime(2026, 3, 2, 9, 0)))
        # A form's key is its own for ever: another run of this program must not repeat one.
        self._story.tokens = iter(range(seed * 1_000_000, (seed + 1) * 1_000_000))  # type: ignore[assignment]
        self._story.allow_overselling()
        self._products = [self._story.product(f"货{seed}-{number}", "3.00", cost="2.00") for number in range(3)]
        self._sales: list[int] = []
        self._receipts: list[int] = []

    def act(self) -> int | None:
        """One act; the key of its document, None where it was refused."""
        acts = [self._sell, self._sell, self._sell, self._receive, self._take_back, self._send_back, self._undo]
        try:
            return self._chance.choice(acts)()
        except ShopError:
            return None

    def _sell(self) -> int:
        sale = self._story.sell(self._chance.choice(self._products), str(self._chance.randint(1, 9))).document_id
        self._sales.append(sale)
        return sale

    def _receive(self) -> int:
        receipt = self._story.receive(self._chance.choice(self._products), str(self._chance.randint(1, 50)), "2.10")
        self._receipts.append(receipt)
        return receipt

    def _take_back(self) -> int | None:
        return self._story.take_back(self._chance.choice(self._sales), "1") if self._sales else None

    def _send_back(self) -> int | None:
        return self._story.send_back(self._chance.choice(self._receipts), "1") if self._receipts else None

    def _undo(self) -> int | None:
        if self._sales and self._chance.random() < 0.6:
            return self._story.shop.sales.reverse(self._chance.choice(self._sales), "打错了")
        return (
            self._story.shop.purchasing.reverse(self._chance.choice(self._receipts), "打错了")
            if self._receipts
            else None
        )


def say(words: str) -> None:
    """A line for whoever listens, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(path: Path, seed: int) -> None:
    """Trade until somebody ends the program."""
    with Shop.open(path, TestClock()) as shop:
        trader = Trader(shop, seed)
        # What the first act loads takes longer than many acts.
        for _ in range(4):
            trader.act()
        say("ready")
        while True:
            document = trader.act()
            if document is not None:
                say(str(document))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
