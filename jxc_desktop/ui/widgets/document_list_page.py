"""A page of documents: the list, one of them, or the form of a return. Sales and purchases are such pages."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.document_desk import DocumentDesk
from jxc_desktop.ui.widgets.document_header import DocumentHeader
from jxc_desktop.ui.widgets.document_keys import Mode, hints_of, key_name
from jxc_desktop.ui.widgets.document_list import DocumentList, Row
from jxc_desktop.ui.widgets.document_view import DocumentSheet, DocumentView, Line
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.line_questions import LineQuestions
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.return_form import ReturnDesk, ReturnForm
from jxc_desktop.ui.widgets.reversal import Reversal
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms

WALKS = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}


class DocumentListPage(Page, Generic[Row, Line]):
    """The list, one document, or the form of a return: one of them fills the page.

    Attributes:
        line: what the last act came to. list: the list. document: the opened one. form: the return, None before one.
        acts: what each key does; the desk's own are added to them. questions: what can be asked
            in the line. work: what runs behind the page.
    """

    def __init__(
        self, surroundings: Surroundings, desk: DocumentDesk[Row, Line], clock: Callable[[], int] = wall_clock_ms
    ) -> None:
        super().__init__(surroundings)
        self._desk = desk
        self._mode = Mode.LIST
        self._path: list[int] = []
        self.line, self._progress = NoticeLine(), ProgressLine()
        self.work = FileWork(surroundings.background, self.line, self._progress)
        self.voice = PageVoice(self.line, surroundings.sound, clock)
        self.list: DocumentList[Row] = DocumentList(surroundings, desk.listing())
        self.document: DocumentView[Line] = DocumentView(desk.line_columns(), desk.sections())
        self.form: ReturnForm | None = None
        self.header = DocumentHeader(*desk.buttons())
        self.hints = HintLine()
        shop = surroundings.shop
        self._reversal = Reversal(self.voice, shop, desk.reverse_call, desk.reverse, self._on_reversed)
        self.questions = LineQuestions(self._reversal)
        self.acts: dict[str, Callable[[], object]] = {
            "Ctrl+F": self._find,
            "F5": self.reload,
            "F6": self._take_everything,
            "F7": self._reverse,
            "F8": self._begin_return,
            "F9": self._go_on,
            "Esc": self._back,
        }
        self._lay_out()
        self._connect()
        self._show_mode(Mode.LIST)

    @override
    def reload(self) -> None:
        """Read list and document again; a return that is being typed stays as it is."""
        self.list.reload()
        if self._mode is Mode.DOCUMENT and self._path:
            self._read_document(self._path[-1])

    @override
    def focus_first(self) -> None:
        """The rows of what is shown."""
        if self._mode is Mode.LIST:
            self.list.focus_rows()
        else:
            self._table().setFocus()

    @override
    def open_item(self, item: object) -> None:
        """Open the document with this key; a text: what holds it, of all days; a day: its documents; None: the list."""
        if self._refuses_to_leave_form():
            return
        self._leave_question()
        if isinstance(item, int):
            self._path = [item]
            self._read_document(item)
            return
        self._show_list()
        if isinstance(item, str):
            self.list.filters.find_text(item)
        elif isinstance(item, date):
            self.list.filters.show_day(item)

    @override
    def may_leave(self) -> bool:
        """A return that is not posted yet is not thrown away."""
        return not self._refuses_to_leave_form()

    @override
    def take_scan(self, code: str) -> None:
        """A number opens its document; goods narrow the list, or go back where a return is being typed."""
        if not self.questions.remind():
            perform(lambda: self._read_scan(code), lambda act: act(), self.voice.refuse)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def mode(self) -> Mode:
        """What fills the page."""
        return self._mode

    def reload_document(self) -> None:
        """Read the open document again, and go back to its lines."""
        self._read_document(self._path[-1])
        self._table().setFocus()

    def _lay_out(self) -> None:
        self._body = QStackedLayout()
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        for part in (self.header, self.line, self._progress):
            column.addWidget(part)
        column.addLayout(self._body, 1)
        # Only now: what lies in a stack that lies nowhere yet is shown as a window of its own, and takes the focus.
        self._body.addWidget(self.list)
        self._body.addWidget(self.document)
        column.addWidget(self.hints)

    def _connect(self) -> None:
        self.header.back.connect(self._back)
        self.header.pressed.connect(self._act)
        self.list.opened.connect(lambda row: self.open_item(row.document_id))
        self.list.refused.connect(lambda refusal: self.voice.refuse(refusal))
        self.list.loaded.connect(self._on_loaded)
        self.list.filters.changed.connect(self._say_title)
        self.list.filters.refused.connect(lambda words: self.voice.remark(words))
        self.document.wanted.connect(self._go_on_to)
        self.line.answered.connect(lambda text: self.questions.answer(text))
        self.line.entry_left.connect(self._leave_question)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        name, asked = key_name(event), self.questions.key()
        if asked and name != asked:
            return False
        if self._mode is Mode.RETURN and self.form is not None:
            return self.form.press(event)
        if name in self.acts:
            if not event.isAutoRepeat():
                self._act(name)
            return True
        return self._press_in_list(event, name) if self._mode is Mode.LIST else False

    def _press_in_list(self, event: QKeyEvent, name: str) -> bool:
        """The keys of the list alone; letters and digits go to the search."""
        if event.key() in WALKS:
            self.list.walk_days(WALKS[event.key()])
            return True
        return not name and self.list.filters.search.take_typed(event)

    def _act(self, name: str) -> None:
        self.acts[name]()

    def _leave_question(self) -> None:
        if self.questions.leave():
            self._table().setFocus()

    def _take_everything(self) -> None:
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.take_everything()

    def _go_on(self) -> None:
        """F9 is the next thing: post the return, or make the first document where there is none."""
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.sum_up_or_post()
        elif self._mode is Mode.LIST and self.list.is_empty():
            self._desk.begin_first()

    def _find(self) -> None:
        if self._mode is Mode.LIST:
            self.list.filters.search.take_focus()

    def _table(self) -> QWidget:
        if self._mode is Mode.RETURN and self.form is not None:
            return self.form.table
        return self.document.table if self._mode is Mode.DOCUMENT else self.list.table

    def _on_loaded(self) -> None:
        self._say_title()
        if self._mode is Mode.LIST:
            self._offer()

    def _read_scan(self, code: str) -> Callable[[], None]:
        """What the scan asks for."""
        plain = clean_scan(code).code
        document = self._desk.key_of_number(plain) or self._desk.key_of_number(plain.upper())
        if document is not None:
            return partial(self.open_item, document)
        found = self.surroundings.shop.catalog.find_by_code(code)
        if not isinstance(found, FoundProduct):
            return partial(self.voice.remark, _("没有单号或条码是 {code}").format(code=plain))
        return partial(self._take_goods, found)

    def _take_goods(self, found: FoundProduct) -> None:
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.add(found)
            return
        self._show_list()
        self.list.filters.show_product(found.product_id, found.name)

    def _go_on_to(self, key: object) -> None:
        """A document of the trail; Esc leads back to this one. One without a page is told in words."""
        if isinstance(key, int):
            self._path.append(key)
            self._read_document(key)
        else:
            self.voice.remark(str(key))

    def _read_document(self, document_id: int) -> None:
        perform(lambda: self._desk.sheet_of(document_id), self._show_document, self._on_no_document)

    def _on_no_document(self, refusal: Refusal, error: ShopError) -> None:
        self._path.clear()
        self._show_mode(Mode.LIST)
        self.voice.refuse(refusal, error)

    def _show_document(self, sheet: DocumentSheet[Line]) -> None:
        is_other = self.document.sheet is None or self.document.sheet.document_id != sheet.document_id
        self.document.show_sheet(sheet)
        if is_other or self._mode is not Mode.DOCUMENT:
            self.line.clear()
            self._show_mode(Mode.DOCUMENT)
            self.document.table.setFocus()
            self.item_shown.emit(sheet.document_id)
        else:
            self._say_title()
            self._offer()

    def _show_list(self) -> None:
        self._path.clear()
        self.line.clear()
        self._show_mode(Mode.LIST)
        self.list.focus_rows()
        self.item_shown.emit(None)

    def _show_mode(self, mode: Mode) -> None:
        self._mode = mode
        shown = {Mode.LIST: self.list, Mode.DOCUMENT: self.document, Mode.RETURN: self.form}[mode]
        assert shown is not None
        self._body.setCurrentWidget(shown)
        self._say_title()
        self._offer()

    def _say_title(self) -> None:
        sheet = self.document.sheet
        if self._mode is Mode.LIST or sheet is None:
            self.header.say_list(self.title(), self.list.filters.words())
        elif self._mode is Mode.DOCUMENT:
            self.header.say_document(sheet.title, badge=sheet.badge)
        else:
            self.header.say_document(_("退货"), sheet.title)

    def _offer(self) -> None:
        """Buttons and hints of what can be done now; an empty list says itself what to do."""
        self.header.offer(self._keys())
        is_empty = self._mode is Mode.LIST and self.list.is_empty()
        self.hints.show_hints([] if is_empty else hints_of(self._mode, self._desk.scan_hint))

    def _keys(self) -> list[str]:
        sheet = self.document.sheet
        if self._mode is Mode.RETURN:
            return ["F6", "F9"]
        if self._mode is Mode.LIST or sheet is None:
            return self._desk.list_keys(self.list.has_rows(), self.list.is_empty())
        return [
            *sheet.keys,
            *(["F7"] if self._reversal.is_allowed() and not sheet.undo.refused else []),
            *([] if sheet.offer.refused else ["F8"]),
        ]

    def _back(self) -> None:
        """One step: out of the form, of the document, of the filter."""
        if self.work.stop() or (self._mode is Mode.DOCUMENT and self.document.close_panel()):
            return
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.step_back()
        elif self._mode is Mode.DOCUMENT and len(self._path) > 1:
            self._path.pop()
            self._read_document(self._path[-1])
        elif self._mode is Mode.DOCUMENT:
            self._show_list()
        else:
            self.line.clear()
            self.list.filters.clear()
            self.list.focus_rows()

    def chosen(self) -> tuple[int, str] | None:
        """Key and number of the document the keys act on; None: there is none."""
        if self._mode is Mode.LIST:
            row = self.list.table.current_row()
            return None if row is None else (row.document_id, row.number)
        sheet = self.document.sheet
        return None if sheet is None else (sheet.document_id, sheet.number)

    def _reverse(self) -> None:
        sheet = self.document.sheet
        if self._mode is Mode.DOCUMENT and sheet is not None:
            self._reversal.press(sheet.document_id, sheet.undo)

    def _on_reversed(self, mirror: int) -> None:
        sheet = self.document.sheet
        assert sheet is not None
        self.reload_document()
        done = _("已红冲 {number}").format(number=sheet.number)
        perform(
            lambda: self._desk.sheet_of(mirror).number,
            lambda number: self.voice.report(done, _("红冲单 {number}").format(number=number)),
            self.voice.refuse,
        )

    def _begin_return(self) -> None:
        chosen = self.chosen()
        if chosen is not None and self._mode is Mode.LIST:
            self.open_item(chosen[0])
        sheet = self.document.sheet
        if self._mode is not Mode.DOCUMENT or sheet is None:
            return
        if sheet.offer.refused:
            self.voice.remark(sheet.offer.refused)
            return
        if self.form is None:
            perform(self._desk.return_desk, self._build_form, self.voice.refuse)
        if self.form is not None:
            self._show_mode(Mode.RETURN)
            self.form.begin(sheet.document_id, sheet.offer)
            self.form.table.setFocus()

    def _build_form(self, desk: ReturnDesk) -> None:
        self.form = ReturnForm(self.voice, desk)
        self.form.posted.connect(self._on_returned)
        self.form.left.connect(self._leave_form)
        self.questions.add(self.form.permission)
        self._body.addWidget(self.form)

    def _leave_form(self) -> None:
        self.line.clear()
        self._show_mode(Mode.DOCUMENT)
        self.document.table.setFocus()

    def _on_returned(self, document_id: int) -> None:
        self._show_mode(Mode.DOCUMENT)
        self.reload_document()
        self.voice.report(*self._desk.returned_words(document_id))

    def _refuses_to_leave_form(self) -> bool:
        is_open = self._mode is Mode.RETURN and self.form is not None and self.form.has_entries()
        if is_open:
            self.voice.remark(_("退货还没有过账，先按两次 F9 过账，或按两次 Esc 放弃"))
        return is_open
