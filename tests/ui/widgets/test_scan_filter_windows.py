"""Windows that open, input methods, questions: none of them breaks a scan or is answered by one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.scan_filter import ScanFilter

if TYPE_CHECKING:
    from tests.ui.widgets.conftest import Counter, Keyboard

EAN = "6901234567892"
Show = Callable[[QWidget], None]
NOBODY = Qt.KeyboardModifier.NoModifier


def commit(text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    target = QGuiApplication.focusObject()
    assert target is not None
    QCoreApplication.sendEvent(target, event)


# Windows that open by themselves


def test_a_window_that_opens_by_itself_waits_for_the_burst(
    counter: "Counter", scan_filter: ScanFilter, heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    opened: list[list[str]] = []
    keyboard.type(EAN[:7], 1)
    assert not scan_filter.is_idle()
    scan_filter.when_idle(lambda: opened.append(list(heard)))
    keyboard.type(EAN[7:] + "\r", 1)
    assert opened == []
    keyboard.wait(59)
    assert not scan_filter.is_idle()
    keyboard.wait(1)
    qtbot.waitUntil(lambda: opened == [[EAN]])


def test_with_no_key_under_way_a_window_opens_at_once(scan_filter: ScanFilter, keyboard: "Keyboard") -> None:
    opened: list[str] = []
    scan_filter.when_idle(lambda: opened.append("now"))
    assert opened == ["now"]


# Input methods


@pytest.mark.parametrize("code", [EAN, "６９０１２３４５６７８９２", "ＡＢＣ１２３４", "W2-00017"])
def test_a_code_that_an_input_method_hands_on_one_by_one_is_whole(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", code: str
) -> None:
    for number in range(50):
        keyboard.wait(200)
        for character in code:
            keyboard.wait(3)
            commit(character)
        keyboard.type("\r", 3)
        assert len(heard) == number + 1
    assert (set(heard), counter.name.text()) == ({code}, "")


def test_full_width_typing_comes_through(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    for character in "１２ＡＢ":
        keyboard.wait(120)
        commit(character)
    qtbot.waitUntil(lambda: counter.name.text() == "１２ＡＢ")
    assert heard == []


def test_a_word_of_an_input_method_comes_after_the_keys_before_it(counter: "Counter", keyboard: "Keyboard") -> None:
    keyboard.type("3")
    commit("农夫山泉")
    assert counter.name.text() == "3农夫山泉"


def test_an_enter_right_after_input_method_text_tells_the_page(
    counter: "Counter", scan_filter: ScanFilter, keyboard: "Keyboard", qtbot: QtBot
) -> None:
    commit("", preedit="690123")
    keyboard.wait(20)
    with qtbot.waitSignal(scan_filter.input_method_in_the_way):
        keyboard.type("\r", 10)
    with qtbot.assertNotEmitted(scan_filter.input_method_in_the_way):
        keyboard.type("\r", 300)


# Dialogs


@pytest.mark.parametrize("end", ["\r", "\r\n", "\r\r", "\t"])
@pytest.mark.parametrize("gap", [0.6, 4])
def test_a_scan_never_answers_a_question(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot, end: str, gap: float
) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "删除", "删除这一行？", parent=counter)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    box.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
    focus = QApplication.focusWidget()
    for _ in range(20):
        keyboard.scan(EAN, gap, end)
    assert (box.isVisible(), heard) == (True, [EAN] * 20)
    assert QApplication.focusWidget() is focus
    keyboard.wait(500)
    keyboard.type("\r")
    assert not box.isVisible()
    assert box.result() == QMessageBox.StandardButton.Yes


def test_an_enter_held_down_before_a_dialog_opened_reaches_it_as_a_repeat_only(
    counter: "Counter", keyboard: "Keyboard", qtbot: QtBot
) -> None:
    dialog = QDialog(counter)
    counter.name.returnPressed.connect(dialog.open)
    button = QPushButton("确定", dialog, autoDefault=False)
    keyboard.press(Qt.Key.Key_Return, "\r")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    for _ in range(9):
        keyboard.wait(33)
        keyboard.release(Qt.Key.Key_Return, "\r", is_repeat=True)
        keyboard.press(Qt.Key.Key_Return, "\r", is_repeat=True)
    keyboard.release(Qt.Key.Key_Return, "\r")
    assert dialog.isVisible()
    assert not button.isDown()


def test_a_scan_into_a_dialog_that_a_typed_key_has_opened_is_whole(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot
) -> None:
    dialog = QDialog(counter)
    line = QLineEdit(dialog)
    counter.name.textEdited.connect(dialog.exec)
    seen: list[str] = []

    def scan_and_leave() -> None:
        keyboard.scan(EAN)
        seen.append(line.text())
        dialog.reject()

    def when_open() -> None:
        if QGuiApplication.focusWindow() == dialog.windowHandle():
            watch.stop()
            scan_and_leave()

    watch = QTimer(counter)
    watch.timeout.connect(when_open)
    watch.start(1)
    keyboard.type("7")
    qtbot.waitUntil(lambda: seen == [""])
    assert (heard, counter.name.text()) == ([EAN], "7")


def test_200_mixed_acts_lose_no_scan(
    counter: "Counter", heard: list[str], keyboard: "Keyboard", qtbot: QtBot, bring_up: "Show"
) -> None:
    menu = QMenu(counter)
    menu.addAction(QAction("复制", menu))
    combo = QComboBox(counter)
    combo.addItems(["一", "二"])
    dialog = QDialog(counter)
    other = QWidget()
    qtbot.addWidget(other)

    def clear_focus() -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            widget.clearFocus()

    acts = (
        lambda: menu.popup(QPoint(5, 5)),
        menu.close,
        combo.showPopup,
        combo.hidePopup,
        dialog.open,
        dialog.reject,
        clear_focus,
        lambda: bring_up(other),
        lambda: bring_up(counter),
        counter.name.setFocus,
    )
    for number in range(200):
        acts[number % len(acts)]()
        QApplication.processEvents()
        if QApplication.focusWindow() is None:
            # There is no window manager here, which would do this.
            bring_up(counter)
        keyboard.scan(f"69{number:011d}")
    assert heard == [f"69{number:011d}" for number in range(200)]
    assert counter.name.text() == ""
