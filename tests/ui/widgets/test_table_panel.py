"""A table with its foot, or what an empty list says."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel

NAME: Column[str] = Column("name", "名称", str)


@pytest.fixture
def table(qapp: object, dress: Callable[..., None]) -> Table[str]:
    dress()
    return Table(TableModel([NAME]))


def test_an_empty_list_says_so_in_place_of_table_and_foot(qtbot: QtBot, table: Table[str]) -> None:
    foot, empty = QLabel("合计"), EmptyPage("inbox", "还没有单", "开单以后会有。")
    panel = TablePanel(table, foot, empty)
    qtbot.addWidget(panel)
    panel.show()
    for is_empty in (True, False):
        panel.show_empty(is_empty)
        assert (panel.is_empty_shown(), empty.isVisible()) == (is_empty, is_empty)
        assert (table.isVisible(), foot.isVisible()) == (not is_empty, not is_empty)


def test_a_panel_without_such_a_page_keeps_showing_its_table(qtbot: QtBot, table: Table[str]) -> None:
    panel = TablePanel(table)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_empty(True)
    assert (panel.is_empty_shown(), table.isVisible()) == (False, True)
