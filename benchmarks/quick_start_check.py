"""The look at every page of a shop file of 150 MB, which runs in a second process after the start."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import check_pages
from benchmarks.shops import grown_shop
from jxc_desktop.services.shop import Shop

LINES = 400_000
SMALLEST_BYTES = 150_000_000


@contextmanager
def check_file() -> Iterator[Pair]:
    """What the program asks, and the store's own check."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shop.db")
        with grown_shop(path, LINES) as shop:
            shop.close()
            is_small = path.stat().st_size < SMALLEST_BYTES
            small = [f"only {path.stat().st_size:,} bytes"] if is_small else []
            yield Pair(
                lambda: milliseconds(lambda: _ours(shop)),
                lambda: milliseconds(lambda: check_pages(path)),
                lambda: small,
            )


def _ours(shop: Shop) -> None:
    assert shop.health.check_file() == ()
    shop.close()


BENCHES = (Bench("quick_start_check", 1.5, check_file),)
