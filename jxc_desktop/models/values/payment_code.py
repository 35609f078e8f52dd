"""Payment codes of a customer's phone, told from goods by their shape."""

from enum import StrEnum

from jxc_desktop.models.values.barcode import is_digits
from jxc_desktop.models.values.weighed_code import WeighedLabel


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


def payment_rather_than_goods(
    code: str, label: WeighedLabel | None, *, is_known_weighed_product: bool, is_taking_payment: bool
) -> PaymentCodeKind | None:
    """Whose payment code a scan is to be taken for; None where it is goods.

    An 18-digit scale label from 25 to 29 looks like an Alipay code, and one payment code in ten has a right check
    digit by chance. So it is a label only by a rule of the shop, with a right check digit, and for a weighed product
    the shop knows; and never while a payment is being taken.
    """
    kind = payment_code_kind(code)
    if is_taking_payment or label is None or not label.rule.is_checked or not is_known_weighed_product:
        return kind
    return None
