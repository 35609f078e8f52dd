import json
from pathlib import Path

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import Pack
from tests.services.migrate_in.goods_lists import found, imported, product_count, refused, rows_of
from tests.story import Story

LIST = (
    "商品名称|条码|货号|分类|单位|规格|品牌|进价|零售价|会员价|批发价|最低售价|助记码|税率|计价方式|状态|副单位|比例|副条码",
    "可乐|6901028126212、111|A1|食品/饮料|瓶|500ml|可口|2.0001|￥3|2.8|0|2.5|KL|9%|计件|正常|箱|1箱=12瓶|222",
    "茄子|00001||蔬菜|kg|||1.5|2||||||计重|停用|||",
    "毛巾|||||||||||||||||",
)


def test_everything_that_a_list_says_is_written_down(story: Story, tmp_path: Path) -> None:
    assert imported(story, tmp_path, *LIST).added == 3
    cola = found(story, "6901028126212")
    assert (cola.name, cola.code, cola.codes) == ("可乐", "A1", ("6901028126212", "111"))
    assert (cola.category, cola.unit, cola.spec, cola.brand) == (("食品", "饮料"), "瓶", "500ml", "可口")
    assert cola.reference_cost == UnitPrice(20_001)
    assert (cola.retail_price, cola.member_price) == (UnitPrice(30_000), UnitPrice(28_000))
    assert (cola.wholesale_price, cola.lowest_price) == (None, UnitPrice(25_000))
    assert (cola.tax_rate, cola.is_weighed, cola.is_active) == (TaxRate.R9, False, True)
    assert cola.packs == (Pack("箱", Quantity.of(12), None, ("222",)),)


def test_a_case_is_sold_by_scanning_its_own_code(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, *LIST)
    case = story.shop.catalog.find_by_code("222")
    assert not isinstance(case, NoGoods)
    assert (case.name, case.unit_name, case.price) == ("可乐", "箱", UnitPrice(360_000))


def test_goods_that_are_no_longer_sold_are_not_scanned(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, *LIST)
    assert isinstance(story.shop.catalog.find_by_code("00001"), NoGoods)


def test_goods_without_code_and_unit_get_both(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, *LIST)
    (hit,) = story.shop.catalog.search("毛巾")
    towel = story.shop.catalog.product(hit.product_id)
    assert (towel.unit, towel.codes, towel.retail_price) == ("个", (), UnitPrice(0))
    assert towel.code.isdigit()


def test_what_was_imported_is_found_by_pinyin_and_by_its_own_mnemonic(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码|助记码", "农夫山泉|111|ns", "重庆小面|222|")
    for typed, name in (("nfsq", "农夫山泉"), ("ns", "农夫山泉"), ("cqxm", "重庆小面"), ("222", "重庆小面")):
        assert name in [hit.name for hit in story.shop.catalog.search(typed)], typed


def test_a_code_with_a_wrong_check_digit_is_the_shops_own(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码", "散装糖|6901028126213")
    assert found(story, "6901028126213").name == "散装糖"


def test_the_same_list_again_changes_nothing_and_writes_one_line_of_record(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, *LIST)
    tables = ("product", "barcode", "product_unit", "category", "document", "setting")
    before = [rows_of(story, table) for table in tables]
    notes = rows_of(story, "audit_entry")
    result = imported(story, tmp_path, *LIST)
    assert (result.added, result.changed, result.unchanged) == (0, 0, 3)
    assert [rows_of(story, table) for table in tables] == before
    assert rows_of(story, "audit_entry") == notes + 1


def test_the_record_says_which_file_did_what(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, *LIST)
    with story.desk.storage.reading() as books:
        act, content = books.connection.exec_driver_sql(
            "SELECT act, content FROM audit_entry ORDER BY id DESC LIMIT 1"
        ).one()
    assert act == "imports.products"
    assert json.loads(content) == {"file": "商品.xlsx", "added": 3, "changed": 0, "unchanged": 0}


def test_one_bad_row_among_a_thousand_leaves_nothing_behind(story: Story, tmp_path: Path) -> None:
    rows = [f"商品{number}|{number:05d}|3" for number in range(1, 1_001)]
    rows[899] = "商品900|00001|3"
    rows[949] = "商品950|00950|三块"
    notes = rows_of(story, "audit_entry")
    assert refused(story, tmp_path, "品名|条码|零售价", *rows) == [
        "第 901 行 B 列（条码）：“00001”与第 2 行重复",
        "第 951 行 C 列（零售价）：“三块”不是数字",
    ]
    assert (product_count(story), rows_of(story, "category"), rows_of(story, "audit_entry")) == (0, 0, notes)


def test_faults_of_the_list_and_of_the_shop_are_told_together(story: Story, tmp_path: Path) -> None:
    story.product("可乐", codes=("111",))
    story.product("雪碧", codes=("222",))
    assert refused(story, tmp_path, "品名|条码|零售价", "可乐|111,222|3", "芬达|333|三块") == [
        "第 2 行 B 列（条码）：“222”已是另一个商品的编码：雪碧",
        "第 3 行 C 列（零售价）：“三块”不是数字",
    ]


def test_numbers_given_to_goods_without_codes_are_never_codes_of_the_list(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|货号|条码", "毛巾||", "牙刷|000001|", "牙膏|000003|")
    codes = {
        hit.name: story.shop.catalog.product(hit.product_id).code
        for name in ("毛巾", "牙刷", "牙膏")
        for hit in story.shop.catalog.search(name)
    }
    assert (codes["牙刷"], codes["牙膏"]) == ("000001", "000003")
    assert len(set(codes.values())) == 3


def test_a_new_list_may_add_and_change_at_once(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码|零售价", "可乐|111|3", "雪碧|222|3")
    result = imported(story, tmp_path, "品名|条码|零售价", "可乐|111|3", "雪碧|222|3.5", "芬达|333|3")
    assert (result.added, result.changed, result.unchanged) == (1, 1, 1)
    assert found(story, "222").retail_price == UnitPrice(35_000)


def test_a_product_after_an_import_is_a_product_like_any_other(story: Story, tmp_path: Path) -> None:
    imported(story, tmp_path, "品名|条码|单位|零售价", "可乐|111|瓶|3")
    cola = found(story, "111")
    assert cola.id is not None
    story.receive(cola.id, "10", "2.00")
    story.sell(cola.id)
    assert story.cost_state(cola.id) == (9_000, 18_000_000)
    assert story.shop.health.verify() == ()
