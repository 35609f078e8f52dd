"""Scale labels and GS1 codes other programs are tested with."""

import csv
import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.gs1_code import BadGs1CodeError, parse_gs1
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.weighed_code import (
    BadPatternError,
    LabelMeaning,
    WeighedLabel,
    WeighedRule,
    read_label,
    rule_of_scale_format,
)

Row = dict[str, str]
Check = Callable[[str, str], None]

# Prefix → pattern of each region's variable-measure numbers, from the rules its GS1 office publishes.
NORDIC = {
    "20": ("20......{NNDD}.", LabelMeaning.AMOUNT),
    "21": ("21......{NNND}.", LabelMeaning.AMOUNT),
    "22": ("22......{NNNN}.", LabelMeaning.AMOUNT),
    "23": ("23......{NDDD}.", LabelMeaning.WEIGHT),
    "24": ("24......{NNDD}.", LabelMeaning.WEIGHT),
    "25": ("25......{NNND}.", LabelMeaning.WEIGHT),
}
WEIGHTS_ONLY = {prefix: NORDIC[prefix] for prefix in ("23", "24", "25")}
REGIONS = {
    "ESTONIA": WEIGHTS_ONLY,
    "LATVIA": WEIGHTS_ONLY,
    "LITHUANIA": WEIGHTS_ONLY,
    "FINLAND": WEIGHTS_ONLY,
    "SWEDEN": NORDIC,
    "NORWAY": NORDIC,
    "DENMARK": {prefix: (prefix + "....{NNNNDD}.", LabelMeaning.AMOUNT) for prefix in ("21", "22", "23")}
    | {prefix: (prefix + "....{NNNDDD}.", LabelMeaning.WEIGHT) for prefix in ("26", "28")}
    | {"27": ("27.....{NNDDD}.", LabelMeaning.WEIGHT)},
    "GERMANY": {
        "22": ("22.....{NNNDD}.", LabelMeaning.AMOUNT),
        "25": ("25.....{NNNNN}.", LabelMeaning.WEIGHT),
        "26": ("26.....{NNNNN}.", LabelMeaning.WEIGHT),
        "28": ("28.....{NNDDD}.", LabelMeaning.WEIGHT),
    },
    "GREAT_BRITAIN": {"20": ("20......{NNDD}.", LabelMeaning.AMOUNT)},
}
# Their numbers have a second check digit inside, for the amount alone: our patterns cannot say that one changes too.
INNER_CHECK_DIGIT = {"GERMANY", "GREAT_BRITAIN"}

CHECKS: dict[str, Check] = {}


def runs(*kinds: str) -> Callable[[Check], Check]:
    """Let a check run the numbers of these kinds; it is given what was written and what is expected."""

    def register(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(kinds, check))
        return check

    return register


@runs("biip.gs1_messages.parse_with_separator_char", "biip.gs1_messages.parse_ignores_redundant_separator_chars")
def reads_the_fields(code: str, expected: str) -> None:
    fields = dict(re.findall(r"\((\d+)\)([^(]+)", expected.split("expected_hri=")[-1]))
    found = parse_gs1(code)
    assert (found.gtin, found.lot) == (fields.get("01"), fields.get("10"))
    assert (found.best_before is None) == ("15" not in fields)


@runs(
    "biip.gs1_messages.parse",
    "biip.gs1_messages.parse_hri",
    "biip.gs1_element_strings.extract",
    "biip.gs1_element_strings.extract_with_nested_error",
)
def reads_without_complaint(code: str, expected: str) -> None:
    if "gtin_error" in expected:
        with pytest.raises(BadGs1CodeError):
            parse_gs1(code)
    else:
        parse_gs1(code)


@runs(
    "biip.gs1_messages.parse_hri_fails_if_no_pattern_matches",
    "biip.gs1_messages.parse_hri_fails_if_ai_is_unknown",
    "biip.gs1_messages.parse_fails_if_unparsed_data_left",
)
def is_refused_as_gs1(code: str, expected: str) -> None:
    with pytest.raises(BadGs1CodeError):
        parse_gs1(code)


@runs(
    "biip.gs1_element_strings.extract_date_and_datetime",
    "biip.gs1_element_strings.extract_handles_zero_day_as_last_day_of_month",
)
def reads_the_date(code: str, expected: str) -> None:
    found = parse_gs1(code)
    year, month, day = re.findall(r"dt\.date\((\d+), (\d+), (\d+)\)", expected)[0]
    dates = {"11": found.produced_on, "15": found.best_before, "17": found.expires_on}
    if code[:2] in dates:
        assert dates[code[:2]] == datetime.date(int(year), int(month), int(day))


@runs("gs1.lint_yymmd0")
def is_a_date_with_day_zero_allowed(code: str, expected: str) -> None:
    if expected == "valid":
        assert parse_gs1(f"17{code}").expires_on is not None
    else:
        is_refused_as_gs1(f"17{code}", expected)


@runs("biip.gs1_element_strings.extract_variable_measures")
def reads_the_weight(code: str, expected: str) -> None:
    printed = parse_gs1(code).printed_weight
    assert (str(printed) == re.findall(r"[\d.]+", expected)[0]) if code.startswith("310") else printed is None


def _regional_label(code: str, region: str) -> WeighedLabel | None:
    rules = [WeighedRule(pattern, (meaning,)) for pattern, meaning in REGIONS[region].values()]
    return read_label(rules, code)


def reads_the_label_of(country: str) -> Check:
    def check(code: str, expected: str) -> None:
        region = re.search(r"RcnRegion\.(\w+)", expected)
        number = re.search(r"(weight|price|count)=(?:Decimal\()?'?([\d.]+)", expected)
        label = _regional_label(code, region[1] if region else country)
        assert (label is None) == (number is None)
        if label and number:
            assert Decimal(str(label.numbers[0])) == Decimal(number[2])
            assert (label.amount is None) == (number[1] != "price")

    return check


@runs("biip.without_variable_measure.without_variable_measure_strips_variable_parts")
def has_the_base_code(code: str, expected: str) -> None:
    region, base_code = re.findall(r"RcnRegion\.(\w+); expected=(\d+)", expected)[0]
    label = _regional_label(code, region)
    assert label is not None
    assert (label.base_code == base_code) == (region not in INNER_CHECK_DIGIT)


@runs(
    "biip.without_variable_measure.without_variable_measure_keeps_company_rcn_unchanged",
    "biip.without_variable_measure.without_variable_measure_keeps_gtin_unchanged",
)
def is_no_label(code: str, expected: str) -> None:
    assert _regional_label(code, "NORWAY") is None


@runs("scale.format")
def reads_a_label_of_the_scale(scale_format: str, expected: str) -> None:
    flag = "26"[: scale_format.count("F")]
    if not set(scale_format) & set("EN"):
        with pytest.raises(BadPatternError):
            rule_of_scale_format(scale_format, flag)
        return
    plu = "012345"[: scale_format.count("W")]
    printed = re.sub("F+", flag, re.sub("W+", plu, scale_format)).replace("EEEEE", "01299").replace("NNNNN", "00650")
    code = with_check_digit(printed[:-1]) if printed.endswith("C") else printed.replace("O", "0")
    label = read_label([rule_of_scale_format(scale_format, flag)], code)
    assert label is not None
    assert label.plu == plu
    assert label.amount == (Money(1299) if "E" in scale_format else None)
    assert label.weight == (Quantity(650) if "N" in scale_format else None)


@runs("odoo.pattern.client")
def is_no_pattern_for_goods(pattern: str, expected: str) -> None:
    with pytest.raises(BadPatternError):
        WeighedRule(pattern)


runs("biip.rules.region_baltics")(reads_the_label_of("ESTONIA"))
runs("biip.rules.region_denmark")(reads_the_label_of("DENMARK"))
runs("biip.rules.region_finland")(reads_the_label_of("FINLAND"))
runs("biip.rules.region_germany")(reads_the_label_of("GERMANY"))
runs("biip.rules.region_great_britain")(reads_the_label_of("GREAT_BRITAIN"))
runs("biip.rules.region_norway")(reads_the_label_of("NORWAY"))
runs("biip.rules.region_sweden")(reads_the_label_of("SWEDEN"))


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    with (shared / "data" / "barcodes" / "barcode_vectors.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("kind", CHECKS)
def test_labels_other_programs_are_tested_with(kind: str, rows: list[Row]) -> None:
    chosen = [row for row in rows if row["kind"] == kind]
    assert chosen
    for row in chosen:
        CHECKS[kind](row["input"], row["expected"])
