"""The first question of a new shop: what it is called."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import TITLE, font
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton

WIDTH = 480


class FirstPage(QWidget):
    """Asks for the shop's name; here alone Enter presses the button, as no scanner is at work yet.

    Signals:
        named: the name that was typed.
    """

    named = Signal(str)

    def __init__(self, place: str) -> None:
        """The page, naming the file that will be made."""
        super().__init__()
        self._name = InputLine("")
        self._name.setMaxLength(60)
        self._field = Field(_("店名"), self._name, is_required=True)
        button = KeyButton(_("开始"), "Enter", ButtonKind.PRIMARY, tall=ButtonHeight.DIALOG)
        button.clicked.connect(self._go_on)
        self._name.returnPressed.connect(self._go_on)
        title = QLabel(_("新开一家店"))
        title.setFont(font(TITLE))
        where = QLabel(_("账本会放在 {path}").format(path=place))
        where.setWordWrap(True)
        column = QVBoxLayout()
        for part in (title, self._field, where, button):
            part.setMaximumWidth(look().px(WIDTH))
            column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(column)
        whole.addStretch(2)
        whole.setAlignment(column, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self._name)

    def say_fault(self, words: str) -> None:
        """Say what is wrong, under the field; what was typed stays."""
        self._field.set_fault(words)

    def _go_on(self) -> None:
        self.named.emit(self._name.text())
