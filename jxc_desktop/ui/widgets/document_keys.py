"""The keys of a page of documents, declared once: buttons show them, the page does them."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN_KEYS = {
    Qt.Key.Key_F3.value: "F3",
    Qt.Key.Key_F5.value: "F5",
    Qt.Key.Key_F6.value: "F6",
    Qt.Key.Key_F7.value: "F7",
    Qt.Key.Key_F8.value: "F8",
    Qt.Key.Key_F9.value: "F9",
    Qt.Key.Key_Escape.value: "Esc",
}
CONTROL_KEYS = {
    Qt.Key.Key_E.value: "Ctrl+E",
    Qt.Key.Key_F.value: "Ctrl+F",
    Qt.Key.Key_N.value: "Ctrl+N",
    Qt.Key.Key_P.value: "Ctrl+P",
}


class Mode(Enum):
    """What fills the page."""

    LIST = "list"
    DOCUMENT = "document"
    RETURN = "return"


def key_name(event: QKeyEvent) -> str:
    """The key as buttons write it; "" for any other."""
    return (CONTROL_KEYS if event.modifiers() & CONTROL else PLAIN_KEYS).get(event.key(), "")


def hints_of(mode: Mode, scan_hint: str) -> list[KeyHint]:
    """What the keys do here, and what a scan does in the list."""
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
        KeyHint("", scan_hint),
        KeyHint("F5", _("刷新")),
        KeyHint("Esc", _("清除筛选")),
    ]


def undo_button() -> KeyButton:
    """红冲 of the open document."""
    return KeyButton(_("红冲"), "F7", ButtonKind.DANGER, icon="arrow-back-up")


def return_button(icon: str) -> KeyButton:
    """The form of a return."""
    return KeyButton(_("退货"), "F8", icon=icon)


def form_buttons(word: str, icon: str) -> tuple[KeyButton, KeyButton]:
    """What the form of a return offers: everything, and the post."""
    return KeyButton(_("全部退"), "F6", icon="checks"), KeyButton(word, "F9", ButtonKind.PRIMARY, icon=icon)
