"""A red row of a delivery becomes goods: made at once (Ctrl+N) or chosen by name (F12)."""

from typing_extensions import override

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_words import say_counted
from jxc_desktop.ui.widgets.figure_text import quantity_text
from jxc_desktop.ui.widgets.red_rows import RedRows


class ReceiveUnknown(RedRows[ReceiveParts]):
    """What can be done with a red row of the delivery."""

    @override
    def _begin(self, code: str) -> None:
        from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateWords

        advice = _("写了进价，这一行就按它算；拼音首字母自动生成。")
        self._quick.begin(code, QuickCreateWords(_("建好并入库"), advice))

    @override
    def _replace(self, code: str, found: FoundProduct) -> None:
        parts, number = self._parts, self._parts.row_of_unknown(code)
        if number is None:
            return
        perform(
            lambda: parts.model.draft.with_found(number, found, self._last_price(found)),
            lambda answer: self._on_replaced(*answer),
            lambda refusal, _error: parts.refuse(refusal.line),
        )

    def _last_price(self, found: FoundProduct) -> UnitPrice | None:
        return self._parts.shop.purchasing.last_price(found.product_id, found.unit_factor)

    def _on_replaced(self, draft: ReceivingDraft, place: int) -> None:
        parts, goods = self._parts, draft.goods_at(place)
        parts.model.change(draft)
        parts.table.choose(place)
        say_counted(parts.line, goods, quantity_text(goods.count), parts.shop.today)
        self.say_rows()
