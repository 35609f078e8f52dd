"""Figures typed in the scan line."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.typed_entries import Entry, TypedEntries, was


class Counted(TypedEntries[int]):
    """One number, of which no more than a hundred may be."""

    def __init__(self, line: ScanLine) -> None:
        super().__init__(line)
        self.count = 3

    def ask(self) -> None:
        entry = Entry(self._change, lambda count: (plain(f"共 {count * 2}"),), was(str(self.count)))
        self._ask(entry, (bold("数量"),), str(self.count))

    @override
    def _write(self, draft: int) -> None:
        self.count = draft

    @override
    def _has_red_rows(self) -> bool:
        return False

    def _change(self, text: str) -> int:
        count = Quantity.parse(text).milli // 1000
        if count > 100:
            raise InvalidInputError("quantity", "too_large", count)
        return count


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> ScanLine:
    dress()
    made = ScanLine()
    qtbot.addWidget(made)
    made.resize(800, 36)
    made.show()
    return made


@pytest.fixture
def counted(line: ScanLine) -> Counted:
    made = Counted(line)
    made.ask()
    return made


def entry_of(line: ScanLine) -> InputLine:
    found = line.findChild(InputLine)
    assert found is not None
    return found


def write(line: ScanLine, text: str) -> None:
    entry_of(line).setText(text)
    QTest.keyClick(entry_of(line), Qt.Key.Key_Return)


def test_behind_the_entry_stands_what_it_comes_to(line: ScanLine, counted: Counted) -> None:
    entry_of(line).setText("7")
    assert line.shown_words() == "数量 原来 3 共 14 Enter 改 Esc 不改"


def test_enter_writes_and_closes(qtbot: QtBot, line: ScanLine, counted: Counted) -> None:
    with qtbot.waitSignals([counted.written, counted.closed]):
        write(line, "7")
    assert (counted.count, line.is_asking()) == (7, False)


@pytest.mark.parametrize(("text", "words"), [("101", "数量：太大了"), ("1..2", "写成数字")])
def test_what_is_refused_is_said_and_the_entry_stays(line: ScanLine, counted: Counted, text: str, words: str) -> None:
    write(line, text)
    assert (counted.count, line.is_asking()) == (3, True)
    assert words in line.shown_words()
    assert line.shown_kind() is LineKind.DANGER
    entry_of(line).setText("7")
    assert line.shown_kind() is LineKind.ENTRY


def test_esc_changes_nothing(qtbot: QtBot, line: ScanLine, counted: Counted) -> None:
    entry_of(line).setText("7")
    with qtbot.waitSignal(counted.closed):
        QTest.keyClick(entry_of(line), Qt.Key.Key_Escape)
    assert (counted.count, line.is_asking()) == (3, False)


def test_an_entry_of_somebody_else_is_left_alone(line: ScanLine, counted: Counted) -> None:
    counted.leave()
    line.ask((bold("供应商"),), "")
    write(line, "9")
    assert counted.count == 3


def test_what_was_wrong_with_the_figure_goes_with_the_entry(line: ScanLine, counted: Counted) -> None:
    write(line, "101")
    assert line.shown_kind() is LineKind.DANGER
    QTest.keyClick(entry_of(line), Qt.Key.Key_Escape)
    assert (line.shown_words(), line.shown_kind()) == ("", LineKind.NEUTRAL)


def test_that_the_entry_comes_first_stands_behind_it_and_goes_with_it(line: ScanLine, counted: Counted) -> None:
    line.close_entry()
    line.say(LineKind.SUCCESS, "可乐 3.00")
    counted.ask()
    counted.insist()
    assert line.shown_words() == "数量 先按 Enter 改好，或按 Esc 不改 Enter 改 Esc 不改"
    QTest.keyClick(entry_of(line), Qt.Key.Key_Escape)
    assert line.shown_words() == "可乐 3.00"
