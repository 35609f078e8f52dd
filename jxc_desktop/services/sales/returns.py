"""Goods that come back, and sales or returns that are undone (红冲)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Product, SaleLine, Tender
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import further_part
from jxc_desktop.services.catalog.product_facts import product_name
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.inventory.shortage import refuse_oversold
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.documents import StoredHead, mark_reversed, refuse_undone, stored_head
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.people.lines_back import WrittenUnit, back_so_far, unit_of_part
from jxc_desktop.services.people.override import Limits
from jxc_desktop.services.people.settings import OVERSOLD_IN_OFFICE
from jxc_desktop.services.sales.errors import EmptyTicketError, HasReturnsError, TooMuchReturnedError
from jxc_desktop.services.sales.limits import refund_allowed_by
from jxc_desktop.services.sales.payment import refuse_other_accounts
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.sales.shifts import current_shift
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

# The amounts of a line that come back in proportion, each so that parts add up to the whole.
SHARED_AMOUNTS = ("line_discount", "ticket_discount", "coupon_share", "rounding_off", "net", "tax")

# How many facts of a line are read before its amounts.
FACTS = 11

_LINES = Query[tuple[Any, ...]](
    select(
        SaleLine.id,
        SaleLine.product_id,
        SaleLine.quantity,
        SaleLine.unit_name,
        SaleLine.unit_factor,
        SaleLine.price,
        SaleLine.is_amount_given,
        SaleLine.tax_rate,
        SaleLine.move_id,
        SaleLine.origin_line_id,
        Product.unit,
        *(getattr(SaleLine, name) for name in SHARED_AMOUNTS),
        *(back_so_far(table_of(SaleLine), name) for name in ("quantity", *SHARED_AMOUNTS)),
    )
    .join(Product, Product.id == SaleLine.product_id)
    .where(SaleLine.document_id == bindparam("document"))
    .order_by(SaleLine.line_no),
    "document",
)
_ROOT = Query[tuple[int]](select(SaleLine.move_id).where(SaleLine.id == bindparam("line")), "line")
_TENDERS = Query[tuple[int, int, str]](
    select(Tender.account_id, Tender.kept, Tender.reference)
    .where(Tender.document_id == bindparam("document"))
    .order_by(Tender.line_no),
    "document",
)


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A sale line as the books hold it, and what of it came back; amounts in fen.

    Attributes:
        amounts, returned: by the names of SHARED_AMOUNTS.
    """

    id: int
    product_id: int
    quantity: int
    unit_name: str
    unit_factor: int
    price: int
    is_amount_given: bool
    tax_rate: str
    move_id: int
    origin_line_id: int | None
    base_unit: str
    amounts: Mapping[str, int]
    returned_quantity: int
    returned: Mapping[str, int]

    @property
    def left(self) -> int:
        """How much may still come back."""
        return self.quantity - self.returned_quantity

    def part(self, quantity: int) -> dict[str, int]:
        """The amounts of so much of what is still out."""
        after = self.returned_quantity + quantity
        return {
            name: further_part(amount, self.returned[name], after, self.quantity)
            for name, amount in self.amounts.items()
        }

    def draft(self, quantity: int, amounts: Mapping[str, int], sign: int, root_move_id: int | None) -> SaleLineDraft:
        """A line that takes so much of this one back (sign −1) or out again (+1)."""
        origin = self.id if self.origin_line_id is None else self.origin_line_id
        taken_off = sum(amounts[name] for name in SHARED_AMOUNTS[:4])
        written = WrittenUnit(self.unit_name, self.unit_factor, self.price)
        unit = unit_of_part(quantity, abs(self.quantity), written, self.base_unit)
        return SaleLineDraft(
            product_id=self.product_id,
            quantity=sign * quantity,
            unit_name=unit.unit_name,
            unit_factor=unit.unit_factor,
            price=unit.price,
            list_amount=sign * (amounts["net"] + taken_off),
            is_amount_given=self.is_amount_given,
            tax_rate=self.tax_rate,
            origin_line_id=origin,
            root_move_id=root_move_id,
            **{name: sign * amounts[name] for name in SHARED_AMOUNTS},
        )


def stored_lines(work: OpenTransaction, document_id: int) -> list[StoredLine]:
    """The lines of a sale or return, in order."""
    count = len(SHARED_AMOUNTS)
    lines = []
    for row in work.rows(_LINES, document_id):
        amounts = dict(zip(SHARED_AMOUNTS, row[FACTS : FACTS + count], strict=True))
        returned = dict(zip(SHARED_AMOUNTS, row[FACTS + count + 1 :], strict=True))
        lines.append(StoredLine(*(*row[:FACTS], amounts, row[FACTS + count], returned)))
    return lines


def refund_of(work: OpenTransaction, sale_id: int, quantities: Mapping[int, Quantity]) -> dict[int, Money]:
    """What would be paid back for some of a sale's lines, line by line.

    Raises:
        NotFoundError, WrongStateError, InvalidInputError, TooMuchReturnedError: they cannot come back.
    """
    return {line_id: Money(-draft.net) for line_id, draft in _drafts(work, sale_id, quantities).items()}


def return_goods(
    act: Act,
    sale_id: int,
    quantities: Mapping[int, Quantity],
    account_id: int,
    token: str,
    allower: Limits | None = None,
) -> Posted:
    """Post a return of some of a sale's lines (line key → how much), paid back from one account.

    `allower`: who allows what the operator may not do alone.

    Raises:
        NotFoundError: there is no such sale or line, or the counter does not pay from this account.
        WrongStateError: the sale was undone, or undoes another.
        TooMuchReturnedError: more would come back than is still out.
        EmptyTicketError: nothing comes back.
        RefundLimitError: it is more than the operator, or who allows it, may give back.
        AlreadyPostedError: this form was posted already.
    """
    act.journal.refuse_posted(token)
    sale = stored_head(act.work, sale_id, DocumentKind.SALE)
    drafts = list(_drafts(act.work, sale_id, quantities).values())
    if not drafts:
        raise EmptyTicketError
    refuse_other_accounts(act.work, [account_id])
    refund = sum(draft.net for draft in drafts)
    allowed_by = refund_allowed_by(act, Money(-refund), allower)
    head = Head(
        kind=DocumentKind.CUSTOMER_RETURN,
        day=act.today,
        place_id=SHOP_FLOOR,
        amount=refund,
        shift_id=current_shift(act),
        token=token,
        member_code=sale.member_code,
    )
    tenders = [TenderDraft(account_id, refund, refund)] if refund else []
    books = Books.open(act.work, act.journal)
    (posted,) = post_sales(books, [SaleDraft(head, drafts, tenders, allowed_by)], "sales.return_goods")
    return posted


def reverse_sale(act: Act, document_id: int, reason: str) -> Posted:
    """Undo a sale or a return by its mirror, dated today; what was paid goes back the way it came.

    Raises:
        NotFoundError: there is no such document.
        WrongStateError: it is undone already.
        HasReturnsError: some of the sale came back already.
        OversoldError: goods that a return brought back are gone again, and the shop forbids that.
    """
    head = stored_head(act.work, document_id, DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN)
    lines = stored_lines(act.work, document_id)
    mark_reversed(act.work, head)
    if head.kind is DocumentKind.SALE and any(line.returned_quantity for line in lines):
        raise HasReturnsError(head.number)
    if head.kind is DocumentKind.CUSTOMER_RETURN:
        refuse_oversold(act, _by_product(lines), SHOP_FLOOR, act.today, OVERSOLD_IN_OFFICE)
    drafts = [_mirror(act, head, line) for line in lines]
    tenders = [
        TenderDraft(account, -kept, -kept, reference) for account, kept, reference in act.work.rows(_TENDERS, head.id)
    ]
    mirror = Head(
        kind=head.kind,
        day=act.today,
        place_id=head.place_id,
        amount=-head.amount,
        shift_id=current_shift(act),
        member_code=head.member_code,
        note=reason,
        reverses_id=head.id,
    )
    books = Books.open(act.work, act.journal)
    (posted,) = post_sales(books, [SaleDraft(mirror, drafts, tenders)], "sales.reverse")
    return posted


def _drafts(work: OpenTransaction, sale_id: int, quantities: Mapping[int, Quantity]) -> dict[int, SaleLineDraft]:
    """Line key → the line that takes so much of it back."""
    sale = stored_head(work, sale_id, DocumentKind.SALE)
    refuse_undone(sale)
    lines = {line.id: line for line in stored_lines(work, sale_id)}
    wanted = {line_id: quantity.milli for line_id, quantity in quantities.items() if quantity.milli}
    return {line_id: _returned_line(work, lines, line_id, quantity) for line_id, quantity in wanted.items()}


def _returned_line(
    work: OpenTransaction, lines: Mapping[int, StoredLine], line_id: int, quantity: int
) -> SaleLineDraft:
    line = lines.get(line_id)
    if line is None:
        raise NotFoundError("sale_line", line_id)
    if quantity < 0:
        raise InvalidInputError("quantity", "negative", Quantity(quantity))
    if quantity > line.left:
        raise TooMuchReturnedError(product_name(work, line.product_id), Quantity(line.left))
    return line.draft(quantity, line.part(quantity), -1, line.move_id)


def _mirror(act: Act, head: StoredHead, line: StoredLine) -> SaleLineDraft:
    """The line with all signs turned: a sale's goods come back from it, a return's go out again to its sale."""
    if head.kind is DocumentKind.SALE:
        return line.draft(line.quantity, line.amounts, -1, line.move_id)
    root = None if line.origin_line_id is None else act.work.row(_ROOT, line.origin_line_id)
    amounts = {name: -amount for name, amount in line.amounts.items()}
    return line.draft(-line.quantity, amounts, 1, root[0] if root else None)


def _by_product(lines: list[StoredLine]) -> dict[int, int]:
    wanted: dict[int, int] = {}
    for line in lines:
        wanted[line.product_id] = wanted.get(line.product_id, 0) - line.quantity
    return wanted
