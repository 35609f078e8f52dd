"""Question 2: the owner's password, which may stay empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from jxc_desktop.services.people.secrets import LEAST_OF_OWNER, LONGEST_PASSWORD
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonHeight, KeyButton
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.first_start.question import Question


class PasswordQuestion(Question):
    """Typed twice, or once where it can be read.

    Attributes:
        password, again: the lines it is typed in.
    """

    def __init__(self) -> None:
        super().__init__()
        self.password, self.again = InputLine(), InputLine()
        self._field = Field(_("老板密码"), self.password)
        self._again_field = Field(_("再输一次"), self.again)
        self._show = KeyButton(_("显示密码"), "F4", icon="eye", tall=ButtonHeight.SMALL)
        self._show.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_shown)
        self._line = ScanLine()
        for part in (self._field, self._again_field):
            part.setMaximumWidth(look().px(420))
            self.column.addWidget(part)
        self.column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(look().px(8))
        self.column.addWidget(self._line)
        self.column.addStretch(1)
        for line in (self.password, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(LONGEST_PASSWORD)
            line.textChanged.connect(self._on_typed)
        self.setFocusProxy(self.password)
        self._on_typed()

    @staticmethod
    @override
    def step_word() -> str:
        return _("老板密码")

    @staticmethod
    @override
    def heading() -> str:
        return _("老板要密码吗？")

    @staticmethod
    @override
    def advice() -> str:
        return _("看成本、改价、红冲这些事只有老板能做。密码至少 {count} 位，可以不设。").format(count=LEAST_OF_OWNER)

    def faults(self) -> tuple[str, str]:
        """What is said to be wrong with each line."""
        return self._field.fault(), self._again_field.fault()

    def words(self) -> str:
        """What the line below says."""
        return self._line.shown_words()

    @override
    def is_answered(self) -> bool:
        self._field.set_fault("")
        self._again_field.set_fault("")
        typed = self.password.text()
        if typed and len(typed) < LEAST_OF_OWNER:
            self._field.set_fault(_("太短了，至少 {count} 位；或者空着").format(count=LEAST_OF_OWNER))
        if not self._field.fault() and not self._show.isChecked() and self.again.text() != typed:
            self._again_field.set_fault(_("两次输的不一样"))
        self._focus_fault()
        return self.faults() == ("", "")

    @override
    def focus_first(self) -> None:
        self.password.setFocus()
        self.password.selectAll()

    @override
    def press(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F4:
            return False
        self._show.toggle()
        return True

    def focus_next(self) -> bool:
        """The next line that is to be typed in; False: there is none."""
        if self.password.hasFocus() and self.password.text() and not self._show.isChecked() and not self.again.text():
            self.again.setFocus()
            return True
        return False

    def _focus_fault(self) -> None:
        """What is wrong is typed anew at once."""
        for line, fault in zip((self.password, self.again), self.faults(), strict=True):
            if fault:
                line.setFocus()
                line.selectAll()
                return

    def _on_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self._again_field.setVisible(not is_shown)
        if is_shown:
            self.password.setFocus()

    def _on_typed(self) -> None:
        self._field.set_fault("")
        self._again_field.set_fault("")
        if self.password.text():
            self._line.say(LineKind.NEUTRAL, _("记好它：没有这个密码，谁也进不了老板的位置"))
        else:
            self._line.say(LineKind.WARNING, _("空着也行：坐到这台电脑前的人都是老板，看得到成本，也改得了价"))
