"""What a scan does at the counter, whatever is open at the moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.payment_code import payment_code_kind
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_payment import CounterPayment
from jxc_desktop.ui.sales.counter_scan import OwnReceipt, ScanAnswer, read_scan
from jxc_desktop.ui.sales.counter_words import payment_keys, say_added, say_own_receipt, say_short
from jxc_desktop.ui.sales.unknown_goods import UnknownGoods
from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.widgets.goods_scan import GluedGoods, scanned_code
from jxc_desktop.ui.widgets.scan_words import say_no_goods

if TYPE_CHECKING:
    from jxc_desktop.ui.sales.payment_dialog import PaymentDialog


class CounterScans(QObject):
    """Takes every scan: into the cart, or kept for later while a dialog is open. None is ever lost.

    Attributes:
        oversold: the shop's rule for goods the books have less of. asked_receipt: the sale whose receipt was scanned
            while goods were in the cart; F8 opens it.
    """

    def __init__(self, parts: CounterParts, payment: CounterPayment, unknown: UnknownGoods) -> None:
        super().__init__(parts.page)
        self._parts, self._payment, self._unknown = parts, payment, unknown
        self._waiting: list[str] = []
        self.oversold = OversoldRule.WARN
        self.asked_receipt: int | None = None
        self._take: Callable[[str], None] = self._sell
        payment.opened.connect(self._on_paying)
        unknown.opened.connect(self._on_creating)

    def take(self, code: str) -> None:
        """A scan, from the field or from wherever the focus was."""
        self.asked_receipt = None
        self._take(code)

    def take_typed(self, text: str) -> bool:
        """A short code typed whole, such as a scale number; False: the text is no code."""
        if not (text.isascii() and text.isdecimal()):
            return False
        found = self._parts.shop.catalog.find_by_code(text)
        if isinstance(found, FoundProduct):
            self.add(found)
        return isinstance(found, FoundProduct)

    def add(self, found: FoundProduct, typed: str = "") -> None:
        """Goods into the cart, as many as the multiplier says."""
        parts = self._parts
        pieces = parts.field.multiplier
        perform(
            lambda: parts.model.add(found, pieces),
            lambda number: self._on_added(found, pieces, number, typed),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_added(self, found: FoundProduct, pieces: int, number: int, typed: str) -> None:
        parts = self._parts
        parts.field.use_multiplier()
        parts.table.choose(number)
        self._payment.forget_offer()
        on_hand = None if self.oversold is OversoldRule.ALLOW else parts.model.cart.shortage_of(found)
        if on_hand is None:
            say_added(parts.line, found, pieces, typed)
            parts.play(SoundKind.GOOD)
        else:
            say_short(parts.line, found, on_hand, is_forbidden=self.oversold is OversoldRule.FORBID)
            parts.play(SoundKind.WARN)

    def _sell(self, code: str) -> None:
        self._read(code, self._answer)

    def _read(self, code: str, done: Callable[[ScanAnswer], None]) -> None:
        parts = self._parts
        perform(lambda: read_scan(parts.shop, code), done, lambda refusal, _error: parts.refuse(refusal.line))

    def _answer(self, answer: ScanAnswer) -> None:
        if isinstance(answer, FoundProduct):
            self.add(answer)
        elif isinstance(answer, GluedGoods):
            self.add(answer.found, answer.typed)
        elif isinstance(answer, OwnReceipt):
            self._on_receipt(answer)
        else:
            self._on_no_goods(answer)

    def _on_receipt(self, receipt: OwnReceipt) -> None:
        """With nothing in hand the sale is opened; else the cart comes first."""
        parts = self._parts
        if parts.model.is_empty():
            parts.play(SoundKind.GOOD)
            parts.surroundings.show_page("sales.list", receipt.document_id)
        else:
            self.asked_receipt = receipt.document_id
            say_own_receipt(parts.line, receipt.number)
            parts.play(SoundKind.WARN)

    def _on_no_goods(self, answer: NoGoods) -> None:
        parts = self._parts
        if answer.fault is ScanFault.UNKNOWN:
            self._add_unknown(answer.code)
            return
        if answer.payment is not None:
            self._payment.offer(answer.payment, answer.code)
        say_no_goods(parts.line, answer, payment_keys(answer))
        parts.play(SoundKind.BAD if answer.payment is None else SoundKind.WARN)

    def _add_unknown(self, code: str) -> None:
        """A red row, and on with the next scan."""
        parts = self._parts
        pieces = parts.field.multiplier
        perform(
            lambda: parts.model.add_unknown(code, pieces),
            self._on_unknown,
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_unknown(self, number: int) -> None:
        parts = self._parts
        parts.field.use_multiplier()
        parts.table.choose(number)
        self._payment.forget_offer()
        self._unknown.say_row()
        parts.play(SoundKind.BAD)

    def _on_paying(self, dialog: "PaymentDialog") -> None:
        self._take = lambda code: self._while_paying(dialog, code)
        self._begin(dialog)

    def _on_creating(self, dialog: Dialog) -> None:
        self._take = lambda code: self._while_creating(dialog, code)
        self._begin(dialog)

    def _while_paying(self, dialog: "PaymentDialog", code: str) -> None:
        """A payment code chooses its tender, also one that would do for a label of the scale; all else is goods."""
        plain = scanned_code(code)
        payment = payment_code_kind(plain)
        if payment is None:
            self._read(code, lambda answer: self._keep_goods(dialog, code, answer))
            return
        taken = dialog.take_payment_code(payment, plain)
        self._parts.play(SoundKind.GOOD if taken else SoundKind.BAD)

    def _keep_goods(self, dialog: "PaymentDialog", code: str, answer: ScanAnswer) -> None:
        """Goods are kept for the next cart, or for this one if one goes back."""
        self._waiting.append(code)
        name = answer.name if isinstance(answer, FoundProduct) else scanned_code(code)
        dialog.say_scanned(len(self._waiting), name)
        self._parts.play(SoundKind.WARN)

    def _while_creating(self, dialog: Dialog, code: str) -> None:
        from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog

        self._waiting.append(code)
        assert isinstance(dialog, QuickCreateDialog)
        dialog.show_queued(len(self._waiting))

    def _begin(self, dialog: Dialog) -> None:
        dialog.finished.connect(self._on_closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_closed(self) -> None:
        """What was scanned meanwhile goes the ordinary way now."""
        self._take = self._sell
        self._parts.field.setFocus()
        waiting, self._waiting = self._waiting, []
        for code in waiting:
            self.take(code)
