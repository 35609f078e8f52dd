"""A refused file as a sheet to be corrected."""

from pathlib import Path

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults_file import write_faults_file
from jxc_desktop.services.migrate_in.product_rows import read_products
from tests.services.migrate_in.refused_list import refused_list


def written(folder: Path) -> list[list[str]]:
    write_faults_file(folder / "改.xlsx", *refused_list(folder))
    return [list(row) for row in read_sheet(folder / "改.xlsx").rows]


def test_the_bad_rows_come_first_with_what_is_wrong_and_where_they_stood(tmp_path: Path) -> None:
    headings, *rows = written(tmp_path)
    assert headings == ["问题", "原行号", "商品名称", "条码", "零售价", "产地"]
    assert [row[:2] for row in rows] == [
        ["零售价：“贵”不是数字", "3"],
        ["商品名称：没有商品名称", "4"],
        ["条码：“06901234567892”与第 2 行重复", "5"],
        ["", "2"],
    ]


def test_every_cell_stays_as_it_was_with_all_its_zeros(tmp_path: Path) -> None:
    assert written(tmp_path)[3][2:] == ["可乐", "06901234567892", "1", ""]


def test_what_it_adds_is_not_missed_when_it_is_read_again(tmp_path: Path) -> None:
    written(tmp_path)
    again = read_products(tmp_path / "改.xlsx")
    assert again.unused == ("产地",)
    assert again.faults.count == 3


def test_columns_matched_by_hand_are_written_under_their_usual_headings(tmp_path: Path) -> None:
    seen, refused = refused_list(tmp_path)
    write_faults_file(tmp_path / "改.xlsx", seen.with_field(3, "spec"), refused)
    assert list(read_sheet(tmp_path / "改.xlsx").rows[0]) == ["问题", "原行号", "商品名称", "条码", "零售价", "规格"]
