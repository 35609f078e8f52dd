"""What every list of documents is narrowed, ordered and cut into pages by, and how it says their state."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, Table, select

from jxc_desktop.models.records import Document
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.storage.prepared import AnySelect
from jxc_desktop.services.words import _


class HasState(Protocol):
    """A row about a posted document."""

    @property
    def state(self) -> DocumentState:
        """How far it is."""

    @property
    def is_mirror(self) -> bool:
        """Whether it undoes another."""


def is_one_of(kinds: Sequence[DocumentKind]) -> ColumnElement[bool]:
    """Documents of these kinds."""
    return Document.kind.in_([kind.value for kind in kinds])


def narrowed(wanted: DocumentFilter, kinds: Sequence[DocumentKind], lines: Table) -> list[ColumnElement[bool]]:
    """What documents of these kinds, with lines in that table, must be; only the text is left to the list itself."""
    found = [is_one_of(kinds if wanted.kind is None else (wanted.kind,)), *_within(Document.day, wanted)]
    if wanted.product_id is not None:
        found.append(Document.id.in_(documents_holding(lines, lines.c.product_id == wanted.product_id, wanted)))
    return found


def documents_holding(lines: Table, products: ColumnElement[bool], wanted: DocumentFilter) -> Select[int]:
    """The documents with a line of these products; the days narrow the lines that are looked at."""
    return select(lines.c.document_id).where(products, *_within(lines.c.day, wanted))


def newest_first(rows: AnySelect, keys: Select[int], offset: int, limit: int) -> AnySelect:
    """So many of the documents that `keys` leaves, each as `rows` tells it."""
    newest = Document.day.desc(), Document.id.desc()
    # Sorted as bare keys: what each row tells besides is looked up only for those that are shown.
    shown = keys.order_by(*newest).offset(offset).limit(limit)
    return rows.where(Document.id.in_(shown.scalar_subquery())).order_by(*newest)


def state_word(row: HasState) -> str:
    """Whether a posted document counts, was undone, or undoes another."""
    if row.is_mirror:
        return _("红冲单")
    return _("已红冲") if row.state is DocumentState.REVERSED else _("已过账")


def _within(day: ColumnElement[Any], wanted: DocumentFilter) -> list[ColumnElement[bool]]:
    first = [] if wanted.first is None else [day >= wanted.first]
    return first if wanted.last is None else [*first, day <= wanted.last]
