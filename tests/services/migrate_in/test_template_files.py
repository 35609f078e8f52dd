"""Every file that other systems wrote, taken in or refused with a sentence that a shop person understands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.partners.partner_list import PartnerFilter
from jxc_desktop.services.words.refusals import refusal
from tests.services.migrate_in.goods_lists import rows_of
from tests.story import Story

GOODS_IN = {
    "derived_excel_formula_text_yuan_sign.csv": 120,
    "derived_gbk_goods.csv": 120,
    "jsherp_goods_template.xls": 2,
    "marketplace_listing_template_hidden_dict.xls": 117,
    "odoo_product_template.csv": 3,
}
# Goods lists of which some rows cannot be right: how many, and the first of them.
GOODS_WITH_FAULTS = {
    "cn_pos_export_52cols_fresh.xls": (1, "第 216 行 Q 列（单位）：计重商品要填写单位"),
    "derived_scientific_notation_barcodes.csv": (115, "第 7 行 A 列（货号）：“4.89134E+12”是科学记数"),
    "loyverse_items_export.csv": (1, "第 5 行 C 列（Name）：没有商品名称"),
    "merged_header_shop_product_import.xlsx": (2, "第 3 行 I 列（商品上架*）：“上架：Y 下架：N”看不懂"),
    "shopify_apparel.csv": (2, "第 4 行 B 列（Title）：没有商品名称"),
    "shopify_home-and-garden.csv": (1, "第 3 行 B 列（Title）：没有商品名称"),
}
NO_GOODS = {
    "alipay_bill_export.csv": "像是支付宝账单，不是商品表",
    "broken_edges_weighed_sales.csv": "找不到商品表的表头",
    "cn_member_pos_members_template.xls": "像是会员表，不是商品表",
    "icbc_credit_statement.csv": "像是银行对账单，不是商品表",
    "jd_bill_export.csv": "像是京东账单，不是商品表",
    "jsherp_apply_item_template.xls": "像是一张单据的明细，不是商品表",
    "jsherp_buy_sale_item_template.xls": "像是一张单据的明细，不是商品表",
    "jsherp_customer_template.xls": "像是往来单位表，不是商品表",
    "jsherp_in_out_item_template.xls": "像是一张单据的明细，不是商品表",
    "jsherp_order_item_template.xls": "像是一张单据的明细，不是商品表",
    "jxcservier_order.xls": "像是一张单据的明细，不是商品表",
    "jxcservier_stock_in.xls": "像是入库单，不是商品表",
    "jxcservier_stock_out.xls": "像是出库单，不是商品表",
    "jxcservier_transfer.xls": "像是调拨单，不是商品表",
    "ospos_customers_import.csv": "像是往来单位表，不是商品表",
    "taobao_ExportOrderList_header_gbk.csv": "像是网店订单，不是商品表",
    "wechat_pay_bill_export.csv": "像是微信账单，不是商品表",
    "wechat_pay_bill_export.xlsx": "像是微信账单，不是商品表",
}
PARTNERS_IN = {"jsherp_customer_template.xls": 2}
PARTNERS_WITH_FAULTS = {"ospos_customers_import.csv": (1, "第 2 行 N 列（Company）：没有名称")}
# Stock of goods that are not in the shop yet, or papers about goods that move.
OPENING_WITH_FAULTS: dict[str, tuple[int, str]] = {
    "jsherp_apply_item_template.xls": (4, "第 3 行（成本单价）：没有成本"),
    "jsherp_in_out_item_template.xls": (6, "第 3 行 A 列（仓库*）：没有叫“仓库1”的仓库"),
    "merged_header_shop_product_import.xlsx": (2, "第 3 行 AF 列（库存）：“最多输入9位整数”不能作数量"),
}


def templates(shared: Path) -> Path:
    return shared / "data" / "templates"


def refused(act: Callable[[], object]) -> str:
    """The line a shop person reads."""
    with pytest.raises(ShopError) as fault:
        act()
    assert not isinstance(fault.value, FileFaultsError)
    return refusal(fault.value).line


def faults_of(act: Callable[[], object]) -> tuple[int, str]:
    with pytest.raises(FileFaultsError) as fault:
        act()
    return fault.value.count, fault_text(fault.value.faults[0])


def test_every_file_there_is_stands_in_one_table(shared: Path) -> None:
    named = {*GOODS_IN, *GOODS_WITH_FAULTS, *NO_GOODS}
    assert {path.name for path in templates(shared).iterdir()} == named
    assert len(named) == len(GOODS_IN) + len(GOODS_WITH_FAULTS) + len(NO_GOODS)


@pytest.mark.parametrize("name", GOODS_IN)
def test_a_goods_list_comes_in_whole(story: Story, shared: Path, name: str) -> None:
    assert story.shop.imports.products(templates(shared) / name).added == GOODS_IN[name]
    assert rows_of(story, "product") == GOODS_IN[name]


@pytest.mark.parametrize("name", GOODS_WITH_FAULTS)
def test_a_goods_list_with_faults_names_each_of_them(story: Story, shared: Path, name: str) -> None:
    count, first = faults_of(lambda: story.shop.imports.products(templates(shared) / name))
    assert (count, first[: len(GOODS_WITH_FAULTS[name][1])]) == GOODS_WITH_FAULTS[name]
    assert rows_of(story, "product") == 0


@pytest.mark.parametrize("name", NO_GOODS)
def test_what_is_no_goods_list_is_refused_by_what_it_is(story: Story, shared: Path, name: str) -> None:
    line = refused(lambda: story.shop.imports.products(templates(shared) / name))
    assert line.startswith(f"{name} ")
    assert NO_GOODS[name] in line
    assert rows_of(story, "product") == 0


@pytest.mark.parametrize("name", [*GOODS_IN, *GOODS_WITH_FAULTS, *NO_GOODS])
def test_as_a_list_of_partners_it_comes_in_or_says_what_it_is(story: Story, shared: Path, name: str) -> None:
    path = templates(shared) / name
    if name in PARTNERS_IN:
        assert story.shop.imports.partners(path).added == PARTNERS_IN[name]
    elif name in PARTNERS_WITH_FAULTS:
        assert faults_of(lambda: story.shop.imports.partners(path)) == PARTNERS_WITH_FAULTS[name]
    else:
        assert "往来单位表" in refused(lambda: story.shop.imports.partners(path))
    assert rows_of(story, "partner") == PARTNERS_IN.get(name, 0)


@pytest.mark.parametrize("name", [*GOODS_IN, *GOODS_WITH_FAULTS, *NO_GOODS])
def test_as_opening_stock_it_says_what_is_wrong_or_what_it_is(story: Story, shared: Path, name: str) -> None:
    path = templates(shared) / name
    with pytest.raises(ShopError) as fault:
        story.shop.imports.opening_stock(path)
    if isinstance(fault.value, FileFaultsError):
        assert name in OPENING_WITH_FAULTS
        count, begin = OPENING_WITH_FAULTS[name]
        assert fault.value.count == count
        assert fault_text(fault.value.faults[0]).startswith(begin)
    else:
        assert name not in OPENING_WITH_FAULTS
        assert "期初库存表" in refusal(fault.value).line


@pytest.mark.parametrize("kind", ImportKind)
def test_every_file_can_be_looked_at_as_anything(story: Story, shared: Path, kind: ImportKind) -> None:
    for path in templates(shared).iterdir():
        seen = story.shop.imports.look(kind, path)
        assert seen.columns
        assert all(len(row.cells) == len(seen.columns) for row in seen.rows[:20])


def test_customers_of_another_system_are_customers_without_what_they_owe(story: Story, shared: Path) -> None:
    result = story.shop.imports.partners(templates(shared) / "jsherp_customer_template.xls")
    assert [remark.reason for remark in result.remarks] == ["balances"]
    first, second = story.shop.partners.partner_list(PartnerFilter())
    assert (first.name, first.contact, first.phone, first.is_customer) == ("客户a", "小梁", "13000000000", True)
    assert (second.name, second.is_supplier) == ("客户b", False)
