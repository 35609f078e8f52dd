"""What kinds of files are called: those that are taken in, and those that only look like them."""

from collections.abc import Callable

from jxc_desktop.services.words import _

_LISTS: dict[str, Callable[[], str]] = {
    "products": lambda: _("商品表"),
    "partners": lambda: _("往来单位表"),
    "opening-stock": lambda: _("期初库存表"),
    "alipay_bill": lambda: _("支付宝账单"),
    "wechat_bill": lambda: _("微信账单"),
    "jd_bill": lambda: _("京东账单"),
    "bank_statement": lambda: _("银行对账单"),
    "online_orders": lambda: _("网店订单"),
    "members": lambda: _("会员表"),
    "stock_transfer": lambda: _("调拨单"),
    "goods_in": lambda: _("入库单"),
    "goods_out": lambda: _("出库单"),
    "bill": lambda: _("一张单据的明细"),
}


def list_word(key: str) -> str:
    """What a kind of file is called."""
    return _LISTS[key]() if key in _LISTS else key
