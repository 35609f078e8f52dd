"""What every list of products is narrowed, ordered and cut into pages by."""

from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Select, Subquery, and_, func, type_coerce

from jxc_desktop.models.records import Barcode, Product
from jxc_desktop.services.catalog.category_tree import is_within
from jxc_desktop.services.catalog.search import as_pattern

AnySelect = Select[*tuple[Any, ...]]

# Joins a product with its main barcode: the first one of its base unit, one row at most.
IS_MAIN_BARCODE = and_(Barcode.product_id == Product.id, Barcode.unit_id.is_(None), Barcode.position == 0)
BARCODE = func.coalesce(Barcode.code, "")


def narrowed(search: str, category_id: int | None) -> list[ColumnElement[bool]]:
    """The products whose name, initials, code, barcode or spec holds the text, in the category or below it."""
    conditions: list[ColumnElement[bool]] = []
    if text := as_pattern(search):
        conditions.append(Product.search_text.like(f"%{text}%", escape="\\"))
    if category_id is not None:
        conditions.append(is_within(category_id))
    return conditions


def page_of(candidates: AnySelect, key: Any, *, descending: bool, is_narrow: bool, offset: int, limit: int) -> Subquery:
    """So many products by the key, equal ones by when they were written down; texts by code point.

    `is_narrow`: the candidates may be few of many.

    Shape: one row per product: id, key; to be read in the order of ``in_order``.
    """
    # Looking for few of many, the store must not walk an index of names and fetch each product on the way: read
    # straight through, they take a third of the time.
    by = key.concat("") if is_narrow and isinstance(key, Column) else key
    order = (by.desc(), Product.id.desc()) if descending else (by.asc(), Product.id.asc())
    return candidates.add_columns(key.label("key")).order_by(*order).offset(offset).limit(limit).subquery("page")


def in_order(rows: AnySelect, page: Subquery, *, descending: bool) -> AnySelect:
    """What is to be said about the products of a page, in its order."""
    order = (page.c.key.desc(), page.c.id.desc()) if descending else (page.c.key, page.c.id)
    return rows.join(page, page.c.id == Product.id).order_by(*order)


def as_number(column: Any, where_empty: int) -> ColumnElement[int]:
    """A money, price or quantity column as its whole number, for ordering and sums."""
    return func.coalesce(type_coerce(column, BigInteger), where_empty)
