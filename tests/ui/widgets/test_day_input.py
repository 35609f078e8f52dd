"""A line to type a day into."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.day_input import DayInput

TODAY = date(2026, 3, 4)


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> DayInput:
    dress()
    made = DayInput(TODAY, lambda: TODAY)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "day"), [("5", "2026-03-05"), ("2-28", "2026-02-28"), ("20251231", "2025-12-31"), ("-1", "2026-03-03")]
)
def test_a_day_is_written_out_when_enter_is_pressed(line: DayInput, typed: str, day: str) -> None:
    heard: list[object] = []
    line.day_typed.connect(heard.append)
    line.selectAll()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == day
    assert heard == [date.fromisoformat(day)]


def test_the_same_day_again_tells_nobody(line: DayInput) -> None:
    heard: list[object] = []
    line.day_typed.connect(heard.append)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard == []


def test_what_is_no_day_stays_and_is_marked(line: DayInput) -> None:
    line.setText("3-33")
    line.settle()
    assert (line.day(), line.text(), line.property("bad")) == (None, "3-33", True)
    line.show_day(TODAY)
    assert (line.text(), line.property("bad")) == ("2026-03-04", False)


def test_a_line_that_may_be_empty_tells_when_it_was_emptied(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = DayInput(TODAY, lambda: TODAY, may_be_empty=True)
    qtbot.addWidget(line)
    heard: list[object] = []
    line.day_typed.connect(heard.append)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (heard, line.is_bad(), line.text()) == ([None], False, "")
    QTest.keyClicks(line, "99")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (heard, line.is_bad(), line.text()) == ([None], True, "99")


def test_a_line_that_may_not_be_empty_is_bad_without_a_day(line: DayInput) -> None:
    line.setText("")
    line.settle()
    assert line.is_bad()
