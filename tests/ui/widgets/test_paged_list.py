"""A long list: filters, pages, totals."""

from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.paged_model import sorted_by_source

HOW_MANY = 1000


class Numbers:
    """The numbers below a thousand, as text; what they were asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Wanted, int, int]] = []
        self.refuses = False
        self.may_answer = Event()
        self.may_answer.set()

    def rows(self, wanted: Wanted, offset: int, limit: int) -> Sequence[int]:
        self.may_answer.wait(5)
        self.asked.append((wanted, offset, limit))
        if self.refuses:
            raise NotAllowedError("numbers")
        return self.found(wanted)[offset : offset + limit]

    def summary(self, wanted: Wanted) -> Summary:
        count = len(self.found(wanted))
        return Summary({"all": count, "even": count // 2}, {"number": f"合计 {count}"})

    def found(self, wanted: Wanted) -> list[int]:
        found = [number for number in range(HOW_MANY) if wanted.search in str(number)]
        found = [number for number in found if wanted.segment == "all" or number % 2 == 0]
        return found[::-1] if wanted.is_descending else found


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def shown(qtbot: QtBot, dress: Callable[..., None], numbers: Numbers) -> Iterator[PagedList[int]]:
    dress()
    columns: list[Column[int]] = [Column("number", "数", str, 10, Align.RIGHT, sort=sorted_by_source)]
    form = ListForm("数", [("all", "全部"), ("even", "双数")], "number")
    made: PagedList[int] = PagedList(Source(numbers.rows, numbers.summary, lambda number: number), columns, form)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.show_categories([("食品",), ("食品", "饮料")])
    with qtbot.waitSignal(made.answered):
        made.reload()
    yield made
    numbers.may_answer.set()


def read(shown: PagedList[int]) -> list[int]:
    return list(shown.table.model_of_rows().rows())


def test_only_the_first_page_is_read_at_first(shown: PagedList[int], numbers: Numbers) -> None:
    assert read(shown) == list(range(200))
    assert [limit for _wanted, _offset, limit in numbers.asked] == [200]


def test_the_next_page_comes_when_one_scrolls_to_the_end(qtbot: QtBot, shown: PagedList[int]) -> None:
    shown.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(read(shown)) == 400)
    assert read(shown)[-1] == 399


def test_the_totals_are_of_all_rows_not_of_those_read(qtbot: QtBot, shown: PagedList[int]) -> None:
    qtbot.waitUntil(lambda: shown.footer.total("number") == "合计 1000")


def test_typing_asks_once_when_one_pauses(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    numbers.asked.clear()
    for digit in "99":
        QTest.keyClicks(shown.search, digit)
    assert numbers.asked == []
    qtbot.waitUntil(lambda: read(shown) == [number for number in range(HOW_MANY) if "99" in str(number)])
    assert [wanted.search for wanted, _offset, _limit in numbers.asked] == ["99"]


def test_a_key_never_waits_for_a_question(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    numbers.may_answer.clear()
    shown.search.search_for("1")
    QTest.keyClicks(shown.search, "2")
    assert shown.search.text() == "12"
    numbers.may_answer.set()
    qtbot.waitUntil(lambda: read(shown)[:2] == [12, 112])


def test_only_the_newest_question_counts(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    numbers.may_answer.clear()
    shown.search.search_for("7")
    shown.search.search_for("500")
    numbers.may_answer.set()
    qtbot.waitUntil(lambda: read(shown) == [500])


def test_a_segment_a_category_and_an_order_are_asked_for(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    shown.segments.choose("even")
    shown.category.setCurrentText("食品 / 饮料")
    shown.category.activated.emit(2)
    shown.table.sort_by("number", descending=True)
    qtbot.waitUntil(lambda: read(shown)[:2] == [998, 996])
    assert numbers.asked[-1][0] == Wanted("", "even", ("食品", "饮料"), "number", True)


def test_clearing_the_filter_asks_once_for_everything(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    shown.segments.choose("even")
    shown.search.search_for("10")
    qtbot.waitUntil(lambda: read(shown)[:1] == [10])
    numbers.asked.clear()
    assert shown.clear_filter()
    qtbot.waitUntil(lambda: read(shown) == list(range(200)))
    assert len(numbers.asked) == 1
    assert not shown.clear_filter()


def test_down_enters_the_table_even_while_the_rows_are_on_their_way(
    qtbot: QtBot, shown: PagedList[int], numbers: Numbers
) -> None:
    numbers.may_answer.clear()
    shown.search.setFocus()
    for digit in "42":
        QTest.keyClicks(shown.search, digit)
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    numbers.may_answer.set()
    qtbot.waitUntil(lambda: shown.table.current_row() == 42)


def test_reading_again_keeps_the_rows_that_were_scrolled_to_and_the_chosen_one(
    qtbot: QtBot, shown: PagedList[int], numbers: Numbers
) -> None:
    shown.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(read(shown)) == 400)
    shown.table.choose(300)
    with qtbot.waitSignal(shown.answered):
        shown.reload()
    assert len(read(shown)) == 400
    assert shown.table.current_row() == 300


def test_a_refusal_is_handed_on_in_words(qtbot: QtBot, shown: PagedList[int], numbers: Numbers) -> None:
    numbers.refuses = True
    with qtbot.waitSignal(shown.refused) as refused:
        shown.reload()
    assert refused.args[0].fact == "没有权限做这件事"


def test_neighbours_are_those_of_the_rows_that_were_read(shown: PagedList[int]) -> None:
    assert shown.neighbour(5, 1) == 6
    assert shown.neighbour(0, -1) is None
    assert shown.neighbour(5000, 1) is None
