"""A month of a shop with a million lines, to rows: against the raw queries over the covering index on the same file.

`month_report` is the whole page of the month before this one: figures beside the month before, days, categories, best
and slow sellers. Its floor has the sums by product, by day of both months and the stock at the end, and joins no names.
`month_by_product` is one report of that month, with names and barcodes in the floor too.
"""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import open_file, read_month, read_products
from benchmarks.shops import grown_shop
from jxc_desktop.models.values.days import day_number
from jxc_desktop.services.reports.month_question import month_of
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop

ROUNDS = 11


@contextmanager
def _months(ours: Callable[[Shop, Period], object], floor: Callable[[Any, Period, Period], None]) -> Iterator[Pair]:
    """The last month that is over, and the one before it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shop.db")
        with grown_shop(path) as shop, closing(open_file(path)) as bare:
            month = month_of(shop.today.replace(day=1) - timedelta(days=1))
            before = month_of(month.first - timedelta(days=1))
            # What growing the shop left behind is no part of a report, and no start of the program has it.
            gc.collect()
            gc.freeze()
            yield Pair(
                lambda: milliseconds(lambda: ours(shop, month)),
                lambda: milliseconds(lambda: floor(bare, month, before)),
            )
            gc.unfreeze()


@contextmanager
def whole_month() -> Iterator[Pair]:
    """The page of the month."""

    def floor(bare: Any, month: Period, before: Period) -> None:
        read_month(bare, day_number(month.first), day_number(month.last), day_number(before.first))

    with _months(lambda shop, month: shop.reports.month(month.first), floor) as pair:
        yield pair


@contextmanager
def products() -> Iterator[Pair]:
    """What each product left."""

    def floor(bare: Any, month: Period, _before: Period) -> None:
        read_products(bare, day_number(month.first), day_number(month.last))

    with _months(lambda shop, month: shop.reports.run("profit-by-product", Asked(month)), floor) as pair:
        yield pair


BENCHES = (
    Bench("month_report", 2, whole_month, rounds=ROUNDS),
    Bench("month_by_product", 2, products, rounds=ROUNDS),
)
