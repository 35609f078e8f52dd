"""Enter in the scan field until the row is painted, 50,000 products, against a bare field, table and lookup."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from benchmarks.bench import Bench, Pair
from benchmarks.floors import BareCounter, stocked_file
from benchmarks.shops import PRODUCTS, code_of, stocked_shop

SCANS_A_ROUND = 120
MOST_AT_P99_MS = 50


@contextmanager
def scans() -> Iterator[Pair]:
    """The counter page itself, and the bare parts."""
    from jxc_desktop.app import dressed_application
    from jxc_desktop.ui.background import Background
    from jxc_desktop.ui.devices.sound import Silence
    from jxc_desktop.ui.sales.cart_table import CartTable
    from jxc_desktop.ui.sales.checkout_page import CheckoutPage
    from jxc_desktop.ui.widgets.page import Surroundings
    from jxc_desktop.ui.widgets.scan_field import ScanField

    application = dressed_application()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(stocked_file(Path(folder, "floor.db"), PRODUCTS, code_of)) as bare,
        stocked_shop(Path(folder, "shop.db"), PRODUCTS) as shop,
    ):
        background = Background()
        page = CheckoutPage(Surroundings(shop, background, Silence(), lambda _key, _item: None))
        page.resize(1200, 760)
        page.show()
        QTest.qWaitForWindowExposed(page)
        page.focus_first()
        field, table = page.findChild(ScanField), page.findChild(CartTable)
        assert field is not None
        assert table is not None
        painted = _Paintings(table)
        counter = BareCounter(bare)
        ours = _Scans(application, field, painted.count)
        floor = _Scans(application, counter.field, lambda: counter.table.paintings)
        yield Pair(ours.round, floor.round, ours.slow_ones)
        background.wait()
        page.close()
        counter.window.close()


class _Paintings:
    """How often the page's own table was painted."""

    def __init__(self, table: QTableView) -> None:
        self._count = 0
        self._paint: Callable[[QPaintEvent], None] = table.paintEvent
        table.paintEvent = self._counted  # type: ignore[method-assign]

    def count(self) -> int:
        return self._count

    def _counted(self, event: QPaintEvent) -> None:
        self._paint(event)
        self._count += 1


class _Scans:
    """Types codes into a field and waits for the row each time."""

    def __init__(self, application: QApplication, field: QLineEdit, painted: Callable[[], int]) -> None:
        self._application, self._field, self._painted = application, field, painted
        self._next = 1
        self._all: list[float] = []

    def round(self) -> float:
        times = [self._scan() for _ in range(SCANS_A_ROUND)]
        self._all += times
        return median(times)

    def slow_ones(self) -> list[str]:
        p99 = quantiles(self._all, n=100)[98]
        return [] if p99 <= MOST_AT_P99_MS else [f"p99 {p99:.1f} ms"]

    def _scan(self) -> float:
        self._next += 7
        QTest.keyClicks(self._field, code_of(self._next % PRODUCTS + 1))
        self._application.processEvents()
        before, began = self._painted(), perf_counter()
        QTest.keyClick(self._field, Qt.Key.Key_Return)
        while self._painted() == before:
            self._application.processEvents()
        return (perf_counter() - began) * 1000


BENCHES = (Bench("scan_to_row", 2, scans),)
