"""What a cell says as text."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.services.exchange.cell_text import (
    as_seen,
    float_text,
    guarded,
    is_not_calculated,
    is_scientific,
    may_become_formula,
    text_of,
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (6901234567892.0, "6901234567892"),
        (0.1 + 0.2, "0.3"),
        (0.3 - 0.2 - 0.1, "0"),
        (-0.0, "0"),
        (12.50, "12.5"),
        (-3.0, "-3"),
        (0.00001, "0.00001"),
        (0.21951219512195122, "0.219512195121951"),
        (999999999999999.0, "999999999999999"),
        (True, "TRUE"),
        (False, "FALSE"),
        (None, ""),
        ("00123", "00123"),
        (7, "7"),
        (date(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5, 9, 7, 1), "2026-03-05 09:07:01"),
        (datetime(2026, 3, 5, 10, 29, 59, 999_997), "2026-03-05 10:30:00"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
    ],
)
def test_a_cell_reads_as_the_shopkeeper_sees_it(cell: object, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize("number", [1e15, 1234567890123456.0, 6.901234567892012e19, 1e300])
def test_a_number_that_lost_digits_never_passes_for_a_code(number: float) -> None:
    assert is_scientific(float_text(number))


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_number_of_15_digits_keeps_all_of_them(number: int) -> None:
    assert float_text(float(number)) == str(number)


@given(st.integers(-(10**9), 10**9))
def test_prices_of_four_decimals_come_back_without_dust(parts: int) -> None:
    assert round(float(float_text(parts / 10_000)) * 10_000) == parts
    assert len(float_text(parts / 10_000).partition(".")[2]) <= 4


@pytest.mark.parametrize("text", ["6.93E+12", "6.93217e+12", "-1.5E-7", "6E+12", " 6.93E+12 ", "6.93E12"])
def test_a_code_that_a_spreadsheet_shortened_is_recognised(text: str) -> None:
    assert is_scientific(text)


@pytest.mark.parametrize("text", ["", "6901234567892", "12E4", "E12", "AB-6.9", "6.93", "6.93E+", "１E+2x"])
def test_a_code_with_an_e_in_it_is_left_alone(text: str) -> None:
    assert not is_scientific(text)


@pytest.mark.parametrize("text", ["=A1*1.2", "=", "#N/A", "#DIV/0!", " #REF! "])
def test_a_formula_without_result_and_an_error_are_no_values(text: str) -> None:
    assert is_not_calculated(text)


@pytest.mark.parametrize("text", ["", "#1 电池", "N/A", "1=1"])
def test_a_name_with_signs_in_it_is_a_value(text: str) -> None:
    assert not is_not_calculated(text)


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "-", "+86 138", "'=1"]
)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "+8613800000000", "-1,234.50", "-12.5%", "", "可乐", "'n Sync", "a=b"])
def test_numbers_and_ordinary_names_stay_as_they_are(text: str) -> None:
    assert not may_become_formula(text)
    assert guarded(text) == text


@pytest.mark.parametrize(
    ("written", "seen"),
    [('="02000001"', "02000001"), ('="a""b"', 'a"b'), ("a\0b", "ab"), ("'abc", "'abc"), ("'-5", "'-5"), ('="', '="')],
)
def test_a_text_file_reads_as_a_spreadsheet_shows_it(written: str, seen: str) -> None:
    assert as_seen(written) == seen


@given(st.text(st.sampled_from("'=+-@\t\r\n＝a1.,%\""), max_size=6))
def test_a_guarded_text_comes_back_as_it_was(text: str) -> None:
    is_kept_zero_form = len(text) > 2 and text.startswith('="') and not may_become_formula(text)
    assert as_seen(guarded(text)) == text or is_kept_zero_form
