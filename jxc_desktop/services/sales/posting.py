"""Sales and returns by customers, written into the books: the one road for counter, back office and import."""

from collections.abc import Sequence
from typing import NamedTuple

from jxc_desktop.models.records import SaleLine, Tender
from jxc_desktop.models.values.places import CUSTOMERS, SHOP_FLOOR
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.inventory.stock_book import Line, Moved
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.storage.tables import table_of

_LINE, _TENDER = table_of(SaleLine), table_of(Tender)


class SaleLineDraft(NamedTuple):
    """A line ready to be posted; a return has minus signs throughout.

    Units: quantity in 1/1000 of the base unit, price in 1/10000 yuan per sold unit, amounts in fen.

    Attributes:
        origin_line_id, root_move_id: the sale line that comes back (or goes out again), and the move it left with.
    """

    product_id: int
    quantity: int
    unit_name: str
    unit_factor: int
    price: int
    list_amount: int
    net: int
    tax_rate: str
    line_discount: int = 0
    ticket_discount: int = 0
    coupon_share: int = 0
    rounding_off: int = 0
    is_amount_given: bool = False
    tax: int = 0
    origin_line_id: int | None = None
    root_move_id: int | None = None


class TenderDraft(NamedTuple):
    """A part of the payment in fen; a refund has minus signs."""

    account_id: int
    tendered: int
    kept: int
    reference: str = ""


class SaleDraft(NamedTuple):
    """One sale or return ready to be posted.

    Attributes:
        authorised_by: who allowed what its operator may not do alone; "": nobody had to.
    """

    head: Head
    lines: Sequence[SaleLineDraft]
    tenders: Sequence[TenderDraft]
    authorised_by: str = ""


def post_sales(books: Books, drafts: Sequence[SaleDraft], act: str) -> list[Posted]:
    """Write sales and returns, in their order; the caller commits.

    Raises:
        AlreadyPostedError, DuplicateNumberError, ClosedPeriodError: see ``Journal.open``.
    """
    return [_post(books, draft, act) for draft in drafts]


def _post(books: Books, draft: SaleDraft, act: str) -> Posted:
    document = books.journal.open(draft.head)
    place = draft.head.place_id
    for number, line in enumerate(draft.lines, 1):
        moved = _move(books, document, number, line, place)
        books.journal.add(_LINE, *_line_values(document, number, line, moved))
    for number, tender in enumerate(draft.tenders, 1):
        books.journal.add(
            _TENDER, document.id, number, tender.account_id, tender.tendered, tender.kept, tender.reference
        )
        books.money.pay_in(document, tender.account_id, tender.kept)
    allowed = {"authorised_by": draft.authorised_by} if draft.authorised_by else {}
    books.journal.close(act, document, amount=draft.head.amount, **allowed)
    return document


def _move(books: Books, document: Posted, number: int, line: SaleLineDraft, place: int = SHOP_FLOOR) -> Moved:
    """What the line does to the stock: it leaves, comes back from its sale, or comes back naming none."""
    goods = Line(document, number, line.product_id, CUSTOMERS, abs(line.quantity), place)
    if line.quantity > 0:
        return books.stock.issue(goods, CostKind.SALE_DIFFERENCE, line.root_move_id)
    if line.root_move_id is None:
        return books.stock.receive_at_average(goods, whole_fen=True)
    return books.stock.bring_back(goods, line.root_move_id)


def _line_values(document: Posted, number: int, line: SaleLineDraft, moved: Moved) -> tuple[object, ...]:
    return (
        document.id,
        number,
        document.day,
        line.product_id,
        line.quantity,
        line.unit_name,
        line.unit_factor,
        line.price,
        line.list_amount,
        line.line_discount,
        line.ticket_discount,
        line.coupon_share,
        line.rounding_off,
        line.net,
        int(line.is_amount_given),
        line.tax_rate,
        line.tax,
        -moved.booked,
        line.origin_line_id,
        moved.move_id,
    )
