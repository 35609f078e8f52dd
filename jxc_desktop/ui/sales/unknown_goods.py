"""A red row becomes goods: made at once (Ctrl+N) or chosen by name (F12)."""

from PySide6.QtCore import QObject, Qt, Signal

from jxc_desktop.services.catalog.product import FoundProduct, ProductDetails
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_words import say_added, say_unknown
from jxc_desktop.ui.widgets.dialog import Dialog


class UnknownGoods(QObject):
    """What can be done with a red row.

    Signals:
        opened: the dialog 建商品, which takes the scans meanwhile.
    """

    opened = Signal(object)

    def __init__(self, parts: CounterParts) -> None:
        super().__init__(parts.page)
        self._parts = parts

    def may_create(self) -> bool:
        """Whether the operator may write products down."""
        return self._parts.shop.operator.role in MAY_CALL["catalog.save_product"]

    def create(self) -> None:
        """Ctrl+N: make a product of the code of the red row."""
        parts = self._parts
        line = parts.last_unknown()
        if line is None:
            parts.remark(_("没有未识别的条码"))
        elif not self.may_create():
            parts.remark(_("建商品要店主或库管来做；可以按 F12 选一个，或删掉红行"))
        else:
            self._open_dialog(line.code)

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

    def _open_dialog(self, code: str) -> None:
        from jxc_desktop.ui.sales.quick_create_dialog import QuickCreateDialog

        shop = self._parts.shop
        sees_cost = shop.operator.role.may_see_cost
        dialog = QuickCreateDialog(self._parts.page, code, shop.catalog.categories(), sees_cost, Qt.Key.Key_N)
        dialog.filled_in.connect(lambda details: self._save(dialog, code, details))
        self.opened.emit(dialog)

    def _save(self, dialog: Dialog, code: str, details: ProductDetails) -> None:
        perform(
            lambda: self._saved(code, details),
            lambda found: self._on_saved(dialog, code, found),
            lambda refusal, error: self._on_refused(dialog, refusal, error),
        )

    def _saved(self, code: str, details: ProductDetails) -> FoundProduct:
        product_id = self._parts.shop.catalog.save_product(details)
        found = self._parts.shop.catalog.find_by_code(code)
        return found if isinstance(found, FoundProduct) else self._parts.shop.catalog.find_by_id(product_id)

    def _on_saved(self, dialog: Dialog, code: str, found: FoundProduct) -> None:
        self._replace(code, found)
        dialog.accept()

    def _on_refused(self, dialog: Dialog, refusal: Refusal, _error: ShopError) -> None:
        from jxc_desktop.ui.sales.quick_create_dialog import QuickCreateDialog

        assert isinstance(dialog, QuickCreateDialog)
        dialog.say_refused(refusal.line)
        self._parts.play(SoundKind.BAD)

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
