"""The stock list as a table to be written."""

import pytest

from jxc_desktop.services.inventory.stock_export import stock_table
from jxc_desktop.services.inventory.stock_list import StockFilter
from tests.services.small_shop import SmallShop


def test_every_row_of_a_long_list_is_there_once_though_few_are_read_at_once(
    shop: SmallShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.services.exchange.table.ROWS_AT_ONCE", 2)
    with shop.reading() as books:
        names = [row[0] for row in stock_table(books, StockFilter(), with_cost=True).rows]
    assert sorted(map(str, names)) == sorted(["东北大米", "可口可乐", "香皂", "绿茶", "饼干"])


def test_the_totals_are_those_of_the_list(shop: SmallShop) -> None:
    with shop.reading() as books:
        table = stock_table(books, StockFilter(search="可乐"), with_cost=True)
    assert table.totals is not None
    headings = [column.heading for column in table.columns]
    assert str(table.totals[headings.index("库存金额")]) == "12.00"
