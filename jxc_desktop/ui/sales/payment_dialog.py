"""收款: how the customer pays. It hands frozen tenders over and writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.payment_code import PaymentCodeKind
from jxc_desktop.services.money.ways_of_paying import WayOfPaying
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.sales.payment_parts import AmountInput, DueHead, ResultPanel
from jxc_desktop.ui.sales.payment_sheet import Lack, PaymentSheet
from jxc_desktop.ui.sales.quick_amounts import QuickAmounts
from jxc_desktop.ui.widgets.dialog import WIDEST, Dialog
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_label import KeyLabel
from jxc_desktop.ui.widgets.parts import Part, bold, plain, small
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.tender_list import TenderList
from jxc_desktop.ui.widgets.words_line import WordsLine

KINDS_OF_CODES = {
    PaymentCodeKind.WECHAT: AccountKind.WECHAT,
    PaymentCodeKind.ALIPAY: AccountKind.ALIPAY,
    PaymentCodeKind.UNIONPAY: AccountKind.CARD,
}
HEIGHT = 496
# So many digits tell one payment code from another.
CODE_END = 4


@dataclass(frozen=True, slots=True)
class Bill:
    """What is to be paid, and what is said about it."""

    due: Money
    subtitle: str
    prints_receipt: bool


class PaymentDialog(Dialog):
    """The tenders of one sale.

    Signals:
        paid: the tenders and whether a receipt is printed. It comes once, until `say_refused` asks again.
    """

    page_takes_scans = True

    paid = Signal(tuple, bool)

    def __init__(self, window: QWidget, bill: Bill, ways: Sequence[WayOfPaying], opened_by: Qt.Key) -> None:
        super().__init__(window, _("收款"), bill.subtitle, WIDEST, opened_by, _("返回购物车"))
        self.sheet = PaymentSheet(bill.due, ways)
        self._is_handed_over = False
        self._unread: tuple[int, str] | None = None
        self._tenders = TenderList(self.sheet.ways, self.body)
        self._prints = QCheckBox(_("打印小票"), self.body)
        self._prints.setChecked(bill.prints_receipt)
        self._prints.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = DueHead(_("应收"), money_text(bill.due), self.body)
        self._label = WordsLine(self.body)
        self._amount = AmountInput(self.body)
        self._offers = QuickAmounts(self.body)
        self._result = ResultPanel(self.body)
        self._line = ScanLine(self.body)
        self._lay_out()
        self._add_buttons()
        self._connect()
        self._show_state()

    @override
    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(wanted.width(), max(wanted.height(), min(look().px(HEIGHT), self.most_height())))

    def take_payment_code(self, kind: PaymentCodeKind, code: str) -> bool:
        """Choose the way the code belongs to, with the rest as its amount; False: the shop does not take it."""
        way = next((way for way in self.sheet.ways if way.kind is KINDS_OF_CODES[kind]), None)
        if way is None or self._is_handed_over:
            return False
        self.sheet.choose(way, code)
        self._open_amount()
        return True

    def say_scanned(self, pieces: int, name: str) -> None:
        """Goods were scanned meanwhile; they are kept, and the first Enter only says so again."""
        self._unread = pieces, name
        self._remind(pieces, name)

    def say_refused(self, words: str) -> None:
        """The sale was not made; nothing has changed, and it can be paid again."""
        self._is_handed_over = False
        self._say(LineKind.DANGER, (plain(words),))
        self._show_state()

    def said(self) -> str:
        """What the line at the foot says; "" while there is nothing to say."""
        return self._line.shown_words() if self._line.isVisible() else ""

    @override
    def enter_pressed(self) -> None:
        """Hand the payment over, if nothing is lacking; after goods were scanned the first Enter only reminds."""
        if self._is_handed_over or self.sheet.lack() is not None:
            return
        if self._unread is not None:
            self._remind(*self._unread)
            self._unread = None
            return
        self._is_handed_over = True
        self._finish.refuse(_("正在保存"))
        self.paid.emit(self.sheet.tenders(), self._prints.isChecked())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tenders.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_handed_over and event.key() == Qt.Key.Key_Escape:
            return
        if event.key() == Qt.Key.Key_F5 and not event.isAutoRepeat():
            self._prints.toggle()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self.body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addLayout(self._left_column())
        edge = QFrame(self.body)
        edge.setFrameShape(QFrame.Shape.NoFrame)
        edge.setFixedWidth(1)
        edge.setAutoFillBackground(True)
        palette = edge.palette()
        palette.setColor(edge.backgroundRole(), look().colours.border)
        edge.setPalette(palette)
        columns.addWidget(edge)
        columns.addLayout(self._right_column(), 1)

    def _left_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, look().px(12))
        column.setSpacing(0)
        column.addWidget(self._tenders)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(look().px(24), 0, look().px(24), 0)
        row.addWidget(self._prints)
        row.addStretch(1)
        row.addWidget(KeyLabel((KeyHint("F5", ""),), self.body))
        column.addLayout(row)
        return column

    def _right_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(look().px(24), look().px(10), look().px(24), look().px(8))
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(look().px(14))
        for part, gap in ((self._label, 4), (self._amount, 14), (self._offers, 14), (self._result, 6)):
            column.addWidget(part)
            column.addSpacing(look().px(gap))
            self._keep_room(part)
        column.addStretch(1)
        column.addWidget(self._line)
        self._keep_room(self._line)
        self._line.hide()
        return column

    def _keep_room(self, part: QWidget) -> None:
        policy = part.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        part.setSizePolicy(policy)

    def _add_buttons(self) -> None:
        self._back = KeyButton(_("返回"), "Esc", tall=ButtonHeight.DIALOG)
        self._finish = KeyButton(_("完成收款"), "Enter", ButtonKind.PRIMARY, tall=ButtonHeight.DIALOG)
        self.add_button(self._back, self.reject)
        self.add_button(self._finish, self.enter_pressed)

    def _connect(self) -> None:
        self._tenders.chosen.connect(self._on_way_chosen)
        self._tenders.dropped.connect(self._on_dropped)
        self._tenders.left.connect(self._focus_amount)
        self._amount.textEdited.connect(self._on_amount_typed)
        self._amount.stepped.connect(self._on_stepped)
        self._amount.left_down.connect(self._tenders.setFocus)
        self._offers.picked.connect(self._take_offer)

    def _on_way_chosen(self, way: WayOfPaying) -> None:
        if not self._is_handed_over:
            self.sheet.choose(way)
            self._open_amount()

    def _on_dropped(self) -> None:
        if not self._is_handed_over and self.sheet.drop():
            self._write_amount()
            self._show_state()

    def _on_amount_typed(self, text: str) -> None:
        self.sheet.type_amount(text)
        self._show_state()

    def _on_stepped(self, step: int) -> None:
        offers = self.sheet.offers()
        if not offers:
            return
        amount = self.sheet.amount
        now = offers.index(amount) if amount in offers else -1
        self._take_offer(offers[min(max(now + step, 0), len(offers) - 1)])

    def _take_offer(self, amount: Money) -> None:
        self.sheet.amount = amount
        self._write_amount()
        self._show_state()

    def _open_amount(self) -> None:
        self._write_amount()
        self._show_state()
        self._focus_amount()

    def _focus_amount(self) -> None:
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._amount.selectAll()

    def _write_amount(self) -> None:
        amount = self.sheet.amount
        self._amount.setText("" if amount is None else str(amount))
        self._amount.selectAll()

    def _show_state(self) -> None:
        sheet, way = self.sheet, self.sheet.chosen
        parts = {part.account_id: part.amount for part in sheet.parts}
        self._tenders.show_state(way, parts)
        self._head.show_pairs(self._pairs())
        for part in (self._amount, self._offers):
            part.setVisible(way is not None)
        self._label.say(*_amount_words(sheet))
        self._offers.show_offers(sheet.offers(), sheet.amount)
        self._result.show_result(*self._result_words())
        self._finish.refuse(_lack_words(sheet))
        self._show_hints()

    def _pairs(self) -> list[tuple[str, str, bool]]:
        sheet = self.sheet
        names = {way.account_id: way.name for way in sheet.ways}
        taken = "+".join(names[part.account_id] for part in sheet.parts)
        pairs = [(_("还差"), money_text(sheet.rest), True)] if sheet.parts else []
        if taken:
            amount = Money(sum(part.amount.fen for part in sheet.parts))
            pairs.insert(0, (_("已收 {ways}").format(ways=taken), money_text(amount), False))
        return pairs

    def _result_words(self) -> tuple[str, str, Tone]:
        sheet, lack = self.sheet, self.sheet.lack()
        if lack is None:
            return _("找零"), money_text(sheet.change), Tone.SUCCESS
        if lack is Lack.STILL_DUE:
            return _("还差"), money_text(sheet.missing), Tone.WARNING
        return _lack_words(sheet), "", Tone.MUTED if lack is Lack.NOTHING_CHOSEN else Tone.DANGER

    def _show_hints(self) -> None:
        hints = [KeyHint("Tab", _("回到方式"))] if self.sheet.chosen else []
        if self.sheet.parts:
            hints.append(KeyHint("Delete", _("去掉已收的一笔")))
        if self.sheet.chosen and self.sheet.lack() is not None:
            hints = [KeyHint("", _lack_words(self.sheet)), *hints]
        self.set_hints(hints)

    def _remind(self, pieces: int, name: str) -> None:
        parts = (bold(_("又扫了 {pieces} 件").format(pieces=pieces)), plain(name))
        keys = (KeyHint("Esc", _("回去一起算")), KeyHint("Enter", _("先收这一单")))
        self._say(LineKind.WARNING, parts, keys)

    def _say(self, kind: LineKind, parts: Sequence[Part], keys: Sequence[KeyHint] = ()) -> None:
        self._line.say(kind, parts, keys=keys, flashes=True)
        self._line.show()


def _amount_words(sheet: PaymentSheet) -> tuple[Part, ...]:
    """Whose amount is open, and whether it came with a payment code, which is kept."""
    if sheet.chosen is None:
        return ()
    words = small(_("{way} 实收").format(way=sheet.chosen.name))
    if not sheet.reference:
        return (words,)
    return (words, small(_("流水号已读 …{last}").format(last=sheet.reference[-CODE_END:])))


def _lack_words(sheet: PaymentSheet) -> str:
    """Why the payment cannot be finished, and what to do; "" where it can."""
    lack = sheet.lack()
    if lack is Lack.NOTHING_CHOSEN:
        return _("按数字键选收款方式")
    if lack is Lack.NO_AMOUNT:
        return _("实收要写成金额，最多两位小数")
    if lack is Lack.STILL_DUE:
        return _("还差 {amount}").format(amount=money_text(sheet.missing))
    if lack is Lack.TOO_MUCH:
        return _("多收了 {amount}，只有现金能找零").format(amount=money_text(sheet.over))
    if lack is Lack.TOO_MUCH_CHANGE:
        return _("找零 {amount} 太多，看看实收是不是多打了").format(amount=money_text(sheet.change))
    return ""
