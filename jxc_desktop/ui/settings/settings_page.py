"""A page of settings: each counts as soon as its field is left, and the line says so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.people.settings import Choice
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import REASONS, Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.settings.setting_editor import SettingEditor
from jxc_desktop.ui.settings.setting_row import How, SettingPlan
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.scrolled import scrolled

MOST_IN_COLUMN = 5


class SettingsPage(Page):
    """The settings of one plan, with what shows their effect beside them.

    Attributes:
        editors: one for each setting, from the top. line: what became of the last change.
    """

    stale_on = frozenset({Change.SETTINGS})

    def __init__(self, surroundings: Surroundings, plan: SettingPlan, beside: QWidget | None = None) -> None:
        super().__init__(surroundings)
        self.plan = plan
        self.key, self.icon = plan.key, plan.icon
        self.line = NoticeLine()
        self.voice = PageVoice(self.line, surroundings.sound, wall_clock_ms)
        self.editors = [SettingEditor(row, lambda: surroundings.shop.today) for row in plan.rows]
        for editor in self.editors:
            editor.wanted.connect(partial(self._change, editor))
        surroundings.pc.changed.connect(self._on_pc_changed)
        self._lay_out(beside)
        hear_keys(self, ("Ctrl+S", self.save))
        self.reload()

    @override
    def title(self) -> str:
        return self.plan.title()

    @override
    def reload(self) -> None:
        """What is chosen now; what is being typed stays."""
        for editor in self.editors:
            if editor.shown is None or editor.value() == editor.shown:
                perform(partial(self._chosen, editor), editor.show_value, self.voice.refuse)

    @override
    def take_scan(self, code: str) -> None:
        """Nothing here has a barcode; that it was scanned is said."""
        self.voice.remark(_("这一页用不到扫码，{code} 没有算").format(code=code))

    @override
    def focus_first(self) -> None:
        self.editors[0].editor.setFocus()

    @override
    def may_leave(self) -> bool:
        """What was typed counts when one leaves; what cannot be stays, and its field says why."""
        self.save()
        return not any(editor.fault() for editor in self.editors)

    def save(self) -> None:
        """Ctrl+S: take what is being typed, as if its field were left."""
        for editor in self.editors:
            self._change(editor, editor.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next field; Esc takes back what is being typed, then leads to the first one."""
        if event.key() in ENTERS:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _chosen(self, editor: SettingEditor) -> str:
        choice = editor.row.choice
        return (
            self.surroundings.shop.settings.read(choice)
            if isinstance(choice, Choice)
            else self.surroundings.pc.read(choice)
        )

    def _change(self, editor: SettingEditor, value: str) -> None:
        if value == editor.shown:
            editor.say_fault("")
            return
        perform(
            partial(self._write, editor, value),
            lambda _done: self._on_changed(editor, value),
            lambda words, error: self._on_refused(editor, words, error),
        )

    def _write(self, editor: SettingEditor, value: str) -> None:
        choice = editor.row.choice
        if isinstance(choice, Choice):
            self.surroundings.shop.settings.change(choice, value)
            return
        try:
            self.surroundings.pc.change(choice, value)
        except ValueError as error:
            raise InvalidInputError(choice.key, "not_an_option") from error

    def _on_pc_changed(self, _choice: object) -> None:
        self.reload()

    def _on_changed(self, editor: SettingEditor, value: str) -> None:
        editor.say_fault("")
        row, editor.shown = editor.row, value
        shown = next((option.word() for option in row.options if option.value == value), value)
        lines = shown.splitlines() or [_("空着")]
        self.voice.report(_("已保存"), _("{setting}：{value}").format(setting=row.word(), value=lines[0]))

    def _on_refused(self, editor: SettingEditor, words: Refusal, error: ShopError) -> None:
        own = editor.row.fault()
        if isinstance(error, InvalidInputError):
            reason = REASONS[error.reason]() if error.reason in REASONS else words.fact
            editor.say_fault(own or reason)
            words = Refusal(_("{field}：{reason}").format(field=editor.row.word(), reason=own or reason))
        self.voice.refuse(words)

    def _step_back(self) -> None:
        """Back to what was chosen before; then to the first field."""
        for editor in self.editors:
            if editor.shown is not None and editor.value() != editor.shown:
                editor.show_value(editor.shown)
                return
        self.focus_first()

    def _lay_out(self, beside: QWidget | None) -> None:
        gap = look().px(12)
        header = PageHeader()
        whose = _("{whose}；改好一项、离开那一格就算数").format(whose=self.plan.belongs_to())
        header.show_title(self.plan.title(), whose)
        middle = QHBoxLayout()
        middle.setSpacing(look().px(14))
        for part, stretch in self._parts(beside):
            middle.addWidget(part, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look().px(16), gap, look().px(16), gap)
        whole.setSpacing(gap)
        whole.addWidget(header)
        whole.addLayout(middle, 1)
        whole.addWidget(self.line)
        whole.addWidget(HintLine(self._hints()))

    def _hints(self) -> list[KeyHint]:
        """What the keys do here."""
        choosing = [KeyHint("← →", _("换一个"))] if any(row.how is How.OPTIONS for row in self.plan.rows) else []
        keys = (("Enter", _("下一项")), ("Ctrl+S", _("存下正在改的")), ("Esc", _("这一格不改")))
        return [*choosing, *(KeyHint(key, word) for key, word in keys)]

    def _parts(self, beside: QWidget | None) -> list[tuple[QWidget, int]]:
        """The settings, and what shows their effect; many without that stand in two columns."""
        if beside is not None:
            return [(_column(self.editors), 11), (beside, 12)]
        if len(self.editors) <= MOST_IN_COLUMN:
            return [(_column(self.editors), 1), (QWidget(), 1)]
        half = (len(self.editors) + 1) // 2
        return [(_column(self.editors[:half]), 1), (_column(self.editors[half:]), 1)]


def _column(editors: Sequence[SettingEditor]) -> QScrollArea:
    """Settings in a panel; with large writing on a low screen they can be scrolled."""
    panel = Panel()
    rows = QVBoxLayout(panel)
    rows.setContentsMargins(0, look().px(6), 0, look().px(6))
    rows.setSpacing(0)
    for editor in editors:
        rows.addWidget(editor)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    column.addStretch(1)
    return scrolled(inside)
