"""What an empty list says."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
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


def test_its_keys_press_its_buttons_wherever_the_focus_is(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    buttons = [KeyButton("去收货", "F9"), KeyButton("新建订单", "Ctrl+N")]
    pressed: list[str] = []
    for button in buttons:
        button.clicked.connect(lambda _checked=False, key=button.key: pressed.append(key))
    page = EmptyPage("inbox", "还没有", "以后会有。", buttons)
    qtbot.addWidget(page)
    keys = [(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)]
    assert not any(page.press(_key(*key)) for key in keys)

    page.show()
    assert [page.press(_key(*key)) for key in (*keys, (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier))] == [
        True,
        True,
        False,
    ]
    assert pressed == ["F9", "Ctrl+N"]


def _key(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key.value, modifiers)
