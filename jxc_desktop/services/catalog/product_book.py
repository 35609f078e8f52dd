"""Writing products: one and many, by the same road. Codes stay unique, the search text follows the names."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, delete, insert, select, update

from jxc_desktop.models.records import Barcode, Category, Product, ProductUnit
from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.errors import DuplicateCodeError
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.catalog.product_facts import product_name
from jxc_desktop.services.storage.prepared import Prepared, Query, Row
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork
from jxc_desktop.services.words.initials import search_initials

PRODUCT, UNIT, BARCODE, CATEGORY = table_of(Product), table_of(ProductUnit), table_of(Barcode), table_of(Category)

_COLUMNS = [column.name for column in PRODUCT.columns if column.name != "id"]
_CHANGE = Prepared(
    update(Product).where(Product.id == bindparam("of")).values({name: bindparam(f"to_{name}") for name in _COLUMNS}),
    *(f"to_{name}" for name in _COLUMNS),
    "of",
)
_BY_KEY = Query[tuple[int]](select(Barcode.product_id).where(Barcode.match_key == bindparam("key")), "key")
_BY_CODE = Query[tuple[int]](select(Product.id).where(Product.code == bindparam("code")), "code")
_ALL_KEYS = Query[tuple[str, int]](select(Barcode.match_key, Barcode.product_id))
_ALL_CODES = Query[tuple[str, int]](select(Product.code, Product.id))
# From about here on reading all codes of a large shop is quicker.
ASKED_ONE_BY_ONE = 1_000
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

    def __init__(self, work: UnitOfWork, keys: Mapping[str, str] | None = None) -> None:
        """For an act; keys are what codes match by, as far as the caller has worked that out already."""
        self._work = work
        self._keys = keys or {}
        self._categories: dict[tuple[int | None, str], int] | None = None

    def add(self, products: Iterable[ProductDetails]) -> list[int]:
        """New products, in order; their keys.

        Raises:
            DuplicateCodeError: a code or barcode belongs to another product, in the shop or among these.
        """
        first, unit_id = self._work.next_id(PRODUCT), self._work.next_id(UNIT)
        rows: list[Row] = []
        units: list[Row] = []
        codes: list[Row] = []
        without_code: dict[int, ProductDetails] = {}
        for product_id, details in enumerate(products, first):
            rows.append((product_id, *self._values(details, product_id)))
            codes += self._code_rows(product_id, None, details.codes)
            for pack in details.packs:
                units.append(_unit_row(unit_id, product_id, pack))
                codes += self._code_rows(product_id, unit_id, pack.codes)
                unit_id += 1
            if not details.code:
                without_code[product_id] = details
        self._find_free_codes(rows, without_code)
        self._refuse_taken(rows, codes)
        self._work.insert(PRODUCT, rows)
        self._work.insert(UNIT, units)
        self._work.insert(BARCODE, codes)
        return list(range(first, first + len(rows)))

    def change(self, product_id: int, details: ProductDetails) -> None:
        """What is written down about a product from now on.

        Raises:
            DuplicateCodeError: a code or barcode belongs to another product.
        """
        self.change_all([replace(details, id=product_id)])

    def change_all(self, products: Iterable[ProductDetails]) -> None:
        """What is written down about these products from now on, found by their keys.

        Raises:
            DuplicateCodeError: a code or barcode belongs to another product.
        """
        rows: list[Row] = []
        codes: list[Row] = []
        for details in products:
            assert details.id is not None
            rows.append((details.id, *self._values(details, details.id)))
            codes += self._code_rows(details.id, None, details.codes)
            for pack in details.packs:
                codes += self._code_rows(details.id, self._pack(details.id, pack), pack.codes)
        self._refuse_taken(rows, codes)
        self._work.run(_CHANGE, [(*row[1:], row[0]) for row in rows])
        self._work.run(_FORGET_CODES, [row[:1] for row in rows])
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
        readings = search_initials(details.name)
        computed = readings.partition(" ")[0]
        return (
            code,
            details.name,
            own_initials or computed,
            int(bool(own_initials) and own_initials != computed),
            search_text(details, code, readings),
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

    def _code_rows(self, product_id: int, unit_id: int | None, codes: Sequence[str]) -> Iterator[Row]:
        for position, code in enumerate(codes):
            yield self._keys.get(code) or match_key(code), code, product_id, unit_id, position

    def _find_free_codes(self, rows: list[Row], without_code: Mapping[int, ProductDetails]) -> None:
        """Whose first barcode or own number is another product's code gets the next number that is none."""
        if not without_code:
            return
        taken = {row[1] for row in rows if row[0] not in without_code}
        taken.update(self._owners(_BY_CODE, _ALL_CODES, [row[1] for row in rows]))
        for place, (product_id, code, *_) in enumerate(rows):
            if product_id not in without_code:
                continue
            if code in taken:
                code = self._next_free(product_id, taken)
                named = replace(without_code[product_id], code=code)
                rows[place] = (product_id, *self._values(named, product_id))
            taken.add(code)

    def _next_free(self, number: int, taken: Container[str]) -> str:
        while (code := f"{number:06d}") in taken or self._work.row(_BY_CODE, code) is not None:
            number += 1
        return code

    def _refuse_taken(self, rows: Sequence[Row], codes: Sequence[Row]) -> None:
        """One code, one product: checked against the shop and within the rows themselves."""
        names = {row[0]: row[2] for row in rows}
        owners = self._owners(_BY_CODE, _ALL_CODES, [row[1] for row in rows])
        own: dict[str, int] = {}
        for product_id, code, *_ in rows:
            self._refuse_other(code, product_id, owners.get(code))
            if own.setdefault(code, product_id) != product_id:
                raise DuplicateCodeError(code, names[own[code]])
        owners = self._owners(_BY_KEY, _ALL_KEYS, [row[0] for row in codes])
        seen: dict[str, int] = {}
        for key, code, product_id, *_ in codes:
            self._refuse_other(code, product_id, owners.get(key))
            if key in seen:
                raise DuplicateCodeError(code, names[seen[key]])
            seen[key] = product_id

    def _refuse_other(self, code: str, product_id: int, owner: int | None) -> None:
        if owner is not None and owner != product_id:
            raise DuplicateCodeError(code, product_name(self._work, owner))

    def _owners(self, one: Query[tuple[int]], every: Query[tuple[str, int]], codes: Sequence[str]) -> dict[str, int]:
        """Which products of the shop have these codes, and perhaps more of them."""
        if len(codes) > ASKED_ONE_BY_ONE:
            return dict(self._work.rows(every))
        return {code: found[0] for code in codes if (found := self._work.row(one, code))}


def search_text(details: ProductDetails, code: str, readings: str) -> str:
    """What a product is found by as one types: name, initials in every reading, code, barcodes, spec."""
    codes = [code, *details.codes]
    for pack in details.packs:
        codes += pack.codes
    parts = [details.name, readings, details.initials.strip(), details.spec, *dict.fromkeys(codes)]
    return "\n".join(part for part in parts if part).lower()


def _unit_row(key: int, product_id: int, pack: Pack) -> Row:
    return key, product_id, pack.name, pack.factor.milli, _parts(pack.retail_price)


def _parts(price: UnitPrice | None) -> int | None:
    return None if price is None else price.parts
