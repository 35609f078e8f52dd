"""The keys of the counter, declared once: the bar at the foot shows them, the page does them."""

from PySide6.QtCore import Qt

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.key_bar import KeyCell
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import F_KEYS


def counter_cells() -> tuple[KeyCell, ...]:
    """The twelve cells; what there is no part for yet says so."""
    return (
        KeyCell("F1", _("帮助")),
        KeyCell("F2", _("会员"), refusal=_("这一版还没有会员")),
        KeyCell("F3", _("数量"), also="*"),
        KeyCell("F4", _("单价"), also="."),
        KeyCell("F5", _("单品折扣"), also="/"),
        KeyCell("F6", _("挂单")),
        KeyCell("F7", _("取单")),
        KeyCell("F8", _("退货")),
        KeyCell("F9", _("收款"), is_main=True),
        KeyCell("F10", _("整单优惠")),
        KeyCell("F11", _("开钱箱"), refusal=_("还没有接钱箱")),
        KeyCell("F12", _("选商品")),
    )


def row_hints() -> list[KeyHint]:
    """The keys beside those of the bar."""
    return [
        KeyHint("↑ ↓", _("选行")),
        KeyHint("+ -", _("多一件 少一件")),
        KeyHint("Delete", _("删行")),
        KeyHint("Ctrl+Delete", _("整单取消")),
        KeyHint("Enter", _("收款")),
        KeyHint("Ctrl+N", _("建商品")),
        KeyHint("Ctrl+P", _("重打")),
    ]


# What a clerk types on the empty field instead of reaching for an F-key.
OTHER_KEYS = {
    Qt.Key.Key_Asterisk.value: "F3",
    Qt.Key.Key_Period.value: "F4",
    Qt.Key.Key_Slash.value: "F5",
}


def key_name(key: int) -> str:
    """F1 to F12 for the key or for the sign that means the same; "" for any other."""
    return F_KEYS.get(key) or OTHER_KEYS.get(key, "")
