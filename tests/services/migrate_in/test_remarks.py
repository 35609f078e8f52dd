"""What is to be known about a file though nothing of it is refused."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.preview import preview_of
from jxc_desktop.services.migrate_in.remarks import remark_text
from tests.services.exchange.sheet_files import xlsx_file

HEADINGS = ("品名", "条码", "零售价")


def remarks(folder: Path, *rows: Sequence[object], kind: ImportKind = ImportKind.PRODUCTS) -> list[str]:
    seen = preview_of(read_sheet(xlsx_file(folder / "a.xlsx", rows)), FORMS[kind], {})
    return [remark_text(remark) for remark in seen.remarks]


def test_codes_in_number_cells_may_have_lost_their_zeros(tmp_path: Path) -> None:
    found = remarks(tmp_path, HEADINGS, ["可乐", 123, 3], ["茶", 45, 3], ["水", 6901234567892, 3], ["奶", "007", 3])
    assert found == ["“条码”有 2 格是数字（123）：开头的 0 可能已经丢了，请核对"]


def test_codes_that_became_days_are_told(tmp_path: Path) -> None:
    found = remarks(tmp_path, HEADINGS, ["可乐", date(2026, 3, 5), 3])
    assert found == ["“条码”有 1 格是日期（2026-03-05）：多半是编码被表格软件改成了日期"]


def test_codes_that_lost_digits_are_told_before_they_are_refused(tmp_path: Path) -> None:
    found = remarks(tmp_path, HEADINGS, ["可乐", "6.93217E+12", 3], ["茶", 12345678901234567890, 3])
    assert found == ["“条码”有 2 格是科学记数（6.93217E+12）：后几位已丢失，无法还原"]


@pytest.mark.parametrize("price", [None, 0, "0.00", "-"])
def test_goods_without_a_price_are_counted(tmp_path: Path, price: object) -> None:
    assert remarks(tmp_path, HEADINGS, ["可乐", "a", price], ["茶", "b", 3]) == ["1 行没有零售价：新商品的零售价会是 0"]


def test_a_list_without_a_column_of_prices_says_so_for_all_rows(tmp_path: Path) -> None:
    assert remarks(tmp_path, ["品名", "条码"], ["可乐", "a"], ["茶", "b"]) == ["2 行没有零售价：新商品的零售价会是 0"]


def test_how_many_there_are_is_taken_in_another_time_and_that_is_said(tmp_path: Path) -> None:
    found = remarks(tmp_path, [*HEADINGS, "库存数量"], ["可乐", "6901234567892", 3, 24])
    assert found == ["“库存数量”这一步不导入：商品导好后换到 期初库存，再选这个文件"]


def test_what_partners_owe_is_not_taken_in_and_that_is_said(tmp_path: Path) -> None:
    rows = (["名称", "期初应收", "电话"], ["城南", 100, "13800000000"])
    assert remarks(tmp_path, *rows, kind=ImportKind.PARTNERS) == ["“期初应收”没有导入：欠款要在开账时按单据录"]


def test_a_whole_telephone_number_in_a_number_cell_has_lost_nothing(tmp_path: Path) -> None:
    rows = (["名称", "电话"], ["城南", 13800000000], ["城北", 1062220000])
    found = remarks(tmp_path, *rows, kind=ImportKind.PARTNERS)
    assert found == ["“电话”有 1 格是数字（1062220000）：开头的 0 可能已经丢了，请核对"]


def test_a_good_file_needs_no_remark(tmp_path: Path) -> None:
    assert remarks(tmp_path, HEADINGS, ["可乐", "6901234567892", 3]) == []
