"""退货: how much of each line comes back, and what is paid for it. F9 sums it up, F9 again posts it."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.people.settings import PRINTS_RECEIPTS
from jxc_desktop.services.sales.sale_list import Sale
from jxc_desktop.services.sales.sales import WayOfPaying
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.return_draft import CannotReturnError, ReturnDraft, ReturnFault, ReturnRow
from jxc_desktop.ui.sales.return_table import ReturnTable, left_of
from jxc_desktop.ui.sales.sale_parts import YES_COUNTS_AFTER_MS, SaleParts
from jxc_desktop.ui.sales.tender_list import TenderList
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import Part, bold, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.total_panel import TotalPanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

STEPS = {"+": Quantity(1000), "-": Quantity(-1000)}


class ReturnForm(QWidget):
    """The form for one sale.

    Attributes:
        table: the lines of the sale.

    Signals:
        posted: the key of the return that is in the books now. left: the form was closed without one.
    """

    posted = Signal(int)
    left = Signal()

    def __init__(self, parts: SaleParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._draft = ReturnDraft(0, "", ())
        self._typed = ""
        self._asked_at: int | None = None
        self._wants_to_leave = False
        self._ways: tuple[WayOfPaying, ...] = tuple(parts.shop.sales.ways_of_paying())
        self._way = self._ways[0]
        self.table = ReturnTable()
        self._footer = TotalsFooter(self.table)
        self._total = TotalPanel()
        self._accounts = TenderList(self._ways)
        self._accounts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._accounts.chosen.connect(self._choose_way)
        self.table.row_chosen.connect(self._on_row)
        self._lay_out()

    def begin(self, sale: Sale) -> None:
        """A new form: nothing comes back yet, and the refund goes the way most of the payment came."""
        self._draft = ReturnDraft.of_sale(sale, uuid4().hex)
        self._way = self._way_of(sale)
        self._end_question()
        self.table.show_rows(self._draft.rows)
        self.table.choose(next((number for number, row in enumerate(self._draft.rows) if left_of(row).milli), 0))
        self._show()

    def has_entries(self) -> bool:
        """Whether something was typed that is not in the books."""
        return bool(self._draft.quantities)

    def refund(self) -> Money:
        """What would be paid back."""
        return self._draft.refund

    def press(self, event: QKeyEvent) -> bool:
        """A key of the page; whether it meant something here."""
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_F9:
            if not event.isAutoRepeat():
                self.sum_up_or_post()
        elif key == Qt.Key.Key_F6:
            self.take_everything()
        elif key == Qt.Key.Key_Escape:
            self.step_back()
        elif text.isdecimal() and self._asked_at is not None:
            self._choose_number(int(text))
        elif text in STEPS and text:
            self._step(STEPS[text])
        elif key == Qt.Key.Key_Delete:
            self._type("")
        elif key == Qt.Key.Key_Backspace:
            self._type(self._typed[:-1])
        elif text.isdecimal() or text == ".":
            self._type(self._typed + text)
        else:
            return False
        return True

    def add(self, found: FoundProduct) -> None:
        """The goods were scanned: one more of them comes back, or as much as the label says."""
        more = Quantity(found.quantity.milli * found.unit_factor.milli // 1000)
        try:
            draft, number = self._draft.scanned(found.product_id, more)
        except KeyError:
            self._parts.remark(_("这张单没有 {name}").format(name=found.name))
        except CannotReturnError as error:
            self._refuse(error)
        else:
            self._take(draft, number)

    def take_everything(self) -> None:
        """F6: all that is still out comes back."""
        self._take(self._draft.with_everything())

    def sum_up_or_post(self) -> None:
        """F9: sum it up in the line; pressed again, freshly, post it."""
        now = self._parts.clock()
        if not self._draft.quantities:
            self._parts.remark(_("还没有填退几个；上下选行，再按数字，或扫要退的商品"))
        elif self._asked_at is None:
            self._asked_at = now
            self._ask()
        elif now - self._asked_at >= YES_COUNTS_AFTER_MS:
            self._post()

    def step_back(self) -> None:
        """The question, then what was typed (asked once), then the form."""
        if self._asked_at is not None:
            self._end_question()
            self._say_row()
        elif self.has_entries() and not self._wants_to_leave:
            self._wants_to_leave = True
            self._parts.ask((bold(_("退货还没有过账")), plain(_("再按 Esc 放弃"))), (KeyHint("F9", _("退款")),))
        else:
            self._draft = ReturnDraft(0, "", ())
            self.left.emit()

    def _lay_out(self) -> None:
        side = Panel()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, look().px(8), 0, look().px(8))
        inside.addWidget(self._accounts)
        inside.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(look().px(12))
        right.addWidget(self._total)
        right.addWidget(side, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(14))
        row.addWidget(TablePanel(self.table, self._footer), 1)
        row.addLayout(right)

    def _take(self, draft: ReturnDraft, number: int | None = None) -> None:
        """Show other quantities with the refund the books work out for them."""
        shop = self._parts.shop
        perform(
            lambda: shop.sales.refund_of(draft.sale_id, draft.quantities),
            lambda refunds: self._show_draft(draft.with_refunds(refunds), number),
            self._parts.refuse,
        )

    def _show_draft(self, draft: ReturnDraft, number: int | None) -> None:
        self._draft = draft
        self._end_question()
        self.table.show_rows(draft.rows)
        if number is not None:
            self.table.choose(number)
        self._show()

    def _show(self) -> None:
        rows = [row for row in self._draft.rows if row.quantity.milli]
        counts = _("{rows} 行").format(rows=len(rows))
        self._total.show_total(
            money_text(self._draft.refund), [(_("退货"), counts), (_("退到"), self._way.name)], title=_("退款")
        )
        self._footer.show_totals({"product": counts, "refund": money_text(self._draft.refund)})
        self._accounts.show_state(self._way, {})
        self._say_row()

    def _say_row(self) -> None:
        row = self.table.current_row()
        if row is None or self._asked_at is not None:
            return
        words = _("本次退 {quantity} {unit}，最多 {left}").format(
            quantity=quantity_text(row.quantity), unit=row.line.base_unit, left=quantity_text(left_of(row))
        )
        keys = (KeyHint(_("数字"), _("退几个")), KeyHint("F6", _("全部退")), KeyHint("F9", _("退款")))
        self._parts.line.say(LineKind.NEUTRAL, (bold(row.line.name), plain(words)), keys=keys, icon="receipt-refund")

    def _on_row(self, _row: ReturnRow) -> None:
        self._typed = ""
        self._say_row()

    def _type(self, text: str) -> None:
        number = self.table.currentIndex().row()
        try:
            draft = self._draft.typed(number, text)
        except CannotReturnError as error:
            self._refuse(error)
        else:
            self._take(draft, number)
            self._typed = text

    def _step(self, by: Quantity) -> None:
        number = self.table.currentIndex().row()
        wanted = Quantity(max(self._draft.rows[number].quantity.milli + by.milli, 0))
        try:
            self._take(self._draft.with_quantity(number, wanted), number)
        except CannotReturnError as error:
            self._refuse(error)

    def _refuse(self, error: CannotReturnError) -> None:
        self._end_question()
        name = error.line.name
        if error.fault is ReturnFault.TOO_MUCH:
            left = quantity_text(Quantity(max(error.line.left.milli, 0)))
            fact = _("{name} 最多还能退 {left}").format(name=name, left=left)
        elif error.fault is ReturnFault.NOT_WHOLE:
            fact = _("{name} 按{unit}卖，退整数").format(name=name, unit=error.line.base_unit)
        else:
            fact = _("{name} 的数量写到三位小数").format(name=name)
        self._parts.refuse(Refusal(fact))

    def _ask(self) -> None:
        """The summary, in the line: what comes back, what is paid, and from where."""
        rows = [row for row in self._draft.rows if row.quantity.milli]
        goods = rows[0].line.name if len(rows) == 1 else _("{rows} 行").format(rows=len(rows))
        question: tuple[Part, ...] = (
            bold(_("退款 {amount}").format(amount=money_text(self._draft.refund))),
            plain(_("从{account}退，{goods}").format(account=self._way.name, goods=goods)),
        )
        digits = f"1–{len(self._ways)}"
        keys = (KeyHint("F9", _("过账")), KeyHint(digits, _("换账户")), KeyHint("Esc", _("改数量")))
        self._parts.ask(question, keys)

    def _post(self) -> None:
        draft, way, shop = self._draft, self._way, self._parts.shop
        self._asked_at = None
        prints = shop.settings.read(PRINTS_RECEIPTS) == "yes"
        perform(
            lambda: shop.sales.return_goods(draft.sale_id, draft.quantities, way.account_id, draft.token, prints),
            self._on_posted,
            self._parts.refuse,
        )

    def _on_posted(self, document_id: int) -> None:
        self._draft = ReturnDraft(0, "", ())
        self.posted.emit(document_id)

    def _end_question(self) -> None:
        self._asked_at, self._wants_to_leave, self._typed = None, False, ""

    def _choose_number(self, digit: int) -> None:
        if 1 <= digit <= len(self._ways):
            self._choose_way(self._ways[digit - 1])

    def _choose_way(self, way: WayOfPaying) -> None:
        self._way = way
        self._show()
        if self._asked_at is not None:
            self._ask()

    def _way_of(self, sale: Sale) -> WayOfPaying:
        kept = {tender.account_id: tender.kept for tender in sale.tenders}
        paid = [way for way in self._ways if way.account_id in kept]
        cash = next((way for way in self._ways if way.kind is AccountKind.CASH), self._ways[0])
        return max(paid, key=lambda way: kept[way.account_id], default=cash)
