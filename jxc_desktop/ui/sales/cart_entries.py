"""Quantity, price, discount and the whole bill, typed in the scan line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.money import Money
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
        change: the cart as it would be with the text. write: takes the text for good.
        shown: what the text would come to, of the cart as it would be.
    """

    write: Callable[[str], None]
    change: Callable[[str], Cart] | None = None
    shown: Callable[[Cart], Sequence[Part]] = lambda _cart: ()
    before: tuple[Part, ...] = ()


class CartEntries(QObject):
    """Opens the entries and writes what is typed; what is wrong is said in the line, and the entry stays.

    Signals:
        closed: the focus goes back to the scan field. written: something was changed.
    """

    closed = Signal()
    written = Signal()

    def __init__(self, line: ScanLine, model: CartModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line, self._model = line, model
        self._entry: Entry | None = None
        self._step = 0
        line.answered.connect(self._on_answered)
        line.entry_changed.connect(self._on_changed)
        line.entry_left.connect(self.closed)

    def ask_count(self, number: int) -> None:
        """数量 of a row; a red row has one too."""
        row = self._model.row_at(number)
        before = count_text(row)
        is_red = isinstance(row.line, UnknownLine)
        entry = Entry(
            lambda text: self._model.set_count(number, Quantity.parse(text)),
            lambda text: self._model.cart.with_count(number, Quantity.parse(text)),
            (lambda _cart: ()) if is_red else (lambda cart: _subtotal(cart, number)),
            (muted(_("原来 {value}").format(value=before)),),
        )
        self._ask(entry, self._head(number, _("数量")), before, _row_keys())

    def ask_price(self, number: int) -> None:
        """单价 of a row; where the list price changed since the scan, the former one is proposed."""
        line = self._goods(number)
        if line is None:
            return
        now = line.item.list_price if line.item.price is None else line.item.price
        proposed = now if line.former_price is None else line.former_price
        entry = Entry(
            lambda text: self._model.set_price(number, UnitPrice.parse(text)),
            lambda text: self._model.cart.with_price(number, UnitPrice.parse(text)),
            lambda cart: _subtotal(cart, number),
            (muted(_("原来 {value}").format(value=price_text(now))),),
        )
        self._ask(entry, self._head(number, _("单价")), str(proposed), _row_keys())

    def ask_discount(self, number: int) -> None:
        """折扣 of a row: 9 = 9 折, =10.8 折后价, -1.2 减掉的钱, nothing = none."""
        line = self._goods(number)
        if line is None:
            return
        before = discount_words(line)
        entry = Entry(
            lambda text: self._write_discount(number, text),
            lambda text: _discounted(self._model.cart, number, text),
            lambda cart: _subtotal(cart, number),
            (muted(_("原来 {value}").format(value=before)),) if before else (),
        )
        keys = (KeyHint("", _("9 折打 9 · 折后价打 = · 减钱打 -")), *_row_keys())
        self._ask(entry, self._head(number, _("折扣")), typed_percent(line.item.percent_off), keys, also="=")

    def ask_bill(self) -> None:
        """整单优惠: 折 / 减 / 抹零; F10 again walks through the ways of 抹零."""
        reduction = self._model.cart.reduction
        self._step = reduction.rounding_step
        value = typed_percent(reduction.percent_off)
        if reduction.amount_off.fen:
            value = f"-{reduction.amount_off}"
        entry = Entry(
            lambda text: self._model.set_reduction(self._reduction(text)),
            lambda text: self._model.cart.with_reduction(self._reduction(text)),
            lambda cart: self._bill_tail(cart),
        )
        keys = (KeyHint("", _("减钱打 - · 收整打 =")), KeyHint("F10", _("抹零")), *_row_keys())
        self._ask(entry, (bold(_("整单优惠")),), value, keys, also="=")

    def is_asking_bill(self) -> bool:
        """Whether 整单优惠 is open, so that F10 means 抹零."""
        return self._line.is_asking() and self._entry is not None and not self._entry.before and self._is_bill

    def next_rounding(self, text: str) -> None:
        """The next way of 抹零; Enter writes it."""
        place = ROUNDING_STEPS.index(self._step) if self._step in ROUNDING_STEPS else 0
        self._step = ROUNDING_STEPS[(place + 1) % len(ROUNDING_STEPS)]
        self._on_changed(text)

    def ask_note(self, write: Callable[[str], None]) -> None:
        """挂单's note; it may stay empty."""
        keys = (KeyHint("Enter", _("挂单")), KeyHint("Esc", _("不挂")))
        self._entry, self._is_bill = Entry(write), False
        head = (bold(_("挂单")), muted(_("备注（可以不写）")))
        self._line.ask(head, "", keys=keys, is_number=False, width=160)

    def leave(self) -> None:
        """Close the entry without writing."""
        if self._line.is_asking():
            self._line.close_entry()
            self.closed.emit()

    _is_bill = False

    def _ask(self, entry: Entry, head: tuple[Part, ...], value: str, keys: Sequence[KeyHint], also: str = "") -> None:
        self._entry, self._is_bill = entry, head[0].text == _("整单优惠")
        self._line.ask(head, value, entry.before, keys, also=also)
        self._on_changed(value)

    def _on_changed(self, text: str) -> None:
        """Behind the entry stands what the typed figure comes to; nothing while it comes to nothing."""
        entry = self._entry
        if entry is None or entry.change is None:
            return
        try:
            shown = tuple(entry.shown(entry.change(text)))
        except (ShopError, BadNumberError):
            shown = ()
        if self._line.shown_kind() is LineKind.DANGER and not self._model.totals.unknown_rows:
            self._line.clear()
        self._line.set_tail((*entry.before, *shown))

    def _on_answered(self, text: str) -> None:
        entry = self._entry
        if entry is None:
            return
        try:
            entry.write(text)
        except BadNumberError:
            self._say(_("写成数字"))
        except ShopError as error:
            self._say(refusal(error).line)
        else:
            self._entry = None
            self._line.close_entry()
            self.closed.emit()
            self.written.emit()

    def _say(self, words: str) -> None:
        self._line.say(LineKind.DANGER, (Part(words, tone=Tone.DANGER),), flashes=True)

    def _goods(self, number: int) -> CartLine | None:
        line = self._model.line_at(number)
        return line if isinstance(line, CartLine) else None

    def _head(self, number: int, word: str) -> tuple[Part, ...]:
        line = self._model.row_at(number).line
        name = line.code if isinstance(line, UnknownLine) else line.goods.name
        return (bold(_("第 {number} 行 {name}").format(number=number + 1, name=name)), muted(word))

    def _write_discount(self, number: int, text: str) -> None:
        discount = parse_discount(text)
        if discount.after is not None:
            self._model.set_price(number, discount.after)
        else:
            self._model.set_discount(number, discount.percent_off, discount.amount_off)

    def _reduction(self, text: str) -> TicketReduction:
        discount = parse_discount(text, "ticket_discount")
        amount_off = discount.amount_off
        if discount.after is not None:
            plain = replace(self._model.cart, reduction=TicketReduction()).totals().priced.due
            amount_off = plain - discount.after_in_money()
        return TicketReduction(discount.percent_off, amount_off, self._step)

    def _bill_tail(self, cart: Cart) -> tuple[Part, ...]:
        priced = cart.totals().priced
        words = {0: _("不抹零"), 10: _("抹零到角"), 100: _("抹零到元")}.get(self._step, "")
        amount = f"{words} {money_text(Money(-priced.rounding_off.fen))}" if priced.rounding_off.fen else words
        return (muted(amount), muted(_("应收 {due}").format(due=money_text(priced.due))))


def _row_keys() -> tuple[KeyHint, ...]:
    return (KeyHint("Enter", _("改")), KeyHint("Esc", _("不改")))


def _subtotal(cart: Cart, number: int) -> tuple[Part, ...]:
    line = cart.lines[number]
    assert isinstance(line, CartLine)
    return (muted(_("小计 {amount}").format(amount=money_text(line.net))),)


def _discounted(cart: Cart, number: int, text: str) -> Cart:
    discount = parse_discount(text)
    if discount.after is not None:
        return cart.with_price(number, discount.after)
    return cart.with_discount(number, discount.percent_off, discount.amount_off)
