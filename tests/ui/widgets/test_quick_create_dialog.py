"""建商品."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog, QuickCreateWords
from jxc_desktop.ui.widgets.scan_line import ScanLine
from tests.robots.counter import part_of

CODE = "6955487561862"
WORDS = QuickCreateWords("建好并入库", "没有进价也行。")


@pytest.fixture
def window(qtbot: QtBot, dress: Callable[..., None]) -> QWidget:
    dress()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def opened(window: QWidget, sees_cost: bool = True) -> QuickCreateDialog:
    dialog = QuickCreateDialog(window, CODE, [("食品", "饮料")], sees_cost, Qt.Key.Key_N, WORDS)
    dialog.open()
    return dialog


def press_save(dialog: QuickCreateDialog) -> None:
    """Ctrl+S, once the dialog has the focus."""
    dialog.activateWindow()
    while QApplication.focusWindow() is not dialog.windowHandle():
        QApplication.processEvents()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def saved(dialog: QuickCreateDialog, *texts: str) -> list[ProductDetails]:
    handed: list[ProductDetails] = []
    dialog.filled_in.connect(handed.append)
    _code, *lines = dialog.findChildren(InputLine)
    for line, text in zip(lines, texts, strict=False):
        line.setText(text)
    for _ in range(2):
        press_save(dialog)
    return handed


def test_the_place_of_work_names_the_button_and_advises(window: QWidget) -> None:
    dialog = opened(window)
    assert "建好并入库" in [button.text() for button in dialog.findChildren(KeyButton)]
    assert part_of(dialog, ScanLine).shown_words() == "没有进价也行。"


def test_name_and_prices_are_handed_over_once(window: QWidget) -> None:
    (details,) = saved(opened(window), " 刷子 ", "2", "1.2")
    assert (details.name, details.codes) == ("刷子", (CODE,))
    assert (details.retail_price, details.reference_cost) == (UnitPrice.parse("2"), UnitPrice.parse("1.2"))


@pytest.mark.parametrize("texts", [("", "2"), ("刷子", ""), ("刷子", "-1"), ("刷子", "2..")])
def test_without_a_name_and_a_right_price_nothing_is_handed_over(window: QWidget, texts: tuple[str, str]) -> None:
    dialog = opened(window)
    assert saved(dialog, *texts) == []
    assert len(dialog.faults()) == 1


def test_who_may_not_see_costs_has_no_field_for_one(window: QWidget) -> None:
    fields = len(opened(window).findChildren(InputLine))
    assert len(opened(window, sees_cost=False).findChildren(InputLine)) == fields - 1
