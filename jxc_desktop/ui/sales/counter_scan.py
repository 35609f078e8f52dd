"""What a scan at the counter stands for: goods, nothing the shop knows, or one of its own receipts."""

from dataclasses import dataclass

from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.widgets.goods_scan import GluedGoods, read_goods


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
    answer = read_goods(shop.catalog, text)
    if isinstance(answer, NoGoods) and answer.fault in (ScanFault.UNKNOWN, ScanFault.SHORT_READ):
        return _own_receipt(shop, answer.code) or answer
    return answer


def _own_receipt(shop: Shop, code: str) -> OwnReceipt | None:
    if "-" not in code:
        return None
    document_id = shop.sales.sale_by_number(code.upper())
    return None if document_id is None else OwnReceipt(document_id, code.upper())
