"""Writing products: one and many, by the same road. Codes stay unique, the search text follows the names."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert, select, update

from jxc_desktop.models.records import Barcode, Category, Product, ProductUnit
from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.errors import DuplicateCodeError
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.storage.prepared import Prepared, Query, Row
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork
from jxc_desktop.services.words.initials import initials, search_initials

PRODUCT, UNIT, BARCODE, CATEGORY = table_of(Product), table_of(ProductUnit), table_of(Barcode), table_of(Category)

_COLUMNS = [column.name for column in PRODUCT.columns if column.name != "id"]
_CHANGE = Prepared(
    update(Product).where(Product.id == bindparam("of")).values({name: bindparam(f"to_{name}") for name in _COLUMNS}),
    *(f"to_{name}" for name in _COLUMNS),
    "of",
)
_BY_KEY = Query[tuple[int, str]](
    select(Barcode.product_id, Product.name)
    .join(Product, Product.id == Barcode.product_id)
    .where(Barcode.match_key == bindparam("key")),
    "key",
)
_BY_CODE = Query[tuple[int, str]](select(Product.id, Product.name).where(Product.code == bindparam("code")), "code")
_FORGET_CODES = Prepared(delete(Barcode).where(Barcode.product_id == bindparam("product")), "product")
_UNITS = Query[tuple[int, str]](
    select(ProductUnit.id, ProductUnit.name).where(ProductUnit.product_id == bindparam("product")), "product"
)
_CHANGE_UNIT = Prepared(
    update(ProductUnit)
    .where(ProductUnit.id == bindparam("of"))
    .values(factor=bindparam("to_factor"), retail_price=bindparam("to_price")),
    "to_factor",
    "to_price",
    "of",
)
_CATEGORIES = Query[tuple[int, int | None, str]](select(Category.id, Category.parent_id, Category.name))
_MAKE_CATEGORY = Prepared(
    insert(Category).values(dict.fromkeys(("id", "parent_id", "name"))), "id", "parent_id", "name"
)


class ProductBook:
    """The catalogue under one act's hand."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._categories: dict[tuple[int | None, str], int] | None = None

    def add(self, products: Sequence[ProductDetails]) -> list[int]:
        """New products, in order; their keys.

        Raises:
            DuplicateCodeError: a code or barcode belongs to another product, in the shop or among these.
        """
        first, unit_id = self._work.next_id(PRODUCT), self._work.next_id(UNIT)
        rows: list[Row] = []
        units: list[Row] = []
        codes: list[Row] = []
        for product_id, details in enumerate(products, first):
            rows.append((product_id, *self._values(details, product_id)))
            codes += _code_rows(product_id, None, details.codes)
            for pack in details.packs:
                units.append(_unit_row(unit_id, product_id, pack))
                codes += _code_rows(product_id, unit_id, pack.codes)
                unit_id += 1
        self._refuse_taken(rows, codes)
        self._work.insert(PRODUCT, rows)
        self._work.insert(UNIT, units)
        self._work.insert(BARCODE, codes)
        return list(range(first, first + len(products)))

    def change(self, product_id: int, details: ProductDetails) -> None:
        """What is written down about a product from now on.

        Raises:
            DuplicateCodeError: a code or barcode belongs to another product.
        """
        row = (product_id, *self._values(details, product_id))
        codes = [*_code_rows(product_id, None, details.codes)]
        for pack in details.packs:
            codes += _code_rows(product_id, self._pack(product_id, pack), pack.codes)
        self._refuse_taken([row], codes)
        self._work.run(_CHANGE, [(*row[1:], product_id)])
        self._work.run(_FORGET_CODES, [(product_id,)])
        self._work.insert(BARCODE, codes)

    def category_id(self, path: Sequence[str]) -> int | None:
        """The key of a category given by its names from the root; made where it is missing."""
        if self._categories is None:
            self._categories = {(parent, name): key for key, parent, name in self._work.rows(_CATEGORIES)}
        parent: int | None = None
        for name in path:
            found = self._categories.get((parent, name))
            if found is None:
                found = self._categories[parent, name] = self._work.next_id(CATEGORY)
                self._work.run(_MAKE_CATEGORY, [(found, parent, name)])
            parent = found
        return parent

    def _pack(self, product_id: int, pack: Pack) -> int:
        """The key of a product's pack, brought up to date; packs are never taken away: lines sold refer to them."""
        known = {name: key for key, name in self._work.rows(_UNITS, product_id)}
        key = known.get(pack.name)
        if key is None:
            key = self._work.next_id(UNIT)
            self._work.insert(UNIT, [_unit_row(key, product_id, pack)])
        else:
            self._work.run(_CHANGE_UNIT, [(*_unit_row(key, product_id, pack)[3:], key)])
        return key

    def _values(self, details: ProductDetails, product_id: int) -> Row:
        code = details.code or (details.codes[0] if details.codes else f"{product_id:06d}")
        own_initials = details.initials.strip().lower()
        computed = initials(details.name)
        return (
            code,
            details.name,
            own_initials or computed,
            int(bool(own_initials) and own_initials != computed),
            search_text(details, code),
            details.unit,
            details.spec,
            details.brand,
            self.category_id(details.category),
            details.retail_price.parts,
            _parts(details.member_price),
            _parts(details.wholesale_price),
            _parts(details.lowest_price),
            _parts(details.reference_cost),
            details.tax_rate.value,
            int(details.is_weighed),
            int(details.is_active),
        )

    def _refuse_taken(self, rows: Iterable[Row], codes: Iterable[Row]) -> None:
        """One code, one product: checked against the shop and within the rows themselves."""
        rows, codes = list(rows), list(codes)
        names = {row[0]: row[2] for row in rows}
        own: dict[str, int] = {}
        for row in rows:
            found = self._work.row(_BY_CODE, row[1])
            if found is not None and found[0] != row[0]:
                raise DuplicateCodeError(row[1], found[1])
            if own.setdefault(row[1], row[0]) != row[0]:
                raise DuplicateCodeError(row[1], names[own[row[1]]])
        seen: dict[str, int] = {}
        for key, code, product_id, *_ in codes:
            found = self._work.row(_BY_KEY, key)
            if found is not None and found[0] != product_id:
                raise DuplicateCodeError(code, found[1])
            if key in seen:
                raise DuplicateCodeError(code, names[seen[key]])
            seen[key] = product_id


def search_text(details: ProductDetails, code: str) -> str:
    """What a product is found by as one types: name, initials in every reading, code, barcodes, spec."""
    own = details.initials.strip()
    codes = [code, *details.codes, *(code for pack in details.packs for code in pack.codes)]
    parts = [details.name, search_initials(details.name), own, details.spec, *dict.fromkeys(codes)]
    return "\n".join(part for part in parts if part).lower()


def _code_rows(product_id: int, unit_id: int | None, codes: Sequence[str]) -> list[Row]:
    return [(match_key(code), code, product_id, unit_id, position) for position, code in enumerate(codes)]


def _unit_row(key: int, product_id: int, pack: Pack) -> Row:
    return key, product_id, pack.name, pack.factor.milli, _parts(pack.retail_price)


def _parts(price: UnitPrice | None) -> int | None:
    return None if price is None else price.parts
