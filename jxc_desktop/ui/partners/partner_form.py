"""往来单位: everything a shop writes down about a supplier or customer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.partners.partner import LONGEST, PartnerDetails
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import REASONS, Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.field import Field, fields_in_row
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.scrolled import scrolled
from jxc_desktop.ui.widgets.second_press import SecondPress

MOST_WIDE = 760
NEW = PartnerDetails(name="", is_supplier=True)


class PartnerForm(QWidget):
    """The form of one partner, new or known.

    Attributes:
        line: what the last act came to. fields: by the names of ``PartnerDetails``.

    Signals:
        left: back to the list. saved: the key of a partner that was written down.
    """

    left = Signal()
    saved = Signal(int)

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__()
        self._partners, self._sound = surroundings.shop.partners, surroundings.sound
        self._press = SecondPress(clock)
        self._details = NEW
        words = {
            "name": _("名称"),
            "contact": _("联系人"),
            "phone": _("电话"),
            "address": _("地址"),
            "tax_number": _("税号"),
            "note": _("备注"),
        }
        self.fields = {name: Field(word, InputLine(), name == "name") for name, word in words.items()}
        self.supplier, self.customer = QCheckBox(_("供应商")), QCheckBox(_("客户"))
        self.stopped = QCheckBox(_("停用（不再来往）"))
        self.line, self.header = NoticeLine(), self._made_header()
        self._lay_out()
        self._connect()

    def show_partner(self, details: PartnerDetails) -> None:
        """A known partner, or a new one."""
        self._details = details
        self._press.forget()
        self.line.clear()
        for name in self.fields:
            self.input(name).setText(str(getattr(details, name)))
            self.fields[name].set_fault("")
        ticks = (self.supplier, details.is_supplier), (self.customer, details.is_customer)
        for tick, is_on in (*ticks, (self.stopped, not details.is_active)):
            tick.setChecked(is_on)
        self._show_title()
        self.input("name").setFocus()

    def input(self, name: str) -> InputLine:
        """The line of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, InputLine)
        return editor

    def partner_id(self) -> int | None:
        """The partner that is shown; None for a new one."""
        return self._details.id

    def changes(self) -> int:
        """In how many places something was typed that is not saved."""
        now, before = self._written(), self._details
        names = (*LONGEST, "is_supplier", "is_customer", "is_active")
        return sum(getattr(now, name) != getattr(before, name) for name in names)

    def save(self) -> None:
        """Write the partner down; where something is wrong, say what."""
        self._press.forget()
        for field in self.fields.values():
            field.set_fault("")
        written = self._written()
        perform(lambda: self._partners.save_partner(written), self._on_saved, self._on_not_saved)

    def leave(self) -> None:
        """Back to the list; typed work is asked about first, Esc again throws it away."""
        if self.changes() and not self._press.is_yes("Esc"):
            self.say_unsaved(_("再按一次，不保存"))
            return
        self._press.forget()
        self.line.clear()
        self.left.emit()

    def say_unsaved(self, way_out: str = "") -> None:
        """What was typed stays, and Esc asks before it is thrown away."""
        words = bold(_("改了 {count} 处，没保存").format(count=self.changes()))
        keys = (KeyHint("Ctrl+S", _("保存")), KeyHint("Esc", way_out or _("不保存")))
        self.line.say(LineKind.WARNING, (words,), keys=keys)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next field; Esc one step back."""
        if event.key() in ENTERS:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.leave()
        else:
            super().keyPressEvent(event)

    def _written(self) -> PartnerDetails:
        texts: dict[str, Any] = {name: self.input(name).text().strip() for name in self.fields}
        return replace(
            self._details,
            is_supplier=self.supplier.isChecked(),
            is_customer=self.customer.isChecked(),
            is_active=not self.stopped.isChecked(),
            **texts,
        )

    def _on_saved(self, key: int) -> None:
        self.show_partner(replace(self._written(), id=key))
        self.line.say(LineKind.SUCCESS, (bold(_("已保存")), plain(self._details.name)))
        self._sound.play(SoundKind.DONE)
        self.saved.emit(key)

    def _on_not_saved(self, words: Refusal, error: ShopError) -> None:
        if isinstance(error, InvalidInputError) and error.field in self.fields:
            self.fields[error.field].set_fault(REASONS[error.reason]() if error.reason in REASONS else words.fact)
            self.input(error.field).setFocus()
        elif isinstance(error, InvalidInputError):
            self.supplier.setFocus()
        self.line.say_refused(words)
        self._sound.play(SoundKind.BAD)

    def _on_typed(self) -> None:
        if self._press.is_asking():  # whoever types on did not mean to leave
            self._press.forget()
            self.line.clear()
        self._show_title()

    def _show_title(self) -> None:
        details, changes = self._details, self.changes()
        title = _("新往来单位") if details.id is None else _("往来单位　{name}").format(name=details.name)
        word = _("改了 {count} 处，没保存").format(count=changes)
        self.header.show_title(title, badge=Badge(word, "pencil") if changes else None)

    def _made_header(self) -> PageHeader:
        save = KeyButton(_("保存"), "Ctrl+S", ButtonKind.PRIMARY, icon="device-floppy")
        save.clicked.connect(self.save)
        header = PageHeader(has_back=True, buttons=(save,))
        header.back.connect(self.leave)
        return header

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(look().px(24))
        for tick in (self.supplier, self.customer, self.stopped):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        panel = Panel()
        panel.setMaximumWidth(look().px(MOST_WIDE))
        inside = QVBoxLayout(panel)
        inset = look().px(20)
        inside.setContentsMargins(inset, look().px(16), inset, look().px(16))
        inside.setSpacing(look().px(12))
        inside.addWidget(self.fields["name"])
        inside.addLayout(ticks)
        for names in (("contact", "phone"), ("address",), ("tax_number",), ("note",)):
            inside.addLayout(fields_in_row(*((self.fields[name], 1) for name in names)))
        page_inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(page_inset, gap, page_inset, look().px(8))
        column.setSpacing(gap)
        for part in (self.header, self.line):
            column.addWidget(part)
        column.addWidget(scrolled(_at_top(panel)), 1)
        column.addWidget(HintLine(_hints()))

    def _connect(self) -> None:
        hear_keys(self, ("Ctrl+S", self.save))
        for name in self.fields:
            self.input(name).textChanged.connect(self._on_typed)
        for tick in (self.supplier, self.customer, self.stopped):
            tick.toggled.connect(self._on_typed)


def _at_top(panel: Panel) -> QWidget:
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    column.addStretch(1)
    return room


def _hints() -> Sequence[KeyHint]:
    return [
        KeyHint("Enter", _("下一格")),
        KeyHint("Space", _("勾选")),
        KeyHint("Ctrl+S", _("保存")),
        KeyHint("Esc", _("回到列表")),
    ]
