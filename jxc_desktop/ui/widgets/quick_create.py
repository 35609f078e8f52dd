"""Ctrl+N on a red row: its code becomes a product at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from jxc_desktop.services.catalog.product import FoundProduct, ProductDetails
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.page import Page, Surroundings

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog, QuickCreateWords


class QuickCreate(QObject):
    """Opens 建商品 and writes the product down.

    Signals:
        opened: the dialog; whoever hears it opens it, and takes the scans meanwhile.
        created: the code, and the goods it stands for now.
    """

    opened = Signal(object)
    created = Signal(str, object)

    def __init__(self, page: Page, surroundings: Surroundings) -> None:
        super().__init__(page)
        self._page, self._surroundings = page, surroundings

    def may_create(self) -> bool:
        """Whether the operator may write products down."""
        return self._surroundings.shop.may("catalog.save_product")

    def begin(self, code: str, words: "QuickCreateWords") -> None:
        """Ask for the product of this code."""
        # Loaded with the first one: neither the first paint nor the first scan waits for it.
        from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog

        shop = self._surroundings.shop
        categories: list[tuple[str, ...]] = []
        refused: list[Refusal] = []
        perform(shop.catalog.categories, categories.extend, lambda refusal, _error: refused.append(refusal))
        sees_cost = shop.operator.role.may_see_cost
        dialog = QuickCreateDialog(self._page, code, categories, sees_cost, Qt.Key.Key_N, words)
        dialog.filled_in.connect(lambda details: self._save(dialog, code, details))
        self.opened.emit(dialog)
        for refusal in refused:
            self._on_refused(dialog, refusal.line)

    def _save(self, dialog: "QuickCreateDialog", code: str, details: ProductDetails) -> None:
        perform(
            lambda: self._saved(code, details),
            lambda found: self._on_saved(dialog, code, found),
            lambda refusal, _error: self._on_refused(dialog, refusal.line),
        )

    def _saved(self, code: str, details: ProductDetails) -> FoundProduct:
        catalog = self._surroundings.shop.catalog
        product_id = catalog.save_product(details)
        found = catalog.find_by_code(code)
        return found if isinstance(found, FoundProduct) else catalog.find_by_id(product_id)

    def _on_saved(self, dialog: "QuickCreateDialog", code: str, found: FoundProduct) -> None:
        self.created.emit(code, found)
        dialog.accept()

    def _on_refused(self, dialog: "QuickCreateDialog", words: str) -> None:
        dialog.say_refused(words)
        self._surroundings.sound.play(SoundKind.BAD)
