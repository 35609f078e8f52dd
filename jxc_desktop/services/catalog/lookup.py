"""What a code stands for: an exact match on the barcode index, never a search."""

from dataclasses import dataclass, replace
from enum import Enum

from sqlalchemy import and_, bindparam, select

from jxc_desktop.models.records import Barcode, Product, ProductUnit, StockBalance
from jxc_desktop.models.values.barcode import BadBarcodeError, BarcodeFault, gtin_fault, match_key, upc_e_to_upc_a
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.payment_code import PaymentCodeKind, payment_code_kind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.scan_text import ScannedText, clean_scan
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.models.values.weighed_code import LabelMeaning, WeighedLabel, WeighedRule, read_label
from jxc_desktop.services.catalog.main_barcode import MAIN_BARCODE
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

LONGEST_SHORT_READ = 14
_FOUND = Query[tuple[int, str, str, str, int | None, str | None, int | None, int, int | None, bool, int | None]](
    select(
        Product.id,
        Product.name,
        Barcode.code,
        Product.unit,
        ProductUnit.factor,
        ProductUnit.name,
        ProductUnit.retail_price,
        Product.retail_price,
        Product.lowest_price,
        Product.is_weighed,
        StockBalance.quantity,
    )
    .join(Product, Product.id == Barcode.product_id)
    .outerjoin(ProductUnit, ProductUnit.id == Barcode.unit_id)
    .outerjoin(StockBalance, and_(StockBalance.product_id == Product.id, StockBalance.place_id == bindparam("place")))
    .where(Barcode.match_key == bindparam("key"), Product.is_active),
    "place",
    "key",
)
_CHOSEN = Query[tuple[int, str, str, str, int, int | None, bool, int | None, str | None]](
    select(
        Product.id,
        Product.name,
        Product.code,
        Product.unit,
        Product.retail_price,
        Product.lowest_price,
        Product.is_weighed,
        StockBalance.quantity,
        MAIN_BARCODE,
    )
    .outerjoin(StockBalance, and_(StockBalance.product_id == Product.id, StockBalance.place_id == bindparam("place")))
    .where(Product.id == bindparam("product"), Product.is_active),
    "place",
    "product",
)
_CODE_OF = Query[tuple[int, str]](select(Product.id, Product.code).where(Product.code == bindparam("code")), "code")
_MAIN_BARCODE = Query[tuple[str]](
    select(Barcode.match_key)
    .where(Barcode.product_id == bindparam("product"), Barcode.unit_id.is_(None))
    .order_by(Barcode.position)
    .limit(1),
    "product",
)

# Labels of the shop's scale as most Chinese scales print them; the shop may write its own rules.
FIRST_WEIGHED_RULES = (
    WeighedRule("26.....{NNNDD}{NNDDD}", (LabelMeaning.AMOUNT, LabelMeaning.WEIGHT)),
    WeighedRule("22.....{NNNDD}.", (LabelMeaning.AMOUNT,)),
    WeighedRule("21.....{NNDDD}.", (LabelMeaning.WEIGHT,)),
)


class ScanFault(Enum):
    """Why a scan stands for no goods."""

    UNKNOWN = "unknown"
    SHORT_READ = "short_read"
    EMPTY_LABEL = "empty_label"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class NoGoods:
    """A scan that stands for no goods.

    Attributes:
        code: as it was read; payment: which payment service's code it is.
    """

    code: str
    fault: ScanFault
    payment: PaymentCodeKind | None = None


def find_by_code(work: OpenTransaction, text: str, rules: tuple[WeighedRule, ...]) -> FoundProduct | NoGoods:
    """The goods a scan stands for, or why there are none."""
    scan = clean_scan(text)
    found = _by_code(work, scan.code)
    if found is not None:
        return NoGoods(scan.code, ScanFault.EMPTY_LABEL) if _is_empty_label(found, scan.code, rules) else found
    return _by_label(work, scan.code, rules) or _by_gs1(work, scan) or _no_goods(scan.code)


def find_by_id(work: OpenTransaction, product_id: int) -> FoundProduct:
    """A product in its base unit, as the counter sells it.

    Raises:
        NotFoundError: there is none, or it is not sold any more.
    """
    row = work.row(_CHOSEN, SHOP_FLOOR, product_id)
    if row is None:
        raise NotFoundError("product", product_id)
    _, name, code, unit, price, lowest, is_weighed, on_hand, barcode = row
    return FoundProduct(
        product_id=product_id,
        name=name,
        code=barcode or code,
        unit_name=unit,
        unit_factor=Quantity(1000),
        price=UnitPrice(price),
        lowest_price=None if lowest is None else UnitPrice(lowest),
        is_weighed=bool(is_weighed),
        on_hand=Quantity(on_hand or 0),
    )


def _by_code(work: OpenTransaction, code: str) -> FoundProduct | None:
    """The code itself, then as the short form of a UPC, then as a keyboard with CapsLock on sends it."""
    found = _exact(work, match_key(code))
    if found is None and len(code) == 8:
        found = _exact(work, _lengthened(code))
    if found is None and code != code.swapcase():
        found = _exact(work, match_key(code.swapcase()))
    return found


def _exact(work: OpenTransaction, key: str) -> FoundProduct | None:
    row = work.row(_FOUND, SHOP_FLOOR, key)
    if row is None:
        return None
    product, name, code, unit, factor, pack, pack_price, price, lowest, is_weighed, on_hand = row
    return FoundProduct(
        product_id=product,
        name=name,
        code=code,
        unit_name=pack or unit,
        unit_factor=Quantity(factor or 1000),
        price=UnitPrice(half_away_from_zero(price * (factor or 1000), 1000) if pack_price is None else pack_price),
        lowest_price=None if lowest is None else UnitPrice(lowest),
        is_weighed=bool(is_weighed),
        on_hand=Quantity(on_hand or 0),
    )


def _lengthened(code: str) -> str:
    try:
        return match_key(upc_e_to_upc_a(code))
    except BadBarcodeError:
        return ""


def _by_label(work: OpenTransaction, code: str, rules: tuple[WeighedRule, ...]) -> FoundProduct | NoGoods | None:
    """A label of the shop's scale: the goods by the label's own code or by the number on the scale."""
    label = read_label(rules, code)
    if label is None:
        return None
    found = _exact(work, match_key(label.base_code)) or _by_plu(work, label.plu)
    if found is None or not found.is_weighed:
        return None
    if label.is_zero:
        return NoGoods(code, ScanFault.EMPTY_LABEL)
    return replace(found, code=code, quantity=_weight(label, found.price), given_amount=label.amount)


def _is_empty_label(found: FoundProduct, code: str, rules: tuple[WeighedRule, ...]) -> bool:
    """Whether it is a label of nothing: its code is the very one that the weighed goods are stored by."""
    label = read_label(rules, code) if found.is_weighed else None
    return label is not None and label.is_zero


def _by_plu(work: OpenTransaction, plu: str) -> FoundProduct | None:
    for code in dict.fromkeys((plu, plu.lstrip("0"))):
        found = _exact(work, match_key(code))
        if found is None and (row := work.row(_CODE_OF, code)):
            main = work.row(_MAIN_BARCODE, row[0])
            found = _exact(work, main[0]) if main else None
        if found is not None:
            return found
    return None


def _weight(label: WeighedLabel, price: UnitPrice) -> Quantity:
    """The weight on the label, or the one that its amount pays for."""
    if label.weight is not None:
        return label.weight
    assert label.amount is not None
    if price.parts == 0:
        return Quantity(1000)
    return Quantity(max(1, (2 * label.amount.fen * 100_000 + price.parts) // (2 * price.parts)))


def _by_gs1(work: OpenTransaction, scan: ScannedText) -> FoundProduct | None:
    """An element string: the GTIN in it, with its count or its net weight."""
    from jxc_desktop.models.values.gs1_code import BadGs1CodeError, is_gs1, parse_gs1

    if not is_gs1(scan):
        return None
    try:
        code = parse_gs1(scan.code)
    except BadGs1CodeError:
        return None
    found = _exact(work, match_key(code.gtin)) if code.gtin else None
    if found is None:
        return None
    if found.is_weighed and code.net_weight is not None:
        return replace(found, quantity=code.net_weight)
    return replace(found, quantity=Quantity.of(code.count or 1))


def _no_goods(code: str) -> NoGoods:
    payment = payment_code_kind(code)
    if payment is not None:
        return NoGoods(code, ScanFault.PAYMENT, payment)
    looks_cut = code.isdigit() and 7 <= len(code) <= LONGEST_SHORT_READ and len(code) not in (8, 12, 13, 14)
    if looks_cut or (len(code) == 13 and gtin_fault(code) is BarcodeFault.CHECK_DIGIT):
        return NoGoods(code, ScanFault.SHORT_READ)
    return NoGoods(code, ScanFault.UNKNOWN)


def amount_of(found: FoundProduct) -> Money:
    """What one scan of it costs."""
    return found.price.times(found.quantity) if found.given_amount is None else found.given_amount
