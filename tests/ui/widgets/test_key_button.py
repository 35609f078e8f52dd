"""Buttons no scanner can press."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_no_button_is_a_default_one(qtbot: QtBot, kind: ButtonKind) -> None:
    button = KeyButton("过账", "F9", kind)
    qtbot.addWidget(button)

    assert not button.isDefault()
    assert not button.autoDefault()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_does_not_press_a_button_and_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = KeyButton("过账", "F9", ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()

    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, key)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", ["Ctrl+J", "Ctrl+M", "Ctrl+I", "Ctrl+[", "Ctrl+]", "Ctrl+\\", "ctrl+j"])
def test_a_key_scanners_send_is_refused(qapp: object, key: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)ctrl"):
        KeyButton("过账", key)


def test_a_refused_button_says_why(qtbot: QtBot) -> None:
    button = KeyButton("过账", "F9")
    qtbot.addWidget(button)

    button.refuse("还有 1 行要重盘")
    assert (button.isEnabled(), button.toolTip()) == (False, "还有 1 行要重盘")

    button.refuse("")
    assert button.isEnabled()


@pytest.mark.parametrize(
    ("base", "tall", "pixels"),
    [
        (14, ButtonHeight.SMALL, 28),
        (14, ButtonHeight.NORMAL, 34),
        (14, ButtonHeight.DIALOG, 42),
        (14, ButtonHeight.PAY, 60),
        (16, ButtonHeight.SMALL, 32),
        (16, ButtonHeight.NORMAL, 39),
        (16, ButtonHeight.DIALOG, 48),
        (16, ButtonHeight.PAY, 69),
    ],
)
def test_a_shown_button_has_the_height_of_the_design(
    qtbot: QtBot, dress: Callable[..., None], base: int, tall: ButtonHeight, pixels: int
) -> None:
    dress(base=base)
    button = KeyButton("收款", "F9", tall=tall)
    qtbot.addWidget(button)
    button.show()
    button.adjustSize()

    assert button.height() == pixels


def test_a_key_cap_makes_the_button_wider(qtbot: QtBot) -> None:
    plain, capped = KeyButton("导出"), KeyButton("导出", "Ctrl+E")
    qtbot.addWidget(plain)
    qtbot.addWidget(capped)

    assert capped.sizeHint().width() > plain.sizeHint().width() + 20
