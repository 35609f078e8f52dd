"""What the keys do to the rows of the cart."""

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.cart import CartLine
from jxc_desktop.services.sales.cart_text import cart_to_text
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.cart_entries import CartEntries
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import ready_hint, say_ready
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind

GIVES_UP_WITHIN_MS = 3000
ANSWER_COUNTS_AFTER_MS = 300
ONE = Quantity.of(1)


class CounterRows(QObject):
    """Quantity, price and discount of the chosen row; rows deleted, the whole cart given up.

    Signals:
        deleted: a row went.
    """

    deleted = Signal()

    def __init__(self, parts: CounterParts, entries: CartEntries) -> None:
        super().__init__(parts.page)
        self._parts, self._entries = parts, entries
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

    def one_more(self) -> None:
        """+: one piece more."""
        self._step(ONE)

    def one_less(self) -> None:
        """−: one piece less; the last one is taken away with Delete."""
        self._step(-ONE)

    def delete(self) -> None:
        """Delete: the chosen row goes."""
        number = self._chosen()
        if number is None:
            return
        parts, line = self._parts, self._parts.model.cart.lines[number]
        name = line.goods.name if isinstance(line, CartLine) else line.code
        parts.line.say(LineKind.NEUTRAL, (muted(_("已删掉")), plain(name)), hint=ready_hint(), icon="trash")
        parts.model.delete(number)
        if not parts.model.is_empty():
            parts.table.choose(min(number, parts.model.rowCount() - 1))
        self.deleted.emit()

    def give_up(self) -> None:
        """Ctrl+Delete: the whole cart, if it is pressed twice."""
        parts = self._parts
        if parts.model.is_empty():
            parts.remark(_("还没有商品"))
        elif not self._is_asked_again():
            self._asked_ms = parts.clock()
            words = (bold(_("整单取消？")), plain(_("3 秒内再按一次就清空")))
            parts.line.say(LineKind.DANGER, words, keys=(KeyHint("Ctrl+Delete", _("清空")),), flashes=True)
        else:
            self._discard()

    def _is_asked_again(self) -> bool:
        """Whether this is the answer to the question asked before, and no key that bounced."""
        since = None if self._asked_ms is None else self._parts.clock() - self._asked_ms
        return since is not None and ANSWER_COUNTS_AFTER_MS <= since <= GIVES_UP_WITHIN_MS

    def _discard(self) -> None:
        parts, cart = self._parts, self._parts.model.cart
        self._asked_ms = None
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
        parts = self._parts
        parts.model.start()
        say_ready(parts.line)

    def _step(self, by: Quantity) -> None:
        parts, number = self._parts, self._chosen()
        if number is None:
            return
        line = parts.model.cart.lines[number]
        if isinstance(line, CartLine) and (line.goods.is_weighed or line.item.given_amount is not None):
            parts.remark(_("称重的商品不能加减件，改重量按 F3"))
            return
        now = line.item.count if isinstance(line, CartLine) else Quantity.of(line.count)
        if (now + by).milli <= 0:
            words = (bold(_("只剩这一件")), plain(_("不要了就删掉这一行")))
            parts.line.say(LineKind.WARNING, words, keys=(KeyHint("Delete", _("删行")),), flashes=True)
            return
        perform(
            lambda: parts.model.change(parts.model.cart.with_count(number, now + by)),
            lambda _nothing: parts.table.choose(number),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _chosen(self) -> int | None:
        number = self._parts.table.chosen_number()
        if self._parts.model.line_at(number) is None:
            self._parts.remark(_("还没有商品"))
            return None
        return number

    def _chosen_goods(self) -> int | None:
        number = self._chosen()
        if number is not None and self._parts.chosen_unknown() is not None:
            self._parts.remark(_("未识别的行没有价钱；先建商品，或按 F12 选一个"))
            return None
        return number
