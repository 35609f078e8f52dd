"""Opening stock and counts: what the shop says lies there, against what the books say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import CostEntry, StockLine
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.places import LOSSES, OPENING, SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product_facts import has_moved, product_name
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.inventory.bounds import refuse_too_large
from jxc_desktop.services.inventory.errors import GoodsGoneError, HasMovesError
from jxc_desktop.services.inventory.posting import StockDraft, StockLineDraft, post_stock
from jxc_desktop.services.inventory.shortage import on_hand_at, refuse_oversold
from jxc_desktop.services.inventory.stock_book import StockBook
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.documents import mark_reversed, stored_head
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.people.settings import OVERSOLD_IN_OFFICE
from jxc_desktop.services.storage.prepared import Query

_LINES = Query[tuple[Any, ...]](
    select(
        StockLine.id,
        StockLine.product_id,
        StockLine.quantity,
        StockLine.book_quantity,
        StockLine.counted_quantity,
        StockLine.move_id,
        CostEntry.exact,
    )
    .join(CostEntry, CostEntry.move_id == StockLine.move_id)
    .where(StockLine.document_id == bindparam("document"))
    .order_by(StockLine.line_no),
    "document",
)
OUTSIDE = {DocumentKind.OPENING_STOCK: OPENING, DocumentKind.COUNT: LOSSES}


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """What lay there when the shop began with this program, and what it was worth in all."""

    product_id: int
    quantity: Quantity
    value: Money


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What was found of a product; value: what a gain is worth in all, None: the average."""

    product_id: int
    counted: Quantity
    value: Money | None = None


def post_opening_stock(
    act: Act, lines: Sequence[OpeningLine], day: date, token: str | None, place: int = SHOP_FLOOR
) -> Posted:
    """Post opening stock for goods that never moved.

    Raises:
        InvalidInputError: no line, a quantity that is not more than 0, a product twice, a value below 0; either of
            them too large.
        HasMovesError: some of the goods have moved already.
        NotFoundError: there is no such product.
    """
    if not lines:
        raise InvalidInputError("lines", "empty")
    if len({line.product_id for line in lines}) < len(lines):
        raise InvalidInputError("lines", "product_twice")
    for line in lines:
        if line.quantity.milli <= 0 or line.value.fen < 0:
            raise InvalidInputError("quantity", "not_positive", line.quantity)
        refuse_too_large("quantity", line.quantity, line.value)
    moved = [product_name(act.work, line.product_id) for line in lines if has_moved(act.work, line.product_id)]
    if moved:
        raise HasMovesError(tuple(moved))
    drafts = [StockLineDraft(line.product_id, line.quantity.milli, value=line.value.fen) for line in lines]
    head = Head(DocumentKind.OPENING_STOCK, day, place, sum(line.value.fen for line in lines), token=token)
    stock = StockBook(act.work, act.journal)
    return post_stock(act.journal, stock, StockDraft(head, drafts, OPENING), "inventory.post_opening_stock")


def post_count(
    act: Act, lines: Sequence[CountedLine], day: date, token: str | None, place: int = SHOP_FLOOR
) -> Posted | None:
    """Post the differences between what was found and what the books had at the end of that day.

    The result is None where nothing differs.

    Raises:
        InvalidInputError: a product twice, or found below 0; too much found, or worth too much.
        OversoldError: a loss would leave less than nothing, then or on a later day.
    """
    if len({line.product_id for line in lines}) < len(lines):
        raise InvalidInputError("lines", "product_twice")
    if any(line.counted.milli < 0 for line in lines):
        raise InvalidInputError("counted", "negative")
    for line in lines:
        refuse_too_large("counted", line.counted, line.value)
    drafts = [_difference(act, line, day, place) for line in lines]
    drafts = [draft for draft in drafts if draft.quantity]
    if not drafts:
        return None
    refuse_oversold(act, {draft.product_id: -draft.quantity for draft in drafts}, place, day, OVERSOLD_IN_OFFICE)
    stock = StockBook(act.work, act.journal)
    head = Head(DocumentKind.COUNT, day, place, 0, token=token)
    return post_stock(act.journal, stock, StockDraft(head, drafts, LOSSES), "inventory.post_count")


def reverse_stock(act: Act, document_id: int, reason: str) -> Posted:
    """Undo opening stock or a count by its mirror, dated today.

    Raises:
        NotFoundError, WrongStateError: it cannot be undone.
        GoodsGoneError: opening stock that is not all there any more.
        OversoldError: a gain whose goods are gone, where the shop forbids that.
    """
    head = stored_head(act.work, document_id, DocumentKind.OPENING_STOCK, DocumentKind.COUNT)
    mark_reversed(act.work, head)
    rows = act.work.rows(_LINES, document_id)
    stock = StockBook(act.work, act.journal)
    leaving = {product: quantity for _, product, quantity, *_ in rows if quantity > 0}
    if head.kind is DocumentKind.OPENING_STOCK:
        gone = [product for product, quantity in leaving.items() if quantity > stock.quantity_of(product)]
        if gone:
            raise GoodsGoneError(tuple(product_name(act.work, product) for product in gone))
    refuse_oversold(act, leaving, head.place_id, act.today, OVERSOLD_IN_OFFICE)
    drafts = [
        StockLineDraft(
            product,
            -quantity,
            book_quantity=book,
            counted_quantity=counted,
            origin_line_id=line,
            root_move_id=move if quantity < 0 else None,
            given_up=exact if quantity > 0 else None,
        )
        for line, product, quantity, book, counted, move, exact in rows
    ]
    mirror = Head(head.kind, act.today, head.place_id, -head.amount, note=reason, reverses_id=head.id)
    draft = StockDraft(mirror, drafts, OUTSIDE[head.kind])
    return post_stock(act.journal, stock, draft, "inventory.reverse")


def _difference(act: Act, line: CountedLine, day: date, place: int) -> StockLineDraft:
    if not product_name(act.work, line.product_id):
        raise NotFoundError("product", line.product_id)
    book = on_hand_at(act.work, line.product_id, place, day)
    return StockLineDraft(
        line.product_id,
        line.counted.milli - book,
        value=None if line.value is None else line.value.fen,
        book_quantity=book,
        counted_quantity=line.counted.milli,
    )
