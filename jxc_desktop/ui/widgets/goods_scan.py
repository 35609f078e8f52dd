"""What goods a scan stands for, also where a digit was typed too closely before it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jxc_desktop.models.values.barcode import gtin_fault
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct

if TYPE_CHECKING:
    from jxc_desktop.services.catalog.catalog import Catalog

# Digits a person typed right before the scan, and the codes they may stand before.
MOST_GLUED = 2
GLUED_CODE_LENGTHS = (13, 8)


@dataclass(frozen=True, slots=True)
class GluedGoods:
    """Goods whose code came with digits before it, typed too closely before the scan."""

    found: FoundProduct
    typed: str


def read_goods(catalog: "Catalog", text: str) -> FoundProduct | GluedGoods | NoGoods:
    """What goods the scan stands for, or why there are none.

    Raises:
        StorageError: the shop file cannot be read.
    """
    answer = catalog.find_by_code(text)
    if isinstance(answer, FoundProduct) or answer.fault not in (ScanFault.UNKNOWN, ScanFault.SHORT_READ):
        return answer
    return _glued(catalog, answer.code) or answer


def scanned_code(text: str) -> str:
    """The code without what a scanner puts around it."""
    return clean_scan(text).code


def _glued(catalog: "Catalog", code: str) -> GluedGoods | None:
    if not code.isascii() or not code.isdecimal():
        return None
    for length in GLUED_CODE_LENGTHS:
        typed, rest = code[:-length], code[-length:]
        if typed and len(typed) <= MOST_GLUED and gtin_fault(rest) is None:
            found = catalog.find_by_code(rest)
            if isinstance(found, FoundProduct):
                return GluedGoods(found, typed)
    return None
