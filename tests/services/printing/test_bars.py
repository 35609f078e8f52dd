"""Barcodes as bars."""

from jxc_desktop.services.printing.bars import code_128, has_room_for_code_128


def test_a_receipt_number_takes_167_modules_and_fits_both_rolls() -> None:
    bars = code_128("XS20260304-0019")
    assert bars is not None
    assert bars.modules == 167
    assert has_room_for_code_128("XS20260304-0019", 384)
    assert has_room_for_code_128("XS20260304-0019", 576)


def test_bars_begin_and_end_at_the_edges_and_never_touch() -> None:
    bars = code_128("XS20260304-0019")
    assert bars is not None
    assert bars.bars[0][0] == 0
    assert sum(bars.bars[-1]) == bars.modules
    assert all(left + width < right for (left, width), (right, _) in zip(bars.bars, bars.bars[1:], strict=False))


def test_a_chinese_or_empty_text_has_no_bars() -> None:
    assert code_128("零售0019") is None
    assert code_128("") is None


def test_a_long_number_does_not_fit_the_narrow_roll() -> None:
    assert not has_room_for_code_128("SHOP12-XS20260304-0019", 384)
    assert has_room_for_code_128("SHOP12-XS20260304-0019", 576)
