"""Lines to type numbers into."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.number_input import NumberInput


@pytest.fixture
def number(qtbot: QtBot) -> NumberInput:
    made = NumberInput("7.00", "元", decimals=2)
    qtbot.addWidget(made)
    return made


def _type(field: QLineEdit, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_a_number_has_no_input_method_and_words_have_one(number: NumberInput, qtbot: QtBot) -> None:
    words = InputLine()
    qtbot.addWidget(words)

    assert number.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert words.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_full_width_digits_are_taken_as_plain_ones(number: NumberInput) -> None:
    number.clear()
    _type(number, "１２．５")

    assert number.text() == "12.5"


def test_letters_are_not_taken(number: NumberInput) -> None:
    number.clear()
    _type(number, "1a箱2")

    assert number.text() == "12"


def test_a_sum_is_worked_out_on_leaving_and_a_plain_number_stays_as_typed(
    qtbot: QtBot, bring_up: Callable[[QWidget], None]
) -> None:
    page, first, second = QWidget(), NumberInput(), NumberInput("7.00")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(second)
    bring_up(page)
    first.setFocus()
    _type(first, "12*4")

    second.setFocus()
    assert first.text() == "48"
    assert second.selectedText() == "7.00"

    first.setFocus()
    assert second.text() == "7.00"


def test_a_result_is_rounded_to_the_decimals_of_the_field(number: NumberInput) -> None:
    number.setText("10/3")
    number.settle()

    assert number.text() == "3.33"
    assert number.number() == Decimal("3.33")


@pytest.mark.parametrize("text", ["", "12*", "1/0"])
def test_what_is_no_number_gives_none_and_is_left_for_the_form_to_refuse(number: NumberInput, text: str) -> None:
    number.setText(text)
    number.settle()

    assert number.number() is None
    assert number.text() == text


def test_the_wheel_changes_nothing_and_the_scan_filter_knows_the_field(number: NumberInput) -> None:
    wheel = QWheelEvent(
        QPointF(),
        QPointF(),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(number, wheel)

    assert number.text() == "7.00"
    assert number.property("number") is True
