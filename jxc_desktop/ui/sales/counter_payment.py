"""收款 at the counter: the dialog, the sale, what is shown of it afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from jxc_desktop.models.values.payment_code import PaymentCodeKind
from jxc_desktop.services.errors import NotAllowedError, ShopError
from jxc_desktop.services.people.errors import WrongPinError
from jxc_desktop.services.people.settings import PRINTS_RECEIPTS
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.sales.errors import LimitError, PriceChangedError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import say_sold
from jxc_desktop.ui.sales.held_carts import HeldCarts
from jxc_desktop.ui.sales.last_sale_panel import LastSalePanel, last_sale_of
from jxc_desktop.ui.widgets.figure_text import quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.saying import LineKind

if TYPE_CHECKING:
    from jxc_desktop.services.money.ways_of_paying import WayOfPaying
    from jxc_desktop.services.sales.cart import Cart
    from jxc_desktop.services.sales.ticket import SoldTicket, TenderGiven, Ticket
    from jxc_desktop.ui.sales.payment_dialog import PaymentDialog

LEAVES_OUT_WITHIN_MS = 3000


class CounterPayment(QObject):
    """Takes the money for the cart.

    Signals:
        opened: the dialog 收款, which takes the scans meanwhile.
        refused_for_limit: why somebody else has to allow the sale; `allow` sells it then.
    """

    opened = Signal(object)
    refused_for_limit = Signal(str)

    def __init__(self, parts: CounterParts, held: HeldCarts, last: LastSalePanel) -> None:
        super().__init__(parts.page)
        self._parts, self._held, self._last = parts, held, last
        self._warned_ms: int | None = None
        self._offered: tuple[PaymentCodeKind, str] | None = None
        self._waiting: tuple[Cart, Ticket] | None = None

    def allow(self, pin: str) -> None:
        """Somebody typed his 授权码: sell what was paid already, if he may allow it."""
        parts = self._parts
        if self._waiting is None:
            return
        cart, ticket = self._waiting
        if cart != parts.model.cart:
            self._waiting = None
            parts.remark(_("购物车改过了，按 F9 重新收款"))
            return
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.sales.checkout(ticket, pin),
            self._on_sold,
            self._on_not_allowed,
        )

    def offer(self, kind: PaymentCodeKind, code: str) -> None:
        """A payment code was scanned into the goods field: the next F9 takes it."""
        self._offered = kind, code

    def forget_offer(self) -> None:
        """Something else was scanned since."""
        self._offered = self._warned_ms = None

    def begin(self, key: Qt.Key) -> None:
        """F9: open 收款, unless the cart is empty or holds red rows that were not warned of yet."""
        parts, totals = self._parts, self._parts.model.totals
        if totals.rows == totals.unknown_rows:
            parts.remark(_("还没有商品") if not totals.rows else _("只有未识别的行，没有可以收款的商品"))
        elif totals.unknown_rows and not self._leaves_red_rows_out():
            self._warn_of_red_rows(totals.unknown_rows)
        else:
            self._warned_ms = None
            perform(self._ways, lambda ways: self._open(ways, key), lambda said, _error: parts.refuse(said.line))

    def reprint(self) -> None:
        """Ctrl+P: the last sale's receipt once more."""
        parts, sale = self._parts, self._last.sale()
        if sale is None:
            parts.remark(_("还没有卖过，没有小票可以重打"))
            return
        perform(
            lambda: parts.shop.paper.reprint(sale.document_id),
            lambda _job: parts.line.say(LineKind.SUCCESS, _("补打小票 {number}").format(number=sale.number)),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def show_last_sale(self) -> None:
        """The operator's last sale, as the books have it."""
        perform(
            self._parts.shop.sales.last_sale,
            lambda sale: self._last.show_sale(None if sale is None else last_sale_of(sale)),
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def _leaves_red_rows_out(self) -> bool:
        warned = self._warned_ms
        return warned is not None and self._parts.clock() - warned <= LEAVES_OUT_WITHIN_MS

    def _warn_of_red_rows(self, rows: int) -> None:
        self._warned_ms = self._parts.clock()
        parts = (bold(_("还有 {rows} 行未识别").format(rows=rows)), plain(_("3 秒内再按 F9 就不算它们")))
        keys = (KeyHint("F9", _("不算，收款")), KeyHint("↑↓", _("选中红行")))
        self._parts.line.say(LineKind.DANGER, parts, keys=keys, flashes=True)
        self._parts.play(SoundKind.BAD)

    def _ways(self) -> "tuple[list[WayOfPaying], bool]":
        shop = self._parts.shop
        return shop.sales.ways_of_paying(), shop.settings.read(PRINTS_RECEIPTS) == "yes"

    def _open(self, answer: "tuple[list[WayOfPaying], bool]", key: Qt.Key) -> None:
        # Loaded with the first payment: the first scan does not wait for it.
        from jxc_desktop.ui.sales.payment_dialog import Bill, PaymentDialog

        ways, prints = answer
        totals = self._parts.model.totals
        subtitle = _("{rows} 行 {pieces} 件").format(rows=totals.rows - totals.unknown_rows, pieces=totals.pieces)
        dialog = PaymentDialog(self._parts.page, Bill(totals.due, subtitle, prints), ways, key)
        dialog.paid.connect(lambda tenders, prints: self._sell(dialog, tenders, prints))
        self.opened.emit(dialog)
        if self._offered is not None:
            dialog.take_payment_code(*self._offered)
            self._offered = None

    def _sell(self, dialog: "PaymentDialog", tenders: "tuple[TenderGiven, ...]", prints: bool) -> None:
        parts = self._parts
        ticket = parts.model.cart.to_ticket(tenders, prints)
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.sales.checkout(ticket),
            lambda sold: self._on_sold(sold, dialog),
            lambda refusal, error: self._on_refused(dialog, ticket, refusal, error),
        )

    def _on_sold(self, sold: "SoldTicket", dialog: "PaymentDialog | None" = None) -> None:
        parts, self._waiting = self._parts, None
        parts.model.start()
        short = [
            _("{name} 账面只有 {on_hand}").format(name=s.name, on_hand=quantity_text(s.on_hand)) for s in sold.shortages
        ]
        say_sold(parts.line, sold, "".join(short[:1]))
        parts.play(SoundKind.DONE)
        if dialog is not None:
            dialog.accept()
        # Sold is sold: what it came to is only shown, and a fault in reading it changes nothing of that.
        perform(
            lambda: last_sale_of(parts.shop.sales.sale(sold.document_id)),
            self._last.show_sale,
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_not_allowed(self, refusal: Refusal, error: ShopError) -> None:
        """The 授权码 allows nothing: another try, unless something else is in the way."""
        parts = self._parts
        parts.drafts.keep(parts.model.cart)
        parts.play(SoundKind.BAD)
        if isinstance(error, WrongPinError | NotAllowedError):
            self.refused_for_limit.emit(refusal.fact)
        else:
            self._waiting = None
            parts.refuse(refusal.line)

    def _on_refused(self, dialog: "PaymentDialog", ticket: "Ticket", refusal: Refusal, error: ShopError) -> None:
        """Nothing was sold; cart, payment and draft stay as they were."""
        parts = self._parts
        parts.drafts.keep(parts.model.cart)
        parts.play(SoundKind.BAD)
        if isinstance(error, LimitError):
            self._waiting = parts.model.cart, ticket
            dialog.reject()
            self.refused_for_limit.emit(refusal.fact)
            return
        if not isinstance(error, PriceChangedError):
            dialog.say_refused(refusal.line)
            return
        dialog.reject()
        self._held.check_prices()
        words = (bold(refusal.fact), plain(refusal.advice))
        parts.line.say(LineKind.WARNING, words, keys=(KeyHint("F9", _("收款")),), flashes=True)
