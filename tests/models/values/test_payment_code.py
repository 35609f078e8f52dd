"""A customer's payment code is known by its shape."""

import pytest

from jxc_desktop.models.values.payment_code import PaymentCodeKind, payment_code_kind


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
