"""What the keys do to the rows of a delivery."""

from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_entries import ReceiveEntries
from jxc_desktop.ui.purchasing.receive_model import ReceiveRow
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_words import say_dearer, say_ready, say_written
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scanned_rows import ScannedRows


class ReceiveRows(ScannedRows[ReceiveParts, ReceiveRow]):
    """Quantity, cost and amount of the chosen row; rows deleted, the whole delivery given up."""

    def __init__(self, parts: ReceiveParts, entries: ReceiveEntries) -> None:
        super().__init__(parts, parts.table)
        self._entries = entries
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

    @override
    def _name_at(self, number: int) -> str:
        line = self._parts.model.draft.lines[number]
        return line.goods.name if isinstance(line, GoodsLine) else line.code

    @override
    def _count_at(self, number: int) -> Quantity | None:
        line = self._parts.model.draft.lines[number]
        if not isinstance(line, GoodsLine):
            return Quantity.of(line.count)
        return None if line.is_measured else line.count

    @override
    def _set_count(self, number: int, count: Quantity) -> None:
        parts = self._parts
        perform(
            lambda: parts.model.draft.with_count(number, count),
            lambda draft: self._on_counted(draft, number),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_counted(self, draft: ReceivingDraft, number: int) -> None:
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

    @override
    def _delete(self, number: int) -> None:
        self._parts.model.change(self._parts.model.draft.without(number))

    @override
    def _why_not_red(self) -> str:
        return _("未识别的行没有进价和批次；先建商品，或按 F12 选一个")

    @override
    def _question(self) -> tuple[Part, ...]:
        rows = self._parts.model.totals.rows
        return (bold(_("这次不收了？")), plain(_("{rows} 行都会清掉，再按一次就清空").format(rows=rows)))

    @override
    def _is_yes(self) -> bool:
        return self._parts.press.is_yes("Ctrl+Delete")

    @override
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
