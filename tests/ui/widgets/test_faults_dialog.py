"""The faults of a file in a list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.services.migrate_in.faults import FileFaultsError, ImportFault
from jxc_desktop.ui.widgets.faults_dialog import FaultsDialog

FAULTS = (
    ImportFault(2, "D", "零售\n价", "not_a_number", "贵"),
    ImportFault(7, "", "商品名称", "name_missing"),
)


@pytest.fixture
def dialog(qtbot: QtBot, dress: Callable[..., None]) -> Iterator[FaultsDialog]:
    dress()
    window = QWidget()
    window.resize(1300, 690)
    qtbot.addWidget(window)
    window.show()
    made = FaultsDialog(window, FileFaultsError(Path("商品.csv"), FAULTS, 2))
    made.open()
    yield made
    made.reject()


def test_each_fault_has_its_row_column_and_words(dialog: FaultsDialog) -> None:
    model = dialog.table.model_of_rows()
    rows = [[model.cell_text(row, place) for place in range(3)] for row in range(model.rowCount())]
    assert rows == [["2", "D 零售 价", "“贵”不是数字"], ["7", "商品名称", "没有商品名称"]]


def test_everything_can_be_copied_for_whoever_mends_the_file(dialog: FaultsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "商品.csv 有 2 处错误，没有导入任何内容："
    assert len(lines) == 3


def test_enter_answers_nothing(dialog: FaultsDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_chosen_fault_is_written_out_whole_below_the_list(dialog: FaultsDialog) -> None:
    assert dialog.whole.words() == "第 2 行 D 列（零售）：“贵”不是数字"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.whole.words() == "第 7 行（商品名称）：没有商品名称"


@pytest.mark.parametrize("base", [14, 16, 18])
@pytest.mark.parametrize("width", [1300, 910])
def test_the_longest_advice_is_read_to_its_end(qtbot: QtBot, dress: Callable[..., None], base: int, width: int) -> None:
    dress(base=base)
    window = QWidget()
    window.resize(width, 690)
    qtbot.addWidget(window)
    window.show()
    fault = ImportFault(12345, "AB", "商品条码（国际码）", "scientific", "6.92257770282E+12")
    made = FaultsDialog(window, FileFaultsError(Path("商品.csv"), (fault,), 1))
    made.open()
    assert made.whole.needed_height() <= made.whole.height()
    assert made.table.viewport().height() >= 3 * made.table.rowHeight(0)
    made.reject()
