"""The table one scans into."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.scanned_table import ScannedTable
from jxc_desktop.ui.widgets.table_model import TableModel


@pytest.fixture
def table(qtbot: QtBot, dress: Callable[..., None]) -> ScannedTable[str]:
    dress()
    model: TableModel[str] = TableModel([Column("product", "商品", lambda row: row, stretches=True)])
    model.replace_rows(["可乐", "红茶", "散糖"])
    made = ScannedTable(model, "扫第一件")
    qtbot.addWidget(made)
    made.resize(400, 32 + 5 * 38)
    return made


def test_the_chosen_row_moves_and_stays_at_the_ends(table: ScannedTable[str]) -> None:
    assert table.chosen_number() == -1
    places = []
    for step in (1, 1, 5, -1, -9):
        table.move_choice(step)
        places.append(table.chosen_number())
    assert places == [0, 1, 2, 1, 0]


def test_without_rows_nothing_is_chosen(table: ScannedTable[str]) -> None:
    table.model_of_rows().replace_rows([])
    table.move_choice(1)
    assert table.chosen_number() == -1


def test_the_focus_never_comes_here(table: ScannedTable[str]) -> None:
    assert table.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_page_is_what_is_seen_less_one_row(table: ScannedTable[str]) -> None:
    table.show()
    assert table.rows_in_view() == 4
