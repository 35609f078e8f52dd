"""Typed numbers become whole small units, and whole small units become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.number_text import BadNumberError, parse_scaled, show_scaled, with_thousands

ANY_SIZE = st.integers(-(10**15 - 1), 10**15 - 1)


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("0", 0),
        ("-0", 0),
        ("12", 1200),
        ("12.", 1200),
        (".5", 50),
        ("12.5", 1250),
        ("12.500", 1250),
        ("+3", 300),
        ("-3.07", -307),
        ("−3", -300),
        ("  8  ", 800),
        ("007", 700),
        ("999999999999999.99", 99_999_999_999_999_999),
    ],
)
def test_a_number_is_counted_in_its_smallest_unit(text: str, hundredths: int) -> None:
    assert parse_scaled(text, places=2) == hundredths


@pytest.mark.parametrize("text", ["１２．５", "￥12.5", "¥ 12.50", "　12.5　", "＋12.5"])
def test_what_a_chinese_keyboard_writes_is_the_same_number(text: str) -> None:
    assert parse_scaled(text, places=2) == 1250


@pytest.mark.parametrize("text", ["1,234,567.8", "1，234，567.8", "￥1,234,567.80", "1234567.8"])
def test_thousands_may_be_set_apart(text: str) -> None:
    assert parse_scaled(text, places=2) == 123_456_780


@pytest.mark.parametrize("text", ["－￥5", "-¥5", "- 5"])
def test_a_minus_counts_before_the_currency_sign_too(text: str) -> None:
    assert parse_scaled(text, places=2) == -500


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", "-", "+.", "￥", "--5", "5-", "1.2.3", "1 2", "1,23", "12,34,567", "1000000000000000"),
        *("1e3", "0x1", "1_000", "3。5", "½", "٣", "五", "nan", "inf"),
    ],
)
def test_what_is_no_number_is_refused_as_it_was_written(text: str) -> None:
    with pytest.raises(BadNumberError) as refusal:
        parse_scaled(text, places=2)
    assert (refusal.value.text, refusal.value.places) == (text, 2)


@pytest.mark.parametrize(("text", "places"), [("0.001", 2), ("1.0001", 3), ("2.00001", 4), ("1.5", 0)])
def test_a_digit_there_is_no_room_for_is_refused_and_not_rounded_away(text: str, places: int) -> None:
    with pytest.raises(BadNumberError) as refusal:
        parse_scaled(text, places)
    assert refusal.value.places == places


@pytest.mark.parametrize(
    ("number", "places", "at_least", "text"),
    [
        (0, 2, 2, "0.00"),
        (-1, 2, 2, "-0.01"),
        (1000, 3, 0, "1"),
        (1500, 3, 0, "1.5"),
        (-5, 3, 0, "-0.005"),
        (29_333, 4, 2, "2.9333"),
        (29_300, 4, 2, "2.93"),
        (30_000, 4, 2, "3.00"),
        (999_999_999, 2, 2, "9999999.99"),
        (7, 0, 0, "7"),
    ],
)
def test_a_number_is_shown_with_the_decimals_it_needs(number: int, places: int, at_least: int, text: str) -> None:
    assert show_scaled(number, places, at_least) == text


@given(ANY_SIZE, st.integers(0, 4), st.integers(0, 4))
def test_what_is_shown_is_read_as_the_same_number(number: int, places: int, at_least: int) -> None:
    assert parse_scaled(show_scaled(number, places, at_least), places) == number


@given(ANY_SIZE)
def test_full_width_digits_are_the_same_number(number: int) -> None:
    plain = show_scaled(number, 2, 2)
    wide = plain.translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
    assert parse_scaled(wide, places=2) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("999", "999"), ("1234.50", "1,234.50"), ("-1.20", "−1.20"), ("-1234567", "−1,234,567")],
)
def test_thousands_stand_apart_and_a_minus_is_a_true_one(number: str, text: str) -> None:
    assert with_thousands(number) == text
