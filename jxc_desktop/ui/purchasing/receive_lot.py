"""F4: the batch of a row is noted, while scans go on counting."""

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, Lot, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import REASONS, Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_lot_words import days_left_words, is_expired
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_side import ReceiveSide
from jxc_desktop.ui.widgets.figure_text import quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind


class ReceiveLot(QObject):
    """Opens the fields for one row and writes them when they are left; the fields stay with their row.

    Attributes:
        row: the row being noted; −1 for none.

    Signals:
        opened: the fields were opened. closed: the focus goes back to the scan field.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, parts: ReceiveParts, side: ReceiveSide) -> None:
        super().__init__(parts.page)
        self._parts, self._side = parts, side
        self._is_warned = False
        self.row = -1
        side.lot.form.finished.connect(self.finish)
        parts.model.changed.connect(self._recount)

    def is_open(self) -> bool:
        """Whether the fields are open."""
        return self._side.lot.is_open()

    def begin(self) -> None:
        """F4: note the batch of the chosen row; back into the fields where they are open."""
        parts = self._parts
        if self.is_open():
            self._side.lot.form.begin()
            return
        goods = parts.chosen_goods()
        if goods is None:
            none_yet = parts.model.is_empty()
            parts.remark(_("还没有商品") if none_yet else _("未识别的行没有进价和批次；先建商品，或按 F12 选一个"))
            return
        self.row = parts.table.chosen_number()
        perform(
            lambda: parts.shop.purchasing.last_shelf_days(goods.goods.product_id),
            lambda days: self._open(goods, days),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def finish(self) -> bool:
        """Write what is in the fields and close them; False: it cannot be, and they stay open."""
        if not self.is_open():
            return True
        lot = self._side.lot.form.lot()
        if lot is None:
            self._say_wrong()
            return False
        perform(lambda: self._parts.model.draft.with_lot(self.row, lot), self._on_noted, self._on_refused)
        return not self.is_open()

    def leave(self) -> None:
        """Esc: as Enter on the last field; where the dates cannot be, a second Esc leaves them unnoted."""
        if not self.finish():
            if self._is_warned:
                self.drop()
            self._is_warned = True

    def drop(self) -> None:
        """Close the fields without noting."""
        if self.is_open():
            self._side.close_lot()
            self.row = -1
            self.closed.emit()

    def _open(self, goods: GoodsLine, days: int | None) -> None:
        self._is_warned = False
        self._side.lot.form.show_lot(goods.lot, days, _note(goods))
        self._side.open_lot()
        self.opened.emit()

    def _recount(self) -> None:
        """A scan meanwhile is one more of the batch."""
        goods = self._parts.model.line_at(self.row)
        if self.is_open() and isinstance(goods, GoodsLine):
            self._side.lot.form.note.say(_note(goods))

    def _on_noted(self, draft: ReceivingDraft) -> None:
        goods = draft.goods_at(self.row)
        is_changed = goods.lot != self._parts.model.draft.goods_at(self.row).lot
        self._side.close_lot()
        self.row = -1
        self._parts.model.change(draft)
        self.closed.emit()
        if is_changed:
            self._say_noted(goods.goods.name, goods.lot)

    def _say_noted(self, name: str, lot: Lot) -> None:
        today = self._parts.shop.today
        if is_expired(lot, today) and lot.expires_on is not None:
            words = _("已经{days}，不要收").format(days=days_left_words(lot.expires_on, today))
            self._parts.line.say(LineKind.DANGER, (plain(name), bold(words)), flashes=True)
            return
        facts = [_("批号 {number}").format(number=lot.number)] if lot.number else []
        facts += [_("到期 {day}").format(day=lot.expires_on)] if lot.expires_on else []
        self._parts.line.say(LineKind.SUCCESS, (plain(name), muted("　".join(facts) or _("没有记批次"))))

    def _on_refused(self, refusal: Refusal, error: ShopError) -> None:
        if isinstance(error, InvalidInputError):
            self._side.lot.form.say_fault(
                error.field, REASONS[error.reason]() if error.reason in REASONS else refusal.fact
            )
        self._say_wrong()

    def _say_wrong(self) -> None:
        words = (bold(_("日期不对")), plain(_("改好再按 Enter，或再按一次 Esc 不记")))
        self._parts.line.say(LineKind.WARNING, words, keys=(KeyHint("Esc", _("不记")),), flashes=True)


def _note(goods: GoodsLine) -> str:
    count = _("{count} {unit}").format(count=quantity_text(goods.count), unit=goods.goods.unit_name)
    note = _("填完按 Enter 用于这一批的 {count}；扫描带 GS1 的箱码会自动填好。此时扫码照样加数，不会进这些格。")
    return note.format(count=count)
