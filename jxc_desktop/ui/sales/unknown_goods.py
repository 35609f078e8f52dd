"""A red row becomes goods: made at once (Ctrl+N) or chosen by name (F12)."""

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import say_added, say_unknown
from jxc_desktop.ui.widgets.quick_create import QuickCreate


class UnknownGoods(QObject):
    """What can be done with a red row.

    Signals:
        opened: the dialog 建商品, which takes the scans meanwhile.
    """

    opened = Signal(object)

    def __init__(self, parts: CounterParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._quick = QuickCreate(parts.page, parts.surroundings)
        self._quick.opened.connect(self.opened)
        self._quick.created.connect(self._replace)

    def may_create(self) -> bool:
        """Whether the operator may write products down."""
        return self._quick.may_create()

    def create(self) -> None:
        """Ctrl+N: make a product of the code of the red row."""
        parts = self._parts
        line = parts.last_unknown()
        if line is None:
            parts.remark(_("没有未识别的条码"))
        elif not self.may_create():
            parts.remark(_("建商品要店主或库管来做；可以按 F12 选一个，或删掉红行"))
        else:
            self._begin(line.code)

    def become(self, code: str, product_id: int) -> None:
        """F12 on a red row: it was this product."""
        perform(
            lambda: self._parts.shop.catalog.find_by_id(product_id),
            lambda found: self._replace(code, found),
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def say_rows(self) -> None:
        """While there is a red row, the line says what the keys do to it: only what they do to the chosen row."""
        line = self._parts.last_unknown()
        if line is not None and not self._parts.line.is_asking():
            is_chosen = self._parts.chosen_unknown() is not None
            say_unknown(self._parts.line, line, is_chosen=is_chosen, may_create=self.may_create(), flashes=False)

    def _begin(self, code: str) -> None:
        from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateWords

        advice = _("拼音首字母自动生成。")
        if self._parts.shop.operator.role.may_see_cost:
            advice = _("没有进价也能卖；入库时按实际进价算成本。拼音首字母自动生成。")
        self._quick.begin(code, QuickCreateWords(_("建好并卖出"), advice))

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
