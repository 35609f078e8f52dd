"""What was scanned before anybody was at the desk, offered to whoever sat down."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.dialog import NARROW, Dialog
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton

SHOWN = 5


class OfferedScans(Dialog):
    """The codes; taken all together, or not at all.

    Signals:
        taken: they are handed to the page, in their order.
    """

    taken = Signal()

    def __init__(self, window: QWidget, codes: Sequence[str]) -> None:
        super().__init__(window, _("登录以前扫了 {count} 个").format(count=len(codes)), width=NARROW)
        more = _("……还有 {count} 个").format(count=len(codes) - SHOWN) if len(codes) > SHOWN else ""
        words = QLabel("\n".join(filter(None, (*codes[:SHOWN], more))))
        inset = look().px(20)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(16), inset, inset)
        column.addWidget(words)
        self.add_button(KeyButton(_("不要了"), "Esc"), self.reject)
        self.add_button(KeyButton(_("算进来"), "F9", ButtonKind.PRIMARY), self.take)

    def take(self) -> None:
        """F9."""
        self.accept()
        self.taken.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self.take()
        else:
            super().keyPressEvent(event)


def offer_scans(window: QWidget, codes: Sequence[str], take: Callable[[str], None]) -> None:
    """Ask whether to take them; each goes to `take`, in their order."""
    dialog = OfferedScans(window, codes)
    for code in codes:
        dialog.taken.connect(partial(take, code))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
