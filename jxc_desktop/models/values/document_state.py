"""Kinds of documents, their states, and the moves between states that are allowed."""

from enum import Enum


class DocumentKind(Enum):
    """One kind of act of the shop. The value is what the books store."""

    SALE = "sale"
    CUSTOMER_RETURN = "customer_return"
    GOODS_RECEIPT = "goods_receipt"
    SUPPLIER_RETURN = "supplier_return"
    COUNT = "count"
    OPENING_STOCK = "opening_stock"
    COST_CORRECTION = "cost_correction"


class DocumentState(Enum):
    """Where a document stands. The value is what the books store."""

    DRAFT = "draft"
    POSTED = "posted"
    REVERSED = "reversed"


_POSTING = {DocumentState.DRAFT: {DocumentState.POSTED}, DocumentState.POSTED: {DocumentState.REVERSED}}

ALLOWED_MOVES: dict[DocumentKind, dict[DocumentState, set[DocumentState]]] = dict.fromkeys(DocumentKind, _POSTING)

# The prefix of each kind's numbers as a new shop starts with; the shop may change them.
NUMBER_PREFIXES: dict[DocumentKind, str] = {
    DocumentKind.SALE: "XS",
    DocumentKind.CUSTOMER_RETURN: "XT",
    DocumentKind.GOODS_RECEIPT: "CGRK",
    DocumentKind.SUPPLIER_RETURN: "CGTH",
    DocumentKind.COUNT: "PD",
    DocumentKind.OPENING_STOCK: "QC",
    DocumentKind.COST_CORRECTION: "CBTZ",
}


def may_move(kind: DocumentKind, state: DocumentState, to: DocumentState) -> bool:
    """Whether a document of this kind may go from one state to the other."""
    return to in ALLOWED_MOVES[kind].get(state, set())
