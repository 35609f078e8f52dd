"""The first morning of a shop: an empty machine, four questions, the first article at the counter, the first sale."""

from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog
from tests.robots.first_start import ENTER, FirstMorning
from tests.robots.whole_window import ALT, CONTROL, SCANNED, WholeWindow
from tests.ui.window.conftest import Start, opened

KEY = Qt.Key


def test_an_empty_machine_sells_its_first_article(
    qtbot: QtBot,
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    place = tmp_path / "进销存" / "店.db"
    morning = FirstMorning(qtbot, start(place))
    morning.answer("晨光便利店")
    morning.key(ENTER)
    opened(qtbot, morning.program)
    window = WholeWindow(qtbot, morning.program)
    assert window.page.key == "catalog.go_live"
    window.key(KEY.Key_1, ALT)
    window.scan(SCANNED)
    create(window, "君乐宝酸奶", "16.00")
    window.key(KEY.Key_F9)
    window.wait(lambda: QApplication.activeModalWidget() is not None)
    window.wait(lambda: QApplication.activeWindow() is QApplication.activeModalWidget())
    window.type("1")
    window.key(KEY.Key_Return)
    window.wait(lambda: window.shop.sales.last_sale() is not None)
    sale = window.shop.sales.last_sale()
    assert sale is not None
    assert [(line.name, str(sale.row.amount)) for line in sale.lines] == [("君乐宝酸奶", "16.00")]
    # The worker prints; it may not even have begun when the sale is saved.
    window.wait(lambda: bool(list((place.parent / "小票").glob("*.pdf"))))
    assert window.shop.health.verify() == ()
    done = {row.step.value for row in window.shop.go_live.rows() if row.state.value == "done"}
    assert {"products", "test_sale"} <= done


def create(window: WholeWindow, name: str, price: str) -> None:
    """Ctrl+N on the red row: the article is made where it is missed."""
    window.keyboard.wait(1_000)
    window.key(KEY.Key_N, CONTROL)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), QuickCreateDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    window.wait(dialog.isActiveWindow)
    _code, *lines = dialog.findChildren(InputLine)
    for line, text in zip(lines, (name, price), strict=False):
        line.setText(text)
    window.key(KEY.Key_S, CONTROL)
    window.wait(lambda: QApplication.activeModalWidget() is None)
