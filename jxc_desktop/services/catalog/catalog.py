"""The catalogue: what a code stands for, finding goods, writing products down."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Barcode, Category, Product, ProductUnit
from jxc_desktop.models.values.barcode import BarcodeFault, gtin_fault
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice, price_or_none
from jxc_desktop.services.catalog.errors import UnitFixedError
from jxc_desktop.services.catalog.lookup import (
    FIRST_WEIGHED_RULES,
    NoGoods,
    find_by_code,
    find_by_id,
)
from jxc_desktop.services.catalog.product import HIGHEST_PRICE, FoundProduct, Pack, ProductDetails
from jxc_desktop.services.catalog.product_facts import has_moved
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

if TYPE_CHECKING:
    from jxc_desktop.services.catalog.product_list import ProductFilter, ProductRow, ProductSegment
    from jxc_desktop.services.catalog.search import ProductHit

_PRODUCT = select(Product).where(Product.id == bindparam("product"))
_CODES = Query[tuple[str, int | None]](
    select(Barcode.code, Barcode.unit_id).where(Barcode.product_id == bindparam("product")).order_by(Barcode.position),
    "product",
)
_PACKS = Query[tuple[int, str, int, int | None]](
    select(ProductUnit.id, ProductUnit.name, ProductUnit.factor, ProductUnit.retail_price)
    .where(ProductUnit.product_id == bindparam("product"))
    .order_by(ProductUnit.id),
    "product",
)
_CATEGORY_TREE = Query[tuple[int, int | None, str]](
    select(Category.id, Category.parent_id, Category.name).order_by(Category.id)
)
_SET_REFERENCE = Prepared(
    update(Product).where(Product.id == bindparam("of")).values(reference_cost=bindparam("to")), "to", "of"
)

_PRICES = ("retail_price", "member_price", "wholesale_price", "lowest_price", "reference_cost")


# The list, its file, the search and the writing are loaded when somebody asks for them: the first scan of the day does
# not wait for them.
class Catalog:
    """The shop's products."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find_by_code(self, text: str) -> FoundProduct | NoGoods:
        """The goods a scan stands for, exactly; or why there are none."""
        with self._desk.question("catalog.find_by_code") as books:
            return find_by_code(books, text, FIRST_WEIGHED_RULES)

    def find_by_id(self, product_id: int) -> FoundProduct:
        """A chosen product in its base unit, as the counter sells it.

        Raises:
            NotFoundError: there is none, or it is not sold any more.
        """
        with self._desk.question("catalog.find_by_id") as books:
            return find_by_id(books, product_id)

    def search(self, text: str, most: int = 8) -> "list[ProductHit]":
        """Products by name, pinyin initials, code or last digits, best first."""
        from jxc_desktop.services.catalog.search import search

        with self._desk.question("catalog.search") as books:
            return search(books, text, most)

    def product(self, product_id: int) -> ProductDetails:
        """Everything written down about a product; without its cost for those who may not see costs.

        Raises:
            NotFoundError: there is none.
        """
        with self._desk.question("catalog.product") as books:
            details = product_details(books, product_id)
        return details if self._desk.operator.role.may_see_cost else replace(details, reference_cost=None)

    def product_list(self, wanted: "ProductFilter", offset: int = 0, limit: int = 200) -> "list[ProductRow]":
        """So many products of the list from the offset on; without costs for those who may not see them.

        Raises:
            InvalidInputError: the order is one by cost, and the operator may not see costs.
        """
        from jxc_desktop.services.catalog.product_list import product_rows

        with self._desk.question("catalog.product_list") as books:
            return product_rows(books, wanted, offset, limit, with_cost=self._desk.operator.role.may_see_cost)

    def product_list_count(self, wanted: "ProductFilter") -> "Mapping[ProductSegment, int]":
        """How many products each segment of the list has, under its search and category."""
        from jxc_desktop.services.catalog.product_list import product_counts

        with self._desk.question("catalog.product_list_count") as books:
            return product_counts(books, wanted)

    def export_products(self, wanted: "ProductFilter", path: Path) -> None:
        """Write the list as it is searched, filtered and sorted, as .csv or .xlsx.

        Raises:
            TableKindError: the file's name ends otherwise.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        from jxc_desktop.services.catalog.product_export import product_table
        from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table

        refuse_other_kinds(path)
        with self._desk.question("catalog.export_products") as books:
            write_table(path, product_table(books, wanted, with_cost=self._desk.operator.role.may_see_cost))

    def category_keys(self) -> dict[tuple[str, ...], int]:
        """Every category's key by its names from the root, each parent before its children."""
        with self._desk.question("catalog.category_keys") as books:
            return dict(sorted((path, key) for key, path in category_paths(books).items()))

    def categories(self) -> list[tuple[str, ...]]:
        """Every category by its names from the root, each parent before its children."""
        with self._desk.question("catalog.categories") as books:
            return sorted(category_paths(books).values())

    def save_product(self, details: ProductDetails) -> int:
        """Write a product down, new or changed; its key.

        Raises:
            InvalidInputError: a field does not hold what it must.
            DuplicateCodeError: a code or barcode belongs to another product.
            UnitFixedError: its base unit would change though it has moved.
            NotFoundError: there is no such product to change.
        """
        from jxc_desktop.services.catalog.product_book import ProductBook

        _check(details)
        with self._desk.act("catalog.save_product") as act:
            book = ProductBook(act.work)
            if details.id is None:
                (product_id,) = book.add([details])
                act.journal.note("catalog.save_product", id=product_id, after=_facts(details))
            else:
                product_id = details.id
                before = product_details(act.work, product_id)
                if before.unit != details.unit and has_moved(act.work, product_id):
                    raise UnitFixedError(before.name, before.unit)
                book.change(product_id, details)
                act.journal.note("catalog.save_product", id=product_id, **_differences(before, details))
            act.commit(Change.PRODUCTS)
        return product_id

    def set_reference_cost(self, product_id: int, cost: UnitPrice) -> None:
        """What a product is thought to cost (进价) until goods come in with a price.

        Raises:
            InvalidInputError: it is below 0, or too large.
            NotFoundError: there is no such product.
        """
        _check_price("reference_cost", cost)
        with self._desk.act("catalog.set_reference_cost") as act:
            before = product_details(act.work, product_id)
            act.work.run(_SET_REFERENCE, [(cost.parts, product_id)])
            act.journal.note(
                "catalog.set_reference_cost", id=product_id, before=str(before.reference_cost), after=str(cost)
            )
            act.commit(Change.PRODUCTS)


def product_details(books: OpenTransaction, product_id: int) -> ProductDetails:
    """Everything written down about a product.

    Raises:
        NotFoundError: there is none.
    """
    row = books.connection.execute(_PRODUCT, {"product": product_id}).mappings().first()
    if row is None:
        raise NotFoundError("product", product_id)
    codes = books.rows(_CODES, product_id)
    paths = category_paths(books)
    return ProductDetails(
        id=product_id,
        name=row["name"],
        code=row["code"],
        codes=tuple(code for code, unit in codes if unit is None),
        unit=row["unit"],
        packs=tuple(
            Pack(name, Quantity(factor), price_or_none(price), tuple(code for code, unit in codes if unit == key))
            for key, name, factor, price in books.rows(_PACKS, product_id)
        ),
        initials=row["initials"],
        category=paths.get(row["category_id"], ()),
        brand=row["brand"],
        spec=row["spec"],
        **{name: row[name] for name in _PRICES},
        tax_rate=row["tax_rate"],
        is_weighed=row["is_weighed"],
        is_active=row["is_active"],
    )


def category_paths(books: OpenTransaction) -> dict[int, tuple[str, ...]]:
    """Key → names from the root, for every category."""
    paths: dict[int, tuple[str, ...]] = {}
    for key, parent, name in books.rows(_CATEGORY_TREE):
        paths[key] = (*paths.get(parent or 0, ()), name)
    return paths


def _check(details: ProductDetails) -> None:
    """What every product must hold, whoever writes it down."""
    if not details.name.strip():
        raise InvalidInputError("name", "empty")
    if not details.unit.strip():
        raise InvalidInputError("unit", "empty")
    for name in _PRICES:
        _check_price(name, getattr(details, name))
    for pack in details.packs:
        _check_price("packs", pack.retail_price)
        if pack.factor.milli <= 0:
            raise InvalidInputError("packs", "not_positive", pack.factor)
    for code in (*details.codes, *(code for pack in details.packs for code in pack.codes)):
        check_barcode(code)
    names = [details.unit, *(pack.name for pack in details.packs)]
    if len(set(names)) < len(names):
        raise InvalidInputError("packs", "same_unit_twice", details.unit)


def _check_price(field: str, price: UnitPrice | None) -> None:
    if price is not None and not 0 <= price.parts <= HIGHEST_PRICE.parts:
        raise InvalidInputError(field, "negative" if price.parts < 0 else "too_large", price)


def check_barcode(code: str) -> None:
    """A barcode has 1 to 80 printable characters; a digits-only one of GTIN length may still be the shop's own.

    Raises:
        InvalidInputError: it is empty, too long or holds something no scanner sends.
    """
    if not code.strip():
        raise InvalidInputError("barcode", "empty")
    if len(code) > 80 or not code.isprintable() or code != code.strip():
        raise InvalidInputError("barcode", "not_scannable", code)


def has_wrong_check_digit(code: str) -> bool:
    """Whether the code looks like a mistyped EAN: right length, wrong check digit."""
    return gtin_fault(code) is BarcodeFault.CHECK_DIGIT


def _facts(details: ProductDetails) -> dict[str, str]:
    """The details as short texts for the record, without what is empty."""
    facts = {name: _shown(getattr(details, name)) for name in ProductDetails.__slots__ if name != "id"}
    return {name: value for name, value in facts.items() if value}


def _differences(before: ProductDetails, after: ProductDetails) -> dict[str, dict[str, str]]:
    changed = [
        name for name in ProductDetails.__slots__ if getattr(before, name) != getattr(after, name) and name != "id"
    ]
    return {
        "before": {name: _shown(getattr(before, name)) for name in changed},
        "after": {name: _shown(getattr(after, name)) for name in changed},
    }


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, TaxRate):
        return value.value
    if isinstance(value, tuple):
        return "、".join(_shown(part) for part in value)
    if isinstance(value, Pack):
        return f"{value.name}={value.factor}"
    return str(value)
