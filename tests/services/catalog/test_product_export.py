"""The list of products as a table to be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import Catalog
from jxc_desktop.services.catalog.product_export import product_table
from jxc_desktop.services.catalog.product_list import ProductFilter, ProductSegment
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.product_rows import read_products
from jxc_desktop.services.words import SOURCE, choose_language
from tests.services.small_shop import SmallShop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallShop]:
    shop = SmallShop(tmp_path_factory.mktemp("shop"))
    yield shop
    shop.close()


def test_every_row_of_a_long_list_is_there_once_though_few_are_read_at_once(
    shop: SmallShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.services.exchange.table.ROWS_AT_ONCE", 2)
    with shop.reading() as books:
        table = product_table(books, ProductFilter(only=ProductSegment.ALL), with_cost=True)
        codes = [row[0] for row in table.rows]
    assert sorted(map(str, codes)) == ["A02", "B03", "C04", "D05", "E06", "K01"]


def test_without_costs_their_column_is_not_there(shop: SmallShop) -> None:
    with shop.reading() as books:
        headings = [column.heading for column in product_table(books, ProductFilter(), with_cost=False).columns]
    assert "进价" not in headings


def test_a_file_holds_what_is_listed(shop: SmallShop, tmp_path: Path) -> None:
    Catalog(shop.desk).export_products(ProductFilter(search="可乐"), tmp_path / "商品.csv")
    heads, cola = read_sheet(tmp_path / "商品.csv").rows
    assert dict(zip(heads, cola, strict=True)) == {
        "货号": "K01",
        "商品名称": "可口可乐",
        "条码": "690001",
        "单位": "瓶",
        "类别": "食品 / 饮料",
        "规格": "330ml",
        "零售价": "3.00",
        "会员价": "2.80",
        "批发价": "",
        "最低售价": "",
        "进价": "2.00",
        "状态": "正常",
    }


def test_a_clerk_may_not_write_the_goods_list_and_another_kind_of_file_is_refused(
    shop: SmallShop, tmp_path: Path
) -> None:
    with pytest.raises(NotAllowedError):
        Catalog(shop.desk_of(Role.CLERK)).export_products(ProductFilter(), tmp_path / "商品.csv")
    with pytest.raises(TableKindError):
        Catalog(shop.desk).export_products(ProductFilter(), tmp_path / "商品.doc")


def test_a_list_written_in_english_can_be_read_again(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    choose_language("en")
    try:
        Catalog(shop.desk).export_products(ProductFilter(only=ProductSegment.ALL), tmp_path / "products.csv")
    finally:
        choose_language(SOURCE)
        shop.close()
    read = read_products(tmp_path / "products.csv")
    assert (read.unused, read.faults.count) == ((), 0)
    soap = next(row for row in read.rows if row.code == "B03")
    assert (soap.fields["retail_price"], soap.fields["is_active"]) == (UnitPrice.parse("6"), False)
