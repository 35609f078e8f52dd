"""The keys of the sales list, declared once: buttons show them, the page does them."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jxc_desktop.services.sales.sale_list import Sale
from jxc_desktop.services.words import _
from jxc_desktop.ui.sales.sale_words import may_come_back
from jxc_desktop.ui.widgets.key_cap import KeyHint

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN_KEYS = {
    Qt.Key.Key_F5.value: "F5",
    Qt.Key.Key_F6.value: "F6",
    Qt.Key.Key_F7.value: "F7",
    Qt.Key.Key_F8.value: "F8",
    Qt.Key.Key_F9.value: "F9",
    Qt.Key.Key_Escape.value: "Esc",
}
CONTROL_KEYS = {Qt.Key.Key_P.value: "Ctrl+P", Qt.Key.Key_F.value: "Ctrl+F"}


class Mode(Enum):
    """What fills the page."""

    LIST = "list"
    DOCUMENT = "document"
    RETURN = "return"


def hints_of(mode: Mode) -> list[KeyHint]:
    """What the keys do here."""
    if mode is Mode.RETURN:
        return [
            KeyHint("↑ ↓", _("选行")),
            KeyHint("0–9", _("退几个")),
            KeyHint("+ −", _("加减一")),
            KeyHint("", _("也可以扫要退的商品")),
            KeyHint("Esc", _("不退了")),
        ]
    if mode is Mode.DOCUMENT:
        return [KeyHint("↑ ↓", _("选行")), KeyHint("Tab", _("来龙去脉")), KeyHint("Esc", _("回到列表"))]
    return [
        KeyHint("↑ ↓", _("选单")),
        KeyHint("Enter", _("打开")),
        KeyHint("← →", _("换日期")),
        KeyHint("", _("扫小票上的条码打开那一单，扫商品只看有它的单")),
        KeyHint("F5", _("刷新")),
        KeyHint("Esc", _("清除筛选")),
    ]


def key_name(event: QKeyEvent) -> str:
    """The key as buttons write it; "" for any other."""
    return (CONTROL_KEYS if event.modifiers() & CONTROL else PLAIN_KEYS).get(event.key(), "")


def keys_of(mode: Mode, sale: Sale | None, has_rows: bool) -> list[str]:
    """The keys whose buttons are shown: what cannot be done with this document is not offered."""
    if mode is Mode.RETURN:
        return ["F6", "F9"]
    if mode is Mode.LIST or sale is None:
        return ["Ctrl+P", "F8"] if has_rows else []
    is_undone = sale.row.is_mirror or bool(sale.reversed_by)
    return [*([] if is_undone else ["F7"]), "Ctrl+P", *(["F8"] if may_come_back(sale) else [])]
