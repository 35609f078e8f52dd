"""A dialog no scan can answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.veil import Veil


class Question(Dialog):
    """A dialog that Enter finishes."""

    def __init__(self, window: QWidget, opened_by: Qt.Key | None = None) -> None:
        super().__init__(window, "收款", opened_by=opened_by)
        self.name = QLineEdit()
        QVBoxLayout(self.body).addWidget(self.name)
        self.no, self.yes = KeyButton("返回", "Esc"), KeyButton("完成收款", "Enter", ButtonKind.PRIMARY)
        self.pressed: list[str] = []
        self.add_button(self.no, lambda: self.pressed.append("no"))
        self.add_button(self.yes, lambda: self.pressed.append("yes"))


class Finished(Question):
    @override
    def enter_pressed(self) -> None:
        self.pressed.append("enter")


@pytest.fixture
def window(qtbot: QtBot, dress: Callable[..., None], bring_up: Callable[[QWidget], None]) -> QWidget:
    dress()
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(1366, 690)
    bring_up(made)
    return made


def _open(qtbot: QtBot, dialog: Dialog) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)


def _burst(dialog: Dialog) -> None:
    for letter in "6922577702825":
        QTest.keyClick(dialog.windowHandle(), Qt.Key(ord(letter)))
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)


@pytest.mark.parametrize("focused", ["name", "no", "yes"])
def test_a_scan_presses_nothing_wherever_the_focus_is(qtbot: QtBot, window: QWidget, focused: str) -> None:
    dialog = Question(window)
    _open(qtbot, dialog)
    getattr(dialog, focused).setFocus()

    _burst(dialog)

    assert dialog.pressed == []
    assert dialog.isVisible()


def test_no_button_of_a_dialog_is_a_default_one(window: QWidget) -> None:
    buttons = Question(window).findChildren(QPushButton)

    assert len(buttons) == 2
    assert not [button for button in buttons if button.isDefault() or button.autoDefault()]


def test_enter_acts_only_where_the_dialog_says_so_and_not_at_once(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = Finished(window)
    _open(qtbot, dialog)
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 299)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    assert dialog.pressed == []

    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 300)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    assert dialog.pressed == ["enter"]


def test_the_key_that_opened_a_dialog_does_nothing_in_it_until_it_was_let_go(qtbot: QtBot, window: QWidget) -> None:
    dialog = Question(window, opened_by=Qt.Key.Key_9)
    _open(qtbot, dialog)
    dialog.name.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_9.value, Qt.KeyboardModifier.NoModifier, "9", True)

    QCoreApplication.sendEvent(dialog.windowHandle(), held)
    assert dialog.name.text() == ""

    QTest.keyRelease(dialog.windowHandle(), Qt.Key.Key_9)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_9)
    assert dialog.name.text() == "9"


def test_the_window_is_veiled_and_gets_its_focus_back(qtbot: QtBot, window: QWidget) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    dialog = Question(window)
    _open(qtbot, dialog)
    assert [veil.size() for veil in window.findChildren(Veil)] == [window.size()]

    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)

    qtbot.waitUntil(field.hasFocus)
    assert not [veil for veil in window.findChildren(Veil) if veil.isVisible()]


def test_the_veil_follows_the_size_of_the_window(qtbot: QtBot, window: QWidget) -> None:
    _open(qtbot, Question(window))

    window.resize(1600, 900)

    assert window.findChildren(Veil)[0].size() == window.size()


@pytest.mark.parametrize(("base", "wide"), [(14, 640), (16, 731)])
def test_a_dialog_has_the_width_of_the_design(
    qtbot: QtBot, window: QWidget, dress: Callable[..., None], base: int, wide: int
) -> None:
    dress(base=base)
    dialog = Question(window)
    _open(qtbot, dialog)

    assert dialog.width() == wide


def test_a_dialog_is_never_larger_than_nine_tenths_of_the_window(qtbot: QtBot, window: QWidget) -> None:
    window.resize(600, 400)
    dialog = Question(window)
    _open(qtbot, dialog)

    assert dialog.width() <= 540
    assert dialog.height() <= 360
