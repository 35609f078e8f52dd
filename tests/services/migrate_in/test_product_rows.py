from pathlib import Path

import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.product_rows import ProductRow, read_products
from tests.services.exchange.sheet_files import new_workbook, xlsx_file
from tests.services.migrate_in.goods_lists import goods_list


def rows_in(folder: Path, *rows: str) -> list[ProductRow]:
    file = read_products(goods_list(folder, *rows))
    file.faults.refuse()
    return file.rows


def faults_in(folder: Path, *rows: str) -> list[str]:
    """The sentences about a list, as far as it can be judged without a shop."""
    with pytest.raises(FileFaultsError) as refusal:
        rows_in(folder, *rows)
    return [fault_text(fault) for fault in refusal.value.faults]


def test_a_row_says_only_what_its_cells_say(tmp_path: Path) -> None:
    (row,) = rows_in(tmp_path, "品名|条码|零售价|会员价|单位", "可乐|6901028126212|3|0|")
    assert (row.number, row.code, row.codes) == (2, "", ("6901028126212",))
    assert row.fields == {"name": "可乐", "retail_price": UnitPrice(30_000), "member_price": None}


def test_headings_may_stand_below_notes_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = rows_in(tmp_path, "惠民便利店商品表||", "||", "品名|条码|零售价", "可乐|111|3", "||", "雪碧|222|3")
    assert [(row.number, row.fields["name"]) for row in rows] == [(4, "可乐"), (6, "雪碧")]


def test_a_list_with_one_column_of_codes_means_the_ones_on_the_goods(tmp_path: Path) -> None:
    rows = rows_in(tmp_path, "货号|品名|零售价", "6901028126212|可乐|3", "LB00057|烤腿|2")
    assert [(row.code, row.codes) for row in rows] == [("6901028126212", ("6901028126212",)), ("LB00057", ())]


def test_a_list_with_both_keeps_them_apart(tmp_path: Path) -> None:
    (row,) = rows_in(tmp_path, "货号|条码|品名", "0001|6901028126212|可乐")
    assert (row.code, row.codes) == ("0001", ("6901028126212",))


def test_two_ways_of_writing_the_same_barcode_are_one(tmp_path: Path) -> None:
    (row,) = rows_in(tmp_path, "条码|品名", "692771981161,0692771981161|牙膏")
    assert row.codes == ("692771981161",)


def test_packs_are_read_from_their_columns(tmp_path: Path) -> None:
    (row,) = rows_in(tmp_path, "品名|条码|单位|副单位|比例|副条码|整箱价", "可乐|111|瓶|箱|12|222|33")
    assert row.packs == (Pack("箱", Quantity.of(12), UnitPrice(330_000), ("222",)),)


def test_a_row_that_only_adds_up_the_others_is_no_product(tmp_path: Path) -> None:
    rows = rows_in(tmp_path, "品名|条码|零售价", "可乐|111|3", "合计||3")
    assert [row.fields["name"] for row in rows] == ["可乐"]


def test_columns_that_nothing_is_taken_from_are_named_but_not_the_supplier(tmp_path: Path) -> None:
    file = read_products(goods_list(tmp_path, "品名|条码|供应商|产地|序号", "可乐|111|自采|山东|1"))
    assert file.unused == ("产地",)


def test_a_file_that_names_things_but_says_nothing_of_goods_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HeaderNotFoundError) as refusal:
        read_products(goods_list(tmp_path, "名称|联系人|税率|状态", "城南批发|老王|3|1"))
    assert refusal.value.missing == ("条码", "货号", "零售价")


def test_every_fault_of_every_row_is_told_with_its_row_and_column(tmp_path: Path) -> None:
    faults = faults_in(
        tmp_path,
        "品名|条码|零售价|进价|状态",
        "可乐|6.93217E+12|三块|2|正常",
        "雪碧|222|3|2|正常",
        "|333|-3|2.00001|也许",
    )
    assert faults == [
        "第 2 行 B 列（条码）：“6.93217E+12”是科学记数，编码的后几位已丢失；请把该列设为文本格式，重新填写完整的编码",
        "第 2 行 C 列（零售价）：“三块”不是数字",
        "第 4 行 A 列（品名）：没有商品名称",
        "第 4 行 C 列（零售价）：“-3”不能小于 0",
        "第 4 行 D 列（进价）：“2.00001”的小数太多，最多 4 位",
        "第 4 行 E 列（状态）：“也许”看不懂；可填 正常 或 停用",
    ]


def test_a_code_that_stands_in_two_rows_names_both(tmp_path: Path) -> None:
    rows = ("品名|货号|条码", "可乐|A1|111", "雪碧|A1|222", "芬达|A2|111")
    assert faults_in(tmp_path, *rows) == [
        "第 3 行 B 列（货号）：“A1”与第 2 行重复",
        "第 4 行 C 列（条码）：“111”与第 2 行重复",
    ]


def test_the_same_barcode_written_in_two_ways_is_found_twice(tmp_path: Path) -> None:
    faults = faults_in(tmp_path, "品名|条码", "牙膏|692771981161", "牙刷|0692771981161")
    assert faults == ["第 3 行 B 列（条码）：“0692771981161”与第 2 行重复"]


@pytest.mark.parametrize("rows", [("可乐|111|箱|12|222", "雪碧|222|||"), ("可乐|111|箱|12|111",)])
def test_the_code_of_a_case_is_no_other_code_of_the_list(tmp_path: Path, rows: tuple[str, ...]) -> None:
    (fault,) = faults_in(tmp_path, "品名|条码|副单位|比例|副条码", *rows)
    assert fault.endswith("与第 2 行重复")


def test_two_rows_of_one_name_need_codes_to_tell_them_apart(tmp_path: Path) -> None:
    list_head = "品名|规格|条码|零售价"
    assert faults_in(tmp_path, list_head, "毛巾|大||5", "毛巾|小||4", "毛巾|大||6") == [
        "第 4 行 A 列（品名）：与第 2 行同名同规格，又没有条码和货号可以区分；请填写条码或货号"
    ]
    assert faults_in(tmp_path, list_head, "毛巾|大|111|5", "毛巾|大||6") == [
        "第 3 行 A 列（品名）：与第 2 行同名同规格，又没有条码和货号可以区分；请填写条码或货号"
    ]
    assert len(rows_in(tmp_path, list_head, "毛巾|大|111|5", "毛巾|大|222|6")) == 2


def test_half_a_pack_is_told_with_its_column(tmp_path: Path) -> None:
    assert faults_in(tmp_path, "品名|条码|副单位|比例|副条码", "可乐|111|箱||", "雪碧|222||12|", "芬达|333|||444") == [
        "第 2 行 C 列（副单位）：有副单位“箱”，没有比例",
        "第 3 行 D 列（比例）：有比例“12”，没有副单位",
        "第 4 行 E 列（副条码）：有副条码“444”，没有副单位和比例",
    ]


def test_a_pack_size_that_cannot_be_read_is_one_fault_and_no_more(tmp_path: Path) -> None:
    (fault,) = faults_in(tmp_path, "品名|条码|副单位|比例", "可乐|111|箱|一打")
    assert fault == "第 2 行 D 列（比例）：“一打”看不懂；可填 12 或 1箱=12瓶，且要大于 1"


def test_a_formula_without_its_result_is_told(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [["品名", "条码", "零售价"], ["可乐", "111", "=B2*1.2"]])
    with pytest.raises(FileFaultsError) as refusal:
        read_products(path).faults.refuse()
    (fault,) = refusal.value.faults
    assert (fault.row, fault.letter, fault.reason) == (2, "C", "not_calculated")


def test_texts_that_the_books_cannot_hold_are_told(tmp_path: Path) -> None:
    faults = faults_in(tmp_path, "品名|条码|单位|品牌", f"{'长' * 121}|111|{'个' * 21}|{'牌' * 61}")
    assert [fault.partition("：")[2] for fault in faults] == [
        "最多 120 个字，这里有 121 个",
        "最多 20 个字，这里有 21 个",
        "最多 60 个字，这里有 61 个",
    ]


def test_a_number_cell_that_is_exact_is_a_code_and_one_that_is_not_is_refused(tmp_path: Path) -> None:
    exact = xlsx_file(tmp_path / "exact.xlsx", [["品名", "条码"], ["可乐", 6932169358293]])
    (row,) = read_products(exact).rows
    assert row.codes == ("6932169358293",)
    inexact = xlsx_file(tmp_path / "inexact.xlsx", [["品名", "条码"], ["可乐", 69321693582930000000]])
    with pytest.raises(FileFaultsError) as refusal:
        read_products(inexact).faults.refuse()
    assert refusal.value.faults[0].reason == "scientific"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_says_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("货号,品名,单位,零售价\n00123,信德毛巾,条,3\n00124,农夫山泉,瓶,2\n", encoding=encoding)
    rows = read_products(path).rows
    assert [(row.code, row.fields["name"], row.fields["unit"]) for row in rows] == [
        ("00123", "信德毛巾", "条"),
        ("00124", "农夫山泉", "瓶"),
    ]


def test_a_category_merged_over_several_rows_holds_for_each(tmp_path: Path) -> None:
    path = tmp_path / "goods.xlsx"
    workbook = new_workbook()
    for row in (("分类", "品名", "条码"), ("饮料", "可乐", "111"), ("", "雪碧", "222")):
        workbook.active.append(row)
    workbook.active.merge_cells("A2:A3")
    workbook.save(path)
    assert [row.fields["category"] for row in read_products(path).rows] == [("饮料",), ("饮料",)]
