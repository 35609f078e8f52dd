"""导入: a file from elsewhere is looked at, matched, checked, and taken in whole or not at all."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.faults import FileFaultsError, ImportFault
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.preview import ImportPreview
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.catalog.import_faults import fault_panel, fault_table
from jxc_desktop.ui.catalog.import_options import ImportOptions
from jxc_desktop.ui.catalog.import_preview import ImportRows
from jxc_desktop.ui.catalog.import_side import ImportSide
from jxc_desktop.ui.catalog.import_start import ImportStart
from jxc_desktop.ui.catalog.import_words import dropped_file, encoding_word, file_hints, start_hints
from jxc_desktop.ui.catalog.import_work import (
    PAGE_OF,
    ImportAsked,
    Result,
    changes_nothing,
    outcome,
    summary,
    take_in,
    way_on,
)
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.file_choice import ask_file_to_read
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.side_panel import BesidePanel


class ImportPage(Page):
    """One file at a time.

    Attributes:
        line: what the last act came to. options: what the file holds and where. start: before there is a file.
        rows: its rows. side: what is recognised. faults: what is wrong.
    """

    key = "catalog.import"
    icon = "file-import"

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        shop = surroundings.shop
        self._imports = shop.imports
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._press = SecondPress(clock)
        self.seen: ImportPreview | None = None
        self._refused: FileFaultsError | None = None
        self._is_done = False
        self.options = ImportOptions(lambda: shop.today)
        self.rows, self.side, self.faults = ImportRows(), ImportSide(), fault_table()
        self._fault_panel = fault_panel(self.faults)
        self._header, self._hints = self._made_header(), HintLine()
        self.start = ImportStart(self._start_buttons())
        self._body = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_start()

    @override
    def title(self) -> str:
        return _("导入")

    @override
    def reload(self) -> None:
        """Read the file again: it may have been corrected meanwhile."""
        if self.seen is not None and not self._work.is_busy():
            self.read(self.seen.path)

    @override
    def focus_first(self) -> None:
        """The rows; without a file, what kind it will be."""
        (self.options.kinds if self.seen is None else self.rows.table).setFocus()

    @override
    def open_item(self, item: object) -> None:
        """Read a file, by its path; or wait for one of a kind."""
        if self._work.is_busy():
            return
        if isinstance(item, Path):
            self.read(item)
        elif isinstance(item, ImportKind):
            self._show_start()
            self.options.choose_kind(item)

    @override
    def take_scan(self, code: str) -> None:
        """Nothing is scanned here."""
        self.line.say(LineKind.WARNING, _("这里不用扫码：商品从文件来"))
        self.surroundings.sound.play(SoundKind.WARN)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc one step back."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._step_back()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is welcome."""
        if dropped_file(event) is not None and not self._work.is_busy():
            event.acceptProposedAction()
            self.start.place.show_over(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.place.show_over(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.start.place.show_over(False)
        path = dropped_file(event)
        if path is not None and not self._work.is_busy():
            event.acceptProposedAction()
            self.read(path)

    def ask_file(self) -> None:
        """Ask for the file."""
        if not self._work.is_busy():
            ask_file_to_read(self, _("导入{list}").format(list=self.options.word()), self.read)

    def read(self, path: Path) -> None:
        """Look into a file; nothing is taken in."""
        self._forget_check()
        kind, imports = self.options.kind(), self._imports
        words = _("正在读 {name}").format(name=path.name)
        self._work.start(words, lambda _task: imports.look(kind, path), self._show_file, self._say_unreadable)

    def go_on(self) -> None:
        """Check the file; pressed again when nothing is wrong, take it in."""
        if self._work.is_busy():
            return
        if self.seen is None:
            self.ask_file()
        elif self._press.is_asking():
            if self._press.is_yes("F9"):
                self._start(_("正在导入 {name}"), self._say_done, check_only=False)
        elif not self._say_missing(self.seen):
            self._start(_("正在检查 {name}"), self._say_checked, check_only=True)

    def save_template(self) -> None:
        """Ask where to, and write an empty file of the kind."""
        kind, imports = self.options.kind(), self._imports
        name = _("{list}模板").format(list=self.options.word())
        self._work.export(self, _("下载模板"), name, lambda path: imports.write_template(kind, path))

    def save_faults(self) -> None:
        """Ask where to, and write the file anew with what is wrong."""
        seen, refused, imports = self.seen, self._refused, self._imports
        if seen is not None and refused is not None:
            name = _("{name} 要改的").format(name=seen.path.stem)
            write = imports.write_faults
            self._work.export(self, _("存成表格"), name, lambda path: write(seen, refused, path))

    def _start(self, words: str, done: Callable[[Result], None], *, check_only: bool) -> None:
        seen, imports = self.seen, self._imports
        if seen is None:
            return
        if seen.form.kind is ImportKind.OPENING_STOCK and self.options.chosen_day() is None:
            self.options.day.setFocus()
            self.line.say(LineKind.DANGER, (bold(_("期初日期还没有写对")),))
            return
        asked = ImportAsked(seen, self.options.chosen_role(), self.options.chosen_day())
        self._show_faults(None)
        self._work.start(
            words.format(name=seen.path.name),
            lambda task: take_in(imports, asked, task.report, check_only=check_only),
            done,
            self._say_refused,
            can_stop=True,
        )

    def _show_file(self, seen: ImportPreview) -> None:
        is_new = self.seen is None
        self.seen = seen
        self._is_done = False
        self._show_faults(None)
        self._body.setCurrentIndex(1)
        self._show_seen()
        if is_new or not self.focusWidget():
            self.rows.table.setFocus()
        self._hints.show_hints(file_hints())

    def _show_seen(self) -> None:
        """The file as it would be read now."""
        seen = self.seen
        if seen is None:
            return
        self.rows.show_file(seen)
        self.side.show_file(seen)
        self.options.show_file(seen)
        stops = [*self.options.stops(), *self.rows.stops(), self.faults]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        facts = (seen.path.name, _("{count} 行").format(count=f"{len(seen.rows):,}"), encoding_word(seen.encoding))
        self._header.show_title(self.title(), " · ".join(filter(None, facts)))

    def _take_other(self, seen: ImportPreview) -> None:
        """The same file read in another way."""
        self._forget_check()
        self.seen = seen
        self._show_faults(None)
        self._show_seen()

    def _show_start(self) -> None:
        self.seen = None
        self._forget_check()
        self._show_faults(None)
        self.options.show_file(None)
        self.start.show_form(FORMS[self.options.kind()])
        self._header.show_title(self.title())
        self._body.setCurrentIndex(0)
        self._hints.show_hints(start_hints())

    def _on_kind(self) -> None:
        if self.seen is None:
            self._show_start()
        else:
            self.read(self.seen.path)

    def _forget_check(self) -> None:
        self._press.forget()
        self._is_done = False
        self.line.clear()

    def _say_missing(self, seen: ImportPreview) -> bool:
        """Say which fields no column is chosen for yet; False: none is missing."""
        if not seen.missing:
            return False
        names = _("、").join(seen.form.field(key).word() for key in seen.missing[:4])
        advice = plain(_("在表头上面的格子里选它们的列"))
        self.line.say(LineKind.DANGER, (bold(_("还没有选列：{names}").format(names=names)), advice))
        self.surroundings.sound.play(SoundKind.BAD)
        self.rows.strip.take_focus()
        return True

    def _say_checked(self, result: Result) -> None:
        if changes_nothing(result):
            self.line.say(LineKind.NEUTRAL, (bold(_("没有要改的")), plain(summary(result))))
            return
        self._press.is_yes("F9")
        keys = (KeyHint("F9", _("导入")), KeyHint("Esc", _("先不导")))
        self.line.say(LineKind.WARNING, (bold(_("可以导入")), plain(summary(result))), keys=keys)

    def _say_done(self, result: Result) -> None:
        self._is_done = True
        keys = (KeyHint("F7", way_on(self.options.kind())), KeyHint("Ctrl+O", _("再导一个")))
        self.line.say(LineKind.SUCCESS, (bold(_("已导入")), plain(outcome(result))), keys=keys)
        self.surroundings.sound.play(SoundKind.DONE)

    def _say_refused(self, words: Refusal, error: ShopError) -> None:
        keys: tuple[KeyHint, ...] = ()
        if isinstance(error, FileFaultsError):
            keys = (KeyHint("Enter", _("到那一格")), KeyHint("Ctrl+E", _("存成表格去改")))
            self._show_faults(error)
        self.line.say_refused(words, keys)
        self.surroundings.sound.play(SoundKind.BAD)

    def _say_unreadable(self, words: Refusal, _error: ShopError) -> None:
        self._show_start()
        self.line.say_refused(words)
        self.surroundings.sound.play(SoundKind.BAD)

    def _show_faults(self, refused: FileFaultsError | None) -> None:
        self._refused = refused
        faults = () if refused is None else refused.faults
        had_focus = self.faults.hasFocus()
        self.faults.show_rows(faults)
        self.rows.mark(faults)
        self._fault_panel.setVisible(bool(faults))
        self._save.setVisible(bool(faults))
        if faults:
            self.faults.choose(0)
            self.faults.setFocus()
        elif had_focus:
            self.focus_first()

    def _go_to(self, fault: ImportFault | None, *, takes_focus: bool = False) -> None:
        if fault is not None:
            self.rows.go_to(fault.row, fault.letter)
        if takes_focus:
            self.rows.table.setFocus()

    def _choose_sheet(self, name: str) -> None:
        if self.seen is not None:
            self._take_other(self.seen.on_sheet(name))

    def _choose_head_row(self, number: int) -> None:
        if self.seen is not None:
            self._take_other(self.seen.from_row(number))

    def _choose_field(self, place: int, key: str) -> None:
        if self.seen is not None:
            self._take_other(self.seen.with_field(place, key))

    def _show_taken_in(self) -> None:
        if self._is_done:
            self.surroundings.show_page(PAGE_OF[self.options.kind()], None)

    def _step_back(self) -> None:
        if self._work.stop():
            return
        if self._press.is_asking() or self.line.is_saying():
            self._forget_check()
        elif self._refused is not None:
            self._show_faults(None)
        elif self.seen is not None and self.rows.table.hasFocus():
            self._show_start()
        self.focus_first()

    def _start_buttons(self) -> tuple[KeyButton, KeyButton]:
        choose = KeyButton(_("选文件"), "Ctrl+O", ButtonKind.PRIMARY, icon="file-import")
        template = KeyButton(_("下载模板"), "F6", icon="download")
        choose.clicked.connect(self.ask_file)
        template.clicked.connect(self.save_template)
        return template, choose

    def _made_header(self) -> PageHeader:
        self._save = KeyButton(_("把有问题的行存成表格"), "Ctrl+E", icon="file-export")
        other = KeyButton(_("换个文件"), "Ctrl+O", icon="file-import")
        run = KeyButton(_("检查并导入"), "F9", ButtonKind.PRIMARY, icon="check")
        for button, act in ((self._save, self.save_faults), (other, self.ask_file), (run, self.go_on)):
            button.clicked.connect(act)
        self._of_file = (other, run)
        return PageHeader(self.title(), (self._save, other, run))

    def _lay_out(self) -> None:
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        inside.addWidget(self.rows, 1)
        inside.addWidget(self._fault_panel, 1)
        self._body.addWidget(self.start)
        self._body.addWidget(BesidePanel(whole, self.side))
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        for part in (self._header, self.options, self.line, self._progress):
            column.addWidget(part)
        column.addWidget(self._body, 1)
        column.addWidget(self._hints)
        self._body.currentChanged.connect(self._on_body)
        self._on_body(0)

    def _on_body(self, at: int) -> None:
        for button in self._of_file:  # without a file the place to drop one offers them itself
            button.setVisible(at == 1)

    def _connect(self) -> None:
        self.options.kind_chosen.connect(self._on_kind)
        self.options.sheet_chosen.connect(self._choose_sheet)
        self.options.head_row_chosen.connect(self._choose_head_row)
        self.options.changed.connect(self._forget_check)
        self.rows.strip.field_chosen.connect(self._choose_field)
        self.faults.row_chosen.connect(self._go_to)
        self.faults.opened.connect(lambda fault: self._go_to(fault, takes_focus=True))
        hear_keys(
            self,
            ("Ctrl+O", self.ask_file),
            ("Ctrl+E", self.save_faults),
            ("F6", self.save_template),
            ("F7", self._show_taken_in),
            ("F9", self.go_on),
        )
