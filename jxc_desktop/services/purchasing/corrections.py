"""Freight and price corrections on goods received earlier."""

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import CostCorrectionLine
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.inventory.bounds import refuse_too_large
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.documents import StoredHead, mark_reversed, refuse_undone, stored_head
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.purchasing.received_before import ReceivedBefore, received_line
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of

_CORRECTION = table_of(CostCorrectionLine)
_CORRECTION_LINES = Query[tuple[int, int, int]](
    select(
        CostCorrectionLine.receipt_line_id,
        CostCorrectionLine.amount,
        CostCorrectionLine.kept,
    )
    .where(CostCorrectionLine.document_id == bindparam("document"))
    .order_by(CostCorrectionLine.line_no),
    "document",
)


def correct_cost(act: Act, line_id: int, amount: Money, token: str, note: str) -> Posted:
    """Add freight, or correct the price, of one receipt line after posting; the supplier is owed so much more.

    Raises:
        NotFoundError: there is no such receipt line.
        WrongStateError: the receipt was undone.
        InvalidInputError: the amount is 0, or too large.
    """
    line = received_line(act.work, line_id)
    if amount.fen == 0:
        raise InvalidInputError("amount", "zero", amount)
    refuse_too_large("amount", Quantity(0), amount)
    books = Books.open(act.work, act.journal)
    here = min(max(books.stock.quantity_of(line.product_id), 0), line.left)
    wanted = amount.fen * here // line.quantity
    receipt = stored_head(act.work, line.document_id, DocumentKind.GOODS_RECEIPT)
    refuse_undone(receipt)
    return _post_correction(act, books, receipt, [(line, amount.fen, wanted)], token=token, note=note)


def reverse_correction(act: Act, document_id: int, reason: str) -> Posted:
    """Undo a correction by the split it kept.

    Raises:
        NotFoundError, WrongStateError: it cannot be undone.
    """
    head = stored_head(act.work, document_id, DocumentKind.COST_CORRECTION)
    mark_reversed(act.work, head)
    parts = [
        (received_line(act.work, line_id), -amount, -kept)
        for line_id, amount, kept in act.work.rows(_CORRECTION_LINES, head.id)
    ]
    books = Books.open(act.work, act.journal)
    return _post_correction(act, books, head, parts, note=reason, reverses_id=head.id)


def _post_correction(
    act: Act,
    books: Books,
    source: StoredHead,
    parts: list[tuple[ReceivedBefore, int, int]],
    token: str | None = None,
    note: str = "",
    reverses_id: int | None = None,
) -> Posted:
    """Write a correction: for each line the amount, and what of it belongs to goods that are still here."""
    total = sum(amount for _, amount, _ in parts)
    head = Head(
        DocumentKind.COST_CORRECTION,
        act.today,
        source.place_id,
        total,
        partner_id=source.partner_id,
        token=token,
        note=note,
        reverses_id=reverses_id,
    )
    document = act.journal.open(head)
    for number, (line, amount, wanted) in enumerate(parts, 1):
        kept = books.stock.correct(document, number, line.product_id, line.move_id, amount, wanted)
        act.journal.add(_CORRECTION, document.id, number, document.day, line.product_id, line.id, amount, kept)
    if source.partner_id is not None:
        books.money.owe(document, source.partner_id, -total)
    act.journal.close("purchasing.correct_cost", document, amount=total)
    return document
