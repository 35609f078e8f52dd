"""Texts on a printer of fixed columns."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.text_width import one_line, pad_right, text_columns, wrap

NAMES = st.text(st.sampled_from("中文，（）￥·ab W1.-%　é㎏𠮷👍\u0301\u200d"), max_size=60)
ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc 12.50", 9),
        ("中", 2),
        ("雪碧2L", 6),
        ("（绿色）", 8),
        ("￥", 2),
        ("ＡＢ１２", 8),
        ("ｱｲ", 2),
        ("𠮷野家", 6),
        ("·…—×①", 10),
        ("한글", 4),
        ("👍", 2),
        ("e\u0301", 1),
    ],
)
def test_a_chinese_character_takes_two_columns_and_a_latin_one_takes_one(text: str, columns: int) -> None:
    assert text_columns(text) == columns


def test_a_short_text_stays_in_one_line() -> None:
    assert wrap("香满园大豆油", 12) == ["香满园大豆油"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 12) == [""]


def test_a_chinese_character_is_never_split_over_the_edge() -> None:
    assert wrap("香满园大豆油", 7) == ["香满园", "大豆油"]


def test_a_number_with_its_unit_stays_whole() -> None:
    assert wrap("飘柔滋润400ml+焗油200ml", 12) == ["飘柔滋润", "400ml+焗油", "200ml"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("ABCDEFGHIJ", 4) == ["ABCD", "EFGH", "IJ"]


def test_a_line_breaks_at_a_space_and_loses_it() -> None:
    assert wrap("Coca Cola Zero", 9) == ["Coca Cola", "Zero"]


def test_no_line_begins_with_what_closes_or_ends_with_what_opens() -> None:
    assert wrap("洋葱圈（绿色）", 8) == ["洋葱圈", "（绿色）"]
    assert wrap("一二三四五，六", 10) == ["一二三四", "五，六"]


def test_one_column_has_no_room_for_a_chinese_character() -> None:
    with pytest.raises(ValueError, match="1"):
        wrap("中", 1)


@given(NAMES, st.integers(2, 48))
def test_no_wrapped_line_is_wider_than_its_columns(text: str, columns: int) -> None:
    assert all(text_columns(line) <= columns for line in wrap(text, columns))


@given(NAMES, st.integers(2, 48))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


@given(ANY_TEXT, st.integers(2, 48))
def test_any_text_at_all_fits_when_it_is_made_one_line_and_wrapped(text: str, columns: int) -> None:
    assert all(text_columns(line) <= columns for line in wrap(one_line(text), columns))


@given(ANY_TEXT)
def test_one_line_is_printable_and_stays_so(text: str) -> None:
    line = one_line(text)
    assert not set(line) & set("\n\r\t\x00\x1b\u200b\u202e\ufe0f")
    assert "  " not in line
    assert one_line(line) == line


def test_a_name_copied_from_elsewhere_becomes_one_clean_line() -> None:
    assert one_line("  300g果汁吸吸冻\t（5支装）   \r\n*") == "300g果汁吸吸冻 （5支装） *"
    assert one_line("cafe\u0301\u200b") == "caf\u00e9"
    assert one_line("七天内退换　谢谢") == "七天内退换　谢谢"


def test_the_yen_sign_becomes_the_yuan_sign_that_chinese_printers_know() -> None:
    assert one_line("\u00a512") == "￥12"


@given(NAMES.filter(lambda text: text_columns(text) <= 48))
def test_padding_fills_the_columns_exactly(text: str) -> None:
    assert text_columns(pad_right(text, 48)) == 48
    assert pad_right(text, 48).startswith(text)


def test_the_nastiest_names_fit_the_narrow_roll(shared: Path) -> None:
    with (shared / "data/text/cjk_torture.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["text"] for row in csv.DictReader(file)]
    assert len(names) > 2000
    assert all(text_columns(line) <= 32 for name in names for line in wrap(one_line(name), 32))
