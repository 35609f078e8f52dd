"""A backup of a shop with a million sale lines while the counter sells: against a plain copy of the file."""

import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.checkout import ticket
from benchmarks.floors import copy_file, some_goods
from benchmarks.shops import PRODUCTS, grown_shop
from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.backup import write_copy
from jxc_desktop.services.storage.file_check import check_whole_file

LONGEST_SALE_MS = 400.0
BETWEEN_SALES_S = 0.03


class Counter:
    """Somebody who sells without a pause.

    Attributes:
        longest: the longest sale so far, in milliseconds.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop, self._chance = shop, random.Random(7)
        self.longest = 0.0

    def sells_during(self, work: Callable[[], object]) -> float:
        """How long the work takes while this one sells, in milliseconds."""
        is_over = threading.Event()
        seller = threading.Thread(target=self._sell_until, args=(is_over,))
        seller.start()
        try:
            return milliseconds(work)
        finally:
            is_over.set()
            seller.join()

    def _sell_until(self, is_over: threading.Event) -> None:
        while not is_over.is_set():
            goods = ticket(some_goods(self._chance, PRODUCTS))
            self.longest = max(self.longest, milliseconds(lambda: self._shop.sales.checkout(goods)))  # noqa: B023
            time.sleep(BETWEEN_SALES_S)


@contextmanager
def while_selling() -> Iterator[Pair]:
    """Our copy of the shop, on the disk, and a plain copy; both while somebody sells.

    The check that follows reads the copy alone: how long it takes is said, and the longest sale beside it counts too.
    """
    with tempfile.TemporaryDirectory() as folder, grown_shop(Path(folder, "shop.db")) as shop:
        ours, plain = Counter(shop), Counter(shop)
        copy, checks = Path(folder, "copy.db"), list[float]()

        def back_up() -> float:
            copy.unlink(missing_ok=True)
            took = ours.sells_during(lambda: write_copy(shop.path, copy, Occasion.BY_HAND))
            checks.append(ours.sells_during(lambda: check_whole_file(copy)))
            return took

        def copy_plainly() -> float:
            copy.unlink(missing_ok=True)
            return plain.sells_during(lambda: copy_file(shop.path, copy))

        def too_long() -> list[str]:
            said = f"longest sale {ours.longest:.0f} ms"
            beside = f"beside the plain copy {plain.longest:.0f} ms"
            print(f"  {said}, {beside}; the check takes {median(checks):.0f} ms more", flush=True)
            return [said] if ours.longest > LONGEST_SALE_MS else []

        yield Pair(back_up, copy_plainly, too_long)


BENCHES = (Bench("backup_while_selling", 3, while_selling),)
