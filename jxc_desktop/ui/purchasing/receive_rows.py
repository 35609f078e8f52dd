"""What the keys do to the rows of a delivery."""

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.purchasing.receiving_draft import DraftLine, GoodsLine, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_entries import ReceiveEntries
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_words import say_dearer, say_ready, say_written
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind

ONE = Quantity.of(1)


class ReceiveRows(QObject):
    """Quantity, cost and amount of the chosen row; rows deleted, the whole delivery given up.

    Signals:
        deleted: a row went.
    """

    deleted = Signal()

    def __init__(self, parts: ReceiveParts, entries: ReceiveEntries) -> None:
        super().__init__(parts.page)
        self._parts, self._entries = parts, entries
        entries.written.connect(self._on_written)

    def count(self) -> None:
        """F3: 本次 is typed."""
        number = self._chosen()
        if number is not None:
            self._entries.ask_count(number)

    def price(self) -> None:
        """F5: 进价 is typed."""
        number = self._chosen_goods()
        if number is not None:
            self._entries.ask_price(number)

    def amount(self) -> None:
        """F6: 金额 of the row is typed."""
        number = self._chosen_goods()
        if number is not None:
            self._entries.ask_amount(number)

    def one_more(self) -> None:
        """+: one more."""
        self._step(ONE)

    def one_less(self) -> None:
        """−: one less; the last one is taken away with Delete."""
        self._step(-ONE)

    def other_lot(self) -> None:
        """F7: the next ones of these goods are of another batch, in a row of their own."""
        parts, number = self._parts, self._chosen_goods()
        if number is None:
            return
        draft, place = parts.model.draft.with_other_lot(number)
        parts.model.change(draft)
        parts.table.choose(place)
        name = draft.goods_at(place).goods.name
        words = (plain(name), bold(_("另一批，先记 1")), muted(_("再扫就记在这一行")))
        parts.line.say(LineKind.NEUTRAL, words, keys=(KeyHint("F4", _("效期")), KeyHint("F3", _("改数"))), flashes=True)

    def delete(self) -> None:
        """Delete: the chosen row goes."""
        number = self._chosen()
        if number is None:
            return
        parts = self._parts
        name = _name(parts.model.draft.lines[number])
        parts.line.say(LineKind.NEUTRAL, (muted(_("已删掉")), plain(name)), icon="trash")
        parts.model.change(parts.model.draft.without(number))
        if not parts.model.is_empty():
            parts.table.choose(min(number, parts.model.rowCount() - 1))
        self.deleted.emit()

    def give_up(self) -> None:
        """Ctrl+Delete: the whole delivery, if it is pressed twice."""
        parts = self._parts
        if parts.model.is_empty():
            parts.remark(_("还没有商品"))
        elif parts.press.is_yes("Ctrl+Delete"):
            self._give_up()
        else:
            rows = parts.model.totals.rows
            words = (bold(_("这次不收了？")), plain(_("{rows} 行都会清掉，再按一次就清空").format(rows=rows)))
            parts.line.say(LineKind.DANGER, words, keys=(KeyHint("Ctrl+Delete", _("清空")),), flashes=True)

    def _give_up(self) -> None:
        parts, draft = self._parts, self._parts.model.draft
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.purchasing.give_up_draft(draft),
            lambda _nothing: self._on_given_up(),
            lambda refusal, _error: self._on_not_given_up(refusal.line),
        )

    def _on_given_up(self) -> None:
        self._parts.model.start()
        say_ready(self._parts.line)

    def _on_not_given_up(self, words: str) -> None:
        self._parts.drafts.keep(self._parts.model.draft)
        self._parts.refuse(words)

    def _step(self, by: Quantity) -> None:
        parts, number = self._parts, self._chosen()
        if number is None:
            return
        line = parts.model.draft.lines[number]
        if isinstance(line, GoodsLine) and line.is_measured:
            parts.remark(_("称重的商品不能加减件，改重量按 F3"))
            return
        now = line.count if isinstance(line, GoodsLine) else Quantity.of(line.count)
        if (now + by).milli <= 0:
            words = (bold(_("只剩这一件")), plain(_("不要了就删掉这一行")))
            parts.line.say(LineKind.WARNING, words, keys=(KeyHint("Delete", _("删行")),), flashes=True)
            return
        perform(
            lambda: parts.model.draft.with_count(number, now + by),
            lambda draft: self._on_stepped(draft, number),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_stepped(self, draft: ReceivingDraft, number: int) -> None:
        self._parts.model.change(draft)
        self._parts.table.choose(number)
        self._on_changed(number)

    def _on_written(self) -> None:
        self._on_changed(self._entries.row)

    def _on_changed(self, number: int) -> None:
        line = self._parts.model.line_at(number)
        if not isinstance(line, GoodsLine):
            return
        if line.is_dearer:
            say_dearer(self._parts.line, line)
        else:
            say_written(self._parts.line, line)

    def _chosen(self) -> int | None:
        number = self._parts.table.chosen_number()
        if self._parts.model.line_at(number) is None:
            self._parts.remark(_("还没有商品"))
            return None
        return number

    def _chosen_goods(self) -> int | None:
        number = self._chosen()
        if number is not None and self._parts.chosen_unknown() is not None:
            self._parts.remark(_("未识别的行没有进价和批次；先建商品，或按 F12 选一个"))
            return None
        return number


def _name(line: DraftLine) -> str:
    return line.goods.name if isinstance(line, GoodsLine) else line.code
