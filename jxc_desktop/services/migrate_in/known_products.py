"""The products a shop has, all at once, for comparing a goods list with them."""

from functools import cached_property
from typing import Any

from sqlalchemy import select

from jxc_desktop.models.records import Barcode, Product, ProductUnit
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice, price_or_none
from jxc_desktop.services.catalog.catalog import category_paths
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.catalog.product_facts import has_moved
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_PRODUCTS = Query[tuple[Any, ...]](
    select(
        Product.id,
        Product.name,
        Product.spec,
        Product.code,
        Product.unit,
        Product.initials,
        Product.has_own_initials,
        Product.category_id,
        Product.brand,
        Product.retail_price,
        Product.member_price,
        Product.wholesale_price,
        Product.lowest_price,
        Product.reference_cost,
        Product.tax_rate,
        Product.is_weighed,
        Product.is_active,
    )
)
ID, NAME, SPEC, CODE, UNIT = range(5)
_CODES = Query[tuple[str, str, int, int | None]](
    select(Barcode.match_key, Barcode.code, Barcode.product_id, Barcode.unit_id).order_by(Barcode.position)
)
_PACKS = Query[tuple[int, int, str, int, int | None]](
    select(
        ProductUnit.id, ProductUnit.product_id, ProductUnit.name, ProductUnit.factor, ProductUnit.retail_price
    ).order_by(ProductUnit.id)
)


class KnownProducts:
    """The catalogue as it was when the books were opened.

    Attributes:
        by_code: 货号 → product.
        by_key: what a scan is compared with → product, and the pack or None.
    """

    def __init__(self, books: OpenTransaction) -> None:
        self._books = books
        self._rows = {row[ID]: row for row in books.rows(_PRODUCTS)}
        self._categories = category_paths(books)
        self._units: dict[int, tuple[str, int, int | None]] = {}
        self._packs: dict[int, list[int]] = {}
        for unit_key, product, name, factor, price in books.rows(_PACKS):
            self._units[unit_key] = (name, factor, price)
            self._packs.setdefault(product, []).append(unit_key)
        self._codes: dict[tuple[int, int | None], list[str]] = {}
        self.by_key: dict[str, tuple[int, int | None]] = {}
        for key, code, product, unit_id in books.rows(_CODES):
            self._codes.setdefault((product, unit_id), []).append(code)
            self.by_key[key] = (product, unit_id)
        self.by_code: dict[str, int] = {row[CODE]: product for product, row in self._rows.items()}

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[int]]:
        """Name and spec → the products that have them."""
        found: dict[tuple[str, str], list[int]] = {}
        for product, row in self._rows.items():
            found.setdefault((row[NAME], row[SPEC]), []).append(product)
        return found

    def name(self, product: int) -> str:
        """What a product is called."""
        return str(self._rows[product][NAME])

    def unit_name(self, product: int, unit_id: int | None) -> str:
        """What one of its units is called."""
        return str(self._rows[product][UNIT]) if unit_id is None else self._units[unit_id][0]

    def has_moved(self, product: int) -> bool:
        """Whether any of it ever came or went."""
        return has_moved(self._books, product)

    def details(self, product: int) -> ProductDetails:
        """Everything written down about a product; initials only where the shop wrote its own."""
        _, name, spec, code, unit, initials, has_own, category, brand, retail, *others = self._rows[product]
        member, wholesale, lowest, cost, tax_rate, is_weighed, is_active = others
        return ProductDetails(
            id=product,
            name=name,
            code=code,
            codes=tuple(self._codes.get((product, None), ())),
            unit=unit,
            packs=tuple(self._pack(product, key) for key in self._packs.get(product, ())),
            initials=initials if has_own else "",
            category=self._categories.get(category, ()),
            brand=brand,
            spec=spec,
            retail_price=UnitPrice(retail),
            member_price=price_or_none(member),
            wholesale_price=price_or_none(wholesale),
            lowest_price=price_or_none(lowest),
            reference_cost=price_or_none(cost),
            tax_rate=TaxRate(tax_rate),
            is_weighed=bool(is_weighed),
            is_active=bool(is_active),
        )

    def _pack(self, product: int, key: int) -> Pack:
        name, factor, price = self._units[key]
        return Pack(name, Quantity(factor), price_or_none(price), tuple(self._codes.get((product, key), ())))
