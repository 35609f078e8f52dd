"""A sample shop is being made: how far it is, and Esc, which leaves nothing of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import TITLE, font
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.progress_line import ProgressLine

WIDTH = 640


class SampleMaking(QWidget):
    """One page while it lasts.

    Attributes:
        progress: how far it is.

    Signals:
        left: Esc was pressed.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = QLabel(_("正在准备示例店"))
        title.setFont(font(TITLE))
        words = QLabel(_("进货、卖货、退货、盘点，六个星期的账都由程序自己做一遍；只要几秒。"))
        words.setWordWrap(True)
        self.progress, self._notice = ProgressLine(), NoticeLine()
        self.progress.begin(_("做到第几天"), can_stop=True)
        middle = QWidget()
        middle.setFixedWidth(look().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        for part in (title, words, self.progress, self._notice):
            column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say_refused(self, said: Refusal) -> None:
        """Why there is none."""
        self.progress.hide()
        self._notice.say_refused(said)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
