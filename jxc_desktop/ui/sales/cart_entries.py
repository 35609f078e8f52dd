"""Quantity, price, discount and the whole bill, typed in the scan line."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.sales.cart import Cart, CartLine, UnknownLine
from jxc_desktop.services.sales.discount_entry import parse_discount
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import refusal
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.sales.cart_model import CartModel, count_text
from jxc_desktop.ui.sales.discount_words import discount_words, typed_percent
from jxc_desktop.ui.widgets.figure_text import money_text, price_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine

# 抹零: not at all, to the jiao, to the yuan.
ROUNDING_STEPS = (0, 10, 100)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked.

    Attributes:
        change: the cart with what was typed. shown: what the typed figure comes to, of that cart.
        before: what stood there. is_bill: it is about the whole bill.
    """

    change: Callable[[str], Cart]
    shown: Callable[[Cart], tuple[Part, ...]]
    before: tuple[Part, ...] = ()
    is_bill: bool = False


class CartEntries(QObject):
    """Opens the entries and writes what is typed; what is wrong is said in the line, and the entry stays.

    Signals:
        closed: the focus goes back to the scan field. written: something was changed. noted: the note of 挂单.
    """

    closed = Signal()
    written = Signal()
    noted = Signal(str)

    def __init__(self, line: ScanLine, model: CartModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line, self._model = line, model
        self._entry: Entry | None = None
        self._typed = ""
        self._step = 0
        line.answered.connect(self._on_answered)
        line.entry_changed.connect(self._on_changed)
        line.entry_left.connect(self.closed)

    def ask_count(self, number: int) -> None:
        """数量 of a row; a red row has one too."""
        row = self._model.row_at(number)
        before = count_text(row)

        def change(text: str) -> Cart:
            return self._model.cart.with_count(number, Quantity.parse(text))

        entry = Entry(change, lambda cart: _subtotal(cart, number), _was(before))
        self._ask(entry, self._head(number, _("数量")), before.replace(",", ""))

    def ask_price(self, number: int) -> None:
        """单价 of a row; where the list price changed since the scan, the former one is proposed."""
        line = self._model.line_at(number)
        if not isinstance(line, CartLine):
            return
        now = line.item.list_price if line.item.price is None else line.item.price
        proposed = now if line.former_price is None else line.former_price

        def change(text: str) -> Cart:
            return self._model.cart.with_price(number, UnitPrice.parse(text))

        entry = Entry(change, lambda cart: _subtotal(cart, number), _was(price_text(now)))
        self._ask(entry, self._head(number, _("单价")), str(proposed))

    def ask_discount(self, number: int) -> None:
        """折扣 of a row: 9 = 9 折, =10.8 折后价, -1.2 减掉的钱, nothing = none."""
        line = self._model.line_at(number)
        if not isinstance(line, CartLine):
            return
        before = discount_words(line)

        def change(text: str) -> Cart:
            return _discounted(self._model.cart, number, text)

        entry = Entry(change, lambda cart: _subtotal(cart, number), _was(before) if before else ())
        hint = KeyHint("", _("9 折打 9 · 折后价打 = · 减钱打 -"))
        self._ask(entry, self._head(number, _("折扣")), typed_percent(line.item.percent_off), hint)

    def ask_bill(self) -> None:
        """整单优惠: 折 / 减 / 抹零; asked again while it is open: the next way of 抹零, which Enter writes."""
        if self.is_asking_bill():
            self._step = ROUNDING_STEPS[(ROUNDING_STEPS.index(self._step) + 1) % len(ROUNDING_STEPS)]
            self._on_changed(self._typed)
            return
        reduction = self._model.cart.reduction
        self._step = reduction.rounding_step
        value = f"-{reduction.amount_off}" if reduction.amount_off.fen else typed_percent(reduction.percent_off)
        entry = Entry(self._reduced, self._bill_tail, is_bill=True)
        hint = KeyHint("", _("减钱打 - · 收整打 ="))
        self._ask(entry, (bold(_("整单优惠")),), value, hint, KeyHint("F10", _("抹零")))

    def is_asking_bill(self) -> bool:
        """Whether 整单优惠 is open."""
        return self._line.is_asking() and self._entry is not None and self._entry.is_bill

    def ask_note(self) -> None:
        """挂单's note; it may stay empty."""
        self._entry = None
        keys = (KeyHint("Enter", _("挂单")), KeyHint("Esc", _("不挂")))
        head = (bold(_("挂单")), muted(_("备注（可以不写）")))
        self._line.ask(head, "", keys=keys, is_number=False, width=160)

    def leave(self) -> None:
        """Close the entry without writing."""
        if self._line.is_asking():
            self._line.close_entry()
            self.closed.emit()

    def _ask(self, entry: Entry, head: tuple[Part, ...], value: str, *hints: KeyHint) -> None:
        self._entry = entry
        keys = (*hints, KeyHint("Enter", _("改")), KeyHint("Esc", _("不改")))
        self._line.ask(head, value, entry.before, keys, also="=")
        self._on_changed(value)

    def _on_changed(self, text: str) -> None:
        """Behind the entry stands what the typed figure comes to; nothing while it comes to nothing."""
        self._typed = text
        if self._entry is None:
            return
        try:
            shown = self._entry.shown(self._entry.change(text))
        except (ShopError, BadNumberError):
            shown = ()
        if self._line.shown_kind() is LineKind.DANGER and not self._model.totals.unknown_rows:
            self._line.clear()
        self._line.set_tail((*self._entry.before, *shown))

    def _on_answered(self, text: str) -> None:
        entry = self._entry
        if entry is None:
            self._close()
            self.noted.emit(text.strip())
            return
        try:
            self._model.change(entry.change(text))
        except BadNumberError:
            self._say(_("写成数字"))
        except ShopError as error:
            self._say(refusal(error).line)
        else:
            self._close()
            self.written.emit()

    def _close(self) -> None:
        self._entry = None
        self._line.close_entry()
        self.closed.emit()

    def _say(self, words: str) -> None:
        self._line.say(LineKind.DANGER, (Part(words, tone=Tone.DANGER),), flashes=True)

    def _head(self, number: int, word: str) -> tuple[Part, ...]:
        line = self._model.row_at(number).line
        name = line.code if isinstance(line, UnknownLine) else line.goods.name
        return (bold(_("第 {number} 行 {name}").format(number=number + 1, name=name)), muted(word))

    def _reduced(self, text: str) -> Cart:
        cart, discount = self._model.cart, parse_discount(text, "ticket_discount")
        amount_off = discount.amount_off
        if discount.after is not None:
            whole = replace(cart, reduction=TicketReduction()).totals().due
            amount_off = whole - discount.after_in_money()
        return cart.with_reduction(TicketReduction(discount.percent_off, amount_off, self._step))

    def _bill_tail(self, cart: Cart) -> tuple[Part, ...]:
        words = {0: _("不抹零"), 10: _("抹零到角"), 100: _("抹零到元")}[self._step]
        return (muted(words), muted(_("应收 {due}").format(due=money_text(cart.totals().due))))


def _was(value: str) -> tuple[Part, ...]:
    return (muted(_("原来 {value}").format(value=value)),)


def _subtotal(cart: Cart, number: int) -> tuple[Part, ...]:
    line = cart.lines[number]
    if isinstance(line, UnknownLine):
        return ()
    return (muted(_("小计 {amount}").format(amount=money_text(line.net))),)


def _discounted(cart: Cart, number: int, text: str) -> Cart:
    discount = parse_discount(text)
    if discount.after is not None:
        return cart.with_discount(number).with_price(number, discount.after)
    return cart.with_discount(number, discount.percent_off, discount.amount_off)
