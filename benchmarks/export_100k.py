"""100,000 rows of a report become a workbook, against writing the same cells as plain values.

The floor is given every value as the file holds it and no formats; it measures no widths and guards no formulas.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import write_only_xlsx
from benchmarks.receipt_pdf import GOODS
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.sheet_writer import write_xlsx
from jxc_desktop.services.exchange.table import Column, Table

ROWS = 100_000
MOST_MEGABYTES = 60
HEADINGS = (
    *("日期", "单号", "条码", "商品", "规格", "单位"),
    *("数量", "单价", "销售额", "成本", "毛利", "毛利率"),
)
FIRST_DAY = date(2026, 1, 1)
# The most memory of a process that did nothing but this, beyond what it had before.
MEASURED = """
import resource, sys
from pathlib import Path
from benchmarks import export_100k
export_100k.ours(Path(sys.argv[1]), 1_000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
export_100k.ours(Path(sys.argv[1]), export_100k.ROWS)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


@contextmanager
def hundred_thousand_rows() -> Iterator[Pair]:
    """Rows are made as they are written, as a report's are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lines.xlsx")
        yield Pair(
            partial(milliseconds, partial(ours, path, ROWS)),
            partial(milliseconds, lambda: write_only_xlsx(path, HEADINGS, map(plain_row, range(ROWS)))),
            partial(too_much_memory, path),
        )


def ours(path: Path, rows: int) -> None:
    """Typed cells with their formats, the headings in sight, totals in bold."""
    totals = ("合计", *[""] * 5, Quantity(1), None, Money(1), Money(1), Money(1), Percent(125))
    write_xlsx(path, Table("出库明细", tuple(map(Column, HEADINGS)), map(row, range(rows)), totals))


def too_much_memory(path: Path) -> list[str]:
    """What does not hold, in words."""
    measured = subprocess.run([sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True)
    megabytes = float(measured.stdout)
    return [f"{megabytes:.0f} MB more memory"] if megabytes > MOST_MEGABYTES else []


def row(number: int) -> tuple[object, ...]:
    """One line of a sale."""
    pieces = number % 9 + 1
    return (
        FIRST_DAY + timedelta(number % 365),
        f"XS20260304-{number:06}",
        str(6_900_000_000_000 + number),
        GOODS[number % len(GOODS)][0],
        "500ml",
        "瓶",
        Quantity.of(pieces),
        UnitPrice(99_000 + number),
        Money(990 * pieces + number),
        Money(700 * pieces),
        Money(290 * pieces),
        Percent(number % 500),
    )


def plain_row(number: int) -> tuple[object, ...]:
    """The same in plain values."""
    pieces = number % 9 + 1
    return (
        FIRST_DAY + timedelta(number % 365),
        f"XS20260304-{number:06}",
        str(6_900_000_000_000 + number),
        GOODS[number % len(GOODS)][0],
        "500ml",
        "瓶",
        pieces,
        (99_000 + number) / 10_000,
        (990 * pieces + number) / 100,
        7 * pieces,
        2.9 * pieces,
        number % 500 / 1000,
    )


BENCHES = (Bench("export_100k", 1.3, hundred_thousand_rows, rounds=3),)
