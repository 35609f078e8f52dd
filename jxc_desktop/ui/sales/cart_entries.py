"""Quantity, price, discount and the whole bill, typed in the scan line."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.sales.cart import Cart, CartLine, UnknownLine
from jxc_desktop.services.sales.discount_entry import parse_discount
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.words import _
from jxc_desktop.ui.sales.cart_model import CartModel, count_text
from jxc_desktop.ui.sales.discount_words import discount_words, typed_percent
from jxc_desktop.ui.widgets.figure_text import money_text, price_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted
from jxc_desktop.ui.widgets.pin_entry import ask_pin
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.typed_entries import Entry, TypedEntries, was

# 抹零: not at all, to the jiao, to the yuan.
ROUNDING_STEPS = (0, 10, 100)


class CartEntries(TypedEntries[Cart]):
    """The entries of the counter.

    Signals:
        noted: the note of 挂单. allowed: the 授权码 somebody else typed.
    """

    noted = Signal(str)
    allowed = Signal(str)

    def __init__(self, line: ScanLine, model: CartModel, parent: QObject | None = None) -> None:
        super().__init__(line, parent)
        self._model = model
        self._step = 0
        self._asks_pin = False

    def ask_count(self, number: int) -> None:
        """数量 of a row; a red row has one too."""
        row = self._model.row_at(number)
        before = count_text(row)

        def change(text: str) -> Cart:
            return self._model.cart.with_count(number, Quantity.parse(text))

        entry = Entry(change, lambda cart: _subtotal(cart, number), was(before))
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

        entry = Entry(change, lambda cart: _subtotal(cart, number), was(price_text(now)))
        self._ask(entry, self._head(number, _("单价")), str(proposed))

    def ask_discount(self, number: int) -> None:
        """折扣 of a row: 9 = 9 折, =10.8 折后价, -1.2 减掉的钱, nothing = none."""
        line = self._model.line_at(number)
        if not isinstance(line, CartLine):
            return
        before = discount_words(line)

        def change(text: str) -> Cart:
            return _discounted(self._model.cart, number, text)

        entry = Entry(change, lambda cart: _subtotal(cart, number), was(before) if before else ())
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
        self._entry, self._asks_pin = None, False
        keys = (KeyHint("Enter", _("挂单")), KeyHint("Esc", _("不挂")))
        head = (bold(_("挂单")), muted(_("备注（可以不写）")))
        self._line.ask(head, "", keys=keys, is_number=False, width=160)

    def ask_pin(self, why: str) -> None:
        """授权码 of another operator, who allows what the one here may not do alone."""
        self._entry, self._asks_pin = None, True
        ask_pin(self._line, why)

    @override
    def _write(self, draft: Cart) -> None:
        self._model.change(draft)

    @override
    def _has_red_rows(self) -> bool:
        return bool(self._model.totals.unknown_rows)

    @override
    def _on_answered(self, text: str) -> None:
        if self._entry is not None:
            super()._on_answered(text)
            return
        self._close()
        if self._asks_pin:
            self.allowed.emit(text)
        else:
            self.noted.emit(text.strip())

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
