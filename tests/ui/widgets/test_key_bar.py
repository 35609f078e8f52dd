"""The twelve function keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.key_bar import KeyBar, KeyCell

CELLS = [KeyCell(f"F{number}", f"做 {number}", is_main=number == 9) for number in range(1, 12)]
REFUSED = KeyCell("F12", "选商品", refusal="没有权限")


@pytest.fixture
def bar(qtbot: QtBot, dress: Callable[..., None]) -> KeyBar:
    dress()
    made = KeyBar([*CELLS, REFUSED])
    qtbot.addWidget(made)
    made.resize(1366, made.sizeHint().height())
    made.show()
    return made


def _click(bar: KeyBar, number: int) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(1366 * (2 * number - 1) // 24, 26))


@pytest.mark.parametrize("number", [1, 9, 12])
def test_a_click_sends_the_key_of_its_cell_even_a_refused_one(bar: KeyBar, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(bar.pressed) as pressed:
        _click(bar, number)

    assert pressed.args == [f"F{number}"]


def test_the_next_thing_is_on_the_soft_accent_and_only_it(bar: KeyBar) -> None:
    image = bar.grab().toImage()
    grounds = [image.pixelColor(1366 * (2 * n - 1) // 24, 4).name() for n in range(1, 13)]

    assert grounds.count(look().colours.accent_soft.name()) == 1
    assert grounds[8] == look().colours.accent_soft.name()


def test_the_bar_never_takes_the_focus_and_has_one_height(bar: KeyBar) -> None:
    assert bar.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert bar.sizeHint().height() == 52
