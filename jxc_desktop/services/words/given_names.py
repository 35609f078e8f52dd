"""Words the program itself wrote into a shop's file, or looks for in a sheet, said in the shop's language."""

from collections.abc import Callable

from jxc_desktop.services.words import _

_GIVEN: dict[str, Callable[[], str]] = {
    # Accounts and places of a new shop, and the foot of its receipts.
    "现金": lambda: _("现金"),
    "微信": lambda: _("微信"),
    "支付宝": lambda: _("支付宝"),
    "银行卡": lambda: _("银行卡"),
    "银行存款": lambda: _("银行存款"),
    "历史结算": lambda: _("历史结算"),
    "进项税额": lambda: _("进项税额"),
    "门店": lambda: _("门店"),
    "谢谢惠顾": lambda: _("谢谢惠顾"),
    # Headings a sheet should have.
    "商品名称": lambda: _("商品名称"),
    "条码": lambda: _("条码"),
    "货号": lambda: _("货号"),
    "单位": lambda: _("单位"),
    "零售价": lambda: _("零售价"),
    "数量": lambda: _("数量"),
    "名称": lambda: _("名称"),
    "成本单价": lambda: _("成本单价"),
}


def shown_name(name: str) -> str:
    """The word as it is shown; what the shop wrote itself stays as it is."""
    return _GIVEN[name]() if name in _GIVEN else name
