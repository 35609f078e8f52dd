"""The program as it is started, in a window of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from tests.robots.whole_window import COLA, SCANNED, TEA, WholeWindow
from tests.story import Story

Start = Callable[[Path], Program]
PRICE = UnitPrice.parse("3.00")


@pytest.fixture(autouse=True)
def no_dialog_is_left(qapp: QApplication) -> Iterator[None]:
    """A dialog that a test leaves open would lie over the window of the next one."""
    yield
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.hide()


@pytest.fixture
def start(qtbot: QtBot, dress: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program on a shop file, and ends it."""
    dress()
    monkeypatch.setattr(
        "jxc_desktop.app._settings", lambda: QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    )
    started: list[Program] = []

    def begin(path: Path) -> Program:
        application = QCoreApplication.instance()
        assert isinstance(application, QApplication)
        program = Program(application, path)
        started.append(program)
        program.window.show()
        return program

    yield begin
    for program in started:
        if not program.window.close():  # typed work keeps it open; its scan filter must not hear the next test
            program._end()
        QCoreApplication.processEvents()  # the last answers of the worker still have a window to go to
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / "店.db"
    with Shop.found(path, "惠民便利店", SystemClock()) as shop:
        shop.catalog.save_product(ProductDetails(name="可乐", codes=("6901234567892",), retail_price=PRICE))
    return path


def opened(qtbot: QtBot, program: Program) -> Shop:
    qtbot.waitUntil(lambda: program.window.current_page() is not None, timeout=10_000)
    assert program.shop is not None
    return program.shop


@pytest.fixture
def window(
    qtbot: QtBot, start: Start, story: Story, goods: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> WholeWindow:
    """The owner at the program, with goods and documents; every key comes long after a dialog opened."""
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    path = story.shop.path
    story.shop.close()
    program = start(path)
    opened(qtbot, program)
    return WholeWindow(qtbot, program)


@pytest.fixture
def goods(story: Story) -> dict[str, int]:
    """Cola came in, was sold and came back; tea lay there at the beginning; five kinds of biscuits."""
    cola = story.product("可口可乐", "3.00", (COLA,), "2.00")
    tea = story.product("绿茶", "4.50", (TEA,))
    yoghurt = story.product("君乐宝酸奶", "16.00", (SCANNED,))
    biscuits = {f"饼干{number}": story.product(f"饼干{number}", "2.00") for number in range(5)}
    receipt = story.receive(cola, "10", "2.00")
    sale = story.sell(cola, "4").document_id
    back = story.take_back(sale, "1")
    opening = story.open_with(tea, "2", "5.00")
    return {
        "可乐": cola,
        "绿茶": tea,
        "君乐宝": yoghurt,
        "入库": receipt,
        "零售": sale,
        "退货": back,
        "期初": opening,
        **biscuits,
    }
