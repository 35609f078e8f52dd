"""操作员: everything the owner writes down about one of his people."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.people.operators import LONGEST_NAME, OperatorDetails, OperatorRow
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import REASONS, Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.settings.role_words import role_note, role_word
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.field import Field, fields_in_row
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.parts import small
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.segments import Segment, Segments
from jxc_desktop.ui.widgets.words_line import WordsLine


@dataclass(frozen=True, slots=True)
class OperatorEntry:
    """What was typed.

    Attributes:
        password, pin: None: they stay as they are; "": there is none any more.
    """

    details: OperatorDetails
    password: str | None = field(default=None, repr=False)
    pin: str | None = field(default=None, repr=False)


class OperatorDialog(Dialog):
    """Name, role, password, 授权码 and limits.

    Attributes:
        fields: those with a label, by their names in the services.

    Signals:
        filled_in: an OperatorEntry. The dialog stays until it is accepted: `say_refused` says why not.
    """

    filled_in = Signal(object)

    def __init__(self, window: QWidget, row: OperatorRow | None) -> None:
        title = _("加操作员") if row is None else _("操作员　{name}").format(name=row.details.name)
        super().__init__(window, title, _("空着的限制就是不限"), WIDE)
        self._row = row
        details = OperatorDetails("") if row is None else row.details
        self.role = Segments(
            [Segment(role.value, role_word(role)) for role in (Role.CLERK, Role.STOCKKEEPER, Role.OWNER)]
        )
        self.role.choose(details.role.value)
        self._role_note = WordsLine()
        self.role.chosen.connect(self._on_role)
        self._on_role(details.role.value)
        self.fields = self._made(details)
        self.no_password, self.no_pin = QCheckBox(_("去掉密码")), QCheckBox(_("去掉授权码"))
        self.line = NoticeLine()
        self._lay_out()
        self._add_buttons()
        self.editor("name").setFocus()

    def editor(self, name: str) -> InputLine:
        """The line of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, InputLine)
        return editor

    def finish(self) -> None:
        """Hand it over, if the numbers are some."""
        for one in self.fields.values():
            one.set_fault("")
        try:
            entry = self._written()
        except InvalidInputError as error:
            self._show_fault(error.field, REASONS[error.reason]())
        else:
            self.filled_in.emit(entry)

    def say_refused(self, words: Refusal, error: ShopError) -> None:
        """Why it was not written: under the field it is about, else in the line."""
        if isinstance(error, InvalidInputError) and error.field in self.fields and error.reason in REASONS:
            self._show_fault(error.field, REASONS[error.reason]())
        else:
            self.line.say_refused(words)
            self._fit()

    @override
    def enter_pressed(self) -> None:
        """The next field; Enter never finishes the dialog."""
        self.focusNextChild()

    def _made(self, details: OperatorDetails) -> dict[str, Field]:
        lowest, highest = details.lowest_discount, details.highest_refund
        has_password, has_pin = (self._row.has_password, self._row.has_pin) if self._row else (False, False)
        fields = {
            "name": Field(_("姓名"), InputLine(details.name), is_required=True),
            "password": Field(_("密码（老板至少 6 个字符，别人至少 4 个）"), _secret(has_password)),
            "pin": Field(_("授权码（4 到 8 位数字，替别人放行用）"), _secret(has_pin)),
            "lowest_discount": Field(
                _("最低卖到原价的"), NumberInput("" if lowest is None else str(lowest), "%", decimals=0)
            ),
            "highest_refund": Field(
                _("一次最多退"), NumberInput("" if highest is None else str(highest), _("元"), decimals=2)
            ),
        }
        line = fields["name"].editor
        assert isinstance(line, InputLine)
        line.setMaxLength(LONGEST_NAME)
        return fields

    def _written(self) -> OperatorEntry:
        details = OperatorDetails(
            self.editor("name").text(),
            Role(self.role.chosen_name()),
            self._percent(),
            self._money(),
            self._row is None or self._row.details.is_active,
        )
        return OperatorEntry(
            details, self._secret_of("password", self.no_password), self._secret_of("pin", self.no_pin)
        )

    def _secret_of(self, name: str, taken_away: QCheckBox) -> str | None:
        text = self.editor(name).text()
        return "" if taken_away.isChecked() else text or None

    def _percent(self) -> int | None:
        line = self.editor("lowest_discount")
        number = line.number() if isinstance(line, NumberInput) else None
        if number is None and line.text().strip():
            raise InvalidInputError("lowest_discount", "not_a_percentage")
        return None if number is None else int(number)

    def _money(self) -> Money | None:
        line = self.editor("highest_refund")
        line.settle()
        try:
            return Money.parse(line.text()) if line.text().strip() else None
        except BadNumberError as error:
            raise InvalidInputError("highest_refund", "not_a_number") from error

    def _on_role(self, name: str) -> None:
        self._role_note.say(small(role_note(Role(name))))

    def _show_fault(self, name: str, words: str) -> None:
        self.fields[name].set_fault(words)
        self._fit()
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as the faults need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.sizeHint())

    def _lay_out(self) -> None:
        inset = look().px(20)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(16), inset, inset)
        column.setSpacing(look().px(12))
        column.addLayout(fields_in_row((self.fields["name"], 1), (Field(_("角色"), self.role), 0)))
        column.addWidget(self._role_note)
        column.addLayout(fields_in_row((self.fields["password"], 1), (self.fields["pin"], 1)))
        if self._row is not None and (self._row.has_password or self._row.has_pin):
            column.addLayout(fields_in_row((self.no_password, 1), (self.no_pin, 1)))
            self.no_password.setVisible(self._row.has_password)
            self.no_pin.setVisible(self._row.has_pin)
        column.addLayout(fields_in_row((self.fields["lowest_discount"], 1), (self.fields["highest_refund"], 1)))
        column.addWidget(self.line)

    def _add_buttons(self) -> None:
        self.set_hints((KeyHint("Enter", _("下一格")), KeyHint("", _("90 就是最低 9 折，100 不能打折"))))
        self.add_button(KeyButton(_("取消"), "Esc"), self.reject)
        self.add_button(KeyButton(_("保存"), "Ctrl+S", ButtonKind.PRIMARY), self.finish)
        hear_keys(self, ("Ctrl+S", self.finish))


def _secret(is_set: bool) -> InputLine:
    line = InputLine()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(_("已设，不改就空着") if is_set else _("没有设"))
    return line
