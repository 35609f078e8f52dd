"""Filters side by side."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.segments import Segment, SegmentButton, Segments


@pytest.fixture
def segments(qtbot: QtBot, dress: Callable[..., None]) -> Segments:
    dress()
    made = Segments([Segment("all", "全部", 500), Segment("low", "偏低", 23), Segment("out", "缺货", 4)])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_one_is_chosen_and_the_row_is_as_high_as_an_input(segments: Segments) -> None:
    assert segments.chosen_name() == "all"
    assert segments.sizeHint().height() == 34


def test_right_and_left_walk_and_stop_at_the_ends(segments: Segments) -> None:
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(segments, key)

    assert chosen == ["low", "out", "low"]


def test_the_counts_are_always_shown(segments: Segments) -> None:
    segments.set_counts({"low": 24})

    assert [button.text() for button in segments.findChildren(SegmentButton)] == ["全部 500", "偏低 24", "缺货 4"]


def test_an_unknown_segment_is_refused(segments: Segments) -> None:
    with pytest.raises(ValueError, match="gone"):
        segments.choose("gone")


def test_tab_stops_at_the_chosen_one_alone_and_the_focus_goes_with_the_choice(
    qtbot: QtBot, dress: Callable[..., None]
) -> None:
    dress()
    segments = Segments([Segment("all", "全部"), Segment("low", "偏低"), Segment("out", "缺货")])
    segments.choose("low")
    page, before, after = QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in (before, segments, after):
        column.addWidget(part)
    page.show()
    page.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)

    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, SegmentButton)
    assert focus.text() == "偏低"

    segments.choose("out")
    focus = QApplication.focusWidget()
    assert isinstance(focus, SegmentButton)
    assert focus.text() == "缺货"

    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    assert after.hasFocus()
