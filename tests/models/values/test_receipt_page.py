"""The page of a receipt."""

from jxc_desktop.models.values.receipt_page import ReceiptPaper


def test_the_wide_roll_has_48_columns_and_576_dots() -> None:
    assert (ReceiptPaper(80).columns, ReceiptPaper(80).dots) == (48, 576)


def test_the_narrow_roll_has_32_columns_and_384_dots() -> None:
    assert (ReceiptPaper(58).columns, ReceiptPaper(58).dots) == (32, 384)
