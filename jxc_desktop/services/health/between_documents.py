"""What documents say of each other: which is undone by which, and how much of a line came back."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import or_, select

from jxc_desktop.models.records import Document, GoodsReceiptLine, SaleLine, StockLine
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.health.finding import Finding, FindingKind, fen, milli
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_MIRROR = table_of(Document).alias()
_STATES = Query[tuple[Any, ...]](
    select(Document.number, Document.state, _MIRROR.c.id)
    .outerjoin(_MIRROR, _MIRROR.c.reverses_id == Document.id)
    .where(
        or_(
            _MIRROR.c.id.is_(None) & (Document.state != DocumentState.POSTED.value),
            _MIRROR.c.id.is_not(None) & (Document.state != DocumentState.REVERSED.value),
        )
    )
    .order_by(Document.id)
)
_MIRRORS = Query[tuple[Any, ...]](
    select(
        _MIRROR.c.number, Document.kind, _MIRROR.c.kind, Document.amount, _MIRROR.c.amount, _MIRROR.c.id, Document.id
    )
    .join(_MIRROR, _MIRROR.c.reverses_id == Document.id)
    .order_by(Document.id)
)


def check_states(books: OpenTransaction) -> Iterator[Finding]:
    """A document is reversed exactly when another one undoes it."""
    for number, state, mirror in books.each(_STATES):
        expected = DocumentState.POSTED if mirror is None else DocumentState.REVERSED
        yield Finding(FindingKind.STATE, str(number), expected.value, str(state))


def check_mirrors(books: OpenTransaction) -> Iterator[Finding]:
    """What undoes a document comes later, is of its kind and takes back its amount.

    A receipt is undone by what was left of it.
    """
    for number, kind, mirror_kind, amount, mirror_amount, mirror, document in books.each(_MIRRORS):
        if kind != mirror_kind or mirror <= document:
            yield Finding(FindingKind.MIRROR, str(number), str(kind), str(mirror_kind))
        elif type(amount) is int and kind != DocumentKind.GOODS_RECEIPT.value and mirror_amount != -amount:
            yield Finding(FindingKind.MIRROR, str(number), fen(-amount), fen(mirror_amount))


def _came_back(record: type[SaleLine] | type[GoodsReceiptLine] | type[StockLine]) -> Query[tuple[Any, ...]]:
    """Line by line that something goes back to: its document's number and quantity, and each quantity of those."""
    back = table_of(record).alias()
    asked = (
        select(record.id, Document.number, record.line_no, record.quantity, back.c.quantity)
        .join(back, back.c.origin_line_id == record.id)
        .join(Document, Document.id == record.document_id)
        .order_by(record.id)
    )
    return Query(asked)


_CAME_BACK = [_came_back(record) for record in (SaleLine, GoodsReceiptLine, StockLine)]


def check_returns(books: OpenTransaction) -> Iterator[Finding]:
    """Of a line comes back at most what it had, and what comes back goes out again at most once."""
    for query in _CAME_BACK:
        for (_, number, line_no, quantity), returns in groupby(books.each(query), key=itemgetter(0, 1, 2, 3)):
            changes = [quantity, *(back for *_, back in returns)]
            if not all(type(change) is int for change in changes):
                continue  # such a value is a finding of its own
            left = sum(changes)
            if not min(0, quantity) <= left <= max(0, quantity):
                yield Finding(FindingKind.RETURNED, f"{number} / {line_no}", milli(quantity), milli(left))
