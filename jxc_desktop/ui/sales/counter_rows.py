"""What the keys do to the rows of the cart."""

from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.cart import CartLine
from jxc_desktop.services.sales.cart_text import cart_to_text
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.cart_entries import CartEntries
from jxc_desktop.ui.sales.cart_model import CartRow
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import ready_hint, say_ready
from jxc_desktop.ui.widgets.parts import Part, bold, plain
from jxc_desktop.ui.widgets.scanned_rows import ScannedRows

GIVES_UP_WITHIN_MS = 3000
ANSWER_COUNTS_AFTER_MS = 300


class CounterRows(ScannedRows[CounterParts, CartRow]):
    """Quantity, price and discount of the chosen row; rows deleted, the whole cart given up."""

    def __init__(self, parts: CounterParts, entries: CartEntries) -> None:
        super().__init__(parts, parts.table)
        self._entries = entries
        self._asked_ms: int | None = None

    def count(self) -> None:
        """F3: the quantity is typed."""
        number = self._chosen()
        if number is not None:
            self._entries.ask_count(number)

    def price(self) -> None:
        """F4: the price is typed."""
        number = self._chosen_goods()
        if number is not None:
            self._entries.ask_price(number)

    def discount(self) -> None:
        """F5: the discount is typed."""
        number = self._chosen_goods()
        if number is not None:
            self._entries.ask_discount(number)

    def bill(self) -> None:
        """F10: something is taken off the whole bill."""
        if self._parts.model.cart.goods_lines:
            self._entries.ask_bill()
        else:
            self._parts.remark(_("还没有商品"))

    def hold(self) -> None:
        """F6: the cart is put on hold, with a note if one likes."""
        if self._parts.model.is_empty():
            self._parts.remark(_("还没有商品，没有可以挂的单"))
        else:
            self._entries.ask_note()

    @override
    def _hint(self) -> str:
        return ready_hint()

    @override
    def _name_at(self, number: int) -> str:
        line = self._parts.model.cart.lines[number]
        return line.goods.name if isinstance(line, CartLine) else line.code

    @override
    def _count_at(self, number: int) -> Quantity | None:
        line = self._parts.model.cart.lines[number]
        if not isinstance(line, CartLine):
            return Quantity.of(line.count)
        is_weighed = line.goods.is_weighed or line.item.given_amount is not None
        return None if is_weighed else line.item.count

    @override
    def _set_count(self, number: int, count: Quantity) -> None:
        parts = self._parts
        perform(
            lambda: parts.model.change(parts.model.cart.with_count(number, count)),
            lambda _nothing: parts.table.choose(number),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    @override
    def _delete(self, number: int) -> None:
        self._parts.model.delete(number)

    @override
    def _why_not_red(self) -> str:
        return _("未识别的行没有价钱；先建商品，或按 F12 选一个")

    @override
    def _question(self) -> tuple[Part, ...]:
        return (bold(_("整单取消？")), plain(_("3 秒内再按一次就清空")))

    @override
    def _is_yes(self) -> bool:
        """No key that bounced, and none that comes long after."""
        now, before = self._parts.clock(), self._asked_ms
        if before is not None and ANSWER_COUNTS_AFTER_MS <= now - before <= GIVES_UP_WITHIN_MS:
            self._asked_ms = None
            return True
        self._asked_ms = now
        return False

    @override
    def _give_up(self) -> None:
        parts, cart = self._parts, self._parts.model.cart
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.carts.discard(cart.token, cart_to_text(cart)),
            lambda _nothing: self._on_discarded(),
            lambda refusal, _error: self._on_not_discarded(refusal.line),
        )

    def _on_not_discarded(self, words: str) -> None:
        self._parts.drafts.keep(self._parts.model.cart)
        self._parts.refuse(words)

    def _on_discarded(self) -> None:
        self._parts.model.start()
        say_ready(self._parts.line)
