"""What the cells of a goods list mean: prices, codes, tax rates, packs, in the ways shops write them."""

import re
from dataclasses import dataclass

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import HIGHEST_PRICE
from jxc_desktop.services.exchange.cell_text import is_scientific

LONGEST_CODE, LONGEST_BARCODE, LONGEST_UNIT, LONGEST_CATEGORY = 40, 80, 20, 60
LARGEST_PACK = Quantity.of(1_000_000)
PRICE_PLACES = 4

BETWEEN_CODES = re.compile(r"[\s,，;；、]+")
BETWEEN_CATEGORIES = re.compile(r"->|[/／>＞]")
DECIMALS = re.compile(r"\D?\d[\d,]*\.\d+")
NO_CODE = frozenset({"", "0", "-", "--", "—", "/", "无"})

WEIGHED = {
    **dict.fromkeys(("计重", "称重", "按重量", "散称", "是", "1", "y", "yes", "true", "weight"), True),
    **dict.fromkeys(("计件", "普通", "计数", "按件", "定重", "否", "0", "2", "n", "no", "false", "piece"), False),
}
ACTIVE = {
    **dict.fromkeys(("正常", "启用", "在售", "上架", "可售", "是", "1", "y", "yes", "true", "active", "ok", "√"), True),
    # What is not bought any more is sold until it is gone.
    **dict.fromkeys(("停购", "新品"), True),
    **dict.fromkeys(("停用", "禁用", "停售", "下架", "淘汰", "否", "0", "n", "no", "false", "inactive", "off"), False),
}
EXEMPT = frozenset({"免税", "免", "exempt"})
RATES = {rate.percent: rate for rate in TaxRate if rate is not TaxRate.EXEMPT}
# Goods that bore the rates of former years bear these now.
# Source: 财税〔2018〕32号, 财政部 税务总局 海关总署公告 2019 年第 39 号.
RATE_TODAY = {17: 13, 16: 13, 11: 9, 10: 9}

PACK_NAMED = re.compile(r"(?:1(?:\.0+)?)?\s*([^\d\s.:：=*×xX/]*)\s*[:：=*×xX]\s*(\d+(?:\.\d+)?)\s*[^\d\s.:：=*×xX/]*")
PACK_COUNTED = re.compile(r"(\d+(?:\.\d+)?)\s*[^\d\s./]*(?:/\s*([^\d\s./]+))?")


class BadCellError(Exception):
    """A cell that does not hold what its column is for.

    Attributes:
        reason: the key of the sentence that says so; details: what it names.
    """

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details


@dataclass(frozen=True, slots=True)
class PackSize:
    """How much a pack holds; name is empty where the cell does not say what the pack is called."""

    name: str
    factor: Quantity


def plain_text(cell: str, most: int) -> str:
    """The text in one line.

    Raises:
        BadCellError: it is too long.
    """
    text = cell if cell.isprintable() else " ".join(cell.split())
    if len(text) > most:
        raise BadCellError("too_long", most=most, length=len(text))
    return text


def price(cell: str) -> UnitPrice:
    """The price in the cell.

    Raises:
        BadCellError: it is none, below zero, too high or too fine.
    """
    try:
        found = UnitPrice.parse(cell.removesuffix("元"))
    except BadNumberError as fault:
        if DECIMALS.fullmatch(cell):
            raise BadCellError("too_many_decimals", places=PRICE_PLACES) from fault
        raise BadCellError("not_a_number") from fault
    if found.parts < 0:
        raise BadCellError("negative")
    if found > HIGHEST_PRICE:
        raise BadCellError("too_large", most=HIGHEST_PRICE)
    return found


def price_or_none(cell: str) -> UnitPrice | None:
    """The price in the cell; 0 is how systems say that there is none.

    Raises:
        BadCellError: see ``price``.
    """
    found = price(cell)
    return found if found.parts else None


def barcodes(cell: str) -> tuple[str, ...]:
    """The codes in the cell, each once.

    Raises:
        BadCellError: one lost its digits, or no scanner sends it.
    """
    if cell in NO_CODE:
        return ()
    if cell.isascii() and cell.isalnum() and len(cell) <= LONGEST_BARCODE and not _lost_digits(cell):
        return (cell,)
    found = (_scannable(part, LONGEST_BARCODE) for part in BETWEEN_CODES.split(cell) if part not in NO_CODE)
    return tuple(dict.fromkeys(code for code in found if code))


def own_code(cell: str) -> str:
    """The shop's own code in the cell.

    Raises:
        BadCellError: it lost its digits, or is too long.
    """
    return "" if cell in NO_CODE else _scannable(cell, LONGEST_CODE)


def _scannable(cell: str, most: int) -> str:
    if _lost_digits(cell):
        raise BadCellError("scientific")
    code = cell if cell.isascii() and cell.isprintable() else clean_scan(cell).code
    if len(code) > most or not code.isprintable():
        raise BadCellError("not_scannable", most=most)
    return code


def _lost_digits(cell: str) -> bool:
    return ("E" in cell or "e" in cell) and is_scientific(cell)


def category_path(cell: str) -> tuple[str, ...]:
    """The names in a category such as 食品/饮料, from the root.

    Raises:
        BadCellError: a name is too long.
    """
    names = (plain_text(name.strip(), LONGEST_CATEGORY) for name in BETWEEN_CATEGORIES.split(cell))
    return tuple(name for name in names if name)


def tax_rate(cell: str) -> TaxRate:
    """The rate in the cell, written as 13, 13% or 0.13.

    Raises:
        BadCellError: there is no such rate.
    """
    if cell.casefold() in EXEMPT:
        return TaxRate.EXEMPT
    try:
        thousandths = Quantity.parse(cell.rstrip("%％").strip()).milli
    except BadNumberError as fault:
        raise BadCellError("unknown_tax_rate") from fault
    percent, rest = (
        divmod(thousandths, 10) if 0 < thousandths < 1000 and cell[-1] not in "%％" else divmod(thousandths, 1000)
    )
    rate = RATES.get(RATE_TODAY.get(percent, percent))
    if rest or rate is None:
        raise BadCellError("unknown_tax_rate")
    return rate


def is_weighed(cell: str) -> bool:
    """Whether goods are sold by weight.

    Raises:
        BadCellError: the cell says something else.
    """
    return _choice(cell, WEIGHED, "unknown_sale_mode")


def is_active(cell: str) -> bool:
    """Whether goods are still sold.

    Raises:
        BadCellError: the cell says something else.
    """
    return _choice(cell, ACTIVE, "unknown_status")


def _choice(cell: str, choices: dict[str, bool], reason: str) -> bool:
    found = choices.get(cell.casefold())
    if found is None:
        raise BadCellError(reason)
    return found


def pack_size(cell: str) -> PackSize | None:
    """How much a pack holds, written as 12, 1:12, 1*12, 12瓶/箱 or 1箱=12瓶; None where it holds a single one.

    Raises:
        BadCellError: it says no number, or one below 1.
    """
    if named := PACK_NAMED.fullmatch(cell):
        name, number = named[1], named[2]
    elif counted := PACK_COUNTED.fullmatch(cell):
        name, number = counted[2] or "", counted[1]
    else:
        raise BadCellError("bad_pack_size")
    factor = _factor(number)
    if factor.milli in (0, 1000):
        return None
    if not 1000 < factor.milli <= LARGEST_PACK.milli:
        raise BadCellError("bad_pack_size")
    return PackSize(plain_text(name, LONGEST_UNIT), factor)


def _factor(number: str) -> Quantity:
    try:
        return Quantity.parse(number)
    except BadNumberError as fault:
        raise BadCellError("bad_pack_size") from fault
