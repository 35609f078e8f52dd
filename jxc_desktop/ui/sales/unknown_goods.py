"""A red row of the cart becomes goods: made at once (Ctrl+N) or chosen by name (F12)."""

from typing_extensions import override

from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import say_added
from jxc_desktop.ui.widgets.red_rows import RedRows
from jxc_desktop.ui.widgets.scanned_parts import RedRow


class UnknownGoods(RedRows[CounterParts]):
    """What can be done with a red row of the cart."""

    @override
    def _stopped_name(self, row: RedRow) -> str:
        return row.name if isinstance(row, UnknownLine) else ""

    @override
    def _begin(self, code: str) -> None:
        from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateWords

        advice = _("拼音首字母自动生成。")
        if self._parts.shop.operator.role.may_see_cost:
            advice = _("没有进价也能卖；入库时按实际进价算成本。拼音首字母自动生成。")
        self._quick.begin(code, QuickCreateWords(_("建好并卖出"), advice))

    @override
    def _replace(self, code: str, found: FoundProduct) -> None:
        parts = self._parts
        number = parts.row_of_unknown(code)
        if number is None:
            return
        line = parts.model.line_at(number)
        pieces = line.count if isinstance(line, UnknownLine) else 1
        perform(
            lambda: parts.model.set_found(number, found),
            lambda place: self._on_replaced(place, found, pieces),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _on_replaced(self, place: int, found: FoundProduct, pieces: int) -> None:
        self._parts.table.choose(place)
        say_added(self._parts.line, found, pieces)
        self.say_rows()
