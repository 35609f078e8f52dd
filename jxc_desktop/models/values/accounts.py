"""The accounts every shop has, and the ways of paying they stand for."""

from enum import Enum


class AccountKind(Enum):
    """What an account is. The value is what the books store."""

    CASH = "cash"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    CARD = "card"
    BANK = "bank"
    HISTORY = "history"
    INPUT_TAX = "input_tax"


CASH, WECHAT, ALIPAY, CARD, BANK, HISTORY, INPUT_TAX = 1, 2, 3, 4, 5, 6, 7

FIRST_ACCOUNTS: tuple[tuple[int, AccountKind, str], ...] = (
    (CASH, AccountKind.CASH, "现金"),
    (WECHAT, AccountKind.WECHAT, "微信"),
    (ALIPAY, AccountKind.ALIPAY, "支付宝"),
    (CARD, AccountKind.CARD, "银行卡"),
    (BANK, AccountKind.BANK, "银行存款"),
    (HISTORY, AccountKind.HISTORY, "历史结算"),
    (INPUT_TAX, AccountKind.INPUT_TAX, "进项税额"),
)
