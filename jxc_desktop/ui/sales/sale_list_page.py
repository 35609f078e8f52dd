"""零售单: what was sold and what came back; open one, print it again, take goods back, undo it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.sales.sale_list import Sale, SaleRow
from jxc_desktop.services.sales.trail import SaleTrailRow
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.return_form import ReturnForm
from jxc_desktop.ui.sales.reversal import Reversal
from jxc_desktop.ui.sales.sale_document import SaleDocument
from jxc_desktop.ui.sales.sale_header import SaleHeader
from jxc_desktop.ui.sales.sale_keys import Mode, hints_of, key_name, keys_of
from jxc_desktop.ui.sales.sale_list_view import SaleListView
from jxc_desktop.ui.sales.sale_parts import SaleParts
from jxc_desktop.ui.sales.sale_words import document_title, may_come_back, state_of, why_not
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms

WALKS = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}


class SaleListPage(Page):
    """The list, one document, or the form of a return: one of them fills the page.

    Attributes:
        line: what the last act came to. list: the list. document: the opened one. form: the return, None before one.
    """

    key = "sales.list"
    icon = "receipt"
    stale_on = frozenset({Change.SALES})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._mode = Mode.LIST
        self.line = NoticeLine()
        self._parts = SaleParts(surroundings, self.line, clock)
        self._reversal = Reversal(self._parts, self._on_reversed)
        self.header = SaleHeader()
        self.list = SaleListView(surroundings)
        self.document = SaleDocument()
        self.form: ReturnForm | None = None
        self.hints = HintLine()
        self._path: list[int] = []
        self._acts: dict[str, Callable[[], None]] = {
            "Ctrl+P": self._reprint,
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

    @staticmethod
    @override
    def title() -> str:
        return _("零售单")

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
        """Open the document with this key; None: the list."""
        if self._refuses_to_leave_form():
            return
        if isinstance(item, int):
            self._path = [item]
            self._read_document(item)
        else:
            self._show_list()

    @override
    def may_leave(self) -> bool:
        """A return that is not posted yet is not thrown away."""
        return not self._refuses_to_leave_form()

    @override
    def take_scan(self, code: str) -> None:
        """A receipt's number opens its document; goods narrow the list, or come back where a return is being typed."""
        if self._reversal.is_asking():
            self._reversal.remind()
            return
        perform(lambda: self._read_scan(code), lambda act: act(), self._parts.refuse)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def mode(self) -> Mode:
        """What fills the page."""
        return self._mode

    def _lay_out(self) -> None:
        self._body = QStackedLayout()
        self._body.addWidget(self.list)
        self._body.addWidget(self.document)
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        column.addWidget(self.header)
        column.addWidget(self.line)
        column.addLayout(self._body, 1)
        column.addWidget(self.hints)

    def _connect(self) -> None:
        self.header.back.connect(self._back)
        self.header.pressed.connect(self._act)
        self.list.opened.connect(lambda row: self.open_item(row.document_id))
        self.list.refused.connect(lambda refusal: self._parts.refuse(refusal))
        self.list.loaded.connect(self._on_loaded)
        self.list.filters.changed.connect(self._say_title)
        self.list.filters.refused.connect(lambda words: self._parts.remark(words))
        self.document.wanted.connect(self._go_on_to)
        self.line.answered.connect(lambda _text: self._reversal.remind())
        self.line.entry_left.connect(self._leave_reversal)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        name = key_name(event)
        if self._reversal.is_asking() and name != "F7":
            return False
        if self._mode is Mode.RETURN and self.form is not None:
            return self.form.press(event)
        if name in self._acts:
            if not event.isAutoRepeat():
                self._act(name)
            return True
        return self._press_in_list(event, name) if self._mode is Mode.LIST else False

    def _press_in_list(self, event: QKeyEvent, name: str) -> bool:
        """The keys of the list alone; letters and digits go to the search."""
        if event.key() in WALKS:
            self.list.walk_days(WALKS[event.key()])
        elif event.text().isprintable() and event.text() and name == "":
            self.list.filters.search.setFocus()
            self.list.filters.search.setText(event.text())
        else:
            return False
        return True

    def _act(self, name: str) -> None:
        self._acts[name]()

    def _take_everything(self) -> None:
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.take_everything()

    def _go_on(self) -> None:
        """F9 is the next thing: pay back, or sell where nothing was sold yet."""
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.sum_up_or_post()
        elif self._mode is Mode.LIST and self.list.is_empty():
            self.surroundings.show_page("sales.checkout", None)

    def _find(self) -> None:
        if self._mode is Mode.LIST:
            self.list.filters.search.setFocus()
            self.list.filters.search.selectAll()

    def _table(self) -> QWidget:
        if self._mode is Mode.RETURN and self.form is not None:
            return self.form.table
        return self.document.table if self._mode is Mode.DOCUMENT else self.list.table

    def _on_loaded(self) -> None:
        self._say_title()
        if self._mode is Mode.LIST:
            self._offer()
            self.hints.show_hints([] if self.list.is_empty() else hints_of(Mode.LIST))

    def _read_scan(self, code: str) -> Callable[[], None]:
        """What the scan asks for."""
        shop, plain = self._parts.shop, clean_scan(code).code
        document = shop.sales.sale_by_number(plain) or shop.sales.sale_by_number(plain.upper())
        if document is not None:
            return partial(self.open_item, document)
        found = shop.catalog.find_by_code(code)
        if not isinstance(found, FoundProduct):
            return partial(self._parts.remark, _("没有单号或条码是 {code}").format(code=plain))
        return partial(self._take_goods, found)

    def _take_goods(self, found: FoundProduct) -> None:
        if self._mode is Mode.RETURN and self.form is not None:
            self.form.add(found)
            return
        self._show_list()
        self.list.filters.show_product(found.product_id, found.name)

    def _go_on_to(self, document_id: object) -> None:
        """A document of the trail; Esc leads back to this one."""
        if isinstance(document_id, int):
            self._path.append(document_id)
            self._read_document(document_id)

    def _read_document(self, document_id: int) -> None:
        sales = self._parts.shop.sales
        perform(
            lambda: (sales.sale(document_id), sales.trail(document_id)),
            lambda found: self._show_document(*found),
            self._on_no_document,
        )

    def _on_no_document(self, refusal: Refusal, error: ShopError) -> None:
        self._path.clear()
        self._show_mode(Mode.LIST)
        self._parts.refuse(refusal, error)

    def _show_document(self, sale: Sale, trail: list[SaleTrailRow]) -> None:
        is_other = self.document.sale is None or self.document.sale.row.document_id != sale.row.document_id
        self.document.show_sale(sale, trail)
        if is_other or self._mode is not Mode.DOCUMENT:
            self.line.clear()
            self._show_mode(Mode.DOCUMENT)
            self.document.table.setFocus()
        else:
            self._say_title()
            self._offer()

    def _show_list(self) -> None:
        self._path.clear()
        self.line.clear()
        self._show_mode(Mode.LIST)
        self.list.focus_rows()

    def _show_mode(self, mode: Mode) -> None:
        self._mode = mode
        shown = {Mode.LIST: self.list, Mode.DOCUMENT: self.document, Mode.RETURN: self.form}[mode]
        assert shown is not None
        self._body.setCurrentWidget(shown)
        self.hints.show_hints(hints_of(mode))
        self._say_title()
        self._offer()

    def _say_title(self) -> None:
        sale = self.document.sale
        if self._mode is Mode.LIST or sale is None:
            self.header.say_list(self.title(), self.list.filters.words())
        elif self._mode is Mode.DOCUMENT:
            self.header.say_document(document_title(sale.row), badge=state_of(sale.row))
        else:
            self.header.say_document(_("退货"), document_title(sale.row))

    def _offer(self) -> None:
        self.header.offer(keys_of(self._mode, self.document.sale, has_rows=self.list.table.rows.rowCount() > 0))

    def _back(self) -> None:
        """One step: out of the form, of the document, of the filter."""
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

    def _reprint(self) -> None:
        row = self._chosen()
        if row is None:
            return
        perform(
            lambda: self._parts.shop.paper.reprint(row.document_id),
            lambda _job: self._parts.report(_("已交给小票机补打"), row.number),
            self._parts.refuse,
        )

    def _chosen(self) -> SaleRow | None:
        """The document the keys act on."""
        if self._mode is Mode.LIST:
            return self.list.table.current_row()
        return self.document.sale.row if self.document.sale else None

    def _reverse(self) -> None:
        if self._mode is Mode.DOCUMENT and self.document.sale is not None:
            self._reversal.press(self.document.sale)

    def _leave_reversal(self) -> None:
        self._reversal.leave()
        self._table().setFocus()

    def _on_reversed(self, mirror: int) -> None:
        sale = self.document.sale
        assert sale is not None
        mirror_number = _("红冲单 {number}").format(number=self._parts.shop.sales.sale(mirror).row.number)
        self._read_document(sale.row.document_id)
        self.document.table.setFocus()
        self._parts.report(_("已红冲 {number}").format(number=sale.row.number), mirror_number)

    def _begin_return(self) -> None:
        row = self._chosen()
        if row is None:
            return
        if self._mode is Mode.LIST:
            self.open_item(row.document_id)
        sale = self.document.sale
        if self._mode is not Mode.DOCUMENT or sale is None:
            return
        if not may_come_back(sale):
            self._parts.remark(why_not(sale))
            return
        if self.form is None:
            self.form = self._built_form()
        self._show_mode(Mode.RETURN)
        self.form.begin(sale)
        self.form.table.setFocus()

    def _built_form(self) -> ReturnForm:
        form = ReturnForm(self._parts)
        form.posted.connect(self._on_returned)
        form.left.connect(self._leave_form)
        self._body.addWidget(form)
        return form

    def _leave_form(self) -> None:
        self.line.clear()
        self._show_mode(Mode.DOCUMENT)
        self.document.table.setFocus()

    def _on_returned(self, document_id: int) -> None:
        returned = self._parts.shop.sales.sale(document_id)
        self._show_mode(Mode.DOCUMENT)
        self._read_document(self._path[-1])
        self.document.table.setFocus()
        paid = _("退款 {amount} {account}").format(
            amount=money_text(-returned.row.amount), account="+".join(returned.row.ways_of_paying)
        )
        self._parts.report(_("已退货 {number}").format(number=returned.row.number), paid)

    def _refuses_to_leave_form(self) -> bool:
        is_open = self._mode is Mode.RETURN and self.form is not None and self.form.has_entries()
        if is_open:
            self._parts.remark(_("退货还没有过账，先按 F9 退款，或按两次 Esc 放弃"))
        return is_open
