"""What a column of a table is."""

from collections.abc import Callable

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import digits_width
from jxc_desktop.ui.widgets.columns import Column, Width, cell_inset


def loss(number: int) -> Tone:
    return Tone.DANGER if number < 0 else Tone.TEXT


def test_a_text_means_what_its_row_says_or_always_the_same() -> None:
    by_row: Column[int] = Column("profit", "毛利", str, tone=loss)
    always: Column[int] = Column("note", "备注", str, tone=Tone.MUTED)
    assert [by_row.tone_of(row) for row in (-1, 0)] == [Tone.DANGER, Tone.TEXT]
    assert [always.tone_of(row) for row in (-1, 0)] == [Tone.MUTED, Tone.MUTED]


def test_a_column_has_room_for_its_digits_and_the_inset_in_every_size(dress: Callable[..., None]) -> None:
    column: Column[int] = Column("amount", "金额", str, width=Width.AMOUNT)
    dress()
    small = column.pixels()
    assert small == digits_width(10) + 2 * cell_inset()
    dress(base=18)
    assert column.pixels() > small
