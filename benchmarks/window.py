"""The window: how soon it is seen and takes a scan, and its memory, against a bare window of four tabs."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import Bench, Pair
from benchmarks.floors import BARE_WINDOW
from benchmarks.shops import code_of, stocked_shop

PRODUCTS = 5_000
ROUNDS = 8
KIB_A_MEBIBYTE = 1024

# Each prints one figure: the monotonic clock at the moment that counts, or resident memory in KiB.
START = """
import sys, time
from pathlib import Path
from jxc_desktop.app import Program, dressed_application
application = dressed_application()
program = Program(application, Path(sys.argv[1]))
program.window.resize(1366, 690)
"""
FIRST_PAINT = (
    START
    + """
def seen():
    print(time.monotonic(), flush=True)
    application.quit()
program.window.painted.disconnect()
program.window.painted.connect(seen)
program.window.show()
application.exec()
"""
)
FIRST_SCAN = (
    START
    + """
from PySide6.QtCore import QEvent, QObject, QTimer
class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and table.model().rowCount():
            QTimer.singleShot(0, done)
        return False
def done():
    print(time.monotonic(), flush=True)
    application.quit()
def scan_when_ready():
    global table, watch
    page = program.window.current_page()
    if page is None:
        QTimer.singleShot(1, scan_when_ready)
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from jxc_desktop.ui.sales.cart_table import CartTable
    table = page.findChild(CartTable)
    watch = Seen()
    table.viewport().installEventFilter(watch)
    for character in sys.argv[2]:
        QTest.keyClick(program.window.windowHandle(), character)
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Return)
program.window.show()
QTimer.singleShot(0, scan_when_ready)
application.exec()
"""
)
MEMORY = (
    START
    + """
from PySide6.QtCore import QTimer
def resident():
    return next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
def look_again():
    if program.shop is None:
        QTimer.singleShot(20, look_again)
        return
    if sys.argv[2] == "used":
        use(program.shop)
    QTimer.singleShot(1000, lambda: (print(resident(), flush=True), application.quit()))
def use(shop):
    from jxc_desktop.models.values.money import Money
    from jxc_desktop.models.values.quantity import Quantity
    from jxc_desktop.models.values.unit_price import UnitPrice
    from jxc_desktop.services.catalog.product import ProductDetails
    from jxc_desktop.services.sales.pricing import PricedItem
    from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
    price = UnitPrice.parse("3.00")
    product = shop.catalog.save_product(ProductDetails(name="农夫山泉", codes=("6921168509256",), retail_price=price))
    line = TicketLine(product, "个", Quantity.of(1), PricedItem(Quantity.of(1), price))
    shop.sales.checkout(Ticket("benchmark", (line,), (TenderGiven(1, Money(300)),)))
    program.wait_for_paper()
program.window.show()
QTimer.singleShot(0, look_again)
application.exec()
"""
)


def _until(code: str, *words: str) -> float:
    """From the start of the process to the moment it prints, in milliseconds."""
    began = time.monotonic()
    return (float(_said(code, *words)[0]) - began) * 1000


# Both sides start as an installed program does: from modules compiled at the start before.
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _said(code: str, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, env=SURROUNDINGS, timeout=60
    )
    return done.stdout.split()


def _bench(name: str, limit: float, ours: Callable[[str], float], floor: Callable[[], float]) -> Bench:
    @contextmanager
    def prepare() -> Iterator[Pair]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "shop.db")
            stocked_shop(path, PRODUCTS).close()
            yield Pair(lambda: ours(str(path)), floor)

    return Bench(name, limit, prepare, ROUNDS)


def _memory(path: str, mode: str) -> float:
    """On a copy: what one round writes down, the next must not find."""
    copy = shutil.copy(path, f"{path}.{mode}")
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    return float(_said(MEMORY, copy, mode)[0]) / KIB_A_MEBIBYTE


def _bare_start() -> float:
    return _until(BARE_WINDOW)


def _bare_memory() -> float:
    return float(_said(BARE_WINDOW)[1]) / KIB_A_MEBIBYTE


BENCHES = (
    _bench("first_paint", 1.5, lambda path: _until(FIRST_PAINT, path), _bare_start),
    _bench("ready_to_scan", 4, lambda path: _until(FIRST_SCAN, path, code_of(7)), _bare_start),
    _bench("idle_memory", 2, lambda path: _memory(path, "idle"), _bare_memory),
    _bench("used_memory", 3, lambda path: _memory(path, "used"), _bare_memory),
)
