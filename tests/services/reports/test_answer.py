"""A report that was read, seen in the way somebody chose."""

from datetime import date

import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.report import Asked, Order, Period
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.reports.stock import StockedProduct
from tests.services.small_shop import SmallShop


@pytest.fixture(scope="module")
def stock(shop: SmallShop) -> ReportAnswer[StockedProduct]:
    return Reports(shop.desk).run("stock")


def test_the_columns_that_were_chosen_stand_in_the_order_that_was_chosen(stock: ReportAnswer[StockedProduct]) -> None:
    table = stock.table(Layout(("quantity", "name")))
    assert [column.heading for column in table.columns] == ["数量", "商品名称"]
    assert next(iter(table.rows)) == (Quantity.of(3), "东北大米")
    assert table.totals == (Quantity.of(16), "合计")


def test_a_column_of_another_version_is_passed_over(stock: ReportAnswer[StockedProduct]) -> None:
    table = stock.table(Layout(("colour", "name")))
    assert [column.heading for column in table.columns] == ["商品名称"]
    assert len(stock.table(Layout(("colour",))).columns) == len(stock.table().columns)


def test_rows_stand_as_they_were_sorted_and_empty_cells_come_first(stock: ReportAnswer[StockedProduct]) -> None:
    def names(column: str, is_descending: bool) -> list[object]:
        return [row[0] for row in stock.table(Layout(("name",), Order(column, is_descending))).rows]

    assert names("quantity", True) == ["可口可乐", "香皂", "东北大米", "饼干"]
    assert names("barcode", False)[0] == "香皂"


def test_what_narrowed_it_and_who_asked_is_said(shop: SmallShop) -> None:
    answer = Reports(shop.desk).run("sales-by-day", Asked(Period(date(2026, 3, 1), date(2026, 3, 31))))
    assert (answer.filter_words, answer.made_by) == (("2026-03-01 至 2026-03-31",), shop.desk.operator.name)
