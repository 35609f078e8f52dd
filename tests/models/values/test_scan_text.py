"""What a scanner sent becomes the code that is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.scan_text import ScannedText, clean_scan


@pytest.mark.parametrize(
    ("sent", "code", "aim"),
    [
        ("6901234567892", "6901234567892", ""),
        ("６９０１２３４５６７８９２", "6901234567892", ""),
        ("　ＡＢ－０１ ", "AB-01", ""),
        ("]E06901234567892", "6901234567892", "]E0"),
        ("］Ｅ０6901234567892", "6901234567892", "]E0"),
        ("]Q3010843167302012510A", "010843167302012510A", "]Q3"),
        ("]C1010843167302012510A\x1d305", "010843167302012510A\x1d305", "]C1"),
        ("\x02]C1\x1d0108431673020125\x1d\r\n", "\x1d0108431673020125\x1d", "]C1"),
        ("\ufeff6901234567892\u200b\t", "6901234567892", ""),
        ("A 01", "A 01", ""),
        ("]C1", "]C1", ""),
        (" \t", "", ""),
    ],
)
def test_a_scan_is_made_plain(sent: str, code: str, aim: str) -> None:
    assert clean_scan(sent) == ScannedText(code, aim)


@pytest.mark.parametrize("sign", ["￥", "¥", "①", "农夫山泉"])
def test_signs_that_are_no_twins_of_ascii_stay_as_they_are(sign: str) -> None:
    assert clean_scan(f"{sign}12").code == f"{sign}12"


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="]")))
def test_a_plain_code_is_not_changed(code: str) -> None:
    assert clean_scan(code) == ScannedText(code)
