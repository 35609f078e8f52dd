"""F9: what is missing is asked for, then the summary, then the delivery is posted; and what was left at the start."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.errors import AlreadyPostedError
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM, is_general_taxpayer
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_entries import ReceiveEntries
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_summary import ReceiveSummary, WayToPay
from jxc_desktop.ui.purchasing.receive_supplier import ReceiveSupplier
from jxc_desktop.ui.purchasing.receive_words import say_posted
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind


class ReceivePosting(QObject):
    """Brings a delivery into the books.

    Attributes:
        summary: what is shown before; last_posted: the receipt that Ctrl+O opens.

    Signals:
        closed: the focus goes back to the scan field.
        posted: the delivery is in the books.
    """

    closed = Signal()
    posted = Signal()

    def __init__(self, parts: ReceiveParts, supplier: ReceiveSupplier, entries: ReceiveEntries) -> None:
        super().__init__(parts.page)
        self._parts, self._supplier, self._entries = parts, supplier, entries
        self.summary = ReceiveSummary(parts.page)
        self.last_posted: int | None = None
        self.summary.f9_pressed.connect(self.press)
        self.summary.left.connect(self.close)
        parts.field.entered.connect(self.close)  # a digit typed there would choose no way of paying
        self.summary.enter_pressed.connect(lambda: self._say_summary(LineKind.WARNING))

    def is_open(self) -> bool:
        """Whether the summary is shown."""
        return not self.summary.isHidden()

    def press(self) -> None:
        """F9: the summary, or what is missing; F9 again posts."""
        if self.is_open():
            if self._parts.press.is_yes("F9"):
                self._post()
        elif self._is_ready():
            perform(self._ways, self._open, lambda refusal, _error: self._parts.refuse(refusal.line))

    def close(self) -> None:
        """Back to counting."""
        if self.is_open():
            self._parts.press.forget()
            self.summary.hide()
            self.closed.emit()
            self._parts.line.say(LineKind.NEUTRAL, (muted(_("还没有过账，可以接着扫")),), keys=(_f9(),))

    def close_for_scan(self) -> None:
        """A scan came while the summary was open: it is counted, and the summary is to be looked at anew."""
        if not self.is_open():
            return
        self.summary.hide()
        self.closed.emit()
        line = self._parts.model.line_at(self._parts.table.chosen_number())
        name = line.goods.name if isinstance(line, GoodsLine) else _("未识别的条码")
        words = (bold(_("又扫了 {name}").format(name=name)), plain(_("已经加上，还没有过账")))
        kind = LineKind.WARNING if isinstance(line, GoodsLine) else LineKind.DANGER
        self._parts.line.say(kind, words, keys=(_f9(),), flashes=True)
        self._parts.play(SoundKind.WARN)

    def _is_ready(self) -> bool:
        """Whether nothing is missing; if something is, it is asked for."""
        parts, totals = self._parts, self._parts.model.totals
        if not totals.rows:
            parts.remark(_("还没有商品，先扫到货的商品"))
        elif totals.unknown_rows:
            self._choose_unknown(totals.unknown_rows)
        elif totals.open_rows:
            self._ask_open_price(totals.open_rows)
        elif parts.model.draft.supplier_id is None:
            self._supplier.begin(self.press)
        else:
            return True
        return False

    def _choose_unknown(self, rows: int) -> None:
        parts, red = self._parts, self._parts.last_unknown()
        number = None if red is None else parts.row_of_unknown(red.code)
        if number is not None:
            parts.table.choose(number)
        words = (bold(_("还有 {rows} 行未识别").format(rows=rows)), plain(_("建好、选好或删掉再过账")))
        keys = (KeyHint("Ctrl+N", _("建商品")), KeyHint("F12", _("按名称找")), KeyHint("Delete", _("删红行")))
        parts.line.say(LineKind.DANGER, words, keys=keys, flashes=True)
        parts.play(SoundKind.BAD)

    def _ask_open_price(self, rows: int) -> None:
        """The first row nobody knows the cost of is asked at once."""
        lines = self._parts.model.draft.lines
        number = next(n for n, line in enumerate(lines) if isinstance(line, GoodsLine) and line.owed is None)
        self._parts.table.choose(number)
        self._entries.ask_price(number)
        self._parts.line.set_tail((bold(_("还有 {rows} 行没有进价").format(rows=rows)),))
        self._parts.play(SoundKind.WARN)

    def _ways(self) -> list[WayToPay]:
        accounts = self._parts.shop.purchasing.paying_accounts()
        paid = [WayToPay(account.account_id, _("付清　{name}").format(name=account.name)) for account in accounts]
        return [WayToPay(None, _("挂账，以后再付")), *paid]

    def _open(self, ways: list[WayToPay]) -> None:
        self._parts.press.forget()
        self._parts.press.is_yes("F9")
        shop = self._parts.shop
        deducts = is_general_taxpayer(shop.settings.read(GENERAL_TAXPAYER_FROM), shop.today)
        self.summary.show_draft(self._parts.model.draft, ways, shop.today, asks_invoice=deducts)
        self.summary.show()
        self.summary.raise_()
        self.summary.setFocus()
        self._say_summary(LineKind.NEUTRAL)

    def _say_summary(self, kind: LineKind) -> None:
        words = (bold(_("看一眼，再按一次 F9 过账")), muted(_("按数字选怎么付")))
        self._parts.line.say(kind, words, keys=(_f9(), KeyHint("Esc", _("返回"))), flashes=kind is LineKind.WARNING)

    def _post(self) -> None:
        parts, draft, way = self._parts, self._parts.model.draft, self.summary.way()
        receipt = replace(draft.receipt(way.account_id), has_tax_invoice=self.summary.has_invoice())
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.purchasing.receive_goods(receipt),
            lambda document_id: self._on_posted(document_id, draft, way),
            self._on_refused,
        )

    def _on_posted(self, document_id: int, draft: ReceivingDraft, way: WayToPay) -> None:
        parts, totals = self._parts, draft.totals()
        kinds = len({line.goods.product_id for line in draft.goods_lines})
        paid = _paid_words(way, draft, totals.amount)
        self._begin_next(document_id)
        parts.play(SoundKind.DONE)
        # The goods are in the books: a fault in reading the number changes nothing of that.
        perform(
            lambda: parts.shop.purchasing.receipt(document_id).row.number,
            lambda number: say_posted(parts.line, number, kinds, totals.pieces, totals.amount, paid),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_refused(self, refusal: Refusal, error: ShopError) -> None:
        """Nothing has changed; where this very delivery is in the books already, the page is free for the next."""
        if isinstance(error, AlreadyPostedError):
            self._begin_next(error.document_id)
        else:
            self._parts.drafts.keep(self._parts.model.draft)
            self.close()
        self._parts.refuse(refusal.line)

    def _begin_next(self, document_id: int) -> None:
        self.last_posted = document_id
        self.summary.hide()
        self._parts.model.start()
        self.posted.emit()
        self.closed.emit()


def _paid_words(way: WayToPay, draft: ReceivingDraft, amount: Money) -> str:
    if way.account_id is None:
        words = _("欠 {supplier} {amount}")
        return words.format(supplier=draft.supplier, amount=money_text(amount))
    return way.word


def _f9() -> KeyHint:
    return KeyHint("F9", _("过账"))
