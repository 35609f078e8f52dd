"""What a scan at the counter stands for: goods, nothing the shop knows, or one of its own receipts."""

from dataclasses import dataclass

from jxc_desktop.models.values.barcode import gtin_fault
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.shop import Shop

# Digits a person typed right before the scan, and the codes they may stand before.
MOST_GLUED = 2
GLUED_CODE_LENGTHS = (13, 8)


@dataclass(frozen=True, slots=True)
class GluedGoods:
    """Goods whose code came with digits before it, typed too closely before the scan."""

    found: FoundProduct
    typed: str


@dataclass(frozen=True, slots=True)
class OwnReceipt:
    """The number on a receipt of this shop."""

    document_id: int
    number: str


ScanAnswer = FoundProduct | GluedGoods | NoGoods | OwnReceipt


def read_scan(shop: Shop, text: str) -> ScanAnswer:
    """What the scan stands for.

    Raises:
        StorageError: the shop file cannot be read.
    """
    answer = shop.catalog.find_by_code(text)
    if isinstance(answer, FoundProduct) or answer.fault not in (ScanFault.UNKNOWN, ScanFault.SHORT_READ):
        return answer
    return _glued(shop, answer.code) or _own_receipt(shop, answer.code) or answer


def scanned_code(text: str) -> str:
    """The code without what a scanner puts around it."""
    return clean_scan(text).code


def _glued(shop: Shop, code: str) -> GluedGoods | None:
    if not code.isascii() or not code.isdecimal():
        return None
    for length in GLUED_CODE_LENGTHS:
        typed, rest = code[:-length], code[-length:]
        if typed and len(typed) <= MOST_GLUED and gtin_fault(rest) is None:
            found = shop.catalog.find_by_code(rest)
            if isinstance(found, FoundProduct):
                return GluedGoods(found, typed)
    return None


def _own_receipt(shop: Shop, code: str) -> OwnReceipt | None:
    if "-" not in code:
        return None
    document_id = shop.sales.sale_by_number(code.upper())
    return None if document_id is None else OwnReceipt(document_id, code.upper())
