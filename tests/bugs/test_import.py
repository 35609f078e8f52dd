"""Faults that users of other programs found in files from elsewhere."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.faults import SheetFileError
from jxc_desktop.services.exchange.sheet_writer import write_csv, write_xlsx
from jxc_desktop.services.exchange.table import Column, Table
from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.reports.report import Asked, Period
from tests.services.exchange.sheet_files import (
    FIRST_SHEET,
    SHEET_HEAD,
    SHEET_TAIL,
    new_workbook,
    xlsx_file,
    xlsx_with_cells,
    xlsx_with_parts,
)
from tests.story import Story

MEBIBYTE = 1024 * 1024
HEADINGS = ("品名", "条码", "零售价")


def text_row(number: int, texts: Sequence[str], more: str = "") -> str:
    """A row of a sheet, as XML."""
    cells = (
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in zip("ABC", texts, strict=False)
    )
    return f'<row r="{number}">{"".join(cells)}{more}</row>'


def price_of(story: Story, code: str) -> str:
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(
            "SELECT p.retail_price FROM product p JOIN barcode b ON b.product_id = p.id WHERE b.code = ?", (code,)
        ).one()
    return str(UnitPrice(found[0]))


def codes_of(story: Story) -> list[str]:
    with story.desk.storage.reading() as books:
        return list(books.connection.exec_driver_sql("SELECT code FROM barcode ORDER BY product_id").scalars())


def csv_text(rows: Sequence[Sequence[str]]) -> str:
    return "".join(",".join(row) + "\r\n" for row in (HEADINGS, *rows))


def faults_of(story: Story, path: Path) -> dict[int, str]:
    """Row → what is wrong with it, in words; nothing was taken in."""
    with pytest.raises(FileFaultsError) as refusal:
        story.shop.imports.products(path)
    assert codes_of(story) == []
    return {fault.row: fault_text(fault) for fault in refusal.value.faults}


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_codes_written_as_text_keep_their_leading_zeros_in_and_out_and_in_again(
    story: Story, tmp_path: Path, ending: str
) -> None:
    wanted = ["00123", "0692771981161", "06932169358294"]
    rows = [(f"商品 {n}", code, UnitPrice.parse("1")) for n, code in enumerate(wanted)]
    table = Table("商品", tuple(map(Column, HEADINGS)), rows)
    path = tmp_path / f"goods.{ending}"
    {"xlsx": write_xlsx, "csv": write_csv}[ending](path, table)
    assert story.shop.imports.products(path).added == 3
    assert codes_of(story) == wanted
    assert story.shop.imports.products(path).unchanged == 3
    assert codes_of(story) == wanted


def test_codes_in_number_cells_are_warned_about_before_they_are_taken_in(story: Story, tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["可乐", 123, 3], ["牛奶", "00123", 5]])
    (seen,) = story.shop.imports.look(ImportKind.PRODUCTS, path).remarks
    assert (seen.reason, seen.heading, seen.count, seen.value) == ("number_codes", "条码", 1, "123")
    assert story.shop.imports.products(path).remarks == (seen,)
    assert codes_of(story) == ["123", "00123"]


def test_a_code_that_a_spreadsheet_made_into_a_day_is_warned_about(story: Story, tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["可乐", date(2026, 3, 5), 3]])
    (seen,) = story.shop.imports.look(ImportKind.PRODUCTS, path).remarks
    assert (seen.reason, seen.value) == ("moment_codes", "2026-03-05")


def test_goods_without_a_price_are_warned_about_before_they_are_sold_for_nothing(story: Story, tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["可乐", "A1", ""], ["牛奶", "A2", 5]])
    (seen,) = story.shop.imports.look(ImportKind.PRODUCTS, path).remarks
    assert (seen.reason, seen.count) == ("no_price", 1)


def test_a_total_or_a_title_between_the_goods_is_no_article_without_a_price(story: Story, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["序号", *HEADINGS],
        ["饮料类", "", "", ""],
        ["1", "可乐", "A1", 3],
        ["合计", "", "", ""],
    ]
    assert not story.shop.imports.look(ImportKind.PRODUCTS, xlsx_file(tmp_path / "goods.xlsx", rows)).remarks


def test_a_long_code_in_a_number_cell_is_taken_exactly(story: Story, tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["牛奶", 6932169358293, 5], ["茶", "06932169358294", 3]])
    story.shop.imports.products(path)
    assert codes_of(story) == ["6932169358293", "06932169358294"]


def test_a_code_that_lost_its_digits_is_refused_with_row_and_column_and_never_guessed(
    story: Story, tmp_path: Path
) -> None:
    rows = [HEADINGS, ["可乐", "6901234567892", 3], ["牛奶", "6.93217E+12", 5], ["茶", 12345678901234567890, 3]]
    faults = faults_of(story, xlsx_file(tmp_path / "goods.xlsx", rows))
    assert list(faults) == [3, 4]
    assert all("B 列（条码）" in text and "科学记数" in text for text in faults.values())


ENCODINGS = ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_list_in_any_encoding_gives_the_same_goods(story: Story, tmp_path: Path, encoding: str) -> None:
    rare = "㐂" if encoding != "gbk" else ""
    path = tmp_path / "goods.csv"
    path.write_bytes(csv_text([(f"农夫山泉{rare}", "6921168509256", "2.00")]).encode(encoding))
    story.shop.imports.products(path)
    assert [hit.name for hit in story.shop.catalog.search("nfsq")] == [f"农夫山泉{rare}"]
    assert price_of(story, "6921168509256") == "2.00"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gbk", "GB18030"), ("gb18030", "GB18030"), ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16")],
)
def test_the_encoding_that_was_found_is_shown(story: Story, tmp_path: Path, encoding: str, said: str) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(csv_text([("农夫山泉", "6921168509256", "2.00")]).encode(encoding))
    assert story.shop.imports.look(ImportKind.PRODUCTS, path).encoding == said


def test_a_list_in_utf_16_without_a_mark_is_refused_or_right_and_never_garbled(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(csv_text([("农夫山泉", "6921168509256", "2.00")]).encode("utf-16-le"))
    try:
        story.shop.imports.products(path)
    except SheetFileError:
        assert codes_of(story) == []
    else:
        assert [hit.name for hit in story.shop.catalog.search("nfsq")] == ["农夫山泉"]


def test_a_report_as_csv_has_the_mark_by_which_spreadsheets_know_it(story: Story, tmp_path: Path) -> None:
    day = story.clock.now().date()
    story.sell(story.product())
    for name, period in (("stock", None), ("sales-by-day", Period(day, day))):
        path = tmp_path / f"{name}.csv"
        story.shop.reports.write(story.shop.reports.run(name, Asked(period)), path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_sheet_formatted_to_its_last_row_is_two_products_in_five_seconds(story: Story, tmp_path: Path) -> None:
    goods = (HEADINGS, ("可乐", "6901234567892", "3"), ("牛奶", "6932169358293", "5"))
    data = "".join(text_row(number, row) for number, row in enumerate(goods, 1))
    empty = "".join(f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(4, 1_048_577))
    path = xlsx_with_cells(tmp_path / "goods.xlsx", data + empty)
    began = time.perf_counter()
    assert story.shop.imports.products(path).added == 2
    assert time.perf_counter() - began < 5


def test_a_category_merged_over_ten_rows_is_the_category_of_all_ten(story: Story, tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.active.append(["分类", *HEADINGS])
    for n in range(10):
        workbook.active.append(["饮料" if n == 0 else None, f"商品 {n}", f"C{n:03}", 1])
    workbook.active.merge_cells("A2:A11")
    workbook.save(tmp_path / "goods.xlsx")
    assert story.shop.imports.products(tmp_path / "goods.xlsx").added == 10
    with story.desk.storage.reading() as books:
        counted = books.connection.exec_driver_sql(
            "SELECT c.name, count(*) FROM product p JOIN category c ON c.id = p.category_id GROUP BY c.name"
        ).all()
    assert counted == [("饮料", 10)]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BOMBS: dict[str, dict[str, str | bytes]] = {
    "entities that multiply": {FIRST_SHEET: SHEET_HEAD.replace("?>", "?>" + ENTITIES, 1) + SHEET_TAIL},
    "a part that unpacks to very much": {"xl/media/a.bin": bytes(20 * MEBIBYTE)},
    "one text of many megabytes": {FIRST_SHEET: SHEET_HEAD + text_row(1, ("品" * (8 * MEBIBYTE),)) + SHEET_TAIL},
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_file_made_to_take_all_memory_is_refused_at_once(story: Story, tmp_path: Path, what: str) -> None:
    path = xlsx_with_parts(tmp_path / "goods.xlsx", BOMBS[what])
    began = time.perf_counter()
    with pytest.raises(SheetFileError):
        story.shop.imports.products(path)
    assert time.perf_counter() - began < 5
    assert codes_of(story) == []
    story.product("还能用")


def test_a_list_with_a_fault_in_row_900_is_refused_as_a_whole_with_every_fault(story: Story, tmp_path: Path) -> None:
    rows = [[f"商品 {n}", f"C{n:04}", "1.00"] for n in range(2, 1002)]
    rows[900 - 2][1] = "C0010"
    rows[950 - 2][2] = "三块"
    path = tmp_path / "goods.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    faults = faults_of(story, path)
    assert list(faults) == [900, 950]
    assert "第 10 行" in faults[900]


def test_a_formula_gives_the_value_that_was_worked_out_and_is_reported_where_none_was(
    story: Story, tmp_path: Path
) -> None:
    def row(number: int, code: str, price: str) -> str:
        return text_row(number, ("商品", code), f'<c r="C{number}"><f>10*1.2</f>{price}</c>')

    head = text_row(1, HEADINGS)
    faults = faults_of(story, xlsx_with_cells(tmp_path / "a.xlsx", head + row(2, "A1", "<v>12</v>") + row(3, "A2", "")))
    assert list(faults) == [3]
    assert "公式没有结果" in faults[3]
    story.shop.imports.products(xlsx_with_cells(tmp_path / "b.xlsx", head + row(2, "A1", "<v>12</v>")))
    assert price_of(story, "A1") == "12.00"


@pytest.mark.parametrize(
    ("written", "price"),
    [("1,234.50", "1234.50"), ("¥12", "12.00"), ("￥12.00", "12.00"), ("１２．５", "12.50"), ("12元", "12.00")],
)
def test_a_price_as_people_write_it_is_understood(story: Story, tmp_path: Path, written: str, price: str) -> None:
    story.shop.imports.products(xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["可乐", "A1", written]]))
    assert price_of(story, "A1") == price


@pytest.mark.parametrize("written", ["1.234,50", "-", "1.2.3", "1,23", "约12"])
def test_a_price_that_is_none_is_reported_and_never_made_into_one(story: Story, tmp_path: Path, written: str) -> None:
    faults = faults_of(story, xlsx_file(tmp_path / "goods.xlsx", [HEADINGS, ["可乐", "A1", written]]))
    assert list(faults) == [2]
    assert written in faults[2]


HISTORY = "时间,采购单号,供应商,条码,数量,进价\r\n"


def test_past_purchases_with_a_fault_near_the_end_leave_nothing(story: Story, tmp_path: Path) -> None:
    story.product(codes=("6901234567892",))
    lines = [f"2026-01-02 10:00:{n % 60:02},P{n},城南批发,6901234567892,1,2.00" for n in range(300)]
    lines[280] = lines[280].replace("6901234567892", "6900000000000")
    path = tmp_path / "purchases.csv"
    path.write_text(HISTORY + "\r\n".join(lines), encoding="utf-8")
    with pytest.raises(FileFaultsError) as refusal:
        story.shop.imports.history([path])
    assert [fault.row for fault in refusal.value.faults] == [282]
    with story.desk.storage.reading() as books:
        assert books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one() == 0


def test_the_same_past_purchases_twice_are_in_the_books_once(story: Story, tmp_path: Path) -> None:
    story.product(codes=("6901234567892",))
    path = tmp_path / "purchases.csv"
    path.write_text(HISTORY + "2026-01-02 10:00:00,P1,城南批发,6901234567892,3,2.00\r\n", encoding="gbk")
    assert story.shop.imports.history([path]).documents == 1
    again = story.shop.imports.history([path])
    assert (again.documents, again.known) == (0, 1)
