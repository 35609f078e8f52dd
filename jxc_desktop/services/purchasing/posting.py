"""Goods received and goods returned to suppliers, written into the books: the one road for all of them."""

from collections.abc import Sequence
from typing import NamedTuple

from jxc_desktop.models.records import GoodsReceiptLine
from jxc_desktop.models.values.accounts import INPUT_TAX
from jxc_desktop.models.values.places import SUPPLIERS
from jxc_desktop.services.inventory.stock_book import Line, Moved
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.storage.tables import table_of

_LINE = table_of(GoodsReceiptLine)


class ReceiptLineDraft(NamedTuple):
    """A line ready to be posted; a return to the supplier has minus signs throughout.

    Units: quantity in 1/1000 of the base unit, price in 1/10000 yuan per received unit, amounts in fen, days as
        numbers.

    Attributes:
        amount: owed, tax included; tax: its deductible part.
        origin_line_id: the receipt line that goes back.
        root_move_id: the move to the supplier that comes back, where a return is undone.
    """

    product_id: int
    quantity: int
    unit_name: str
    unit_factor: int
    price: int
    amount: int
    tax_rate: str
    discount: int = 0
    tax: int = 0
    lot_number: str | None = None
    produced_on: int | None = None
    expires_on: int | None = None
    origin_line_id: int | None = None
    root_move_id: int | None = None


class ReceiptDraft(NamedTuple):
    """One receipt or supplier return ready to be posted.

    Attributes:
        account_id: what it is paid from (or into) at once; None: it stays owed.
        owes: whether the supplier's account in the books takes part; trade settled before this program does not.
    """

    head: Head
    lines: Sequence[ReceiptLineDraft]
    account_id: int | None = None
    owes: bool = True


def post_receipts(books: Books, drafts: Sequence[ReceiptDraft], act: str) -> list[Posted]:
    """Write receipts and supplier returns, in their order; the caller commits.

    Raises:
        AlreadyPostedError, DuplicateNumberError, ClosedPeriodError: see ``Journal.open``.
    """
    return [_post(books, draft, act) for draft in drafts]


def _post(books: Books, draft: ReceiptDraft, act: str) -> Posted:
    head = draft.head
    document = books.journal.open(head)
    for number, line in enumerate(draft.lines, 1):
        moved = _move(books, document, number, line, head.place_id)
        books.journal.add(_LINE, *_line_values(document, number, line, moved))
        books.money.pay_in(document, INPUT_TAX, line.tax)
    _settle(books, document, draft)
    books.journal.close(act, document, amount=head.amount)
    return document


def _move(books: Books, document: Posted, number: int, line: ReceiptLineDraft, place: int) -> Moved:
    """What the line does to the stock: it comes in, goes back, or comes back from the supplier again."""
    goods = Line(document, number, line.product_id, SUPPLIERS, abs(line.quantity), place)
    if line.root_move_id is not None:
        return books.stock.take_back_from_supplier(goods, line.root_move_id, line.amount - line.tax)
    if line.quantity > 0:
        return books.stock.receive(goods, line.amount - line.tax)
    return books.stock.return_to_supplier(goods, line.tax - line.amount, named=line.origin_line_id is not None)


def _settle(books: Books, document: Posted, draft: ReceiptDraft) -> None:
    """What is owed goes to the supplier's account, and off it again where it is paid at once."""
    amount, partner = draft.head.amount, draft.head.partner_id
    if draft.owes and partner is not None:
        books.money.owe(document, partner, -amount)
        if draft.account_id is not None:
            books.money.owe(document, partner, amount)
    if draft.account_id is not None:
        books.money.pay_in(document, draft.account_id, -amount)


def _line_values(document: Posted, number: int, line: ReceiptLineDraft, moved: Moved) -> tuple[object, ...]:
    return (
        document.id,
        number,
        document.day,
        line.product_id,
        line.quantity,
        line.unit_name,
        line.unit_factor,
        line.price,
        line.discount,
        line.amount,
        line.tax_rate,
        line.tax,
        line.amount - line.tax,
        line.lot_number,
        line.produced_on,
        line.expires_on,
        line.origin_line_id,
        moved.move_id,
    )
