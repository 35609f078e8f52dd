import pytest

from jxc_desktop.services.exchange.columns import match_headings
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_COLUMNS

KEYS = {spec.key for spec in PRODUCT_COLUMNS}


def found_in(*headings: str) -> dict[str, str]:
    """For each heading that is known, the key of its column."""
    return {headings[place]: key for key, place in match_headings(headings, PRODUCT_COLUMNS).items()}


def test_the_columns_of_a_town_supermarkets_list_are_found() -> None:
    headings = ("商品名称", "条码", "分类", "单位", "规格", "进价", "零售价", "会员价", "助记码", "供应商", "计价方式")
    assert found_in(*headings) == {
        "商品名称": "name",
        "条码": "barcode",
        "分类": "category",
        "单位": "unit",
        "规格": "spec",
        "进价": "reference_cost",
        "零售价": "retail_price",
        "会员价": "member_price",
        "助记码": "initials",
        "计价方式": "is_weighed",
    }


def test_the_columns_of_another_stock_system_are_found() -> None:
    headings = ("名称*", "类别", "基本单位*", "副单位", "基本条码*", "副条码", "比例", "采购价", "零售价", "销售价")
    found = found_in(*headings, "最低售价", "状态*", "型号", "颜色")
    assert found == {
        "名称*": "name",
        "类别": "category",
        "基本单位*": "unit",
        "副单位": "pack_unit",
        "基本条码*": "barcode",
        "副条码": "pack_barcode",
        "比例": "pack_size",
        "采购价": "reference_cost",
        "零售价": "retail_price",
        "销售价": "wholesale_price",
        "最低售价": "lowest_price",
        "状态*": "is_active",
    }


def test_a_price_of_sale_alone_is_the_retail_price() -> None:
    assert found_in("品名", "销售价")["销售价"] == "retail_price"


def test_beside_an_own_code_the_article_number_is_what_stands_on_the_goods() -> None:
    assert found_in("货号", "自编码", "品名") == {"货号": "barcode", "自编码": "code", "品名": "name"}
    assert found_in("货号", "条码", "品名") == {"货号": "code", "条码": "barcode", "品名": "name"}
    assert found_in("货号", "品名") == {"货号": "code", "品名": "name"}


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        (
            ("name", "barcode", "category", "unit", "cost", "price"),
            "name barcode category unit reference_cost retail_price",
        ),
        (("Title", "Variant SKU", "Variant Price", "Variant Barcode"), "name code retail_price barcode"),
        (
            ("Name", "Internal Reference", "Barcode", "Sales Price", "Cost"),
            "name code barcode retail_price reference_cost",
        ),
        (("Name", "SKU", "Sold by weight", "Price [Store 1]"), "name code is_weighed retail_price"),
    ],
)
def test_english_lists_are_understood(headings: tuple[str, ...], keys: str) -> None:
    assert [found_in(*headings)[each] for each in headings] == keys.split()


def test_no_two_columns_claim_the_same_heading_first() -> None:
    firsts = [spec.names[0] for spec in PRODUCT_COLUMNS]
    assert len(set(firsts)) == len(firsts) == len(KEYS)
