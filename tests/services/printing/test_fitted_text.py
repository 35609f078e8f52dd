"""Text that keeps to its columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.services.printing.fitted_text import COLUMN, REPLACEMENT, fit
from jxc_desktop.services.printing.fonts import BOLD, REGULAR


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@settings(deadline=None)  # the first example loads the font
@given(text=st.text(max_size=30))
def test_no_text_is_drawn_wider_than_its_columns(font: str, text: str) -> None:
    assert fit(text, font).width <= text_columns(text) * COLUMN + 0.001


@pytest.mark.parametrize("font", [REGULAR, BOLD])
def test_digits_take_one_column_each_so_amounts_stand_below_each_other(font: str) -> None:
    assert fit("1234567890", font).width == pytest.approx(10 * COLUMN, rel=0.001)
    assert fit("7.00", font).runs[0].percent == fit("1,234.50", font).runs[0].percent


def test_chinese_characters_are_drawn_at_their_full_width() -> None:
    assert fit("海天酱油", REGULAR).runs == (("海天酱油", 100.0),)


def test_a_missing_character_is_drawn_as_a_box() -> None:
    assert "".join(run.text for run in fit("羊\U0001f411肉", REGULAR).runs) == "羊□肉"


def test_everything_a_chinese_input_method_of_gbk_writes_can_be_printed() -> None:
    rows = [bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    characters = "".join(row.decode("gb2312", errors="ignore") for row in rows)
    assert len(characters) == 6763
    drawn = fit(characters + "￥¥·…—×℃（）【】《》①②③", REGULAR)
    assert not any(REPLACEMENT in run.text for run in drawn.runs)
