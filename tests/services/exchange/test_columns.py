"""Finding the columns of somebody else's sheet."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.columns import ColumnMatch, ColumnSpec, find_columns, match_headings
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.limits import SHEET_LIMITS
from jxc_desktop.services.exchange.sheet import Sheet, sheet_of
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from tests.services.exchange.sheet_files import new_workbook

CODE = ColumnSpec("code", ("条码", "国际条码", "基本条码", "barcode"), required=True)
NAME = ColumnSpec("name", ("品名", "商品名称", "名称", "name"), required=True)
PRICE = ColumnSpec("price", ("零售价", "单价", "售价", "price"))
GOODS = (CODE, NAME, PRICE)


def sheet(*rows: list[str], name: str = "") -> Sheet:
    return sheet_of(Path("goods.xlsx"), name, list(rows), SHEET_LIMITS)


def values(match: ColumnMatch) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, dict(row.values)) for row in match]


def test_headings_below_a_title_and_notes_are_found_with_the_rows_below_them() -> None:
    match = find_columns(
        sheet(
            ["商品信息表"],
            ["1、带星号的为必填项\n2、请勿删除"],
            [],
            ["*条码", "名称", "单价(元)"],
            ["00123 ", "可乐", "3"],
        ),
        GOODS,
    )
    assert match.header_row == 4
    assert values(match) == [(5, {"code": "00123", "name": "可乐", "price": "3"})]


@pytest.mark.parametrize(
    "heading",
    [
        "条码",
        " 条 码 ",
        "条码*",
        "*条码",
        "＊条码",
        "条码（必填）",
        "条码【13位】",
        "条码：",
        "BarCode",
        "ＢＡＲＣＯＤＥ",
        "bar_code",
        "条码\n必填，不可重复",
    ],
)
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    assert match_headings([heading], [CODE]) == {"code": 0}


@pytest.mark.parametrize("heading", ["", "条码类型", "副条码", "代码", "(条码)"])
def test_a_heading_that_only_contains_the_name_is_another_one(heading: str) -> None:
    assert match_headings([heading], [CODE]) == {}


def test_the_best_name_wins_over_another_name_and_the_exact_one_over_a_similar_one() -> None:
    assert match_headings(["名称", "品名"], [NAME]) == {"name": 1}
    assert match_headings(["条码(箱)", "条码"], [CODE]) == {"code": 1}
    assert match_headings(["barcode", "条码*"], [CODE]) == {"code": 1}


def test_no_heading_serves_two_columns() -> None:
    cost = ColumnSpec("cost", ("进价", "单价"))
    assert match_headings(["单价"], [cost, ColumnSpec("price", ("单价",))]) == {"price": 0}
    assert match_headings(["单价", "单价"], [cost, ColumnSpec("price", ("售价", "单价"))]) == {"cost": 0, "price": 1}


def test_unknown_headings_are_reported_and_missing_ones_read_as_empty() -> None:
    match = find_columns(sheet(["条码", "产地", "品名", "条码"], ["690", "海南", "椰汁", "x"]), GOODS)
    assert match.unknown == ("产地", "条码")
    assert match.missing == ("price",)
    assert not match.has("price")
    assert values(match) == [(2, {"code": "690", "name": "椰汁", "price": ""})]


def test_notes_beside_the_table_are_no_rows() -> None:
    match = find_columns(
        sheet(
            ["条码", "品名", "", "说明"],
            ["690", "椰汁", "", "每周一更新"],
            ["", "", "", "电话 123"],
            ["691", "茶", "", ""],
        ),
        GOODS,
    )
    assert [number for number, _values in values(match)] == [2, 4]


def test_a_fault_is_placed_by_the_letters_and_heading_of_the_file() -> None:
    match = find_columns(sheet(["", "条码", "", "品名", "单价(元)"], ["", "690", "", "茶", "x"]), GOODS)
    place = match.place(2, "price")
    assert (str(place), place.heading) == ("E2", "单价(元)")
    assert match.positions == {"code": 1, "name": 3, "price": 4}


def test_a_place_in_a_column_the_sheet_lacks_is_only_its_row() -> None:
    assert str(find_columns(sheet(["条码", "品名"]), GOODS).place(7, "price")) == "7"


def test_a_data_row_that_happens_to_hold_a_heading_is_not_taken_for_the_headings() -> None:
    match = find_columns(sheet(["条码", "品名", "单价"], ["690", "品名", "1"], ["691", "条码", "2"]), GOODS)
    assert match.header_row == 1


def test_headings_that_are_missing_are_named_with_the_row_that_came_nearest() -> None:
    with pytest.raises(HeaderNotFoundError) as refusal:
        find_columns(sheet(["月报"], ["国际条码", "单价"], ["690", "1"], name="一月"), GOODS)
    fault = refusal.value
    assert (fault.missing, fault.sheet, fault.row) == (("品名",), "一月", 2)


def test_a_sheet_without_any_known_heading_misses_all_that_are_needed() -> None:
    with pytest.raises(HeaderNotFoundError) as refusal:
        find_columns(sheet(["甲", "乙"], ["1", "2"]), GOODS)
    assert (refusal.value.missing, refusal.value.row) == (("条码", "品名"), 0)


def test_the_first_sheet_with_the_headings_is_chosen(tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.active.title = "说明"
    workbook.active.append(["请填写第二页", "条码"])
    for title in ("商品", "旧商品"):
        workbook.create_sheet(title).append(["条码", "品名"])
        workbook[title].append([title, "茶"])
    workbook.save(tmp_path / "goods.xlsx")
    match = find_columns(read_sheet(tmp_path / "goods.xlsx"), GOODS)
    assert (match.sheet_name, values(match)[0][1]["code"]) == ("商品", "商品")


def test_headings_over_two_rows_with_merged_cells_are_found(tmp_path: Path) -> None:
    workbook = new_workbook()
    for row in (["条码", "品名", "价格", None], [None, None, "进价", "零售价"], ["690", "茶", 2.5, 3]):
        workbook.active.append(row)
    for area in ("A1:A2", "B1:B2", "C1:D1"):
        workbook.active.merge_cells(area)
    workbook.save(tmp_path / "goods.xlsx")
    match = find_columns(read_sheet(tmp_path / "goods.xlsx"), GOODS)
    assert values(match) == [(3, {"code": "690", "name": "茶", "price": "3"})]


@pytest.mark.parametrize(
    ("file", "header_row", "rows", "unknown"),
    [
        ("jsherp_goods_template.xls", 2, 2, 29),
        ("cn_pos_export_52cols_fresh.xls", 1, 215, 49),
        ("derived_gbk_goods.csv", 1, 120, 5),
    ],
)
def test_other_programs_goods_files_are_understood(
    shared: Path, file: str, header_row: int, rows: int, unknown: int
) -> None:
    specs = (ColumnSpec("code", ("货号", "基本条码"), True), ColumnSpec("name", ("品名", "名称"), True), PRICE)
    match = find_columns(read_sheet(shared / "data" / "templates" / file), specs)
    assert (match.header_row, len(list(match)), len(match.unknown)) == (header_row, rows, unknown)
