"""Payment codes of a customer's phone, told from goods by their shape."""

from enum import StrEnum

from jxc_desktop.models.values.barcode import is_digits


class PaymentCodeKind(StrEnum):
    """Whose payment code it is."""

    WECHAT = "wechat"
    ALIPAY = "alipay"
    UNIONPAY = "unionpay"


def payment_code_kind(code: str) -> PaymentCodeKind | None:
    """Whose payment code has this shape; None for any other code.

    WeChat: 18 digits from 10 to 15. Alipay: 16 to 24 digits from 25 to 30. UnionPay: 19 digits from 62.
    """
    if not is_digits(code):
        return None
    start = int(code[:2])
    if len(code) == 18 and 10 <= start <= 15:
        return PaymentCodeKind.WECHAT
    if 16 <= len(code) <= 24 and 25 <= start <= 30:
        return PaymentCodeKind.ALIPAY
    return PaymentCodeKind.UNIONPAY if len(code) == 19 and start == 62 else None
