"""Barcode numbers other programs are tested with; a kind that is run neither here nor with the labels says why."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

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
from jxc_desktop.models.values.gs1_code import is_gs1, parse_gs1
from jxc_desktop.models.values.scan_text import clean_scan

Row = dict[str, str]
Check = Callable[[str, str], None]

FAULTS = {
    "error:InvalidLength": BarcodeFault.LENGTH,
    "error:InvalidChecksum": BarcodeFault.CHECK_DIGIT,
    "error:InvalidFormat": BarcodeFault.CHARACTERS,
    "error:GS1_LINTER_TOO_SHORT_FOR_CHECK_DIGIT": BarcodeFault.EMPTY,
    "error:GS1_LINTER_INCORRECT_CHECK_DIGIT": BarcodeFault.CHECK_DIGIT,
    "error:GS1_LINTER_NON_DIGIT_CHARACTER": BarcodeFault.CHARACTERS,
}

NOT_OURS = {
    "pallet numbers (SSCC) are not split for reading": [
        "biip.as_hri_with_too_high_company_prefix_length",
        "biip.as_hri_with_too_low_company_prefix_length",
        "biip.sscc.as_hri",
    ],
    "the check digit of the amount alone is not used by Chinese scales": [
        "biip.checksums.gs1_price_weight_check_digit",
        "biip.checksums.gs1_price_weight_check_digit_on_values_with_wrong_length",
        "biip.checksums.gs1_price_weight_check_digit_with_nonnumeric_value",
        "biip.region_germany_fails_with_invalid_variable_measure_check_digit",
        "biip.region_great_britain_fails_with_invalid_price_check_digit",
        "biip.region_great_britain_when_not_verifying_invalid_check_digit",
    ],
    "rules belong to the shop, not to a region": [
        "biip.fails_when_rcn_region_is_unknown_string",
        "biip.rcn.rcn_region_can_be_specified_as_string",
    ],
    "GS1 codes are read, never written": [
        "biip.gs1_element_strings.as_hri",
        "biip.gs1_messages.as_hri",
        "biip.gs1_messages.as_gs1_digital_link_uri",
        "biip.gs1_messages.from_element_strings",
    ],
    "prices come from the shop, not from a carton": [
        "biip.gs1_element_strings.extract_amount_payable",
        "biip.gs1_element_strings.extract_amount_payable_and_currency",
        "biip.gs1_element_strings.extract_percentage_discount",
    ],
    "inputs are code of another program": [
        "biip.gs1_element_strings.extract_handles_min_and_max_year_correctly",
        "biip.gs1_element_strings.list_filter_element_strings_by_ai",
        "biip.gs1_element_strings.list_filter_element_strings_by_data_title",
        "biip.gs1_element_strings.list_get_element_strings_by_ai",
        "biip.gs1_element_strings.list_get_element_strings_by_data_title",
    ],
    "how another program searches its fields": [
        "biip.gs1_messages.filter_element_strings_by_ai",
        "biip.gs1_messages.filter_element_strings_by_data_title",
        "biip.gs1_messages.get_element_string_by_ai",
        "biip.gs1_messages.get_element_string_by_data_title",
    ],
    "a date without month is refused, not passed over": ["biip.gs1_messages.parse_with_invalid_element_values"],
    "a text without bracket is read as a scan": ["biip.gs1_messages.parse_hri_fails_if_not_starting_with_parenthesis"],
    "who issued a number makes no difference to the shop": [
        "biip.gs1_prefixes.gs1_8_prefix",
        "biip.gs1_prefixes.gs1_company_prefix",
        "biip.gs1_prefixes.gs1_prefix",
        "gs1.lint_gcppos1",
        "gs1.lint_gcppos2",
    ],
    "numbers with letters (GMN of medical devices) are not sold here": ["gs1.lint_csumalpha"],
    "no field we read has this rule": ["gs1.lint_nozeroprefix"],
    "the dates we read may have day 00": ["gs1.lint_yymmdd"],
    "keeps blanks inside a lot, which the standard does not allow": ["gs1_128.compact"],
    "its own way of writing a code again": ["gs1_128.validate"],
    "publisher and title are not told apart": ["isbn.split"],
    "printed music has an ordinary EAN-13": ["ismn.compact", "ismn.format", "ismn.validate"],
    "the hyphen is not shown": ["issn.format"],
}


CHECKS: dict[str, Check] = {}


def runs(*kinds: str) -> Callable[[Check], Check]:
    """Let a check run the numbers of these kinds; it is given what was written and what is expected."""

    def register(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(kinds, check))
        return check

    return register


@runs(
    "biip.parse_value_with_invalid_length",
    "biip.parse_gtin_with_unknown_gs1_prefix",
    "biip.parse.parse_nonnumeric_value",
    "biip.parse_upc_a",
    "biip.parse_upc_a_with_invalid_check_digit",
    "biip.rcn.parse_rcn",
    "biip.rcn_without_specified_region",
)
def is_right_gtin(code: str, expected: str) -> None:
    assert (gtin_fault(code) is None) == (expected != "error")


@runs("ean.validate")
def has_the_gtin_fault(code: str, expected: str) -> None:
    assert gtin_fault(code) == FAULTS.get(expected)


@runs("gs1.lint_csum")
def has_the_number_fault(code: str, expected: str) -> None:
    assert number_fault(code) == FAULTS.get(expected)


@runs("biip.parse", "biip.parse_with_invalid_check_digit", "biip.parse_strips_surrounding_whitespace")
def is_right_number(code: str, expected: str) -> None:
    plain = clean_scan(code.encode().decode("unicode_escape")).code
    assert (number_fault(plain) is None) == (expected != "error")


def is_right_gtin_of_length(length: GtinKind) -> Check:
    def check(code: str, expected: str) -> None:
        assert (gtin_kind(code) is length) == (expected == "valid")

    return check


@runs("scan.UPC-E", "encode.UPC-E", "biip.parse_upc_e_with_invalid_check_digit")
def is_right_upc_e(code: str, expected: str) -> None:
    if expected == "error":
        with pytest.raises(BadBarcodeError):
            upc_e_to_upc_a(code)
    else:
        assert gtin_kind(upc_e_to_upc_a(code)) is GtinKind.UPC_A


@runs(
    "biip.parse.parse_gtin_8",
    "biip.parse.parse_gtin_8_with_leading_zeros",
    "biip.parse.parse_gtin_12_without_leading_zero",
    "biip.parse.parse_gtin_12_with_1_leading_zero",
    "biip.parse.parse_gtin_12_with_2_leading_zero",
    "biip.parse.parse_gtin_12_with_3_leading_zero",
    "biip.parse.parse_gtin_13",
)
def is_a_gtin_however_padded(code: str, expected: str) -> None:
    assert gtin_fault(code) is None
    assert match_key(code) == "0" * (14 - len(code)) + code


@runs("biip.checksums.gs1_standard_check_digit", "biip.checksums.gs1_standard_check_digit_with_nonnumeric_value")
def has_the_check_digit(digits: str, expected: str) -> None:
    if expected == "error":
        with pytest.raises(BadBarcodeError):
            check_digit(digits)
    else:
        assert check_digit(digits) == int(expected)


def _upc_a(code: str) -> str:
    """The row's UPC, of which an 8-digit number is in doubt: the rows mean a UPC-E where it is none as EAN-8."""
    return upc_e_to_upc_a(code) if len(code) < 8 or gtin_fault(code) is not None else code


def is_written_as(kind: GtinKind) -> Check:
    def check(code: str, expected: str) -> None:
        if expected == "error":
            with pytest.raises(BadBarcodeError):
                written_as(code, kind)
        else:
            assert written_as(_upc_a(code), kind) == expected

    return check


@runs("biip.encode.as_upc_a")
def lengthens_to_upc_a(code: str, expected: str) -> None:
    assert (upc_e_to_upc_a(code) if len(code) <= 8 else code) == expected


@runs("complete.UPC-E", "biip.encode.as_upc_e", "biip.as_upc_e_when_suppression_is_not_possible")
def shortens_to_upc_e(code: str, expected: str) -> None:
    upc_a = upc_e_to_upc_a(code) if len(code) <= 8 else code
    assert upc_a_to_upc_e(upc_a) == (None if expected == "error" else expected)


@runs("biip.parse.parse_upc_e")
def parses_upc_e(code: str, expected: str) -> None:
    payload, check = re.findall(r"payload='(\d+)', check_digit=(\d)", expected)[0]
    assert upc_a_to_upc_e(upc_e_to_upc_a(code)) == payload + check


@runs("complete.UPC-A")
def completes_upc_a(code: str, expected: str) -> None:
    assert with_check_digit(code) == expected


@runs("isbn.validate", "isbn.is_valid")
def is_isbn(code: str, expected: str) -> None:
    assert isbn_fault(code) == FAULTS.get(expected)
    if not expected.startswith("error") and expected != "True":
        assert isbn_to_ean(code) == expected


@runs("isbn.isbn_type")
def is_of_isbn_type(code: str, expected: str) -> None:
    assert isbn_fault(code) is None
    assert f"ISBN{len(code.replace('-', ''))}" == expected


@runs("isbn.compact", "isbn.to_isbn10")
def is_the_same_book(code: str, expected: str) -> None:
    if expected.startswith("error"):
        ten = code[3:12]
        assert all(isbn_to_ean(ten + last) != code for last in "0123456789X" if isbn_fault(ten + last) is None)
    else:
        assert isbn_to_ean(code) == isbn_to_ean(expected)


@runs("isbn.to_isbn13")
def becomes_the_ean_of_the_book(code: str, expected: str) -> None:
    assert isbn_to_ean(code) == expected.replace("-", "").replace(" ", "")


@runs("issn.validate", "issn.compact")
def is_issn(code: str, expected: str) -> None:
    assert issn_fault(code) == FAULTS.get(expected)
    if not expected.startswith("error"):
        assert issn_to_ean(code) == issn_to_ean(expected)


@runs("issn.to_ean")
def becomes_the_ean_of_the_periodical(code: str, expected: str) -> None:
    assert issn_to_ean(code) == expected


def _article_number(text: str) -> str:
    """What the shop would look up after this scan, if it is an article at all."""
    scan = clean_scan(text)
    if is_gs1(scan):
        return parse_gs1(scan.code).gtin or ""
    return match_key(upc_e_to_upc_a(scan.code) if len(scan.code) == 6 else scan.code)


@runs("biip.parse.parse")
def finds_the_article(code: str, expected: str) -> None:
    if code.startswith("https:"):
        return  # a web address is no barcode of goods
    gtin = re.search(r"gtin=Gtin\(value='(\d+)'", expected)
    found = _article_number(code)
    assert found == match_key(gtin[1]) if gtin else gtin_fault(found) is not None


runs("scan.EAN-13", "encode.EAN-13")(is_right_gtin_of_length(GtinKind.EAN_13))
runs("scan.EAN-8", "encode.EAN-8")(is_right_gtin_of_length(GtinKind.EAN_8))
runs("scan.UPC-A", "encode.UPC-A")(is_right_gtin_of_length(GtinKind.UPC_A))
runs("biip.encode.as_gtin_14")(is_written_as(GtinKind.GTIN_14))
runs("biip.encode.as_gtin_13", "biip.encode.as_gtin_13_fails_for_too_long_values")(is_written_as(GtinKind.EAN_13))
runs("biip.encode.as_gtin_12", "biip.encode.as_gtin_12_fails_for_too_long_values")(is_written_as(GtinKind.UPC_A))
runs("biip.encode.as_gtin_8", "biip.encode.as_gtin_8_fails_for_too_long_values")(is_written_as(GtinKind.EAN_8))


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    with (shared / "data" / "barcodes" / "barcode_vectors.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_kind_of_number_is_run_or_has_a_reason_why_not(rows: list[Row]) -> None:
    left_out = {kind for kinds in NOT_OURS.values() for kind in kinds}
    labels = Path(__file__).with_name("test_label_vectors.py").read_text(encoding="utf-8")
    run_there = {row["kind"] for row in rows if f'"{row["kind"]}"' in labels}
    assert {row["kind"] for row in rows} == CHECKS.keys() | run_there | left_out
    assert not left_out & (CHECKS.keys() | run_there)


@pytest.mark.parametrize("kind", CHECKS)
def test_numbers_other_programs_are_tested_with(kind: str, rows: list[Row]) -> None:
    chosen = [row for row in rows if row["kind"] == kind]
    assert chosen
    for row in chosen:
        CHECKS[kind](row["input"], row["expected"])
