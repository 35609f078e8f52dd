"""Why the shop file cannot be opened: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look

WIDTH = 560


class FaultPage(QWidget):
    """One page with the refusal in words; the program ends when the window is closed."""

    def __init__(self, said: Refusal, safe: str) -> None:
        super().__init__()
        column = QVBoxLayout()
        for words, is_title in ((said.fact, True), (safe, False), (said.advice, False)):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setProperty("title", is_title)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFixedWidth(look().px(WIDTH))
            column.addWidget(label)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(column)
        whole.addStretch(2)
        whole.setAlignment(column, Qt.AlignmentFlag.AlignHCenter)
