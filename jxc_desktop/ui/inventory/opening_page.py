"""期初库存: what the shop had when it began with this program; the list, one document, or the form of a new one."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.inventory.opening_list import OpeningRow, StoredOpening
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.inventory.opening_columns import list_columns, opening_badge
from jxc_desktop.ui.inventory.opening_document import OpeningDocument, undo_of
from jxc_desktop.ui.inventory.opening_form import OpeningForm
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.reversal import Reversal
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_panel import TablePanel

AT_ONCE = 200


class Mode(IntEnum):
    """What fills the page."""

    LIST = 0
    DOCUMENT = 1
    FORM = 2


class OpeningPage(Page):
    """The documents of opening stock.

    Attributes:
        line: what the last act came to. table: the list. document: the opened one. form: the one being typed.
    """

    key = "inventory.opening"
    icon = "inbox"
    stale_on = frozenset({Change.STOCK, Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._inventory = surroundings.shop.inventory
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._may_import = surroundings.shop.may("imports.opening_stock")
        self._model: PagedModel[OpeningRow] = PagedModel(list_columns(), lambda row: row.document_id)
        self.table: Table[OpeningRow] = Table(self._model)
        self._panel = TablePanel(self.table, empty=self._empty())
        self.document, self.form = OpeningDocument(), OpeningForm(self, clock)
        voice = PageVoice(self.line, surroundings.sound, clock)
        undo = self._inventory.reverse
        self._reversal = Reversal(voice, surroundings.shop, "inventory.reverse", undo, self._on_reversed)
        self._headers, self._body = QStackedWidget(), QStackedWidget()
        self.hints = HintLine()
        self._lay_out()
        self._connect()
        self._show_mode(Mode.LIST)

    @staticmethod
    @override
    def title() -> str:
        return _("期初库存")

    @override
    def reload(self) -> None:
        """Read list and document again; a form that is being typed stays as it is."""
        perform(lambda: self._inventory.opening_stock_list(0, AT_ONCE), self._show_rows, self._refuse)
        if self.mode() is Mode.DOCUMENT and self.document.shown is not None:
            self._open(self.document.shown.row.document_id)

    @override
    def focus_first(self) -> None:
        """The scan field of the form, or the rows."""
        if self.mode() is Mode.FORM:
            self.form.field.setFocus()
        else:
            (self.document.table if self.mode() is Mode.DOCUMENT else self.table).setFocus()

    @override
    def open_item(self, item: object) -> None:
        """Open the document with this key; None: the list."""
        if not self.may_leave():
            return
        if isinstance(item, int):
            self._open(item)
        else:
            self._show_mode(Mode.LIST)

    @override
    def take_scan(self, code: str) -> None:
        """In the form one more of a product; elsewhere a scan says what to do first."""
        if self.mode() is Mode.FORM:
            self.form.take_scan(code)
        elif not self._reversal.is_asking():
            words = _("先按 Ctrl+N 新建，再扫商品")
            self.line.say(LineKind.WARNING, words, keys=(KeyHint("Ctrl+N", _("新建")),))

    @override
    def may_leave(self) -> bool:
        """Lines that are not posted are not thrown away."""
        is_typing = self.mode() is Mode.FORM and self.form.has_entries()
        if is_typing:
            words = bold(_("期初还没有过账，先按两次 F9 过账，或按两次 Esc 放弃"))
            self.form.line.say(LineKind.WARNING, (words,))
        return not is_typing

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of what fills the page."""
        act = None if event.isAutoRepeat() else self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def mode(self) -> Mode:
        """What fills the page."""
        return Mode(self._body.currentIndex())

    def new(self) -> None:
        """The form of a new document."""
        self._show_mode(Mode.FORM)
        self.form.begin()

    def export(self) -> None:
        """Ask where to, and write the list."""
        inventory, name = self._inventory, _("期初库存 {day}").format(day=self.surroundings.shop.today)
        if self.mode() is Mode.LIST and self._model.rowCount():
            self._work.export(self, _("导出期初库存"), name, inventory.export_opening_stock)

    def bring_in(self) -> None:
        """On to the page that takes files in."""
        if self._may_import:
            self.surroundings.show_page("catalog.import", ImportKind.OPENING_STOCK)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            return self._step_back
        if self.mode() is Mode.LIST and has_control:
            return {Qt.Key.Key_N: self.new, Qt.Key.Key_O: self.bring_in, Qt.Key.Key_E: self.export}.get(key)
        if self.mode() is Mode.DOCUMENT and key is Qt.Key.Key_F7:
            return self._reverse
        return None

    def _empty(self) -> EmptyPage:
        new = KeyButton(_("新建期初"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        new.clicked.connect(self.new)
        when = _("开始用的那天，店里有多少货、值多少钱，写在这里；以后多了少了用盘点")
        return EmptyPage("inbox", _("还没有期初库存"), when, (*self._import_buttons(), new))

    def _lay_out(self) -> None:
        for header in (self._list_header(), self._document_header(), self._form_header()):
            self._headers.addWidget(header)
        for part in (self._panel, self.document, self.form):
            self._body.addWidget(part)
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        self._headers.setFixedHeight(self._headers.sizeHint().height())
        for widget in (self._headers, self.line, self._progress):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        column.addWidget(self.hints)

    def _import_buttons(self) -> tuple[KeyButton, ...]:
        if not self._may_import:
            return ()
        bring_in = KeyButton(_("从文件导入"), "Ctrl+O", icon="file-import")
        bring_in.clicked.connect(self.bring_in)
        return (bring_in,)

    def _list_header(self) -> PageHeader:
        new = KeyButton(_("新建期初"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        new.clicked.connect(self.new)
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        export.clicked.connect(self.export)
        self._of_list = (*self._import_buttons(), export, new)
        return PageHeader(self.title(), self._of_list)

    def _document_header(self) -> PageHeader:
        self._undo = KeyButton(_("红冲"), "F7", ButtonKind.DANGER, icon="arrow-back-up")
        self._undo.clicked.connect(self._reverse)
        self._document_head = PageHeader(buttons=(self._undo,), has_back=True)
        self._document_head.back.connect(self._step_back)
        return self._document_head

    def _form_header(self) -> PageHeader:
        post = KeyButton(_("过账"), "F9", ButtonKind.PRIMARY, icon="circle-check")
        post.clicked.connect(self.form.sum_up_or_post)
        header = PageHeader(_("新建期初库存"), (post,), has_back=True)
        header.back.connect(self._step_back)
        return header

    def _connect(self) -> None:
        self.table.opened.connect(lambda row: self._open(row.document_id))
        self._model.wants_more.connect(self._read_more)
        self.form.posted.connect(self._on_posted)
        self.form.left.connect(lambda: self._show_mode(Mode.LIST))
        self.line.answered.connect(lambda _text: self._reversal.remind())
        self.line.entry_left.connect(self._leave_reversal)

    def _show_rows(self, rows: list[OpeningRow]) -> None:
        kept = self.table.current_row()
        self._model.show_first(rows, len(rows) >= AT_ONCE)
        self._panel.show_empty(not rows)
        for button in self._of_list:  # an empty list offers them itself
            button.setVisible(bool(rows))
        if rows:
            keys = [row.document_id for row in rows]
            self.table.choose(keys.index(kept.document_id) if kept and kept.document_id in keys else 0)

    def _read_more(self, offset: int) -> None:
        perform(
            lambda: self._inventory.opening_stock_list(offset, AT_ONCE),
            lambda rows: self._model.add_rows(rows, len(rows) >= AT_ONCE),
            self._refuse,
        )

    def _open(self, document_id: int) -> None:
        perform(lambda: self._inventory.opening_stock(document_id), self._show_document, self._refuse)

    def _show_document(self, document: StoredOpening) -> None:
        self.document.show_document(document)
        row = document.row
        self._document_head.show_title(_("期初　{number}").format(number=row.number), badge=opening_badge(row))
        self._undo.setVisible(self._reversal.is_allowed() and not row.is_mirror and not document.reversed_by)
        if self.mode() is not Mode.DOCUMENT:
            self._show_mode(Mode.DOCUMENT)
        self.item_shown.emit(row.document_id)

    def _show_mode(self, mode: Mode) -> None:
        if self._reversal.is_asking():
            self._reversal.leave()
        self.line.clear()
        self._headers.setCurrentIndex(mode)
        self._body.setCurrentIndex(mode)
        self.hints.show_hints(_hints(mode))
        self.focus_first()
        if mode is Mode.LIST:
            self.item_shown.emit(None)

    def _step_back(self) -> None:
        if self.mode() is Mode.FORM:
            self.form.step_back()
        elif self._reversal.is_asking():
            self._leave_reversal()
        elif self.mode() is Mode.DOCUMENT:
            self._show_mode(Mode.LIST)
        else:
            self.line.clear()

    def _reverse(self) -> None:
        if self.document.shown is not None:
            self._reversal.press(self.document.shown.row.document_id, undo_of(self.document.shown))

    def _leave_reversal(self) -> None:
        self._reversal.leave()
        self.document.table.setFocus()

    def _on_reversed(self, mirror: int) -> None:
        shown = self.document.shown
        self.reload()
        self.document.table.setFocus()
        if shown is not None:
            perform(
                lambda: self._inventory.opening_stock(mirror).row.number,
                lambda number: self._say_reversed(shown.row.number, number),
                lambda refusal, _error: self.line.say_refused(refusal),
            )

    def _say_reversed(self, undone: str, mirror: str) -> None:
        words = (bold(_("已红冲 {number}").format(number=undone)), plain(_("红冲单 {number}").format(number=mirror)))
        self.line.say(LineKind.SUCCESS, words)

    def _on_posted(self, document_id: int) -> None:
        self.reload()
        self._open(document_id)
        shown = self.document.shown
        if shown is not None:
            self.line.say(LineKind.SUCCESS, (bold(_("已过账 {number}").format(number=shown.row.number)),))

    def _refuse(self, words: Refusal, _error: ShopError) -> None:
        self.line.say_refused(words)


def _hints(mode: Mode) -> list[KeyHint]:
    if mode is Mode.FORM:
        return [
            KeyHint("↑ ↓", _("选行")),
            KeyHint("F3", _("数量")),
            KeyHint("F4", _("成本单价")),
            KeyHint("F6", _("金额")),
            KeyHint("Delete", _("去掉这一行")),
            KeyHint("Esc", _("不录了")),
        ]
    if mode is Mode.DOCUMENT:
        return [KeyHint("↑ ↓", _("选行")), KeyHint("Ctrl+C", _("复制到表格")), KeyHint("Esc", _("回到列表"))]
    return [KeyHint("↑ ↓", _("选单")), KeyHint("Enter", _("打开")), KeyHint("F5", _("刷新"))]
