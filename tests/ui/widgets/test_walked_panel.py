"""A panel whose parts are walked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.ui.widgets.walked_panel import WalkedPanel


class Tens(WalkedPanel):
    """Parts of ten pixels each, from the left."""

    parts = 3

    @override
    def count(self) -> int:
        return self.parts

    @override
    def number_at(self, point: QPointF) -> int | None:
        number = int(point.x() // 10)
        return number if number < self.parts else None

    @override
    def spoken(self) -> str:
        return f"part {self.current()}"


@pytest.fixture
def tens(qtbot: QtBot, dress: Callable[..., None]) -> Tens:
    dress()
    made = Tens(Qt.Key.Key_Left, Qt.Key.Key_Right)
    qtbot.addWidget(made)
    made.resize(100, 20)
    made.show()
    return made


def test_keys_walk_and_stop_at_both_ends(tens: Tens) -> None:
    QTest.keyClick(tens, Qt.Key.Key_Left)
    assert tens.current() == 0
    for _step in range(5):
        QTest.keyClick(tens, Qt.Key.Key_Right)
    assert (tens.current(), tens.accessibleName()) == (2, "part 2")


def test_a_click_goes_to_a_part_and_beside_them_nowhere(tens: Tens) -> None:
    QTest.mouseClick(tens, Qt.MouseButton.LeftButton, pos=QPoint(15, 5))
    QTest.mouseClick(tens, Qt.MouseButton.LeftButton, pos=QPoint(95, 5))
    assert tens.current() == 1


def test_enter_or_a_double_click_opens_one(qtbot: QtBot, tens: Tens) -> None:
    QTest.keyClick(tens, Qt.Key.Key_Right)
    with qtbot.waitSignal(tens.opened) as opened:
        QTest.keyClick(tens, Qt.Key.Key_Enter)
    assert opened.args == [1]
    with qtbot.waitSignal(tens.opened) as opened:
        QTest.mouseDClick(tens, Qt.MouseButton.LeftButton, pos=QPoint(25, 5))
    assert opened.args == [2]


def test_fewer_parts_leave_the_last_one_current_and_none_opens_nothing(qtbot: QtBot, tens: Tens) -> None:
    QTest.keyClick(tens, Qt.Key.Key_Right)
    QTest.keyClick(tens, Qt.Key.Key_Right)
    tens.parts = 2
    tens.show_anew()
    assert tens.current() == 1
    tens.parts = 0
    tens.show_anew()
    with qtbot.assertNotEmitted(tens.opened):
        QTest.keyClick(tens, Qt.Key.Key_Return)
    assert tens.current() == 0
