"""Whoever shows keys can be asked for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_bar import KeyBar, KeyCell
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.shown_keys import shown_keys

PAY = KeyHint("F9", "收款")


def page_of(qtbot: QtBot, *parts: QWidget) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    page.show()
    return page


def test_keys_come_from_bars_buttons_lines_fields_and_headings(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    bar = KeyBar([KeyCell("F3", "数量", also="*"), KeyCell("F2", "会员", refusal="还没有会员")])
    title = SectionTitle("流水", hints=(KeyHint("F8", "到这里"),))
    page = page_of(
        qtbot, bar, KeyButton("导出", "Ctrl+E"), SearchLine("名称"), title, HintLine([KeyHint("", "也可以扫")])
    )
    assert shown_keys([page]) == [
        KeyHint("F3 *", "数量"),
        KeyHint("Ctrl+E", "导出"),
        KeyHint("Ctrl+F", "名称"),
        KeyHint("F8", "流水：到这里"),
    ]


def test_a_key_shown_twice_is_told_once(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    page = page_of(qtbot, KeyButton("收款", "F9"), HintLine([PAY]))
    assert shown_keys([page]) == [PAY]


def test_a_button_that_is_not_there_now_is_not_told(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    hidden = KeyButton("红冲", "F7")
    page = page_of(qtbot, hidden, HintLine([PAY]))
    hidden.hide()
    assert shown_keys([page]) == [PAY]
