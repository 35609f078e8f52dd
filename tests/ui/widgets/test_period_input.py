"""The days a report is of."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.day_text import BadDayError
from jxc_desktop.ui.widgets.day_span import Days, DaySpan
from jxc_desktop.ui.widgets.period_input import PeriodInput, written_days

TODAY = date(2026, 3, 4)
FEBRUARY = Days(date(2026, 2, 1), date(2026, 2, 28))


@pytest.fixture
def period(qtbot: QtBot, dress: Callable[..., None]) -> PeriodInput:
    dress()
    made = PeriodInput(lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def write(period: PeriodInput, text: str) -> None:
    line = period.lineEdit()
    assert isinstance(line, QLineEdit)
    period.setFocus()
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["2 月", "2月", "2026-02", "2026 年 2 月", "2-1 至 2-28", "20260201 20260228"])
def test_a_month_is_understood_as_people_write_it(text: str) -> None:
    assert written_days(text, TODAY) == FEBRUARY


def test_a_month_still_to_come_was_that_of_last_year() -> None:
    assert written_days("12 月", TODAY) == Days(date(2025, 12, 1), date(2025, 12, 31))


@pytest.mark.parametrize("text", ["13 月", "什么", "2026-00"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadDayError):
        written_days(text, TODAY)


def test_this_month_is_usual_and_a_word_is_as_good_as_the_list(qtbot: QtBot, period: PeriodInput) -> None:
    assert period.days() == Days(date(2026, 3, 1), TODAY)
    with qtbot.waitSignal(period.applied):
        write(period, "上月")
    assert (period.choice(), period.days()) == (DaySpan.LAST_MONTH, FEBRUARY)
    with qtbot.waitSignal(period.applied):
        period.activated.emit(period.findText("本年"))
    assert period.days() == Days(date(2026, 1, 1), TODAY)


def test_typed_days_are_written_out(qtbot: QtBot, period: PeriodInput) -> None:
    with qtbot.waitSignal(period.applied):
        write(period, "2 月")
    assert period.text() == "2026-02-01 至 2026-02-28"


def test_digits_typed_fast_are_a_day_and_no_scan(period: PeriodInput) -> None:
    period.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.property("number") is True


def test_the_same_days_once_more_are_nothing_new(qtbot: QtBot, period: PeriodInput) -> None:
    write(period, "2 月")
    with qtbot.assertNotEmitted(period.applied):
        write(period, period.text())


def test_what_cannot_be_read_is_marked_until_it_is_right(qtbot: QtBot, period: PeriodInput) -> None:
    with qtbot.waitSignal(period.refused) as refused:
        write(period, "3-33")
    assert "没看懂这个日期" in refused.args[0]
    assert period.is_bad()
    write(period, "3-3")
    assert not period.is_bad()


def test_days_of_ones_own_begin_with_an_empty_line_that_says_how(period: PeriodInput) -> None:
    period.activated.emit(period.count() - 1)
    line = period.lineEdit()
    assert line is not None
    assert (line.text(), QApplication.focusWidget()) == ("", line) or QApplication.focusWidget() is period
    assert "2 月" in line.placeholderText()
