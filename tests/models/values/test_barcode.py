"""Barcode numbers: what is wrong with them, and which ones are the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.barcode import (
    BadBarcodeError,
    BarcodeFault,
    GtinKind,
    check_digit,
    gtin_fault,
    gtin_kind,
    isbn_fault,
    isbn_to_ean,
    issn_fault,
    issn_to_ean,
    match_key,
    number_fault,
    upc_a_to_upc_e,
    upc_e_to_upc_a,
    with_check_digit,
    written_as,
)

DIGIT = st.sampled_from("0123456789")


def digits_of(length: int) -> st.SearchStrategy[str]:
    return st.lists(DIGIT, min_size=length, max_size=length).map("".join)


@pytest.mark.parametrize(("digits", "check"), [("4725992", 8), ("962434754318", 4), ("71679131569", 7)])
def test_the_check_digit_of_a_number_without_one(digits: str, check: int) -> None:
    assert check_digit(digits) == check


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("73513537", GtinKind.EAN_8),
        ("036000291452", GtinKind.UPC_A),
        ("4006381333931", GtinKind.EAN_13),
        ("9780306406157", GtinKind.EAN_13),
        ("00012345600012", GtinKind.GTIN_14),
        ("0123456789", None),
        ("4006381333930", None),
    ],
)
def test_the_kind_of_a_printed_number(code: str, kind: GtinKind | None) -> None:
    assert gtin_kind(code) is kind


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("75010313113", "length"),
        ("750103AAAA309", "characters"),
        ("7501031311308", "check digit"),
        ("", "empty"),
        ("750103131130９", "characters"),
        ("7501031311309", None),
    ],
)
def test_a_wrong_number_says_what_is_wrong_with_it(code: str, fault: str | None) -> None:
    assert gtin_fault(code) == fault


def test_a_check_digit_is_refused_for_anything_but_digits() -> None:
    with pytest.raises(BadBarcodeError) as refused:
        check_digit("12a")
    assert (refused.value.code, refused.value.fault) == ("12a", BarcodeFault.CHARACTERS)


def test_one_digit_alone_checks_nothing() -> None:
    assert number_fault("0") is BarcodeFault.LENGTH


@given(digits_of(12), st.integers(0, 12), st.integers(1, 9))
def test_a_single_wrong_digit_is_always_caught(digits: str, place: int, more: int) -> None:
    right = with_check_digit(digits)
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]
    assert gtin_fault(right) is None
    assert gtin_fault(wrong) is BarcodeFault.CHECK_DIGIT


def test_a_upc_and_the_same_number_with_zeros_before_it_are_one_article() -> None:
    assert match_key("692771981161") == match_key("0692771981161") == match_key("00692771981161")


@pytest.mark.parametrize("code", ["0123456789", "00123", "007501031311308", "7501031311308", "A-01 b", " 73513537", ""])
def test_a_code_of_the_shop_is_its_own_key_with_its_leading_zeros(code: str) -> None:
    assert match_key(code) == code


@given(st.text(max_size=20))
def test_the_key_of_a_key_is_that_key(code: str) -> None:
    assert match_key(match_key(code)) == match_key(code)


def test_a_number_is_written_with_the_digits_a_label_needs() -> None:
    assert written_as("036000291452", GtinKind.EAN_13) == "0036000291452"
    assert written_as("00036000291452", GtinKind.UPC_A) == "036000291452"


def test_a_number_too_long_for_a_label_is_refused() -> None:
    with pytest.raises(BadBarcodeError) as refused:
        written_as("4006381333931", GtinKind.UPC_A)
    assert refused.value.fault is BarcodeFault.LENGTH


# One of each way to leave out zeros (system, six digits → system, maker, item), from the standard's own table.
@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("0127890", "01200000789"),
        ("0127891", "01210000789"),
        ("1127892", "11220000789"),
        ("0123893", "01230000089"),
        ("0123474", "01234000007"),
        ("0123455", "01234500005"),
        ("0123459", "01234500009"),
    ],
)
def test_a_short_upc_stands_for_twelve_digits(short: str, full: str) -> None:
    assert upc_e_to_upc_a(short)[:11] == full


@pytest.mark.parametrize("short", ["425261", "0425261", "04252614"])
def test_a_short_upc_may_come_without_number_system_or_check_digit(short: str) -> None:
    assert upc_e_to_upc_a(short) == "042100005264"


@pytest.mark.parametrize(
    ("short", "fault"),
    [
        ("", BarcodeFault.EMPTY),
        ("12345", BarcodeFault.LENGTH),
        ("05096abc", BarcodeFault.CHARACTERS),
        ("24252614", BarcodeFault.CHARACTERS),
        ("04252613", BarcodeFault.CHECK_DIGIT),
    ],
)
def test_a_wrong_short_upc_says_what_is_wrong_with_it(short: str, fault: BarcodeFault) -> None:
    with pytest.raises(BadBarcodeError) as refused:
        upc_e_to_upc_a(short)
    assert refused.value.fault is fault


def is_shortest(six: str) -> bool:
    """Whether the six digits leave out zeros the way the standard prescribes where more than one way would do."""
    barred = {"3": (six[2], "012"), "4": (six[3], "0")} | dict.fromkeys("56789", (six[4], "0"))
    place, values = barred.get(six[5], ("-", ""))
    return place not in values


@given(st.sampled_from("01"), digits_of(6).filter(is_shortest))
def test_a_short_upc_expands_and_compresses_back(system: str, six: str) -> None:
    full = upc_e_to_upc_a(system + six)
    assert gtin_fault(full) is None
    assert upc_a_to_upc_e(full) == system + six + full[-1]


@pytest.mark.parametrize("code", ["123456789012", "223456000075"])
def test_a_upc_without_enough_zeros_or_of_another_number_system_has_no_short_form(code: str) -> None:
    assert upc_a_to_upc_e(with_check_digit(code[:11])) is None


@pytest.mark.parametrize(("code", "fault"), [("4006381333931", "length"), ("042100005263", "check digit")])
def test_only_a_upc_has_a_short_form(code: str, fault: str) -> None:
    with pytest.raises(BadBarcodeError) as refused:
        upc_a_to_upc_e(code)
    assert refused.value.fault == fault


@pytest.mark.parametrize("code", ["0-306-40615-2", "0306406152", "978-0-306-40615-7", "978 0 306 40615 7"])
def test_a_book_is_found_by_the_number_inside_it(code: str) -> None:
    assert isbn_to_ean(code) == "9780306406157"


def test_the_check_character_of_a_book_may_be_x() -> None:
    assert isbn_to_ean("0-8044-2957-x") == "9780804429573"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", BarcodeFault.EMPTY),
        ("0-306-40615", BarcodeFault.LENGTH),
        ("0-306-4061X-2", BarcodeFault.CHARACTERS),
        ("4006381333931", BarcodeFault.CHARACTERS),
        ("0-306-40615-3", BarcodeFault.CHECK_DIGIT),
        ("978-0-306-40615-8", BarcodeFault.CHECK_DIGIT),
    ],
)
def test_a_wrong_book_number_says_what_is_wrong_with_it(code: str, fault: BarcodeFault) -> None:
    assert isbn_fault(code) is fault
    with pytest.raises(BadBarcodeError):
        isbn_to_ean(code)


def test_a_periodical_is_found_by_its_number() -> None:
    assert issn_to_ean("0317-8471") == "9770317847001"
    assert issn_to_ean("2434-561X") == "9772434561006"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", BarcodeFault.EMPTY),
        ("0317-84711", BarcodeFault.LENGTH),
        ("03X7-8471", BarcodeFault.CHARACTERS),
        ("0317-8472", BarcodeFault.CHECK_DIGIT),
    ],
)
def test_a_wrong_periodical_number_says_what_is_wrong_with_it(code: str, fault: BarcodeFault) -> None:
    assert issn_fault(code) is fault
    with pytest.raises(BadBarcodeError):
        issn_to_ean(code)
