"""A line with a list behind it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.combo import Combo

UNITS = ["瓶", "箱", "公斤", "kg"]


@pytest.fixture
def combo(qtbot: QtBot, dress: Callable[..., None]) -> Combo:
    dress()
    made = Combo(UNITS, "瓶")
    qtbot.addWidget(made)
    made.show()
    return made


def wheel(combo: Combo) -> bool:
    """Turn the wheel over it; whether it was taken."""
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(combo.mapToGlobal(QPoint(5, 5))), QPoint(), down, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, event)
    return event.isAccepted()


def completions(combo: Combo, text: str) -> list[str]:
    completer = combo.completer()
    assert completer is not None
    completer.setCompletionPrefix(text)
    model = completer.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_is_written_counts_without_the_blanks_around_it(combo: Combo) -> None:
    assert combo.text() == "瓶"
    combo.setCurrentText("  大 桶 　")
    assert combo.text() == "大 桶"


def test_a_new_word_is_taken_and_does_not_become_one_of_the_list(combo: Combo) -> None:
    combo.clearEditText()
    line = combo.lineEdit()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "dozen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (combo.text(), combo.count()) == ("dozen", len(UNITS))


@pytest.mark.parametrize(("text", "found"), [("斤", ["公斤"]), ("k", ["kg"]), ("x", [])])
def test_any_part_of_a_word_finds_it(combo: Combo, text: str, found: list[str]) -> None:
    assert completions(combo, text) == found


def test_the_wheel_changes_nothing_while_the_list_is_shut(combo: Combo) -> None:
    assert not wheel(combo)
    assert combo.text() == "瓶"


def test_an_icon_stands_before_the_words(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    plain, with_icon = Combo(UNITS, "瓶"), Combo(UNITS, "瓶", icon="category")
    for made in (plain, with_icon):
        qtbot.addWidget(made)
        made.resize(150, 34)
        made.show()
    assert plain.grab().toImage() != with_icon.grab().toImage()
    line = with_icon.lineEdit()
    assert line is not None
    assert line.textMargins().left() > 18


def test_a_wrong_word_is_marked_until_it_is_right(combo: Combo) -> None:
    combo.mark_bad(True)
    assert combo.property("bad") is True
    combo.mark_bad(False)
    assert combo.property("bad") is False
