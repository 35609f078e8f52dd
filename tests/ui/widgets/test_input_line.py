"""Lines to type words into."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, text_width
from jxc_desktop.ui.widgets.input_line import InputLine


@pytest.fixture
def line(qtbot: QtBot, dress: Callable[..., None]) -> InputLine:
    dress()
    made = InputLine("7.20", "元")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_bad_field_does_not_change_its_size(line: InputLine) -> None:
    before = line.sizeHint()

    line.mark_bad(True)

    assert line.property("bad") is True
    assert line.sizeHint() == before


def test_the_unit_has_its_own_room_at_the_right_end(line: InputLine) -> None:
    assert line.textMargins().right() >= line.fontMetrics().horizontalAdvance("元")


def test_an_icon_and_a_key_stand_in_an_empty_search(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    bare, dressed = InputLine(), InputLine(icon="search", key="Ctrl+F")
    for search in (bare, dressed):
        qtbot.addWidget(search)
        search.resize(220, 34)

    assert dressed.grab().toImage() != bare.grab().toImage()
    assert dressed.textMargins().left() > bare.textMargins().left()


@pytest.mark.parametrize(("key", "is_the_lines"), [(Qt.Key.Key_E, False), (Qt.Key.Key_C, True), (Qt.Key.Key_V, True)])
def test_ctrl_e_is_left_to_the_page_on_every_desktop_and_copying_is_not(
    line: InputLine, key: Qt.Key, is_the_lines: bool
) -> None:
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key.value, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QCoreApplication.sendEvent(line, asked)
    assert asked.isAccepted() is is_the_lines


def test_advice_in_a_field_is_small_and_a_unit_is_not(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    advised, counted = InputLine(note="按生产日期填"), InputLine(unit="按生产日期填")
    for made in (advised, counted):
        qtbot.addWidget(made)
    inset = look().px(6)
    assert advised.textMargins().right() == text_width(CAPTION, "按生产日期填") + inset
    assert counted.textMargins().right() == text_width(BODY, "按生产日期填") + inset
