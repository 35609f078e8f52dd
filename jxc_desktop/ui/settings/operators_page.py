"""操作员: who works here, what each may do, and how far."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.operators import OperatorRow
from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.settings.operator_dialog import OperatorDialog, OperatorEntry
from jxc_desktop.ui.settings.role_words import role_word
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel


class OperatorsPage(Page):
    """The list; nobody is ever deleted, as his documents carry his name.

    Attributes:
        table: everybody, in the order they came. line: what became of the last act. dialog: the open one.

    Signals:
        practice_wanted: somebody new shall try things first, in a shop that is none.
    """

    practice_wanted = Signal()

    key = "settings.operators"
    icon = "users"
    stale_on = frozenset({Change.PEOPLE})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._people = surroundings.shop.people
        self.line = NoticeLine()
        self.voice = PageVoice(self.line, surroundings.sound, wall_clock_ms)
        self.dialog: OperatorDialog | None = None
        self.table: Table[OperatorRow] = Table(TableModel(operator_columns(), tone_of=_tone, parent=self))
        self.table.opened.connect(self.edit)
        self._acts: dict[str, Callable[[], None]] = {"Ctrl+N": self.add, "F2": self._edit_chosen, "F6": self.switch}
        self._lay_out()
        self._offer_practice()

    @override
    def title(self) -> str:
        return _("操作员")

    @override
    def reload(self) -> None:
        """Everybody as he is now; the chosen one stays chosen."""
        place = max(self.table.currentIndex().row(), 0)
        perform(self._people.operator_list, partial(self._show, place), self.voice.refuse)

    @override
    def take_scan(self, code: str) -> None:
        """Nothing here has a barcode; that it was scanned is said."""
        self.voice.remark(_("这一页用不到扫码，{code} 没有算").format(code=code))

    @override
    def focus_first(self) -> None:
        self.table.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _name_of(event)
        if name in self._acts and not event.isAutoRepeat():
            self._acts[name]()
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_first()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Ctrl+N: somebody new."""
        self._open(None)

    def edit(self, row: OperatorRow) -> None:
        """Enter: everything about one."""
        self._open(row)

    def switch(self) -> None:
        """F6: he does not work here any more, or does again."""
        row = self.chosen()
        if row is None:
            return
        wanted = replace(row.details, is_active=not row.details.is_active)
        word = _("已启用") if wanted.is_active else _("已停用，不能再登录")
        perform(
            lambda: self._people.change_operator(row.id, wanted),
            lambda _done: self._on_written(word, wanted.name),
            self.voice.refuse,
        )

    def chosen(self) -> OperatorRow | None:
        """The row the cursor is on."""
        return self.table.current_row()

    def _edit_chosen(self) -> None:
        row = self.chosen()
        if row is not None:
            self._open(row)

    def _open(self, row: OperatorRow | None) -> None:
        dialog = self.dialog = OperatorDialog(self, row)
        dialog.filled_in.connect(lambda entry: self._write(dialog, row, entry))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _write(self, dialog: OperatorDialog, row: OperatorRow | None, entry: OperatorEntry) -> None:
        perform(
            partial(self._add, entry) if row is None else partial(self._change, row.id, entry),
            lambda _done: self._on_saved(dialog, entry.details.name.strip()),
            dialog.say_refused,
        )

    def _add(self, entry: OperatorEntry) -> None:
        one = entry.details
        self._people.add_operator(
            one.name, one.role, entry.password or "", entry.pin or "", one.lowest_discount, one.highest_refund
        )

    def _change(self, operator_id: int, entry: OperatorEntry) -> None:
        self._people.change_operator(operator_id, entry.details, entry.password, entry.pin)

    def _on_saved(self, dialog: OperatorDialog, name: str) -> None:
        dialog.accept()
        self._on_written(_("已保存"), name)

    def _on_written(self, fact: str, name: str) -> None:
        self.voice.report(fact, name)
        self.reload()

    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _show(self, place: int, rows: list[OperatorRow]) -> None:
        self.table.show_rows(rows)
        self.table.choose(min(place, len(rows) - 1))
        self._header.show_title(self.title(), _note(rows))

    def _offer_practice(self) -> None:
        """A real shop leads to one to practise in."""
        is_practice = self.surroundings.shop.settings.read(IS_PRACTICE) == "yes"
        self._practice.setVisible(not is_practice)
        if not is_practice:
            self._acts["F7"] = self.practice_wanted.emit

    def _lay_out(self) -> None:
        gap = look().px(12)
        add = KeyButton(_("加操作员"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        switch = KeyButton(_("停用 / 启用"), "F6", icon="lock")
        change = KeyButton(_("改"), "Enter", icon="pencil")
        for button, act in ((add, self.add), (switch, self.switch), (change, self._edit_chosen)):
            button.clicked.connect(act)
        self._practice = KeyButton(_("开练习店"), "F7", icon="school")
        self._practice.clicked.connect(self.practice_wanted)
        self._header = PageHeader(self.title(), (self._practice, switch, change, add))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look().px(16), gap, look().px(16), gap)
        whole.setSpacing(gap)
        whole.addWidget(self._header)
        whole.addWidget(TablePanel(self.table), 1)
        whole.addWidget(self.line)
        keys = (("↑ ↓", _("选")), ("Enter", _("改")), ("Ctrl+N", _("加操作员")), ("F6", _("停用 / 启用")))
        whole.addWidget(HintLine([KeyHint(key, word) for key, word in keys]))


def _note(rows: list[OperatorRow]) -> str:
    """What passwords are for; where they keep nobody out, that."""
    active = [row for row in rows if row.details.is_active]
    is_open = any(row.details.role is Role.OWNER and not row.has_password for row in active)
    if is_open and any(row.has_password for row in active):
        return _("老板还没有密码：谁都能当老板登录")
    return _("谁能登录、能做什么；设了密码，开机时就要登录")


def operator_columns() -> list[Column[OperatorRow]]:
    """What the list shows of everybody."""
    return [
        Column("name", _("姓名"), lambda row: row.details.name, Width.NAME, stretches=True),
        Column("role", _("角色"), lambda row: role_word(row.details.role), 8),
        Column(
            "password",
            _("密码"),
            lambda row: _("有") if row.has_password else _("没有"),
            6,
            tone=_muted_without("has_password"),
        ),
        Column(
            "pin", _("授权码"), lambda row: _("有") if row.has_pin else _("没有"), 7, tone=_muted_without("has_pin")
        ),
        Column("lowest_discount", _("最低折扣"), _lowest, 10, Align.RIGHT),
        Column("highest_refund", _("最多退款"), _highest, Width.AMOUNT, Align.RIGHT),
        Column("state", _("状态"), _state, Width.BADGE, badge=_badge),
    ]


def _lowest(row: OperatorRow) -> str:
    lowest = row.details.lowest_discount
    return _("不限") if lowest is None else f"{lowest}%"


def _highest(row: OperatorRow) -> str:
    highest = row.details.highest_refund
    return _("不限") if highest is None else money_text(highest)


def _state(row: OperatorRow) -> str:
    return _("在用") if row.details.is_active else _("停用")


def _badge(row: OperatorRow) -> Badge:
    if row.details.is_active:
        return Badge(_("在用"), "circle-check", Tone.SUCCESS)
    return Badge(_("停用"), "lock")


def _tone(row: OperatorRow) -> Tone:
    return Tone.TEXT if row.details.is_active else Tone.MUTED


def _muted_without(name: str) -> Callable[[OperatorRow], Tone]:
    return lambda row: Tone.TEXT if getattr(row, name) else Tone.MUTED


def _name_of(event: QKeyEvent) -> str:
    if event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return "Ctrl+N"
    return {Qt.Key.Key_F2: "F2", Qt.Key.Key_F6: "F6", Qt.Key.Key_F7: "F7"}.get(Qt.Key(event.key()), "")
