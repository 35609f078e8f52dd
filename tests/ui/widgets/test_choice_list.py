"""A short list to choose from while the focus stays elsewhere."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.parts import bold, plain

GOODS = [Choice(key, (plain(f"商品{key}"),), (bold(f"{key}.00"),)) for key in range(1, 6)]
ROW = 38


@pytest.fixture
def choices(qtbot: QtBot, dress: Callable[..., None]) -> Iterator[ChoiceList]:
    """A list with room for three rows."""
    dress()
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 400)
    made = ChoiceList(page)
    made.setGeometry(0, 0, 400, 3 * ROW + 3)
    page.show()
    made.show()
    yield made
    page.close()


def lit_row(choices: ChoiceList) -> int:
    """Which of the rows in view is painted as the chosen one."""
    image = choices.grab().toImage()
    grounds = [image.pixelColor(200, 1 + place * ROW + 3) for place in range(choices.rows_in_view())]
    return grounds.index(look().colours.selection)


def test_the_first_row_is_chosen_and_the_choice_stays_at_the_ends(choices: ChoiceList) -> None:
    choices.show_choices(GOODS)
    seen = [choices.chosen()]
    for step in (-1, 1, 3, 1, -9):
        choices.move_choice(step)
        seen.append(choices.chosen())
    assert seen == [1, 1, 2, 5, 5, 1]


def test_other_rows_begin_at_the_first_again(choices: ChoiceList) -> None:
    choices.show_choices(GOODS)
    choices.move_choice(4)
    choices.show_choices(GOODS[1:])
    assert (choices.chosen(), choices.chosen_number()) == (2, 0)


def test_without_rows_nothing_is_chosen_and_it_says_so(choices: ChoiceList) -> None:
    choices.show_choices((), "没有符合的商品")
    choices.move_choice(1)
    assert (choices.chosen(), choices.words(), choices.accessibleName()) == (None, [], "没有符合的商品")


def test_a_row_is_read_out_with_its_figures(choices: ChoiceList) -> None:
    choices.show_choices(GOODS[:2])
    choices.move_choice(1)
    assert (choices.words(), choices.accessibleName()) == (["商品1 1.00", "商品2 2.00"], "商品2 2.00")


def test_the_chosen_row_is_always_in_view(choices: ChoiceList) -> None:
    choices.show_choices(GOODS)
    lit = []
    for step in (0, 2, 1, 1, -4):
        choices.move_choice(step)
        lit.append(lit_row(choices))
    assert lit == [0, 2, 2, 2, 0]


def test_a_click_picks_the_row_under_it_though_the_list_has_moved_on(choices: ChoiceList) -> None:
    picked: list[object] = []
    choices.picked.connect(picked.append)
    choices.show_choices(GOODS)
    QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=QPoint(50, 1 + ROW + 5))
    choices.move_choice(4)
    QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=QPoint(50, 1 + 5))
    assert picked == [2, 3]


def test_a_click_on_the_title_or_below_the_last_row_picks_nothing(choices: ChoiceList) -> None:
    picked: list[object] = []
    choices.picked.connect(picked.append)
    choices.show_choices(GOODS[:1], title="选商品")
    choices.resize(400, choices.wanted_height() + 60)
    for y in (10, choices.height() - 10):
        QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=QPoint(50, y))
    assert picked == []


def test_it_wants_room_for_every_row_and_for_one_where_there_is_none(choices: ChoiceList) -> None:
    heights = []
    for rows in (GOODS, GOODS[:1], ()):
        choices.show_choices(rows)
        heights.append(choices.wanted_height())
    assert heights[0] - heights[1] == 4 * ROW
    assert heights[1] == heights[2]


def test_it_never_takes_the_focus(choices: ChoiceList) -> None:
    assert choices.focusPolicy() is Qt.FocusPolicy.NoFocus
