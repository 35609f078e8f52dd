"""Scale labels: the shop's rules find the goods, the weight and the money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.weighed_code import (
    BadPatternError,
    LabelMeaning,
    PatternFault,
    PrintedNumber,
    WeighedLabel,
    WeighedRule,
    read_label,
    rule_of_scale_format,
)

KILOGRAMS = WeighedRule("21.....{NNDDD}")
YUAN = WeighedRule("23.....{NNNDD}", (LabelMeaning.AMOUNT,))
BOTH = WeighedRule("26.....{NNNDD}{NNDDD}.", (LabelMeaning.AMOUNT, LabelMeaning.WEIGHT))


def label_of(rule: WeighedRule, code: str) -> WeighedLabel:
    label = rule.read(code)
    assert label is not None
    return label


@pytest.mark.parametrize(
    ("code", "base_code", "value"),
    [("11012344", "11012340", "4"), ("66012344", "66002344", "1")],
)
def test_an_eight_digit_label_is_read_by_the_rule_that_fits(code: str, base_code: str, value: str) -> None:
    rules = [WeighedRule("11.....{N}"), WeighedRule("66{NN}....")]
    label = read_label(rules, code)
    assert label is not None
    assert (label.base_code, str(label.numbers[0])) == (base_code, value)
    assert read_label(rules, "16012344") is None


def test_goods_are_stored_with_zeros_for_the_number_and_their_own_check_digit() -> None:
    label = label_of(WeighedRule("1........{NND}."), "1020034051259")
    assert (label.base_code, str(label.numbers[0])) == ("1020034050009", "12.5")


def test_the_first_rule_that_fits_wins() -> None:
    narrow, wide = WeighedRule("22......{NNDD}."), WeighedRule(".....{NNNDDDD}.")
    found = [
        read_label([narrow, wide], "2012345610255"),
        read_label([narrow, wide], "2212345610259"),
        read_label([wide, narrow], "2212345610259"),
    ]
    assert [(str(label.numbers[0]), label.base_code) for label in found if label] == [
        ("456.1025", "2012300000008"),
        ("10.25", "2212345600007"),
        ("456.1025", "2212300000002"),
    ]


def test_a_label_of_nothing_is_told_from_one_of_eight_kilograms() -> None:
    empty, full = label_of(KILOGRAMS, "2100005000000"), label_of(KILOGRAMS, "2100005080002")
    assert (empty.weight, empty.is_zero) == (Quantity(0), True)
    assert (full.weight, full.is_zero) == (Quantity.of(8), False)
    assert full.base_code == empty.code
    assert full.plu == "00005"


def test_an_amount_is_money_and_says_nothing_about_weight() -> None:
    label = label_of(YUAN, with_check_digit("230001201234"))
    assert (label.amount, label.weight, label.plu) == (Money(1234), None, "00012")


def test_an_eighteen_digit_label_gives_amount_and_weight() -> None:
    label = label_of(BOTH, with_check_digit("26001230125000625"))
    assert (label.amount, label.weight, label.plu) == (Money(1250), Quantity(625), "00123")
    assert label.base_code == with_check_digit("26001230000000000")


@pytest.mark.parametrize("numbers", ["0000000625", "0125000000"])
def test_a_label_with_weight_or_money_missing_is_zero(numbers: str) -> None:
    assert label_of(BOTH, with_check_digit("2600123" + numbers)).is_zero


def test_a_weight_too_small_for_the_books_is_zero() -> None:
    assert label_of(WeighedRule("21.....{NDDDD}"), with_check_digit("210000500004")).is_zero


@pytest.mark.parametrize(
    "code", ["2100005080003", "210000508000", "21000050800020", "2200005080009", "21OOOO5O8OOO2", ""]
)
def test_a_code_of_another_shape_or_misread_is_no_label(code: str) -> None:
    assert read_label([KILOGRAMS], code) is None


@pytest.mark.parametrize("sent", ["200123012343", "0200123012343", "00200123012343"])
def test_a_label_with_a_leading_zero_is_read_however_the_scanner_sends_it(sent: str) -> None:
    rule = WeighedRule("02.....{NNNDD}", (LabelMeaning.AMOUNT,))
    code = with_check_digit(sent[:-1])
    label = read_label([rule], code)
    assert label is not None
    assert (label.plu, label.amount) == ("00123", Money(1234))


def test_the_number_of_a_carton_is_no_label_of_what_is_in_it() -> None:
    assert read_label([WeighedRule(KILOGRAMS.pattern, has_check_digit=False)], "12100005080002") is None


@pytest.mark.parametrize(
    ("pattern", "meanings", "fault"),
    [
        ("21.....{NXDDD}", (LabelMeaning.WEIGHT,), PatternFault.SIGNS),
        ("21.....{}.....", (LabelMeaning.WEIGHT,), PatternFault.SIGNS),
        ("21.....{DDDNN}", (LabelMeaning.WEIGHT,), PatternFault.SIGNS),
        ("２1.....{NNDDD}", (LabelMeaning.WEIGHT,), PatternFault.SIGNS),
        ("21....{NNDDD}", (LabelMeaning.WEIGHT,), PatternFault.LENGTH),
        ("22{NN}", (LabelMeaning.WEIGHT,), PatternFault.LENGTH),
        ("042", (), PatternFault.NO_NUMBER),
        ("21.....{NNDDD}", (LabelMeaning.WEIGHT, LabelMeaning.AMOUNT), PatternFault.MEANINGS),
        ("26.....{NNNDD}{NNDDD}", (LabelMeaning.WEIGHT, LabelMeaning.WEIGHT), PatternFault.MEANINGS),
        ("21......{NNDDD}", (LabelMeaning.WEIGHT,), PatternFault.CHECK_DIGIT),
    ],
)
def test_a_pattern_no_label_fits_says_what_is_wrong(
    pattern: str, meanings: tuple[LabelMeaning, ...], fault: PatternFault
) -> None:
    with pytest.raises(BadPatternError) as refused:
        WeighedRule(pattern, meanings)
    assert (refused.value.pattern, refused.value.fault) == (pattern, fault)


def test_a_scales_handbook_format_becomes_a_rule() -> None:
    rule = rule_of_scale_format("FFWWWWWEEEEENNNNNC", "26")
    label = label_of(rule, with_check_digit("26001230125000625"))
    assert (label.amount, label.weight, label.plu) == (Money(1250), Quantity(625), "00123")


@pytest.mark.parametrize("code", ["26001230125000625", "260012301250006250", "260012301250006259"])
def test_a_format_without_check_digit_takes_any_last_digit_or_none(code: str) -> None:
    label = label_of(rule_of_scale_format("FFWWWWWEEEEENNNNNO", "26"), code)
    assert (label.amount, label.weight, label.plu) == (Money(1250), Quantity(625), "00123")


@pytest.mark.parametrize(
    ("scale_format", "flag"), [("FFWWWWWNNNNNC", "2"), ("FFWWWWWNNNNNC", "2x"), ("FFWWWWWXXXXXC", "21"), ("", "")]
)
def test_a_format_that_cannot_be_read_is_refused(scale_format: str, flag: str) -> None:
    with pytest.raises(BadPatternError):
        rule_of_scale_format(scale_format, flag)


def test_a_number_is_shown_as_it_is_printed() -> None:
    assert [str(PrintedNumber(*number)) for number in [(625, 3), (0, 3), (1250, 2)]] == ["0.625", "0", "12.5"]


def test_a_number_finer_than_the_books_is_rounded() -> None:
    assert [PrintedNumber(digits, 4).to_places(3) for digits in (14, 15, 20)] == [1, 2, 2]


@given(
    st.sampled_from([KILOGRAMS, YUAN, BOTH, WeighedRule("2......{NNNDD}."), WeighedRule("66{NN}....")]),
    st.lists(st.sampled_from("0123456789"), min_size=18, max_size=18),
)
def test_the_base_code_of_a_label_is_a_zero_label_of_the_same_goods(rule: WeighedRule, digits: list[str]) -> None:
    places = rule.pattern.replace("{", "").replace("}", "")
    printed = "".join(sign if sign.isdigit() else digit for sign, digit in zip(places, digits, strict=False))
    body = printed if len(printed) in (12, 17) else printed[:-1]
    label = label_of(rule, printed if len(printed) == 8 else with_check_digit(body))
    base = label_of(rule, label.base_code)
    assert (base.plu, base.base_code, base.is_zero) == (label.plu, label.base_code, True)
