"""The line under the scan field."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine

DANGER, ENTRY, WARNING, SUCCESS, NEUTRAL = (
    LineKind.DANGER,
    LineKind.ENTRY,
    LineKind.WARNING,
    LineKind.SUCCESS,
    LineKind.NEUTRAL,
)


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> ScanLine:
    dress()
    made = ScanLine()
    qtbot.addWidget(made)
    made.resize(808, made.sizeHint().height())
    made.show()
    return made


def _ground(line: ScanLine) -> str:
    return line.grab().toImage().pixelColor(line.width() // 2, 2).name()


def test_danger_is_worth_most_then_an_entry_a_warning_a_success_and_plain_words() -> None:
    order = [DANGER, ENTRY, WARNING, SUCCESS, NEUTRAL]

    for better, worse in pairwise(order):
        assert better.outranks(worse)
        assert not worse.outranks(better)


@pytest.mark.parametrize("lower", [WARNING, SUCCESS, NEUTRAL])
def test_nothing_lower_covers_a_danger_line_whose_red_row_is_there(line: ScanLine, lower: LineKind) -> None:
    line.say(DANGER, "没有这个条码 6955487561862")
    line.hold_danger(True)

    assert not line.say(lower, "香满园大豆油 33.00")
    assert "6955487561862" in line.shown_words()
    assert line.shown_kind() is DANGER


def test_another_danger_covers_a_held_one(line: ScanLine) -> None:
    line.say(DANGER, "没有这个条码 6955487561862")
    line.hold_danger(True)

    assert line.say(DANGER, "没有这个条码 6900000000000")
    assert "6900000000000" in line.shown_words()


def test_when_the_red_row_is_gone_what_it_covered_appears(line: ScanLine) -> None:
    line.say(DANGER, "没有这个条码")
    line.hold_danger(True)
    line.say(NEUTRAL, "香满园大豆油 33.00")

    line.hold_danger(False)

    assert line.shown_words() == "香满园大豆油 33.00"


def test_a_danger_line_without_a_red_row_gives_way_to_the_next_scan(line: ScanLine) -> None:
    line.say(DANGER, "没读全，再扫一次")

    assert line.say(NEUTRAL, "香满园大豆油 33.00")
    assert line.shown_kind() is NEUTRAL


def test_a_scan_leaves_an_open_entry_as_it_is_and_is_said_afterwards(line: ScanLine) -> None:
    entry = line.ask([bold("第 3 行 上好佳洋葱圈"), muted("数量")], "3")
    entry.setText("6")

    assert not line.say(NEUTRAL, "香满园大豆油 33.00")
    assert (line.shown_kind(), entry.text(), entry.isVisible()) == (ENTRY, "6", True)

    line.close_entry()
    assert line.shown_words() == "香满园大豆油 33.00"


def test_an_unknown_scan_shows_its_danger_beside_an_open_entry_that_stays(line: ScanLine) -> None:
    entry = line.ask([bold("第 3 行"), muted("数量")], "3", tail=[muted("原来 3")])
    before = entry.geometry()

    line.say(DANGER, "没有这个条码 6955487561862")

    assert line.shown_kind() is DANGER
    assert "6955487561862" in line.shown_words()
    assert (entry.isVisible(), entry.geometry()) == (True, before)


def test_an_entry_has_the_old_value_selected_and_the_focus(line: ScanLine, qtbot: QtBot) -> None:
    line.activateWindow()
    entry = line.ask([plain("数量")], "3")

    qtbot.waitUntil(entry.hasFocus)
    assert entry.selectedText() == "3"


def test_there_is_never_more_than_one_entry(line: ScanLine, qtbot: QtBot) -> None:
    line.ask([plain("数量")], "3")
    line.ask([plain("单价")], "7.00")

    visible = [field for field in line.findChildren(QLineEdit) if field.isVisible()]
    assert [field.text() for field in visible] == ["7.00"]


def test_enter_answers_with_the_sum_worked_out_and_the_page_closes_the_entry(line: ScanLine, qtbot: QtBot) -> None:
    entry = line.ask([plain("数量")], "3")
    entry.setText("12*4")

    with qtbot.waitSignal(line.answered) as answered:
        QTest.keyClick(entry, Qt.Key.Key_Return)

    assert answered.args == ["48"]
    assert line.is_asking()


def test_escape_leaves_the_entry_and_writes_nothing(line: ScanLine, qtbot: QtBot) -> None:
    entry = line.ask([plain("数量")], "3")

    with qtbot.waitSignal(line.entry_left), qtbot.assertNotEmitted(line.answered):
        QTest.keyClick(entry, Qt.Key.Key_Escape)

    assert not line.is_asking()


def test_a_scan_flashes_in_the_strong_colour_and_is_soft_again_after_120_ms(line: ScanLine, qtbot: QtBot) -> None:
    line.say(DANGER, "没有这个条码", flashes=True)
    assert _ground(line) == look().colours.danger.name()

    qtbot.waitUntil(lambda: _ground(line) == look().colours.danger_soft.name(), timeout=1000)


def test_the_line_keeps_its_height_whatever_it_says(line: ScanLine) -> None:
    heights = set()
    for kind in (NEUTRAL, SUCCESS, WARNING, DANGER):
        line.say(kind, "很长的一句话" * 40, keys=[KeyHint("Ctrl+N", "建商品")])
        heights.add(line.sizeHint().height())
    line.ask([plain("很长的一句话" * 40)], "3")
    heights.add(line.sizeHint().height())

    assert heights == {36}


def test_a_long_name_leaves_the_entry_and_its_keys_in_view(line: ScanLine) -> None:
    entry = line.ask([bold("黄鹤楼" * 30), muted("数量")], "3", keys=[KeyHint("Enter", "改"), KeyHint("Esc", "不改")])

    assert entry.geometry().right() < line.width() - 100
