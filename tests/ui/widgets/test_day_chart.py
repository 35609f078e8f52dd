"""A chart by day, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.day_chart import ChartWords, DayBar, DayChart

WORDS = ChartWords("每日销售额", "元", "2 月", "1 月")


@pytest.fixture
def chart(qtbot: QtBot, dress: Callable[..., None]) -> DayChart:
    dress()
    made = DayChart()
    qtbot.addWidget(made)
    made.resize(700, 229)
    made.show()
    days = [DayBar(f"2-{day}", day * 10.0, f"2 月 {day} 日", 5.0, f"1 月 {day} 日") for day in range(1, 11)]
    made.show_days(days, WORDS)
    return made


def test_arrows_walk_the_days_and_stop_at_the_ends(chart: DayChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current_words() == "2 月 1 日  1 月 1 日"
    for _day in range(20):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current() == 9
    assert "2 月 10 日" in chart.accessibleName()


def test_enter_opens_the_day_one_stands_on(qtbot: QtBot, chart: DayChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_click_chooses_a_day_and_a_double_click_opens_it(qtbot: QtBot, chart: DayChart) -> None:
    place = QPoint(chart.width() - 30, 150)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chart.current() == 9
    with qtbot.waitSignal(chart.opened):
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=place)


def test_bars_stand_in_the_accent_and_the_month_before_is_drawn_over_them(chart: DayChart) -> None:
    image = chart.grab().toImage()
    shown = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(60, image.height())}
    assert look().colours.accent.name() in shown
    chart.show_days([DayBar(f"2-{day}", day * 10.0, f"2 月 {day} 日") for day in range(1, 11)], WORDS)
    assert chart.grab().toImage() != image


def test_a_month_without_a_day_paints_and_says_nothing(chart: DayChart) -> None:
    chart.show_days([], WORDS)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert (chart.current_words(), chart.grab().isNull()) == ("", False)
