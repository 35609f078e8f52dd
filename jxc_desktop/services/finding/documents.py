"""The documents a search over everything comes up with: by their number, or by a product they hold."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, func, select

from jxc_desktop.models.records import Document, Partner
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.finding.found import DocumentFound, ProductFound
from jxc_desktop.services.inventory.stock_ledger import stock_ledger
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

# Fewer characters are part of nearly every number.
FEWEST_OF_A_NUMBER = 3
# The last digits come round every day: they are looked for among so many of the newest of each kind.
NEWEST_OF_A_KIND = 30_000
BEHIND_ALL = "\uffff"
MOVES_LOOKED_AT = 20
_NEWEST = (
    select(Document.id, Document.number)
    .where(Document.kind == bindparam("kind"))
    .order_by(Document.number.desc())
    .limit(NEWEST_OF_A_KIND)
    .subquery("newest")
)
_ENDING = Query[tuple[int]](
    select(_NEWEST.c.id)
    .where(func.lower(_NEWEST.c.number).like(bindparam("ending"), escape="\\"))
    .order_by(_NEWEST.c.number.desc())
    .limit(bindparam("most")),
    "kind",
    "ending",
    "most",
)
_BEGINNING = Query[tuple[int]](
    select(Document.id)
    .where(
        Document.kind == bindparam("kind"),
        Document.number >= bindparam("first"),
        Document.number < bindparam("behind"),
    )
    .order_by(Document.number.desc())
    .limit(bindparam("most")),
    "kind",
    "first",
    "behind",
    "most",
)
_ROWS = select(
    Document.id,
    Document.kind,
    Document.number,
    Document.day,
    Document.amount,
    func.coalesce(Partner.name, ""),
    Document.reverses_id.is_not(None),
).outerjoin(Partner, Partner.id == Document.partner_id)


def documents_by_number(
    books: OpenTransaction, text: str, kinds: Collection[DocumentKind], most: int
) -> list[DocumentFound]:
    """At most so many documents whose number begins or ends with the text, newest first."""
    wanted = text.strip()
    if len(wanted) < FEWEST_OF_A_NUMBER or not any(character.isdecimal() for character in wanted):
        return []
    keys: set[int] = set()
    for kind in kinds:
        for first in {wanted, wanted.upper()}:
            keys.update(key for (key,) in books.rows(_BEGINNING, kind.value, first, first + BEHIND_ALL, most))
        keys.update(key for (key,) in books.rows(_ENDING, kind.value, f"%{as_pattern(wanted)}", most))
    return documents_of(books, sorted(keys, reverse=True)[:most], kinds)


def documents_of(books: OpenTransaction, keys: Sequence[int], kinds: Collection[DocumentKind]) -> list[DocumentFound]:
    """These documents, those that are there and of these kinds, in their order."""
    is_wanted = Document.id.in_(keys), Document.kind.in_([kind.value for kind in kinds])
    found = {row[0]: _document(row) for row in books.connection.execute(_ROWS.where(*is_wanted))}
    return [found[key] for key in keys if key in found]


def documents_holding(
    books: OpenTransaction, product: ProductFound, kinds: Collection[DocumentKind], most: int
) -> list[DocumentFound]:
    """At most so many documents that moved a product last, newest first, with how much of it they moved."""
    moved: dict[int, int] = {}
    for row in stock_ledger(books, product.product_id, limit=MOVES_LOOKED_AT, with_cost=False):
        if row.kind in kinds and (row.document_id in moved or len(moved) < most):
            moved[row.document_id] = moved.get(row.document_id, 0) + abs(row.quantity.milli)
    return [_holding(found, product, moved) for found in documents_of(books, list(moved), kinds)]


def _document(row: Sequence[Any]) -> DocumentFound:
    key, kind, number, day, amount, partner, is_mirror = row
    return DocumentFound(key, DocumentKind(kind), number, day, amount, partner, is_mirror)


def _holding(found: DocumentFound, product: ProductFound, moved: dict[int, int]) -> DocumentFound:
    return replace(found, holds=product.name, quantity=Quantity(moved[found.document_id]))
