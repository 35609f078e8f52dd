"""Finding products as one types: by name, pinyin initials, code, last digits."""

from dataclasses import dataclass

from sqlalchemy import bindparam, case, func, select

from jxc_desktop.models.records import Product
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import MAIN_BARCODE
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_SEARCH = Query[tuple[int, str, str, str, str, str | None, int]](
    select(
        Product.id,
        Product.name,
        Product.code,
        Product.unit,
        Product.spec,
        MAIN_BARCODE,
        Product.retail_price,
    )
    .where(Product.search_text.like(bindparam("anywhere"), escape="\\"), Product.is_active)
    .order_by(
        case(
            (func.lower(Product.name).like(bindparam("start"), escape="\\"), 0),
            (Product.initials.like(bindparam("start_again"), escape="\\"), 1),
            else_=2,
        ),
        func.length(Product.name),
        Product.id,
    )
    .limit(bindparam("most")),
    "anywhere",
    "start",
    "start_again",
    "most",
)


@dataclass(frozen=True, slots=True)
class ProductHit:
    """One product a search found; barcode is its main one, "" where it has none."""

    product_id: int
    name: str
    code: str
    unit: str
    spec: str
    barcode: str
    price: UnitPrice


def search(work: OpenTransaction, text: str, most: int) -> list[ProductHit]:
    """At most so many products whose name, initials, code, barcode or spec holds the text, best first."""
    wanted = as_pattern(text)
    if not wanted:
        return []
    rows = work.rows(_SEARCH, f"%{wanted}%", f"{wanted}%", f"{wanted}%", most)
    return [ProductHit(*row[:5], row[5] or "", UnitPrice(row[6])) for row in rows]


def as_pattern(text: str) -> str:
    """The text as part of a LIKE pattern: what it holds is searched for as it is."""
    plain = text.strip().lower()
    for special in ("\\", "%", "_"):
        plain = plain.replace(special, "\\" + special)
    return plain
