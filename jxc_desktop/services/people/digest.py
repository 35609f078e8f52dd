"""The fingerprint of what an act wrote into the books, and the chain that ties the acts together.

Each audit row holds the SHA-256 of every row of the books its act wrote, and a hash over itself and the hash before it.
One number changed anywhere behind the program's back no longer fits.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from jxc_desktop.services.storage.prepared import Row
from jxc_desktop.services.storage.tables import DOCUMENT

DIGEST_VERSION = 1

# What each version covers. When a table gets a column, a new version lists it; what was written under an earlier
# version is checked by that version's list for ever.
_FIRST = {
    "document": (
        "id kind number token day moment operator_id shift_id partner_id place_id amount member_code note "
        "reverses_id is_history"
    ),
    "stock_move": "id document_id line_no day product_id from_place_id to_place_id quantity",
    "cost_entry": (
        "id document_id line_no day product_id move_id root_move_id kind quantity exact booked open_quantity "
        "open_estimate last_price"
    ),
    "sale_line": (
        "id document_id line_no day product_id quantity unit_name unit_factor price list_amount line_discount "
        "ticket_discount coupon_share rounding_off net is_amount_given tax_rate tax cost origin_line_id "
        "move_id"
    ),
    "goods_receipt_line": (
        "id document_id line_no day product_id quantity unit_name unit_factor price discount amount tax_rate "
        "tax cost lot_number produced_on expires_on origin_line_id move_id"
    ),
    "stock_line": (
        "id document_id line_no day product_id quantity book_quantity counted_quantity cost origin_line_id move_id"
    ),
    "cost_correction_line": "id document_id line_no day product_id receipt_line_id amount kept",
    "tender": "id document_id line_no account_id tendered kept reference",
    "money_entry": "id document_id day account_id amount",
    "partner_entry": "id document_id day partner_id amount",
}
COVERED: dict[int, dict[str, tuple[str, ...]]] = {
    1: {table: tuple(columns.split()) for table, columns in _FIRST.items()},
}

STATE_POSITION = list(DOCUMENT.columns.keys()).index("state")


def without_state(document: Row) -> Row:
    """A document's row without its state, the one thing about it that may move on."""
    return document[:STATE_POSITION] + document[STATE_POSITION + 1 :]


def digest_of(rows: Iterable[tuple[str, Sequence[Row]]]) -> str:
    """The fingerprint of the rows an act wrote, table by table in the order of BOOKS; tables without rows left out.

    Driver values (whole numbers, texts, None) have one ``repr`` each, so it stands for them exactly.
    """
    return sha256(repr([(table, list(of_table)) for table, of_table in rows if of_table]).encode()).hexdigest()


def chain_hash(before: str, entry: Row) -> str:
    """The hash of an audit row given without its hash, tied to the hash before it."""
    return sha256(repr((before, *entry)).encode()).hexdigest()
