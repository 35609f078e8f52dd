"""A line of a receipt as characters."""

from jxc_desktop.models.values.receipt_text import LineLook, PlacedText, ReceiptTextLine, Side


def test_texts_stand_at_their_columns() -> None:
    line = ReceiptTextLine(12, (PlacedText("现金"), PlacedText("1.50", 12, Side.RIGHT)))
    assert line.text == "现金    1.50"


def test_a_text_in_the_middle_has_as_much_on_both_sides() -> None:
    assert ReceiptTextLine(10, (PlacedText("退货", 5, Side.MIDDLE),)).text == "   退货"


def test_a_text_in_the_middle_that_fills_the_line_begins_at_its_edge() -> None:
    assert ReceiptTextLine(4, (PlacedText("abc", 2, Side.MIDDLE),)).text == "abc"


def test_a_rule_is_dashes_from_edge_to_edge() -> None:
    assert ReceiptTextLine(8, look=LineLook.RULE).text == "--------"
