"""The documents before and after one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.trail_list import ROW, TrailEntry, TrailList

OWN = TrailEntry(None, "receipt", "XS20260303-0001", "本单", "7.00")
FIRST = TrailEntry(11, "receipt-refund", "XT20260303-0001", "03-03 10:30  退货  老板", "−3.00")
SECOND = TrailEntry(12, "receipt-refund", "XT20260303-0002", "03-03 10:40  退货  老板", "−2.00")


@pytest.fixture
def trail(qtbot: QtBot, dress: Callable[..., None]) -> TrailList:
    dress()
    made = TrailList()
    qtbot.addWidget(made)
    made.resize(320, look().px(ROW) * 3)
    made.show_entries([OWN, FIRST, SECOND])
    made.show()
    return made


def test_enter_opens_the_first_other_document_and_arrows_the_next(trail: TrailList, qtbot: QtBot) -> None:
    opened: list[object] = []
    trail.opened.connect(opened.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        QTest.keyClick(trail, key)
    assert opened == [11, 12]


def test_the_document_on_the_page_is_not_opened_again(trail: TrailList) -> None:
    opened: list[object] = []
    trail.opened.connect(opened.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(trail, key)
    assert (opened, trail.accessibleName()) == ([], "XS20260303-0001 本单 7.00")


def test_a_click_opens(trail: TrailList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(trail.opened) as opened:
        QTest.mouseClick(
            trail, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, look().px(ROW) * 2 + 10)
        )
    assert opened.args == [12]


def test_a_document_alone_takes_no_focus(trail: TrailList) -> None:
    trail.show_entries([OWN])
    assert trail.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_long_trail_scrolls_to_the_chosen_document(trail: TrailList, qtbot: QtBot) -> None:
    trail.resize(320, look().px(ROW) * 2)
    trail.move_choice(1)
    with qtbot.waitSignal(trail.opened) as opened:
        QTest.mouseClick(
            trail, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, look().px(ROW) + 10)
        )
    assert opened.args == [12]
