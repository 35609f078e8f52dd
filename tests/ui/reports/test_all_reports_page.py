"""全部报表."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.reports.all_reports_page import AllReportsPage
from tests.robots.desk import CONTROL, Desk
from tests.story import Story


@pytest.fixture
def desk(qtbot: QtBot, dress: Callable[..., None], story: Story) -> Iterator[Desk[AllReportsPage]]:
    dress()
    made = Desk(qtbot, story, lambda surroundings, _clock: AllReportsPage(surroundings))
    yield made
    made.close()


def titles(desk: Desk[AllReportsPage]) -> list[str]:
    return desk.sees(desk.page.table, "title")


def test_every_report_stands_there_with_what_one_sees_in_it(desk: Desk[AllReportsPage], story: Story) -> None:
    assert titles(desk) == ["经营月报", *(card.title for card in story.shop.reports.names())]
    assert all(desk.sees(desk.page.table, "hint"))
    assert all(desk.sees(desk.page.table, "page"))


def test_a_word_or_initials_narrow_it_and_enter_opens_the_page(desk: Desk[AllReportsPage]) -> None:
    desk.type("kcye")
    desk.wait(lambda: titles(desk) == ["库存余额"])
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert desk.asked_pages == [("reports.stock", "stock")]


def test_esc_shows_all_of_them_again(desk: Desk[AllReportsPage]) -> None:
    desk.type("xyz")
    desk.wait(lambda: titles(desk) == [])
    assert desk.page.table.nothing_words() == "没有这样的报表 Esc 清除筛选"
    desk.key(Qt.Key.Key_Escape)
    desk.wait(lambda: len(titles(desk)) > 1)


def test_letters_typed_over_the_rows_search(desk: Desk[AllReportsPage]) -> None:
    desk.key(Qt.Key.Key_Down)
    desk.type("jyyb")
    desk.wait(lambda: titles(desk) == ["经营月报"])
    desk.key(Qt.Key.Key_F, CONTROL)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.asked_pages == [("reports.month", "month")]
