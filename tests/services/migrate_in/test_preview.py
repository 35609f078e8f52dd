"""What is seen of a file before it is taken in."""

from pathlib import Path

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_choice import ImportChoice
from jxc_desktop.services.migrate_in.matching import layout_at
from jxc_desktop.services.migrate_in.preview import Fit, ImportPreview, preview_of
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM
from tests.services.exchange.sheet_files import new_workbook
from tests.services.migrate_in.goods_lists import goods_list


def seen(folder: Path, *rows: str) -> ImportPreview:
    return preview_of(read_sheet(goods_list(folder, *rows)), PRODUCT_FORM, {})


def test_each_column_says_where_it_is_what_it_is_taken_for_and_how_sure_that_is(tmp_path: Path) -> None:
    columns = seen(tmp_path, "品名*|条 码|产地", "可乐|1|上海").columns
    assert [(column.letter, column.heading, column.field, column.fit) for column in columns] == [
        ("A", "品名*", "name", Fit.EXACT),
        ("B", "条 码", "barcode", Fit.ALIKE),
        ("C", "产地", "", Fit.NONE),
    ]


def test_the_row_of_headings_is_found_below_notes(tmp_path: Path) -> None:
    found = seen(tmp_path, "星号必填", "品名|条码", "可乐|1", "茶|2")
    assert found.head_row == 2
    assert [(row.number, list(row.cells)) for row in found.rows] == [(3, ["可乐", "1"]), (4, ["茶", "2"])]
    assert found.head_rows() == [1, 2, 3, 4]


def test_a_file_nobody_knows_shows_its_widest_first_row_as_headings(tmp_path: Path) -> None:
    found = seen(tmp_path, "账单", "日期|对方|多少", "1|2|3")
    assert found.head_row == 2
    assert found.missing == ("name",)
    assert [column.heading for column in found.columns] == ["日期", "对方", "多少"]


def test_another_row_and_another_field_are_tried_without_reading_again(tmp_path: Path) -> None:
    found = seen(tmp_path, "说明|名称", "品名|条码", "可乐|1")
    assert [column.heading for column in found.from_row(1).columns] == ["说明", "名称"]
    changed = found.with_field(1, "name")
    assert changed.fields() == {1: "name"}
    assert changed.columns[1].fit is Fit.CHOSEN
    assert changed.with_field(1, "").fields() == {}
    assert changed.choice() == ImportChoice("Sheet", 2, {1: "name"}, True)
    assert not found.choice().is_by_hand


def test_a_list_with_nothing_but_names_lacks_what_tells_goods(tmp_path: Path) -> None:
    found = seen(tmp_path, "品名|产地", "可乐|上海")
    assert found.missing == PRODUCT_FORM.one_of


def test_the_first_sheet_with_all_headings_is_taken(tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.active.append(["封面"])
    second = workbook.create_sheet("第二")
    for row in (["品名", "条码"], ["可乐", "1"]):
        second.append(row)
    workbook.save(tmp_path / "a.xlsx")
    found = preview_of(read_sheet(tmp_path / "a.xlsx"), PRODUCT_FORM, {})
    assert (found.sheet, found.sheets) == ("第二", (("Sheet", 1), ("第二", 2)))
    assert found.on_sheet("Sheet").columns[0].heading == "封面"


def test_a_layout_that_is_remembered_is_shown_so(tmp_path: Path) -> None:
    file = read_sheet(goods_list(tmp_path, "甲|乙", "可乐|1"))
    found = preview_of(file, PRODUCT_FORM, {layout_at(file, 1): {0: "name", 1: "barcode"}})
    assert [column.fit for column in found.columns] == [Fit.REMEMBERED, Fit.REMEMBERED]
    assert not found.is_by_hand


def test_how_a_text_file_is_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("品名,条码\n可乐,1\n".encode("gbk"))
    assert preview_of(read_sheet(path), PRODUCT_FORM, {}).encoding == "GB18030"
