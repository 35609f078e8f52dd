"""What an empty list says."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel


def _page() -> EmptyPage:
    return EmptyPage("clipboard-list", "还没有采购订单", "向供应商订货时用。", [KeyButton("新建订单", "Ctrl+N")])


def test_it_says_what_belongs_here_and_when_one_needs_it(qtbot: QtBot) -> None:
    page = _page()
    qtbot.addWidget(page)

    assert page.words() == "还没有采购订单\n向供应商订货时用。"
    assert [button.text() for button in page.findChildren(QPushButton)] == ["新建订单"]


def test_a_third_button_is_refused(qtbot: QtBot) -> None:
    buttons = [KeyButton(word) for word in "一二三"]
    for button in buttons:
        qtbot.addWidget(button)

    with pytest.raises(ValueError, match="3"):
        EmptyPage("inbox", "还没有", "以后会有。", buttons)


def test_it_stands_in_place_of_the_table(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    table: Table[str] = Table(TableModel([Column("name", "商品", str, stretches=True)]))
    panel = TablePanel(table, empty=_page())
    qtbot.addWidget(panel)
    panel.show()

    panel.show_empty(True)
    assert (panel.is_empty_shown(), table.isVisible()) == (True, False)

    panel.show_empty(False)
    assert (panel.is_empty_shown(), table.isVisible()) == (False, True)
