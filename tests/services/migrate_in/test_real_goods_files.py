"""Files that real shops and other systems wrote."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.product_rows import read_products
from tests.services.migrate_in.goods_lists import found, product_count
from tests.story import Story

WHOLE = {
    "shop/cn_small_products.xlsx": 500,
    "shop/cn_hard_products.xlsx": 500,
    "shop/tafeng_small_products.xlsx": 500,
    "catalogue/cn_store_bad_or_instore_codes.csv": 530,
    "catalogue/openfoodfacts_69x.csv": 1_561,
    "templates/derived_gbk_goods.csv": 120,
    "templates/derived_excel_formula_text_yuan_sign.csv": 120,
    "templates/jsherp_goods_template.xls": 2,
    "templates/odoo_product_template.csv": 3,
}
# What stands in the file: row and column of each thing that cannot be right, or of the first ones.
REFUSED = {
    "catalogue/cn_store_catalogue_valid_ean13.csv": ["J478", "D4964"],
    "catalogue/cn_store_catalogue_full.csv": ["J718", "D2236", "D2237"],
    "catalogue/cn_store_weighed_goods.csv": ["J214"],
    "templates/cn_pos_export_52cols_fresh.xls": ["Q216"],
    "templates/derived_scientific_notation_barcodes.csv": ["A7", "A8", "A9"],
    "templates/loyverse_items_export.csv": ["C5"],
    "templates/shopify_apparel.csv": ["B4", "B5"],
    "templates/shopify_home-and-garden.csv": ["B3"],
    "templates/merged_header_shop_product_import.xlsx": ["I3", "AD3"],
}
NO_GOODS = (
    *("alipay_bill_export.csv", "wechat_pay_bill_export.csv", "wechat_pay_bill_export.xlsx", "jd_bill_export.csv"),
    *("icbc_credit_statement.csv", "taobao_ExportOrderList_header_gbk.csv", "ospos_customers_import.csv"),
    *("jsherp_customer_template.xls", "cn_member_pos_members_template.xls", "jxcservier_stock_in.xls"),
)


@pytest.mark.parametrize("name", WHOLE)
def test_a_real_list_comes_in_whole_and_a_second_time_changes_nothing(story: Story, shared: Path, name: str) -> None:
    path = shared / "data" / name
    assert story.shop.imports.products(path).added == WHOLE[name]
    assert product_count(story) == WHOLE[name]
    again = story.shop.imports.products(path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, WHOLE[name])


@pytest.mark.parametrize("name", REFUSED)
def test_a_real_list_with_faults_is_refused_with_row_and_column(story: Story, shared: Path, name: str) -> None:
    with pytest.raises(FileFaultsError) as refusal:
        story.shop.imports.products(shared / "data" / name)
    places = [f"{fault.letter}{fault.row}" for fault in refusal.value.faults]
    assert places[: len(REFUSED[name])] == REFUSED[name]
    assert all(fault_text(fault).startswith(f"第 {fault.row} 行 ") for fault in refusal.value.faults)
    assert product_count(story) == 0


@pytest.mark.parametrize("name", NO_GOODS)
def test_a_real_file_of_something_else_is_not_taken_for_goods(shared: Path, name: str) -> None:
    with pytest.raises(HeaderNotFoundError):
        read_products(shared / "data" / "templates" / name)


def test_a_real_row_is_read_as_it_stands(story: Story, shared: Path) -> None:
    story.shop.imports.products(shared / "data" / "shop" / "cn_small_products.xlsx")
    product = found(story, "6901028126212")
    assert (product.name, product.unit, product.category) == ("黄山", "个", ("其它类别",))
    assert (product.reference_cost, product.retail_price) == (UnitPrice(48_000), UnitPrice(50_000))
    assert (product.member_price, product.initials) == (None, "hs")


def test_weighed_goods_of_a_real_list_are_weighed(story: Story, shared: Path) -> None:
    story.shop.imports.products(shared / "data" / "shop" / "cn_hard_products.xlsx")
    product = found(story, "6902088411768")
    assert (product.name, product.is_weighed, product.unit) == ("旁氏清澈净透洁面乳", True, "kg")


def test_a_list_in_gbk_with_one_column_of_codes_can_be_scanned(story: Story, shared: Path) -> None:
    story.shop.imports.products(shared / "data" / "templates" / "derived_gbk_goods.csv")
    product = found(story, "02000001")
    assert (product.name, product.code, product.category) == ("信德毛巾", "02000001", ("洗化",))


def test_an_export_of_52_columns_gives_scale_numbers_and_own_codes(shared: Path) -> None:
    cherry = read_products(shared / "data" / "templates" / "cn_pos_export_52cols_fresh.xls").rows[0]
    assert (cherry.code, cherry.codes) == ("0400014", ("00006",))
    assert cherry.fields["name"] == "樱桃"
    assert cherry.fields["wholesale_price"] == UnitPrice(204_600)
    assert (cherry.fields["is_weighed"], cherry.fields["tax_rate"]) == (True, TaxRate.R13)


def test_a_template_of_another_stock_system_gives_all_its_prices(story: Story, shared: Path) -> None:
    story.shop.imports.products(shared / "data" / "templates" / "jsherp_goods_template.xls")
    cola = found(story, "2001")
    prices = (cola.reference_cost, cola.retail_price, cola.wholesale_price, cola.lowest_price)
    assert prices == tuple(UnitPrice(yuan * 10_000) for yuan in (5, 12, 10, 9))
    assert (cola.name, cola.brand, cola.spec, cola.is_active) == ("可乐test", "百事", "250ml", True)
