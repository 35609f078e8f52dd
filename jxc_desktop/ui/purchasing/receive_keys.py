"""The keys of 扫码入库, declared once: the line at the foot shows them, the page does them."""

from PySide6.QtCore import Qt

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import F_KEYS

# What a stockkeeper types on the empty field instead of reaching for an F-key.
_OTHER_KEYS = {
    Qt.Key.Key_Asterisk.value: "F3",
    Qt.Key.Key_Period.value: "F5",
    Qt.Key.Key_Slash.value: "F6",
}


def key_name(key: int) -> str:
    """F1 to F12 for the key or for the sign that means the same; "" for any other."""
    return F_KEYS.get(key) or _OTHER_KEYS.get(key, "")


def page_hints() -> list[KeyHint]:
    """What the keys do to the rows."""
    return [
        KeyHint("↑ ↓", _("选行")),
        KeyHint("F3 *", _("本次")),
        KeyHint("F4", _("效期")),
        KeyHint("F5 .", _("进价")),
        KeyHint("F6 /", _("金额")),
        KeyHint("F7", _("另一批")),
        KeyHint("+ -", _("多一件 少一件")),
        KeyHint("Delete", _("删行")),
        KeyHint("F12", _("选商品")),
        KeyHint("Ctrl+Delete", _("这次不收了")),
    ]
