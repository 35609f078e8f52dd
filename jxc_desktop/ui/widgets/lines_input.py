"""A field for a few lines of words, such as what stands over a receipt."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, metrics

ROWS = 2


class LinesInput(QPlainTextEdit):
    """Enter begins another line, Tab goes on to the next field.

    Signals:
        left: the focus went elsewhere.
    """

    left = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("lines", True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(200), metrics(BODY).lineSpacing() * ROWS + look().px(20))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
