"""The packs a row of a goods list names: 副单位 with 比例, or 箱规."""

from dataclasses import dataclass

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.migrate_in.product_cells import PackSize

CASE = "箱"


class BadPackError(Exception):
    """The cells about a pack do not go together.

    Attributes:
        column: the key of the column to look at; reason: the key of the sentence that says why.
    """

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column = column
        self.reason = reason


@dataclass(slots=True)
class PackCells:
    """What a row says about packs.

    Attributes:
        unit: 副单位; size: 比例; case: 箱规; a size of a single one is None, as one that is not there.
        is_single: 比例 says that the pack holds a single one.
    """

    unit: str = ""
    size: PackSize | None = None
    case: PackSize | None = None
    codes: tuple[str, ...] = ()
    price: UnitPrice | None = None
    is_single: bool = False

    def packs(self) -> tuple[Pack, ...]:
        """The packs, the one with the barcodes first.

        Raises:
            BadPackError: a part of one is missing, or two parts contradict each other.
        """
        first = self._first()
        if self.case is None or first is None:
            return () if first is None else (first,)
        if first.name != (self.case.name or CASE):
            return first, Pack(self.case.name or CASE, self.case.factor)
        if first.factor != self.case.factor:
            raise BadPackError("case_size", "two_pack_sizes")
        return (first,)

    def _first(self) -> Pack | None:
        size = self._size()
        if size is None:
            self._refuse_leftovers()
            return None
        return Pack(size.name, size.factor, self.price, self.codes)

    def _size(self) -> PackSize | None:
        """The size of the first pack, with its name."""
        if self.size is not None:
            name = self.unit or self.size.name
            if not name:
                raise BadPackError("pack_size", "pack_without_unit")
            return PackSize(name, self.size.factor)
        if self.case is not None and self.unit in ("", self.case.name or self.unit):
            return PackSize(self.unit or self.case.name or CASE, self.case.factor)
        if self.unit and not self.is_single:
            raise BadPackError("pack_unit", "pack_without_size")
        return None

    def _refuse_leftovers(self) -> None:
        if self.codes:
            raise BadPackError("pack_barcode", "pack_code_without_pack")
        if self.price is not None:
            raise BadPackError("pack_price", "pack_price_without_pack")
