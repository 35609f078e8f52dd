"""The foot of the window."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.status_line import StatusItem, StatusLine


def test_a_click_on_a_problem_says_which_one(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1366, line.sizeHint().height())
    line.show_items(
        [StatusItem("operator", "收银员01", "user")], [StatusItem("backup", "今天还没备份", tone=Tone.WARNING)]
    )
    line.show()

    with qtbot.waitSignal(line.pressed) as pressed:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(1366 - 40, 14))

    assert pressed.args == ["backup"]
    assert line.height() == 28


def test_all_facts_are_read_out_from_left_to_right(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)

    line.show_items(
        [StatusItem("operator", "收银员01")], [StatusItem("backup", "已备份"), StatusItem("books", "账目一致")]
    )

    assert line.accessibleName() == "收银员01; 已备份; 账目一致"
    assert [item.name for item in line.items()] == ["operator", "backup", "books"]
