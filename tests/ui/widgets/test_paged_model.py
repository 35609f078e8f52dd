"""Rows that come page by page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.paged_model import PagedModel, sorted_by_source
from jxc_desktop.ui.widgets.table import Table

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(qtbot: QtBot) -> PagedModel[int]:
    columns: list[Column[int]] = [
        Column("number", "数", str, sort=sorted_by_source),
        Column("same", "同", lambda _row: "x"),
    ]
    return PagedModel(columns)


def test_it_is_a_model_as_qt_wants_it_while_rows_come_and_go(model: PagedModel[int]) -> None:
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_first(range(200), has_more=True)
    model.add_rows(range(200, 400), has_more=True)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.add_rows([], has_more=False)
    model.show_first([], has_more=False)
    assert tester.model() is model


def test_more_rows_are_asked_for_once_until_they_come(model: PagedModel[int]) -> None:
    asked: list[int] = []
    model.wants_more.connect(asked.append)
    model.show_first(range(200), has_more=True)
    model.fetchMore()
    model.fetchMore()
    assert asked == [200]
    model.add_rows(range(200, 250), has_more=False)
    assert not model.canFetchMore()
    assert model.rowCount() == 250


def test_sorting_leaves_the_rows_to_their_source_and_shows_the_arrow(model: PagedModel[int]) -> None:
    model.show_first([3, 1, 2], has_more=False)
    model.sort(0)
    assert list(model.rows()) == [3, 1, 2]
    assert model.sorted_by() == ("number", False)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "数 ↑"
    model.sort(1)
    assert model.sorted_by() == ("number", False)


def test_scrolling_to_the_end_asks_for_more(qtbot: QtBot, model: PagedModel[int]) -> None:
    table = Table(model)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    model.show_first(range(200), has_more=True)
    asked: list[int] = []
    model.wants_more.connect(asked.append)
    table.scrollToBottom()
    assert asked == [200]
