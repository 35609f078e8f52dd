"""Columns of a report, made from what its cells hold."""

from collections.abc import Callable
from datetime import date

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.table import Column, Table
from jxc_desktop.ui.reports.report_columns import Row, cell_text, report_columns, shown_totals
from jxc_desktop.ui.widgets.columns import Align

HEADINGS = ("日期", "商品", "件数", "金额", "毛利率")
ROWS: list[Row] = [
    (date(2026, 3, 2), "香满园大豆油", Quantity.of(2), Money.parse("1234.5"), Percent(95)),
    (date(2026, 3, 3), "米", Quantity.of(12), Money.parse("-3"), Percent(100)),
    (date(2026, 3, 4), "茶", Quantity.of(1), Money.parse("0"), ""),
]


@pytest.fixture
def report(dress: Callable[..., None]) -> Table:
    dress()
    totals = ("合计", None, Quantity.of(15), Money.parse("1231.5"), Percent(99))
    return Table("试", tuple(map(Column, HEADINGS)), ROWS, totals)


def test_numbers_stand_right_and_the_widest_words_take_the_room(report: Table) -> None:
    columns = report_columns(report, ROWS)
    assert [column.align for column in columns] == [Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT]
    assert [column.title for column in columns if column.stretches] == ["商品"]


def test_percentages_and_empty_cells_sort_by_what_they_are_worth(report: Table) -> None:
    key = report_columns(report, ROWS)[4].sort
    assert key is not None
    assert [row[4] for row in sorted(ROWS, key=key)] == ["", Percent(95), Percent(100)]


def test_totals_stand_under_their_columns(report: Table) -> None:
    assert shown_totals(report) == {"0": "合计", "1": "", "2": "15", "3": "1,231.50", "4": "9.9%"}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (1234, "1,234"),
        (Money.parse("-3"), "−3.00"),
        (UnitPrice.parse("2.9333"), "2.9333"),
        (Quantity.parse("0.5"), "0.5"),
        (date(2026, 3, 2), "2026-03-02"),
        ("文字", "文字"),
    ],
)
def test_a_cell_is_written_as_the_screen_writes_it(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_report_without_rows_still_has_its_columns(report: Table) -> None:
    assert [column.title for column in report_columns(report, [])] == list(HEADINGS)


def test_without_rows_numbers_still_stand_right_and_the_first_words_take_the_room() -> None:
    report = Table("试", tuple(map(Column, HEADINGS[::2])), (), ("合计", Quantity.of(0), ""))
    columns = report_columns(report, [])
    assert [column.align for column in columns] == [Align.LEFT, Align.RIGHT, Align.RIGHT]
    assert [column.title for column in columns if column.stretches] == ["日期"]
