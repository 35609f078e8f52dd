from pathlib import Path

import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from tests.services.migrate_in.goods_lists import found, imported, product_count, refused
from tests.story import Story

CASE = Pack("箱", Quantity.of(12), UnitPrice(330_000), ("222",))


@pytest.fixture
def cola(story: Story) -> int:
    return story.shop.catalog.save_product(
        ProductDetails(
            name="可乐",
            code="A1",
            codes=("111",),
            unit="瓶",
            packs=(CASE,),
            category=("饮料",),
            spec="500ml",
            retail_price=UnitPrice(30_000),
            member_price=UnitPrice(28_000),
        )
    )


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("品名|条码|零售价", "可乐|111|3.5"),
        ("品名|货号|条码|零售价", "可乐|A1|999|3.5"),
        ("品名|货号|零售价", "可乐|A1|3.5"),
        ("品名|规格|零售价", "可乐|500ml|3.5"),
    ],
)
def test_a_product_is_known_by_barcode_by_code_or_by_name_and_spec(
    story: Story, cola: int, tmp_path: Path, headings: str, row: str
) -> None:
    result = imported(story, tmp_path, headings, row)
    assert (result.added, result.changed) == (0, 1)
    assert story.shop.catalog.product(cola).retail_price == UnitPrice(35_000)


def test_another_spec_is_another_product(story: Story, cola: int, tmp_path: Path) -> None:
    assert imported(story, tmp_path, "品名|规格|零售价", "可乐|2L|7").added == 1
    assert product_count(story) == 2


def test_what_the_list_does_not_say_stays(story: Story, cola: int, tmp_path: Path) -> None:
    before = story.shop.catalog.product(cola)
    imported(story, tmp_path, "品名|条码|零售价|分类|单位|规格", "可口可乐|111|3.5|||")
    after = story.shop.catalog.product(cola)
    assert (after.name, after.retail_price) == ("可口可乐", UnitPrice(35_000))
    for name in ("code", "codes", "unit", "packs", "category", "spec", "member_price", "tax_rate", "is_active"):
        assert getattr(after, name) == getattr(before, name), name


def test_a_member_price_of_0_takes_the_old_one_away(story: Story, cola: int, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码|会员价", "可乐|111|0")
    assert story.shop.catalog.product(cola).member_price is None


def test_a_further_barcode_is_added_and_none_is_taken_away(story: Story, cola: int, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|货号|条码", "可乐|A1|999")
    assert story.shop.catalog.product(cola).codes == ("111", "999")


def test_a_pack_is_brought_up_to_date_and_keeps_what_the_list_does_not_say(
    story: Story, cola: int, tmp_path: Path
) -> None:
    imported(story, tmp_path, "品名|条码|副单位|比例|副条码", "可乐|111|箱|15|444")
    assert story.shop.catalog.product(cola).packs == (Pack("箱", Quantity.of(15), UnitPrice(330_000), ("222", "444")),)


def test_a_barcode_of_one_product_and_the_code_of_another_are_a_fault(story: Story, cola: int, tmp_path: Path) -> None:
    story.product("雪碧", codes=("333",))
    assert refused(story, tmp_path, "品名|货号|条码", "雪碧|A1|333") == [
        "第 2 行 B 列（货号）：“A1”已是另一个商品的编码：可乐"
    ]


def test_barcodes_of_two_products_in_one_row_are_a_fault(story: Story, cola: int, tmp_path: Path) -> None:
    story.product("雪碧", codes=("333",))
    assert refused(story, tmp_path, "品名|条码", "可乐|111,333") == [
        "第 2 行 B 列（条码）：“333”已是另一个商品的编码：雪碧"
    ]


def test_the_code_of_a_case_is_not_given_to_a_piece(story: Story, cola: int, tmp_path: Path) -> None:
    sentence = "第 2 行 B 列（条码）：“222”已是另一个单位的条码：可乐，一箱"
    assert refused(story, tmp_path, "品名|条码", "整箱可乐|222") == [sentence]
    assert refused(story, tmp_path, "品名|条码", "可乐|111,222") == [sentence]


def test_the_code_of_a_piece_is_not_given_to_a_case(story: Story, cola: int, tmp_path: Path) -> None:
    story.product("雪碧", codes=("333",))
    assert refused(story, tmp_path, "品名|货号|副单位|比例|副条码", "可乐|A1|箱|12|111") == [
        "第 2 行 E 列（副条码）：“111”已是另一个单位的条码：可乐，一瓶"
    ]
    assert refused(story, tmp_path, "品名|货号|副单位|比例|副条码", "可乐|A1|箱|12|333") == [
        "第 2 行 E 列（副条码）：“333”已是另一个商品的编码：雪碧"
    ]


def test_two_rows_about_one_product_name_each_other(story: Story, cola: int, tmp_path: Path) -> None:
    assert refused(story, tmp_path, "品名|货号|条码", "可乐|A1|", "可口可乐||111") == [
        "第 3 行 A 列（品名）：与第 2 行是店里的同一个商品：可乐"
    ]


def test_a_name_that_two_products_have_is_not_guessed_at(story: Story, tmp_path: Path) -> None:
    story.product("毛巾", codes=("111",))
    story.product("毛巾", codes=("222",))
    assert refused(story, tmp_path, "品名|零售价", "毛巾|5") == [
        "第 2 行 A 列（品名）：店里有 2 个同名同规格的商品，不知是哪一个；请填写条码或货号"
    ]


def test_the_unit_of_goods_that_have_moved_stays(story: Story, cola: int, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码|单位", "可乐|111|罐")
    assert story.shop.catalog.product(cola).unit == "罐"
    story.receive(cola, "10", "2.00")
    assert refused(story, tmp_path, "品名|条码|单位", "可乐|111|个") == [
        "第 2 行 C 列（单位）：“可乐”已有库存流水，单位只能是“罐”"
    ]


def test_a_unit_is_not_the_pack_of_itself(story: Story, cola: int, tmp_path: Path) -> None:
    assert refused(story, tmp_path, "品名|条码|单位|副单位|比例", "雪碧|333|瓶|瓶|12", "芬达|444||个|6") == [
        "第 2 行 D 列（副单位）：“瓶”既是基本单位又是副单位",
        "第 3 行 D 列（副单位）：“个”既是基本单位又是副单位",
    ]
    assert refused(story, tmp_path, "品名|条码|单位", "可乐|111|箱") == [
        "第 2 行（副单位）：“箱”既是基本单位又是副单位"
    ]


def test_goods_sold_by_weight_say_what_they_are_weighed_in(story: Story, tmp_path: Path) -> None:
    headings = "品名|条码|单位|计价方式|零售价"
    assert refused(story, tmp_path, headings, "茄子|00001||计重|2") == [
        "第 2 行 C 列（单位）：计重商品要填写单位，例如 kg 或 斤"
    ]
    imported(story, tmp_path, headings, "茄子|00001|kg|计重|2")
    assert imported(story, tmp_path, headings, "茄子|00001||计重|2").unchanged == 1


def test_an_old_mnemonic_stays_the_shops_own(story: Story, tmp_path: Path) -> None:
    rows = ("品名|条码|助记码", "农夫山泉|111|NFSQ", "干吃面|222|XGM", "绿茶|333|")
    assert imported(story, tmp_path, *rows).added == 3
    assert [found(story, code).initials for code in ("111", "222", "333")] == ["nfsq", "xgm", "lc"]
    assert imported(story, tmp_path, *rows).unchanged == 3
    imported(story, tmp_path, "品名|条码", "农夫山泉水|111", "大干吃面|222")
    assert [found(story, code).initials for code in ("111", "222")] == ["nfsqs", "xgm"]
