"""The window library takes no reference from None: where it does, the program dies within minutes."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000
# Other parts of Python come and go while we count; the fault takes one reference with every call.
NOISE = CALLS // 100

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from Python 3.12 on None is immortal: nothing can take its references"
)


def references_taken(returns_nothing: Callable[[], object]) -> int:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        returns_nothing()
    return before - sys.getrefcount(None)


def test_ten_thousand_calls_on_an_object_leave_none_whole() -> None:
    thing = QObject()
    assert abs(references_taken(lambda: thing.setObjectName("till"))) < NOISE


def test_ten_thousand_calls_on_a_timer_leave_none_whole() -> None:
    timer = QTimer()
    assert abs(references_taken(lambda: timer.setInterval(5))) < NOISE


def test_ten_thousand_calls_on_a_widget_leave_none_whole(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert abs(references_taken(lambda: label.setText("12.50"))) < NOISE
