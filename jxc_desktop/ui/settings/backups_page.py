"""备份与恢复: the backups of both places, what each holds, and the two ways back to one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from jxc_desktop.models.values.backup_file import BackupContents, BackupFile, BackupMade, SecondPlace
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.settings.backup_rows import BackupRow, BackupState, backup_columns, made_words
from jxc_desktop.ui.widgets.document_words import moment_words
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.facts_panel import FactsPanel
from jxc_desktop.ui.widgets.file_choice import ask_folder
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel

OVER, BESIDE, NO_SECOND = "over", "beside", "no second place"


class BackupsPage(Page):
    """The list, newest first; each backup is read in the background.

    Attributes:
        table: one row per backup. line: what the last act came to. places: where backups go.

    Signals:
        leave_wanted: close the window and open this shop file; whether a backup lies ready to take its place.
    """

    key = "settings.backups"
    icon = "database"
    leave_wanted = Signal(object, bool)

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._backups = surroundings.shop.backups
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._voice = PageVoice(self.line, surroundings.sound, clock)
        self._second_press = SecondPress(clock)
        self._reading = Background(self)  # of its own: reading old files does not hold up a backup
        self._reading.failed.connect(surroundings.background.failed)
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._model: TableModel[BackupRow] = TableModel(backup_columns(), lambda row: row.file.path)
        self.table: Table[BackupRow] = Table(self._model, RowHeight.REPORT)
        self.places = FactsPanel()
        self._lay_out()
        self.table.row_chosen.connect(lambda _row: self._leave_question())

    @override
    def title(self) -> str:
        return _("备份与恢复")

    @override
    def reload(self) -> None:
        """Look into both places again."""
        perform(self._backups.second_place, self._show_places, self._voice.refuse)
        perform(self._backups.listed, self._show_files, self._voice.refuse)

    @override
    def focus_first(self) -> None:
        if not (self._panel.is_empty_shown() and self._empty.take_focus()):
            self.table.setFocus()

    @override
    def take_scan(self, code: str) -> None:
        """A scan means nothing here."""
        self._voice.remark(_("这里不用扫码"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys on the buttons."""
        act = self._acts().get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def back_up(self) -> None:
        """F9: a backup now."""
        self._leave_question()
        self._work.start(_("正在备份"), lambda _task: self._backups.make(), self._say_made)

    def check(self) -> None:
        """F3: read every page of the chosen backup."""
        row = self.table.current_row()
        if row is not None:
            path = row.file.path
            words = _("正在检查 {when} 的备份").format(when=made_words(row.file))
            self._work.start(words, lambda _task: self._backups.is_sound(path), partial(self._say_checked, path))

    def ask_second_place(self) -> None:
        """F2: where another copy of each backup goes."""
        self._leave_question()
        ask_folder(self, _("备份再放一份到哪里：U 盘、另一块盘"), self.choose_second_place)

    def choose_second_place(self, folder: Path) -> None:
        """Copies go there from now on, and the newest at once."""

        def choose(_task: object) -> BackupMade:
            self._backups.choose_second_place(folder)
            return self._backups.make()

        self._work.start(_("正在备份到第二处"), choose, self._say_made, self._refuse_place)

    def give_up_second_place(self) -> None:
        """F8, and once more: backups stay on this disk alone; the copies there are left alone."""
        if self._second_press.is_yes(NO_SECOND):
            self.line.clear()
            perform(lambda: self._backups.choose_second_place(None), lambda _none: self.reload(), self._voice.refuse)
            return
        words = (bold(_("不再放第二处")), plain(_("那里已有的备份不会删；这块盘坏了，备份就一起没了")))
        self._voice.ask(words, (KeyHint("F8", _("不再放")), KeyHint("Esc", _("照旧"))))

    def restore_beside(self) -> None:
        """F6, and once more: the backup becomes a shop file of its own, and is opened."""
        self._ask_restore(
            BESIDE, "F6", _("旁边另开 {when} 的店"), _("只是看看：现在的店不动，看完按 Alt+0 回来"), self._open_beside
        )

    def restore_over(self) -> None:
        """F7, and once more: back to the day of the backup."""
        words = _("以后的单要补录；现在的先备份一次，文件改名留着")
        self._ask_restore(OVER, "F7", _("整店换回 {when}"), words, self._prepare_over)

    def rows(self) -> list[BackupRow]:
        """What is listed."""
        return list(self._model.rows())

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F9: self.back_up,
            Qt.Key.Key_F2: self.ask_second_place,
            Qt.Key.Key_F3: self.check,
            Qt.Key.Key_F5: self.reload,
            Qt.Key.Key_F6: self.restore_beside,
            Qt.Key.Key_F7: self.restore_over,
            Qt.Key.Key_Escape: self._leave_question,
        }
        if self._no_second.isVisible():
            acts[Qt.Key.Key_F8] = self.give_up_second_place
        return acts

    def _ask_restore(self, key: str, cap: str, fact: str, what: str, act: Callable[[BackupRow], object]) -> None:
        row = self.table.current_row()
        if row is None or self._work.is_busy():
            return
        if row.state is BackupState.BAD:
            self._voice.remark(_("这一份不能用，选另一份"))
        elif self._second_press.is_yes(f"{key} {row.file.path}"):
            act(row)
        else:
            words = (bold(fact.format(when=made_words(row.file))), plain(what))
            self._voice.ask(words, (KeyHint(cap, _("恢复")), KeyHint("Esc", _("不恢复"))))

    def _open_beside(self, row: BackupRow) -> None:
        path = row.file.path
        self._work.start(
            _("正在恢复 {when} 的备份").format(when=made_words(row.file)),
            lambda _task: self._backups.restore_beside(path),
            lambda shop: self.leave_wanted.emit(shop, False),
        )

    def _prepare_over(self, row: BackupRow) -> None:
        path, shop = row.file.path, self.surroundings.shop.path
        self._work.start(
            _("正在恢复 {when} 的备份").format(when=made_words(row.file)),
            lambda _task: self._backups.prepare_restore(path),
            lambda _none: self.leave_wanted.emit(shop, True),
        )

    def _show_places(self, second: SecondPlace | None) -> None:
        here = self.surroundings.shop.path
        folder = here.with_name(f"{here.stem}-backups")
        facts = [(_("本机"), str(folder)), (_("第二处"), str(second.folder) if second else _("还没有选，按 F2"))]
        if second is not None:
            copied = moment_words(second.copied_at) if second.copied_at else _("还没有")
            facts.append(
                (_("上次到第二处"), copied if second.is_reachable else _("{moment}，现在没连上").format(moment=copied))
            )
        self.places.show_facts(facts)
        self._no_second.setVisible(second is not None)

    def _show_files(self, files: list[BackupFile]) -> None:
        known = {row.file: row for row in self._model.rows()}
        self.table.show_rows([known.get(file, BackupRow(file)) for file in files])
        self._panel.show_empty(not files)
        self.hints.show_hints(_hints() if files else [])
        for button in self._of_rows:
            button.setVisible(bool(files))
        if files and self.table.current_row() is None:
            self.table.choose(0)
        for row in self._model.rows():
            if row.state is BackupState.UNREAD:
                self._read(row.file.path)

    def _read(self, path: Path) -> None:
        self._reading.start(
            lambda _task: self._backups.look_into(path), partial(self._show_held, path), partial(self._show_bad, path)
        )

    def _show_held(self, path: Path, held: BackupContents) -> None:
        self._change(path, BackupState.READABLE, held)

    def _show_bad(self, path: Path, said: Refusal, _error: ShopError) -> None:
        self._change(path, BackupState.BAD, fault=said.fact)

    def _change(self, path: Path, state: BackupState, held: BackupContents | None = None, fault: str = "") -> None:
        for number, row in enumerate(self._model.rows()):
            if row.file.path == path:
                self._model.change_row(number, replace(row, state=state, held=held or row.held, fault=fault))

    def _say_checked(self, path: Path, is_sound: bool) -> None:
        self._change(path, BackupState.SOUND if is_sound else BackupState.BAD)
        if is_sound:
            self._voice.report(_("这一份完好"), path.name)
        else:
            self._voice.refuse(Refusal(_("这一份读不全，不能用"), _("它所在的盘可能坏了，换一份")))

    def _say_made(self, made: BackupMade) -> None:
        self.reload()
        if made.is_second_missing:
            self.line.say(LineKind.WARNING, (bold(_("已备份，第二处没连上")), plain(_("插上 U 盘再按 F9"))))
        else:
            where = made.second or made.path
            self._voice.report(_("已备份"), str(where.parent))

    def _refuse_place(self, said: Refusal, _error: ShopError) -> None:
        self._voice.refuse(Refusal(_("这个文件夹放不了备份"), said.fact))
        self.reload()

    def _leave_question(self) -> None:
        if self._second_press.is_asking():
            self._second_press.forget()
            self.line.clear()

    def _lay_out(self) -> None:
        beside = self._button(_("旁边另开"), "F6", self.restore_beside, icon="copy")
        over = self._button(_("整店换回"), "F7", self.restore_over, ButtonKind.DANGER, "history")
        second = self._button(_("选第二处"), "F2", self.ask_second_place, icon="folder-open")
        self._no_second = self._button(_("不放第二处"), "F8", self.give_up_second_place)
        now = self._button(_("现在备份"), "F9", self.back_up, ButtonKind.PRIMARY, "device-floppy")
        self._of_rows = (beside, over, now)
        header = PageHeader(self.title(), (over, beside, self._no_second, second, now))
        begin = self._button(_("现在备份"), "F9", self.back_up, ButtonKind.PRIMARY, "device-floppy")
        when = _("关窗口时会自动备份；也可以按 F9 现在就备份一次")
        self._empty = EmptyPage("database", _("还没有备份"), when, (begin,))
        self._panel = TablePanel(self.table, empty=self._empty)
        self.hints = HintLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(8))
        column.setSpacing(look().px(12))
        for part in (header, self.line, self._progress, self.places):
            column.addWidget(part)
        column.addWidget(self._panel, 1)
        column.addWidget(self.hints)

    def _button(
        self,
        words: str,
        key: str,
        act: Callable[[], None],
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: str = "",
    ) -> KeyButton:
        button = KeyButton(words, key, kind, icon=icon)
        button.clicked.connect(act)
        return button


def _hints() -> list[KeyHint]:
    return [
        KeyHint("↑ ↓", _("选备份")),
        KeyHint("F3", _("逐页检查这一份")),
        KeyHint("F6", _("另开成一家店看看")),
        KeyHint("F7", _("整店换回那一天")),
        KeyHint("F5", _("刷新")),
    ]
