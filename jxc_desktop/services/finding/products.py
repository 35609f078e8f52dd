"""The products a search over everything comes up with, and how much there is of each."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from jxc_desktop.models.records import Barcode, CostBalance, Product
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.main_barcode import IS_MAIN_BARCODE
from jxc_desktop.services.catalog.search import search
from jxc_desktop.services.finding.found import ProductFound
from jxc_desktop.services.finding.matched_part import matched_part
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_PRODUCT = Query[tuple[str, str, str | None, str, int, int]](
    select(
        Product.name,
        Product.initials,
        Barcode.code,
        Product.code,
        Product.retail_price,
        func.coalesce(CostBalance.quantity, 0),
    )
    .outerjoin(Barcode, IS_MAIN_BARCODE)
    .outerjoin(CostBalance, CostBalance.product_id == Product.id)
    .where(Product.id == bindparam("product")),
    "product",
)


def products_found(books: OpenTransaction, text: str, most: int) -> list[ProductFound]:
    """At most so many products by name, initials, code or last digits, best first."""
    return products_of(books, [hit.product_id for hit in search(books, text, most)], text)


def products_of(books: OpenTransaction, keys: Sequence[int], text: str = "") -> list[ProductFound]:
    """These products, those that are there, in their order."""
    return [found for key in keys if (found := _product(books, key, text)) is not None]


def _product(books: OpenTransaction, key: int, text: str) -> ProductFound | None:
    row = books.row(_PRODUCT, key)
    if row is None:
        return None
    name, initials, barcode, code, price, on_hand = row
    part = matched_part(name, initials, text)
    return ProductFound(key, name, barcode or code, UnitPrice(price), Quantity(on_hand), part)
