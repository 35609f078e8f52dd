"""A first look at a file before there is a shop for it."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import HeaderNotFoundError, SheetFileError
from jxc_desktop.services.migrate_in.first_look import first_look


def written(folder: Path, *lines: str) -> Path:
    path = folder / "商品资料.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_it_says_how_many_rows_and_which_columns_it_knows(tmp_path: Path) -> None:
    path = written(tmp_path, "品名,条形码,售价,陈列位", "可乐,6901234567892,3.00,A1", "绿茶,6902083881405,4.50,A2")
    seen = first_look(path)
    assert (seen.rows, seen.unused) == (2, ("陈列位",))
    assert {"商品名称", "条码", "零售价"} == set(seen.known)


def test_a_list_of_partners_is_known_as_one(tmp_path: Path) -> None:
    goods = first_look(written(tmp_path, "商品名称,条码,零售价", "可乐,6901234567892,3.00"))
    partners = first_look(written(tmp_path, "供应商名称,联系人,电话,地址", "城南批发,老李,13800000000,城南"))
    assert partners.kind != goods.kind
    assert partners.rows == 1


def test_a_file_without_headings_it_knows_says_what_a_list_of_goods_lacks(tmp_path: Path) -> None:
    with pytest.raises(HeaderNotFoundError) as refusal:
        first_look(written(tmp_path, "甲,乙", "1,2"))
    assert "商品名称" in refusal.value.missing


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"JPEG" * 100)
    with pytest.raises(SheetFileError):
        first_look(path)
