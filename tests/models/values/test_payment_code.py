"""A customer's payment code is told from goods, and never takes a scale label's place."""

import pytest

from jxc_desktop.models.values.barcode import number_fault, with_check_digit
from jxc_desktop.models.values.payment_code import PaymentCodeKind, payment_code_kind, payment_rather_than_goods
from jxc_desktop.models.values.weighed_code import LabelMeaning, WeighedRule, read_label

RULE = WeighedRule("26.....{NNNDD}{NNDDD}", (LabelMeaning.AMOUNT, LabelMeaning.WEIGHT))
LABEL_CODE = with_check_digit("26001230125000625")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("134567890123456789", PaymentCodeKind.WECHAT),
        ("104567890123456789", PaymentCodeKind.WECHAT),
        ("154567890123456789", PaymentCodeKind.WECHAT),
        ("164567890123456789", None),
        ("13456789012345678", None),
        ("284567890123456789", PaymentCodeKind.ALIPAY),
        ("2545678901234567", PaymentCodeKind.ALIPAY),
        ("304567890123456789012345"[:24], PaymentCodeKind.ALIPAY),
        ("254567890123456", None),
        ("2845678901234567890123456", None),
        ("314567890123456789", None),
        ("6223456789012345678", PaymentCodeKind.UNIONPAY),
        ("622345678901234567", None),
        ("6901234567892", None),
        ("13456789012345678A", None),
        ("１３4567890123456789", None),
        ("", None),
    ],
)
def test_a_payment_code_is_known_by_its_shape(code: str, kind: PaymentCodeKind | None) -> None:
    assert payment_code_kind(code) is kind


def test_a_scale_label_of_known_goods_is_goods() -> None:
    label = read_label([RULE], LABEL_CODE)
    found = payment_rather_than_goods(LABEL_CODE, label, is_known_weighed_product=True, is_taking_payment=False)
    assert label is not None
    assert found is None


@pytest.mark.parametrize(("is_known", "is_taking_payment"), [(False, False), (True, True)])
def test_a_label_of_unknown_goods_or_scanned_while_paying_is_a_payment(is_known: bool, is_taking_payment: bool) -> None:
    label = read_label([RULE], LABEL_CODE)
    found = payment_rather_than_goods(
        LABEL_CODE, label, is_known_weighed_product=is_known, is_taking_payment=is_taking_payment
    )
    assert found is PaymentCodeKind.ALIPAY


def test_a_payment_code_with_a_wrong_check_digit_is_never_a_label() -> None:
    code = LABEL_CODE[:-1] + str((int(LABEL_CODE[-1]) + 1) % 10)
    assert number_fault(code) is not None
    label = read_label([RULE], code)
    assert label is None
    found = payment_rather_than_goods(code, label, is_known_weighed_product=True, is_taking_payment=False)
    assert found is PaymentCodeKind.ALIPAY


def test_a_rule_without_check_digit_does_not_outweigh_a_payment_code() -> None:
    label = read_label([WeighedRule(RULE.pattern, RULE.meanings, has_check_digit=False)], LABEL_CODE)
    found = payment_rather_than_goods(LABEL_CODE, label, is_known_weighed_product=True, is_taking_payment=False)
    assert label is not None
    assert found is PaymentCodeKind.ALIPAY


def test_an_ordinary_barcode_is_goods_even_while_paying() -> None:
    found = payment_rather_than_goods("6901234567892", None, is_known_weighed_product=False, is_taking_payment=True)
    assert found is None
