"""Which documents of a kind of trade a list shows: the question every such list asks."""

from dataclasses import dataclass
from datetime import date

from jxc_desktop.models.values.document_state import DocumentKind


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents a list shows.

    Attributes:
        first, last: business dates; None: open. text: part of a number, or of whom or what it is about.
        kind: only this one of the kinds the list holds; None: all of them.
        product_id: only those with a line of this product; None: any.
    """

    first: date | None = None
    last: date | None = None
    text: str = ""
    kind: DocumentKind | None = None
    product_id: int | None = None
