"""A red row becomes goods: made at once (Ctrl+N) or chosen by name (F12)."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.quick_create import QuickCreate
from jxc_desktop.ui.widgets.scan_words import say_unknown
from jxc_desktop.ui.widgets.scanned_parts import RedRow, ScannedParts

Parts = TypeVar("Parts", bound=ScannedParts)


class RedRows(QObject, Generic[Parts]):
    """What can be done with a red row.

    Signals:
        opened: the dialog 建商品, which takes the scans meanwhile.
    """

    opened = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._quick = QuickCreate(parts.page, parts.surroundings)
        self._quick.opened.connect(self.opened)
        self._quick.created.connect(self._replace)

    def create(self) -> None:
        """Ctrl+N: make a product of the code of the red row."""
        row = self._parts.last_unknown()
        if row is None:
            self._parts.remark(_("没有未识别的条码"))
        elif not self._quick.may_create():
            self._parts.remark(_("建商品要店主或库管来做；可以按 F12 选一个，或删掉红行"))
        else:
            self._begin(row.code)

    def become(self, code: str, product_id: int) -> None:
        """F12 on a red row: it was this product."""
        perform(
            lambda: self._parts.surroundings.shop.catalog.find_by_id(product_id),
            lambda found: self._replace(code, found),
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def say_row(self, flashes: bool = True) -> None:
        """Nobody knows the code; what the keys do to its row, if that is the chosen one."""
        row = self._parts.last_unknown()
        if row is not None:
            stopped = self._stopped_name(row)
            is_chosen, may_create = self._parts.chosen_unknown() is not None, self._quick.may_create() and not stopped
            say_unknown(self._parts.line, row.code, stopped, is_chosen, may_create, flashes)

    def say_rows(self) -> None:
        """While there is a red row, the line says what the keys do to it: only what they do to the chosen row."""
        if not self._parts.line.is_asking():
            self.say_row(flashes=False)

    def _stopped_name(self, _row: RedRow) -> str:
        """What goods are called that are not sold any more; "" for those nobody knows."""
        return ""

    @abstractmethod
    def _begin(self, code: str) -> None:
        """Ask for the product of this code."""

    @abstractmethod
    def _replace(self, code: str, found: FoundProduct) -> None:
        """The red row of this code is these goods."""
