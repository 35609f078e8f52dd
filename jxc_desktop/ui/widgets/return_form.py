"""退货: how much of each line goes back, and what is paid for it. F9 sums it up, F9 again posts it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.errors import WrongPinError
from jxc_desktop.services.sales.errors import LimitError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.pin_entry import PinQuestion
from jxc_desktop.ui.widgets.return_draft import CannotReturnError, ReturnDraft, ReturnFault, ReturnOffer, ReturnRow
from jxc_desktop.ui.widgets.return_table import ReturnTable, ReturnWords, left_of
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.tender_list import TenderList, Way
from jxc_desktop.ui.widgets.total_panel import TotalPanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

STEPS = {"+": Quantity(1000), "-": Quantity(-1000)}
POST_KEY, LEAVE_KEY = "F9", "Esc"
NO_DRAFT = ReturnDraft(0, "", ())


@dataclass(frozen=True)
class ReturnDesk:
    """What a form of returns works with.

    Attributes:
        ways: where the money goes or comes from; the first one where nobody knows.
        way_words: how the summary says a way. refund_of: what the books pay for lines of a document, line by line.
        post: write the return of a draft with a way into the books; its key. The text is the 授权码 of somebody who
            allows it, "" for none. icon: what stands for such a return.
    """

    words: ReturnWords
    ways: Sequence[Way]
    way_words: Callable[[Way], str]
    refund_of: Callable[[int, Mapping[int, Quantity]], dict[int, Money]]
    post: Callable[[ReturnDraft, Way, str], int]
    icon: str


class ReturnForm(QWidget):
    """The form for one document.

    Attributes:
        table: its lines. permission: asks another operator, where it is more than one may give back.

    Signals:
        posted: the key of the return that is in the books now. left: the form was closed without one.
    """

    posted = Signal(int)
    left = Signal()

    def __init__(self, voice: PageVoice, desk: ReturnDesk) -> None:
        super().__init__()
        self._voice, self._desk = voice, desk
        self._draft = NO_DRAFT
        self._typed = ""
        self._press = SecondPress(voice.clock)
        self.permission = PinQuestion(voice, self._post)
        self._wants_to_leave = False
        self._way = desk.ways[0]
        self.table = ReturnTable(desk.words)
        self._footer = TotalsFooter(self.table)
        self._total = TotalPanel()
        self._ways: TenderList[Way] = TenderList(desk.ways, title=_("方式（按 F9 以后按数字键换）"))
        self._ways.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ways.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._ways.chosen.connect(self._choose_way)
        self.table.row_chosen.connect(self._on_row)
        self._lay_out()

    def begin(self, document_id: int, offer: ReturnOffer) -> None:
        """A new form: nothing goes back yet, and the money goes the way it came."""
        self._draft = ReturnDraft.of(document_id, offer.lines, uuid4().hex)
        ways = self._desk.ways
        self._way = next((way for way in ways if way.account_id == offer.account_id), ways[0])
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
        elif text.isdecimal() and self._press.is_asking():
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
        """The goods were scanned: one more of them goes back, or as much as the label says."""
        more = Quantity(found.quantity.milli * found.unit_factor.milli // 1000)
        try:
            draft, number = self._draft.scanned(found.product_id, more)
        except KeyError:
            self._voice.remark(_("这张单没有 {name}").format(name=found.name))
        except CannotReturnError as error:
            self._refuse(error)
        else:
            self._take(draft, number)

    def take_everything(self) -> None:
        """F6: all that may go back does."""
        self._take(self._draft.with_everything())

    def sum_up_or_post(self) -> None:
        """F9: sum it up in the line; pressed again, freshly, post it."""
        if not self._draft.quantities:
            self._voice.remark(_("还没有填退几个；上下选行，再按数字，或扫要退的商品"))
        elif not self._press.is_asking():
            self._press.is_yes(POST_KEY)
            self._ask()
        elif self._press.is_yes(POST_KEY):
            self._post()

    def step_back(self) -> None:
        """The question, then what was typed (asked once), then the form."""
        if self._press.is_asking():
            self._end_question()
            self._say_row()
        elif self.has_entries() and not self._wants_to_leave:
            self._wants_to_leave = True
            keys = (KeyHint(POST_KEY, self._desk.words.refund),)
            self._voice.ask((bold(_("退货还没有过账")), plain(_("再按 Esc 放弃"))), keys)
        else:
            self._draft = NO_DRAFT
            self.left.emit()

    def _lay_out(self) -> None:
        side = Panel()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, look().px(8), 0, look().px(8))
        inside.addWidget(self._ways)
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
        perform(
            lambda: self._desk.refund_of(draft.document_id, draft.quantities),
            lambda refunds: self._show_draft(draft.with_refunds(refunds), number),
            self._voice.refuse,
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
        counts, refund = _("{rows} 行").format(rows=len(rows)), money_text(self._draft.refund)
        pairs = [(_("退货"), counts), (self._desk.words.way, self._way.name)]
        self._total.show_total(refund, pairs, title=self._desk.words.refund)
        self._footer.show_totals({"product": counts, "refund": refund})
        self._ways.show_state(self._way, {})
        self._say_row()

    def _say_row(self) -> None:
        row = self.table.current_row()
        if row is None or self._press.is_asking():
            return
        words = _("本次退 {quantity} {unit}，最多 {left}").format(
            quantity=quantity_text(row.quantity), unit=row.line.unit, left=quantity_text(left_of(row))
        )
        if row.line.pack:
            words = _("{words}，{pack}").format(words=words, pack=row.line.pack)
        post = KeyHint(POST_KEY, self._desk.words.refund)
        keys = (KeyHint(_("数字"), _("退几个")), KeyHint("F6", _("全部退")), post)
        self._voice.line.say(LineKind.NEUTRAL, (bold(row.line.name), plain(words)), keys=keys, icon=self._desk.icon)

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
        line = error.line
        if error.fault is ReturnFault.TOO_MUCH:
            left = quantity_text(Quantity(max(line.left.milli, 0)))
            fact = _("“{name}”最多还能退 {left}").format(name=line.name, left=left)
        elif error.fault is ReturnFault.NOT_WHOLE:
            fact = self._desk.words.by_piece.format(name=line.name, unit=line.unit)
        else:
            fact = _("{name} 的数量写到三位小数").format(name=line.name)
        self._voice.refuse(Refusal(fact))

    def _ask(self) -> None:
        """The summary, in the line: what goes back, what is paid, and from where."""
        rows = [row for row in self._draft.rows if row.quantity.milli]
        goods = _goods_words(rows[0]) if len(rows) == 1 else _("{rows} 行").format(rows=len(rows))
        refund = f"{self._desk.words.refund} {money_text(self._draft.refund)}"
        way = _("{way}，{goods}").format(way=self._desk.way_words(self._way), goods=goods)
        digits = f"1–{len(self._desk.ways)}"
        keys = (KeyHint(POST_KEY, _("过账")), KeyHint(digits, _("换账户")), KeyHint(LEAVE_KEY, _("改数量")))
        self._voice.ask((bold(refund), plain(way)), keys)

    def _post(self, pin: str = "") -> None:
        draft, way = self._draft, self._way
        perform(lambda: self._desk.post(draft, way, pin), self._on_posted, self._on_not_posted)

    def _on_not_posted(self, words: Refusal, error: ShopError) -> None:
        """Beyond a limit somebody else may allow it, with his 授权码; after a wrong one he tries again."""
        self._voice.refuse(words)
        if isinstance(error, LimitError | WrongPinError):
            self.permission.ask(words.fact)

    def _on_posted(self, document_id: int) -> None:
        self._draft = NO_DRAFT
        self.posted.emit(document_id)

    def _end_question(self) -> None:
        self._press.forget()
        self._wants_to_leave, self._typed = False, ""

    def _choose_number(self, digit: int) -> None:
        if 1 <= digit <= len(self._desk.ways):
            self._choose_way(self._desk.ways[digit - 1])

    def _choose_way(self, way: Way) -> None:
        self._way = way
        self._show()
        if self._press.is_asking():
            self._ask()


def _goods_words(row: ReturnRow) -> str:
    """What goes back, where it is one line alone."""
    return f"{row.line.name} {quantity_text(row.quantity)} {row.line.unit}"
