"""How a text file is written."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.csv_form import csv_form
from jxc_desktop.services.exchange.faults import NotASheetError, SheetTooLargeError, UnknownEncodingError


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("货号,品名\n1,a;b\n2,c;d\n", ","),
        ("货号;品名;价\n1;可乐;1,8\n2;雪碧;2,5\n", ";"),
        ("货号\t品名,规格\n1\t可乐,大\n", "\t"),
        ("备注一\n备注二, 有逗号\n条码;品名;数量\n1;a;2\n2;b;3\n3;c;4\n", ";"),
        ("只有一列\n甲;乙\n丙\n丁\n", ","),
        ('品名,说明\n可乐,"a;b;c"\n雪碧,"d;e;f"\n', ","),
        ('"一行\n两行";2;3\n4;5;6\n', ";"),
        ("sep=;\n1,2,3\n", ";"),
        ("订单号\t,金额\t,状态\t\n00123\t,1.00\t,完成\t\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_is_the_one_that_makes_even_rows(tmp_path: Path, text: str, delimiter: str) -> None:
    assert csv_form(written(tmp_path, text.encode())).delimiter == delimiter


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("品名,价".encode(), "utf-8"),
        ("品名,价".encode("utf-8-sig"), "utf-8-sig"),
        ("品名,价".encode("gbk"), "gb18030"),
        ("品名𠮷,价".encode("gb18030"), "gb18030"),
        ("品名,价".encode("utf-16"), "utf-16"),
        ("barcode,name,price\n690,a,1".encode("utf-16-le"), "utf-16-le"),
        ("barcode,name,price\n690,a,1".encode("utf-16-be"), "utf-16-be"),
        ("品名,价".encode("utf-32"), "utf-32"),
        ("品名,价格".encode()[:-1], "utf-8"),
    ],
)
def test_the_encoding_is_found_from_marks_then_utf8_then_gb18030(tmp_path: Path, content: bytes, encoding: str) -> None:
    assert csv_form(written(tmp_path, content)).encoding == encoding


def test_a_chinese_character_across_the_first_mebibyte_is_no_fault(tmp_path: Path) -> None:
    assert csv_form(written(tmp_path, b"a\n" * (512 * 1024 - 1) + b"b" + "可乐,1\n".encode())).encoding == "utf-8"


def test_bytes_of_no_encoding_say_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownEncodingError) as refusal:
        csv_form(written(tmp_path, b"name,price\n\xff\xff\xff,1\n"))
    assert refusal.value.position == 11


@pytest.mark.parametrize("content", [bytes(range(1, 32)) * 50, b"\0\1\2\0" * 100 + b"\0" * 300])
def test_a_program_or_picture_is_no_text(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotASheetError) as refusal:
        csv_form(written(tmp_path, content))
    assert refusal.value.found == "unknown"


def test_one_endless_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetTooLargeError) as refusal:
        csv_form(written(tmp_path, b"," * (3 * 1024 * 1024)))
    assert refusal.value.what == "text"


@pytest.mark.parametrize(("text", "needs_care"), [("a,it's,b\n", False), ("a,'=b\n", True), ('a,"=""01"""\n', True)])
def test_only_a_file_with_such_cells_is_cleaned(tmp_path: Path, text: str, needs_care: bool) -> None:
    assert csv_form(written(tmp_path, text.encode())).needs_care is needs_care


def test_what_stands_inside_quotation_marks_is_no_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('行,甲,乙\n行0,,";\n;0"\n行1,,";\n;0"\n行2,,";\n;"\n末,x,y\n', encoding="utf-8")
    assert csv_form(path).delimiter == ","
