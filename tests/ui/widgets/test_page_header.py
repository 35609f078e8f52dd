"""The first line of a page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.type_scale import TITLE, text_width
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.page_header import BackMark, PageHeader


def test_title_note_and_badge_can_be_read(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    header = PageHeader("库存查询")
    qtbot.addWidget(header)
    header.show_title("商品", "截至 14:32", Badge("改了 2 处，没保存", "pencil"))
    assert header.words() == "商品 截至 14:32 改了 2 处，没保存"


def test_its_buttons_never_take_the_focus(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    button = KeyButton("导出", "Ctrl+E")
    header = PageHeader("库存查询", (button,))
    qtbot.addWidget(header)
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_way_back_of_a_document_can_be_clicked(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    header = PageHeader("商品", has_back=True)
    qtbot.addWidget(header)
    header.show()
    mark = header.findChild(BackMark)
    assert mark is not None
    with qtbot.waitSignal(header.back):
        QTest.mouseClick(mark, Qt.MouseButton.LeftButton)


def test_a_long_title_is_cut_and_the_badge_stays_in_sight(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    header = PageHeader("黄鹤楼" * 40)
    qtbot.addWidget(header)
    header.resize(400, 40)
    without = header.grab().toImage()
    header.show_title("黄鹤楼" * 40, badge=Badge("没保存", "pencil"))
    assert header.grab().toImage() != without


def test_what_stands_beside_the_title_comes_before_its_note(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    beside = QLabel("本月")
    header = PageHeader("月报", beside=(beside,))
    qtbot.addWidget(header)
    header.resize(600, 34)
    header.show()
    header.show_title("月报", "截至 14:32")
    assert header.words() == "月报 截至 14:32"
    assert beside.x() >= text_width(TITLE, "月报")
