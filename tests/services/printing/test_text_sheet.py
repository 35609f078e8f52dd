"""Lines put together for a narrow paper."""

from jxc_desktop.models.values.receipt_text import LineLook
from jxc_desktop.services.printing.text_sheet import TextSheet


def written(sheet: TextSheet) -> list[str]:
    return [line.text for line in sheet.lines]


def test_two_texts_share_a_line_where_both_have_room() -> None:
    sheet = TextSheet(16)
    sheet.spread("现金", "100.00")
    assert written(sheet) == ["现金      100.00"]


def test_two_texts_without_room_stand_below_each_other() -> None:
    sheet = TextSheet(16)
    sheet.spread("储值卡余额支付", "100.00")
    assert written(sheet) == ["储值卡余额支付", "          100.00"]


def test_flowing_texts_stand_in_pairs_and_a_long_one_alone() -> None:
    sheet = TextSheet(16)
    sheet.flow("一二三四五六七八", "甲乙", "", "丙丁", "戊")
    assert written(sheet) == ["一二三四五六七八", "甲乙        丙丁", "戊"]


def test_double_letters_have_half_the_columns() -> None:
    sheet = TextSheet(16)
    sheet.middle("惠民便利店", LineLook.DOUBLE)
    assert written(sheet) == ["惠民便利", "   店"]
    assert {line.columns for line in sheet.lines} == {8}


def test_an_indented_text_is_indented_in_every_line() -> None:
    sheet = TextSheet(8)
    sheet.left("一二三四五", indent=2)
    assert written(sheet) == ["  一二三", "  四五"]
