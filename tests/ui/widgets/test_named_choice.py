"""A filter that is chosen by name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.named_choice import NamedChoice

NAMES = {"饮料": 1, "饮料 / 茶": 2, "洗化": 3}


@pytest.fixture
def choice(qtbot: QtBot, dress: Callable[..., None]) -> NamedChoice:
    dress()
    made = NamedChoice("全部类别", "category")
    qtbot.addWidget(made)
    made.show_names(NAMES)
    made.show()
    return made


def write(choice: NamedChoice, text: str) -> None:
    line = choice.lineEdit()
    assert line is not None
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_name_or_the_only_part_of_one_chooses(choice: NamedChoice) -> None:
    write(choice, "饮料")
    assert (choice.chosen(), choice.text()) == (1, "饮料")
    write(choice, "洗")
    assert (choice.chosen(), choice.text()) == (3, "洗化")
    write(choice, "")
    assert (choice.chosen(), choice.text()) == (None, "全部类别")


def test_what_several_or_none_are_called_is_refused_in_words(qtbot: QtBot, choice: NamedChoice) -> None:
    for text in ("料", "烟"):
        with qtbot.waitSignal(choice.refused) as refused:
            write(choice, text)
        assert refused.args == [f"没有“{text}”，从列表里选"]
    assert choice.property("bad") is True


def test_the_chosen_one_stays_while_it_is_there(choice: NamedChoice) -> None:
    choice.choose_named("洗化")
    choice.show_names({"洗化": 3})
    assert choice.chosen_name() == "洗化"
    choice.show_names({"饮料": 1})
    assert (choice.chosen(), choice.text()) == (None, "全部类别")
