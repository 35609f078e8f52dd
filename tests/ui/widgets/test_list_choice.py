"""One of a few things from a list."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.list_choice import ListChoice


@pytest.fixture
def choice(qtbot: QtBot, dress: Callable[..., None]) -> ListChoice:
    dress()
    made = ListChoice("表头")
    made.show_options([(1, "第 1 行"), (2, "第 2 行"), (3, "第 3 行")], 2)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_chosen_one_is_shown_and_nobody_told(qtbot: QtBot, choice: ListChoice) -> None:
    assert (choice.currentText(), choice.chosen()) == ("第 2 行", 2)
    with qtbot.assertNotEmitted(choice.picked):
        choice.show_options([(5, "第 5 行")], 9)
    assert choice.chosen() == 5


def test_another_one_is_told_once(qtbot: QtBot, choice: ListChoice) -> None:
    with qtbot.waitSignal(choice.picked) as told:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == [3]
    with qtbot.assertNotEmitted(choice.picked):
        choice.setCurrentIndex(2)


def test_the_wheel_changes_nothing_while_the_list_is_shut(choice: ListChoice) -> None:
    none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), buttons, none, phase, False)
    QApplication.sendEvent(choice, event)
    assert choice.chosen() == 2


def test_nothing_to_choose_from_is_nothing_chosen(choice: ListChoice) -> None:
    choice.show_options([], None)
    assert choice.chosen() is None
