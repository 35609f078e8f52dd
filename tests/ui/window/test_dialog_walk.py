"""Every dialog while a scanner fires: nothing is pressed, nothing is changed, and the code reaches its page."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget

import jxc_desktop.ui
from jxc_desktop.services.words.refusals import Step, Stop
from jxc_desktop.ui.catalog.code_dialog import CodeDialog
from jxc_desktop.ui.errors.troubles import Trouble, tell
from jxc_desktop.ui.inventory.stock_page import StockPage
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.printing.printer_dialog import PrinterDialog
from jxc_desktop.ui.window.status.status_dialog import StatusDialog
from tests.robots.counter import part_of
from tests.robots.whole_window import COLA, CONTROL, SCANNED, WholeWindow

ESCAPE = Qt.Key.Key_Escape
UNKNOWN = "6950000000002"
Goods = dict[str, int]


@dataclass(frozen=True)
class Case:
    """How a dialog is opened, as the program opens it, and where a scan is found once it is closed.

    Attributes:
        is_own: the code is meant for the dialog itself, which shows it.
    """

    open: Callable[[WholeWindow, Path], None]
    arrived: Callable[[WholeWindow, Goods], bool]
    is_own: bool = False


def pay(window: WholeWindow, _folder: Path) -> None:
    window.scan(COLA)
    window.key(Qt.Key.Key_F9)


def create_at_the_counter(window: WholeWindow, _folder: Path) -> None:
    window.scan(UNKNOWN)
    window.key(Qt.Key.Key_N, CONTROL)


def add_a_code(window: WholeWindow, _folder: Path) -> None:
    window.show("catalog.products")
    window.key(Qt.Key.Key_N, CONTROL)
    window.key(Qt.Key.Key_F3)


def add_an_operator(window: WholeWindow, _folder: Path) -> None:
    window.show("settings.operators")
    window.key(Qt.Key.Key_N, CONTROL)


def run_out_of_disk(_window: WholeWindow, _folder: Path) -> None:
    steps = (Step("关掉别的程序", "腾出地方"), Step("再做一次", "没做完的会接着做", "again"))
    stop = Stop("DISK-FULL", "磁盘满了，这一步没有存下来", "前面的账都在", steps)
    tell(Trouble(stop, is_awaited=True, again=lambda: None))


def read_the_status(window: WholeWindow, _folder: Path) -> None:
    window.wait(lambda: window.program._status is not None)
    window.key(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)


def choose_a_printer(window: WholeWindow, folder: Path) -> None:
    read_the_status(window, folder)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), StatusDialog))
    window.wait(lambda: isinstance(QApplication.activeWindow(), StatusDialog))
    window.key(Qt.Key.Key_F6)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), PrinterDialog))


def read_the_findings(window: WholeWindow, _folder: Path) -> None:
    window.wait(lambda: window.program._status is not None)
    status = window.program._status
    assert status is not None
    status._on_checked(("账户 现金 的余额应为 1.00，实为 2.00",))
    status.open("books")


def sign_in_after_a_scan(window: WholeWindow, _folder: Path) -> None:
    window.program._offer([COLA])


def export_the_stock(window: WholeWindow, _folder: Path) -> None:
    window.show("inventory.stock")
    window.settle()
    window.key(Qt.Key.Key_E, CONTROL)


def ask_for_help(window: WholeWindow, _folder: Path) -> None:
    window.key(Qt.Key.Key_F1)


def is_in_cart(window: WholeWindow, _goods: Goods) -> bool:
    model = part_of(window.page, CartTable).model()
    return any("君乐宝" in str(model.data(model.index(row, 1))) for row in range(model.rowCount()))


def is_shown_in_stock(window: WholeWindow, goods: Goods) -> bool:
    page = window.page
    assert isinstance(page, StockPage)
    return page.panel.product_id() == goods["君乐宝"]


def is_said(window: WholeWindow, _goods: Goods) -> bool:
    return any(SCANNED in line.shown_words() for line in window.page.findChildren(ScanLine))


# A dialog that is not here has nobody who looks after the scans that come while it is open: add how it is opened.
CASES = {
    "PaymentDialog": Case(pay, is_in_cart),
    "QuickCreateDialog": Case(create_at_the_counter, is_in_cart),
    "CodeDialog": Case(add_a_code, lambda _window, _goods: True, is_own=True),
    "OperatorDialog": Case(add_an_operator, is_said),
    "TroubleDialog": Case(run_out_of_disk, is_in_cart),
    "StatusDialog": Case(read_the_status, is_in_cart),
    "FindingsDialog": Case(read_the_findings, is_in_cart),
    "PrinterDialog": Case(choose_a_printer, is_in_cart),
    "HelpDialog": Case(ask_for_help, is_in_cart),
    "OfferedScans": Case(sign_in_after_a_scan, is_in_cart),
    "QFileDialog": Case(export_the_stock, is_shown_in_stock),
}


def every_dialog(kind: type[Dialog] = Dialog) -> Iterator[type[Dialog]]:
    for below in kind.__subclasses__():
        yield below
        yield from every_dialog(below)


def opened(window: WholeWindow, case: Case, folder: Path) -> QDialog:
    case.open(window, folder)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    window.wait(dialog.isActiveWindow)
    return dialog


def written(parts: list[QWidget]) -> list[str]:
    """Everything that is typed, chosen or ticked."""
    lines = [part.text() for part in parts if isinstance(part, QLineEdit)]
    combos = [part.currentText() for part in parts if isinstance(part, QComboBox)]
    ticks = [str(part.isChecked()) for part in parts if isinstance(part, QAbstractButton)]
    return lines + combos + ticks


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def test_every_dialog_of_the_program_is_looked_at() -> None:
    for module in pkgutil.walk_packages(jxc_desktop.ui.__path__, "jxc_desktop.ui."):
        importlib.import_module(module.name)
    ours = {kind.__name__ for kind in every_dialog() if kind.__module__.startswith("jxc_desktop.")}
    assert ours == set(CASES) - {"QFileDialog"}


def test_no_button_of_a_dialog_is_pressed_by_enter_alone(window: WholeWindow, case: Case, tmp_path: Path) -> None:
    dialog = opened(window, case, tmp_path)
    if isinstance(dialog, Dialog):
        buttons = dialog.findChildren(QPushButton)
        assert [button.text() for button in buttons if button.isDefault() or button.autoDefault()] == []


def test_a_scan_into_any_part_of_a_dialog_changes_nothing_and_reaches_the_page_afterwards(
    window: WholeWindow, goods: Goods, case: Case, tmp_path: Path
) -> None:
    dialog = opened(window, case, tmp_path)
    pressed: list[str] = []
    parts = dialog.findChildren(QWidget)
    for button in (part for part in parts if isinstance(part, QAbstractButton)):
        button.clicked.connect(lambda _checked=False, button=button: pressed.append(button.text()))
    places = [part for part in parts if part.isVisible() and part.isEnabled() and part.focusPolicy().value]
    for part in [dialog, *places]:
        part.setFocus()
        before = [] if case.is_own else written(parts)
        window.scan(SCANNED)
        assert dialog.isVisible()
        assert pressed == []
        if case.is_own:
            assert isinstance(dialog, CodeDialog)
            assert (dialog.code.text(), written(parts).count(SCANNED)) == (SCANNED, 1)
            dialog.code.clear()
        else:
            assert written(parts) == before
            assert not case.arrived(window, goods)
    window.key(ESCAPE)
    window.wait(lambda: QApplication.activeModalWidget() is None)
    window.wait(lambda: case.arrived(window, goods))
