"""A month with its neighbours."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.month_chooser import MonthChooser


def test_a_click_at_its_ends_steps_a_month_and_none_into_the_future(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    chooser = MonthChooser()
    qtbot.addWidget(chooser)
    chooser.resize(chooser.sizeHint())
    chooser.show()
    steps: list[int] = []
    chooser.stepped.connect(steps.append)
    chooser.show_month(date(2026, 2, 1), can_go_on=True)
    assert chooser.words() == "2026 年 2 月"
    left, right = QPoint(5, 10), QPoint(chooser.width() - 5, 10)
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton, pos=right)
    chooser.show_month(date(2026, 3, 1), can_go_on=False)
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton, pos=right)
    assert steps == [-1, 1]
