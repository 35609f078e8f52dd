"""Persons and scanners: what the filter does with the keys of each."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.ui.widgets.scan_filter import ScanFilter

if TYPE_CHECKING:
    from tests.ui.widgets.conftest import Counter, Keyboard

EAN = "6901234567892"
Show = Callable[[QWidget], None]
NOBODY = Qt.KeyboardModifier.NoModifier


class Ears(QWidget):
    """Hears keys come up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.released: list[str] = []

    @override
    def keyReleaseEvent(self, event: QKeyEvent, /) -> None:
        self.released.append(event.text())


class Forgetful(QLineEdit):
    """A field that fails at a key, as a page with a fault in it does."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.text() == "x":
            raise LookupError(event.text())
        super().keyPressEvent(event)


# Persons


@pytest.mark.parametrize("gap", [51, 70, 120, 200])
@pytest.mark.parametrize("text", ["13800138000", "nong fu", "ABC-12.5*4"])
def test_typing_comes_through_in_order(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot, gap: int, text: str
) -> None:
    keyboard.type(text, gap)
    qtbot.waitUntil(lambda: counter.name.text() == text)
    assert heard == []


@pytest.mark.parametrize("text", ["12", "1000", "13800138000"])
def test_a_number_and_enter_arrive_in_order(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", text: str
) -> None:
    counter.amount.setFocus()
    seen_at_enter: list[str] = []
    counter.amount.returnPressed.connect(lambda: seen_at_enter.append(counter.amount.text()))
    keyboard.type(text + "\r", 60)
    assert seen_at_enter == [text]
    assert heard == []


def test_two_keys_that_overlap_keep_their_order(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    for first, second in ("12", "34"):
        keyboard.wait(120)
        keyboard.press(Qt.Key(ord(first)), first)
        keyboard.wait(25)
        keyboard.press(Qt.Key(ord(second)), second)
        keyboard.release(Qt.Key(ord(first)), first)
        keyboard.release(Qt.Key(ord(second)), second)
    keyboard.type("\r")
    assert counter.name.text() == "1234"
    assert heard == []


def test_12_and_a_quick_enter_in_a_number_field_is_twelve(
    counter: "Counter", heard: list[str], keyboard: "Keyboard"
) -> None:
    counter.amount.setFocus()
    keyboard.type("12\r", 30)
    assert (counter.amount.text(), heard) == ("12", [])


def test_a_key_held_down_repeats_and_its_enter_is_no_scan(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_0, "0")
    qtbot.waitUntil(lambda: counter.name.text() == "0")
    keyboard.wait(660)
    for _ in range(14):
        keyboard.release(Qt.Key.Key_0, "0", is_repeat=True)
        keyboard.press(Qt.Key.Key_0, "0", is_repeat=True)
        keyboard.wait(33)
    keyboard.release(Qt.Key.Key_0, "0")
    keyboard.type("\r")
    assert (counter.name.text(), heard) == ("0" * 15, [])


def test_space_presses_a_button_once(counter: "Counter", keyboard: "Keyboard", qtbot: QtBot) -> None:
    counter.button.setFocus()
    with qtbot.waitSignal(counter.button.clicked):
        keyboard.type(" ")
    assert not counter.button.isDown()


def test_a_click_comes_after_the_keys_before_it(counter: "Counter", keyboard: "Keyboard", qtbot: QtBot) -> None:
    order: list[str] = []
    counter.name.textEdited.connect(order.append)
    counter.button.clicked.connect(lambda: order.append("click"))
    keyboard.type("7")
    window = counter.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, NOBODY, counter.button.geometry().center())
    assert order == ["7", "click"]


def test_backspace_takes_away_the_key_just_typed(counter: "Counter", keyboard: "Keyboard") -> None:
    keyboard.type("7")
    keyboard.key(Qt.Key.Key_Backspace, text="\b", gap=20)
    assert counter.name.text() == ""


def test_after_a_scan_undo_takes_back_the_typing_and_nothing_else(
    counter: "Counter", heard: list[str], keyboard: "Keyboard"
) -> None:
    keyboard.type("ab")
    keyboard.scan(EAN)
    assert (counter.name.text(), heard) == ("ab", [EAN])
    counter.name.undo()
    assert counter.name.text() == ""
    counter.name.redo()
    assert counter.name.text() == "ab"


def test_a_digit_shortcut_never_breaks_a_scan(counter: "Counter", heard: list[str], qtbot: QtBot) -> None:
    fired: list[str] = []
    QShortcut("7", counter).activated.connect(lambda: fired.append("7"))
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_7)
    qtbot.waitUntil(lambda: counter.name.text() == "7")
    assert fired == []


def test_a_function_key_shortcut_still_fires(counter: "Counter", qtbot: QtBot) -> None:
    shortcut = QShortcut("F9", counter)
    with qtbot.waitSignal(shortcut.activated):
        QTest.keyClick(counter.windowHandle(), Qt.Key.Key_F9)


# Scanners


def test_in_a_quantity_a_scan_is_never_the_quantity(counter: "Counter", heard: list[str], keyboard: "Keyboard") -> None:
    counter.pieces.setFocus()
    counter.pieces.setValue(2)
    keyboard.scan(EAN)
    assert (counter.pieces.value(), heard) == (2, [EAN])


def test_a_scanner_without_enter_ends_by_its_pause(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    scan_filter.settings = replace(scan_filter.settings, ends_without_enter=True)
    keyboard.scan(EAN, 2, end="")
    qtbot.waitUntil(lambda: heard == [EAN])
    keyboard.scan("690123", 2, end="")
    keyboard.scan("690124", 2, end="")
    keyboard.scan("12345", 2, end="")
    qtbot.waitUntil(lambda: counter.name.text() == "12345")
    assert heard == [EAN, "690123", "690124"]


def test_a_wider_gap_takes_a_slow_scanner(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard"
) -> None:
    scan_filter.settings = replace(scan_filter.settings, gap_ms=100)
    keyboard.scan(EAN, 80)
    assert (counter.name.text(), heard, scan_filter.scanned_gap_ms) == ("", [EAN], 80)


def test_500_codes_of_two_scanners_come_whole_and_in_order(
    counter: "Counter", heard: list[str], keyboard: "Keyboard"
) -> None:
    codes = [f"69{number:011d}" if number % 2 else f"W2-{number:05d}" for number in range(500)]
    keyboard.wait(200)
    for code in codes:
        keyboard.wait(10)
        keyboard.type(code + "\r", 2)
    assert (heard, counter.name.text()) == (codes, "")


def test_two_scanners_at_the_same_moment_leave_nothing_in_the_field(
    counter: "Counter", heard: list[str], keyboard: "Keyboard"
) -> None:
    keyboard.scan("".join(pair for both in zip(EAN, "6922577702825", strict=True) for pair in both), 1, "\r\r")
    assert (len(heard), counter.name.text()) == (1, "")


def test_a_window_frozen_in_the_middle_of_a_burst_loses_nothing(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    keyboard.type(EAN[:5], 1)
    stamped = keyboard.now

    def rest_of_the_burst() -> None:
        keyboard.now = stamped
        keyboard.type(EAN[5:] + "\r", 1)

    # 500 ms pass in the window's own clock, so the pause after 55 ms is late; the keys stand in line behind it.
    line = QTimer(counter, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    line.timeout.connect(rest_of_the_burst)
    line.start(58)
    keyboard.wait(500)
    qtbot.waitUntil(lambda: heard == [EAN])
    assert counter.name.text() == ""


def test_a_late_pause_with_nothing_behind_it_gives_the_keys_back(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    keyboard.type("69", 1)
    keyboard.wait(500)
    qtbot.waitUntil(lambda: counter.name.text() == "69")
    assert heard == []


def test_a_code_that_was_typing_can_be_put_back(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard"
) -> None:
    keyboard.scan("ABC-1234", 1)
    keyboard.key(Qt.Key.Key_F4)
    assert scan_filter.give_back_last()
    assert (counter.name.text(), heard) == ("ABC-1234", ["ABC-1234"])
    assert not scan_filter.give_back_last()


def test_a_code_ended_by_two_keys_can_be_put_back_too(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard"
) -> None:
    keyboard.scan("ABC-1234", 1, "\r\n")
    assert scan_filter.give_back_last()
    assert (counter.name.text(), heard) == ("ABC-1234", ["ABC-1234"])


def test_keys_that_come_up_after_the_enter_of_their_code_are_not_seen(
    counter: "Counter", heard: list[str], keyboard: "Keyboard"
) -> None:
    ears = Ears(counter)
    ears.show()
    ears.setFocus()
    for character in "6901":
        keyboard.wait(1)
        keyboard.press(Qt.Key(ord(character)), character)
    keyboard.press(Qt.Key.Key_Return, "\r")
    keyboard.release(Qt.Key.Key_1, "1")
    keyboard.release(Qt.Key.Key_Return, "\r")
    assert (heard, ears.released) == (["6901"], [])


def test_after_more_typing_the_last_code_can_no_longer_be_put_back(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard"
) -> None:
    keyboard.scan(EAN)
    keyboard.type("7\r")
    assert not scan_filter.give_back_last()
    assert (counter.name.text(), heard) == ("7", [EAN])


def test_the_window_of_a_held_key_may_be_gone(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot, bring_up: "Show"
) -> None:
    dialog = QDialog(counter)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    line = QLineEdit(dialog)
    bring_up(dialog)
    line.setFocus()
    keyboard.type("7")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    bring_up(counter)
    keyboard.scan(EAN)
    assert (counter.name.text(), heard) == ("", [EAN])


@pytest.mark.parametrize("gap", [25, 60])
def test_a_key_the_page_fails_at_is_said_and_the_keys_after_it_come_once(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot, gap: int
) -> None:
    line = Forgetful(counter)
    line.show()
    line.setFocus()
    with qtbot.captureExceptions() as faults:
        keyboard.type("axbxc", gap)
        keyboard.key(Qt.Key.Key_Left)
    assert line.text() == "abc"
    assert [fault[0] for fault in faults] == [LookupError, LookupError]
    keyboard.scan(EAN)
    assert (line.text(), heard) == ("abc", [EAN])
