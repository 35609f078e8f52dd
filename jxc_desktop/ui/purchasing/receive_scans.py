"""What a scan does while a delivery is counted, whatever is open at the moment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.purchasing.receiving_draft import NO_LOT, Lot, ReceivingDraft, is_measured
from jxc_desktop.services.purchasing.receiving_lot import lot_on_code
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_entries import ReceiveEntries
from jxc_desktop.ui.purchasing.receive_lot_words import is_expired
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_unknown import ReceiveUnknown
from jxc_desktop.ui.purchasing.receive_words import say_counted, say_own_document, say_weigh
from jxc_desktop.ui.widgets.figure_text import quantity_text
from jxc_desktop.ui.widgets.goods_scan import GluedGoods, read_goods
from jxc_desktop.ui.widgets.scan_words import say_no_goods

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog


@dataclass(frozen=True, slots=True)
class _OwnReceipt:
    """The number of a receipt that is in the books."""

    document_id: int
    number: str


_Answer = FoundProduct | GluedGoods | NoGoods | _OwnReceipt


class ReceiveScans(QObject):
    """Takes every scan: onto its row, or kept for later while a dialog is open. None is ever lost.

    Signals:
        counted: a scan stands on a row. document_scanned: the key of a receipt whose number was scanned.
    """

    counted = Signal()
    document_scanned = Signal(int)

    def __init__(self, parts: ReceiveParts, unknown: ReceiveUnknown, entries: ReceiveEntries) -> None:
        super().__init__(parts.page)
        self._parts, self._unknown, self._entries = parts, unknown, entries
        self._waiting: list[str] = []
        self._take: Callable[[str], None] = self._count
        unknown.opened.connect(self._on_creating)

    def take(self, code: str) -> None:
        """A scan, from the field or from wherever the focus was."""
        self._take(code)

    def take_typed(self, text: str) -> bool:
        """A short code typed whole, such as a scale number; False: the text is no code."""
        if not (text.isascii() and text.isdecimal()):
            return False
        found = self._parts.shop.catalog.find_by_code(text)
        if isinstance(found, FoundProduct):
            self.add(found)
        return isinstance(found, FoundProduct)

    def add(self, found: FoundProduct, typed: str = "", lot: Lot = NO_LOT) -> None:
        """Goods that came in, as many as the multiplier says; what is weighed asks how much it is."""
        parts = self._parts
        is_to_weigh = is_measured(found) and found.quantity.milli == 1000 and parts.field.multiplier == 1
        number = parts.model.draft.row_of(found, lot)
        if is_to_weigh and number is not None and not parts.line.is_asking():
            self._ask_weight(number)
            return
        pieces = parts.field.multiplier
        perform(
            lambda: self._added(found, pieces, lot),
            lambda place: self._on_added(found, pieces, place, typed, is_to_weigh),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _added(self, found: FoundProduct, pieces: int, lot: Lot) -> int:
        """Count them; what they cost last is asked only for a new row."""
        model = self._parts.model
        last = None
        if model.draft.row_of(found, lot) is None:
            last = self._parts.shop.purchasing.last_price(found.product_id, found.unit_factor)
        draft, place = model.draft.add(found, pieces, last, lot)
        model.change(draft)
        return place

    def _on_added(self, found: FoundProduct, pieces: int, place: int, typed: str, is_to_weigh: bool) -> None:
        parts = self._parts
        goods = parts.model.draft.goods_at(place)
        parts.field.use_multiplier()
        parts.table.choose(place)
        if not is_to_weigh:
            added = quantity_text(found.quantity) if pieces == 1 else f"{found.quantity.milli * pieces // 1000:,}"
            say_counted(parts.line, goods, added, parts.shop.today, typed)
        elif parts.line.is_asking():
            say_weigh(parts.line, goods)
        else:
            self._entries.ask_count(place)
        is_old = is_expired(goods.lot, parts.shop.today)
        parts.play(SoundKind.BAD if is_old else SoundKind.GOOD)
        self.counted.emit()

    def _ask_weight(self, number: int) -> None:
        self._parts.table.choose(number)
        self._entries.ask_count(number)
        self._parts.play(SoundKind.GOOD)
        self.counted.emit()

    def _count(self, code: str) -> None:
        parts = self._parts
        perform(
            lambda: self._read(code),
            lambda answer: self._answer(answer, code),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _read(self, code: str) -> _Answer:
        answer = read_goods(self._parts.shop.catalog, code)
        if isinstance(answer, NoGoods) and "-" in answer.code:
            number = answer.code.upper()
            document_id = self._parts.shop.purchasing.receipt_by_number(number)
            if document_id is not None:
                return _OwnReceipt(document_id, number)
        return answer

    def _answer(self, answer: _Answer, code: str) -> None:
        if isinstance(answer, FoundProduct):
            self.add(answer, lot=lot_on_code(code))
        elif isinstance(answer, GluedGoods):
            self.add(answer.found, answer.typed)
        elif isinstance(answer, _OwnReceipt):
            self._on_document(answer)
        elif answer.fault is ScanFault.UNKNOWN:
            self._add_unknown(answer.code)
        else:
            say_no_goods(self._parts.line, answer)
            self._parts.play(SoundKind.BAD if answer.payment is None else SoundKind.WARN)

    def _on_document(self, receipt: _OwnReceipt) -> None:
        """With nothing in hand the receipt is opened by its number; else the delivery comes first."""
        parts = self._parts
        self.document_scanned.emit(receipt.document_id)
        if parts.model.is_empty():
            parts.play(SoundKind.GOOD)
            parts.surroundings.show_page("purchasing.list", receipt.document_id)
        else:
            say_own_document(parts.line, receipt.number)
            parts.play(SoundKind.WARN)

    def _add_unknown(self, code: str) -> None:
        """A red row, and on with the next scan."""
        parts = self._parts
        pieces = parts.field.multiplier
        perform(
            lambda: parts.model.draft.add_unknown(code, pieces),
            lambda answer: self._on_unknown(*answer),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_unknown(self, draft: ReceivingDraft, number: int) -> None:
        parts = self._parts
        parts.model.change(draft)
        parts.field.use_multiplier()
        parts.table.choose(number)
        self._unknown.say_row()
        parts.play(SoundKind.BAD)
        self.counted.emit()

    def _on_creating(self, dialog: "QuickCreateDialog") -> None:
        self._take = lambda code: self._while_creating(dialog, code)
        dialog.finished.connect(self._on_closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _while_creating(self, dialog: "QuickCreateDialog", code: str) -> None:
        self._waiting.append(code)
        dialog.show_queued(len(self._waiting))

    def _on_closed(self) -> None:
        """What was scanned meanwhile goes the ordinary way now."""
        self._take = self._count
        self._parts.field.setFocus()
        waiting, self._waiting = self._waiting, []
        for code in waiting:
            self.take(code)
