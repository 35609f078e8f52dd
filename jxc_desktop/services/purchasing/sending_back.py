"""Goods go back to the supplier; receipts and supplier returns are undone (红冲)."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import MoneyEntry, Product
from jxc_desktop.models.values.accounts import INPUT_TAX
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product_facts import product_name
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.inventory.bounds import refuse_too_large
from jxc_desktop.services.inventory.errors import GoodsGoneError
from jxc_desktop.services.inventory.shortage import refuse_oversold
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.documents import StoredHead, mark_reversed, refuse_undone, stored_head
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.people.settings import OVERSOLD_IN_OFFICE
from jxc_desktop.services.purchasing.errors import TooMuchSentBackError
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from jxc_desktop.services.purchasing.received_before import ReceivedBefore, received_before
from jxc_desktop.services.purchasing.receiving import is_supplier
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_UNIT = Query[tuple[str, str]](
    select(Product.unit, Product.tax_rate).where(Product.id == bindparam("product")), "product"
)
_PAID_FROM = Query[tuple[int]](
    select(MoneyEntry.account_id).where(
        MoneyEntry.document_id == bindparam("document"), MoneyEntry.account_id != INPUT_TAX
    ),
    "document",
)


def send_back(
    act: Act, receipt_id: int, quantities: Mapping[int, Quantity], account_id: int | None, token: str
) -> Posted:
    """Post a supplier return of some of a receipt's lines (line key → how much), credited or paid back at once.

    Raises:
        NotFoundError, WrongStateError, InvalidInputError, TooMuchSentBackError, OversoldError: nothing was written.
        AlreadyPostedError: this form was posted already.
    """
    act.journal.refuse_posted(token)
    receipt = stored_head(act.work, receipt_id, DocumentKind.GOODS_RECEIPT)
    drafts = list(_lines_back(act.work, receipt, quantities).values())
    if not drafts:
        raise InvalidInputError("lines", "empty")
    refuse_oversold(act, _leaving(drafts), receipt.place_id, act.today, OVERSOLD_IN_OFFICE)
    return _post_return(act, receipt, drafts, account_id, token)


def credit_for(books: OpenTransaction, receipt_id: int, quantities: Mapping[int, Quantity]) -> dict[int, Money]:
    """What the supplier would credit for some of a receipt's lines (line key → how much), line by line.

    Raises:
        NotFoundError, WrongStateError, InvalidInputError, TooMuchSentBackError: they cannot go back.
    """
    receipt = stored_head(books, receipt_id, DocumentKind.GOODS_RECEIPT)
    return {line: Money(-draft.amount) for line, draft in _lines_back(books, receipt, quantities).items()}


def send_back_without_receipt(
    act: Act, supplier_id: int, goods: Mapping[int, Quantity], credits: Mapping[int, Money], token: str
) -> Posted:
    """Post a supplier return that names no receipt: product key → how much, → the agreed credit, else the average.

    Raises:
        InvalidInputError, NotFoundError, OversoldError: nothing was written.
    """
    if not is_supplier(act.work, supplier_id):
        raise NotFoundError("supplier", supplier_id)
    if not goods:
        raise InvalidInputError("lines", "empty")
    books = Books.open(act.work, act.journal)
    drafts = [_loose(books, product, quantity.milli, credits.get(product)) for product, quantity in goods.items()]
    refuse_oversold(act, _leaving(drafts), SHOP_FLOOR, act.today, OVERSOLD_IN_OFFICE)
    head = Head(
        DocumentKind.SUPPLIER_RETURN,
        act.today,
        SHOP_FLOOR,
        sum(draft.amount for draft in drafts),
        partner_id=supplier_id,
        token=token,
    )
    (posted,) = post_receipts(books, [ReceiptDraft(head, drafts)], "purchasing.return_goods")
    return posted


def reverse_receipt(act: Act, document_id: int, reason: str) -> Posted:
    """Undo a receipt (all that is left of it goes back) or a supplier return (what went back comes in again).

    Raises:
        NotFoundError, WrongStateError: it cannot be undone.
        GoodsGoneError: the goods of the receipt are not all there any more.
    """
    head = stored_head(act.work, document_id, DocumentKind.GOODS_RECEIPT, DocumentKind.SUPPLIER_RETURN)
    mark_reversed(act.work, head)
    lines = received_before(act.work, document_id)
    books = Books.open(act.work, act.journal)
    if head.kind is DocumentKind.GOODS_RECEIPT:
        drafts = [line.back(line.left) for line in lines if line.left]
        if not drafts:
            products = dict.fromkeys(line.product_id for line in lines)
            raise GoodsGoneError(tuple(product_name(act.work, product) for product in products))
        _refuse_gone(act, books, _leaving(drafts), head.place_id)
    else:
        drafts = [line.again() for line in lines]
    paid = act.work.row(_PAID_FROM, head.id)
    mirror = Head(
        kind=head.kind,
        day=act.today,
        place_id=head.place_id,
        amount=sum(draft.amount for draft in drafts),
        partner_id=head.partner_id,
        note=reason,
        reverses_id=head.id,
    )
    draft = ReceiptDraft(mirror, drafts, paid[0] if paid else None, owes=not head.is_history)
    (posted,) = post_receipts(books, [draft], "purchasing.reverse")
    return posted


def _post_return(
    act: Act, receipt: StoredHead, drafts: list[ReceiptLineDraft], account_id: int | None, token: str
) -> Posted:
    head = Head(
        kind=DocumentKind.SUPPLIER_RETURN,
        day=act.today,
        place_id=receipt.place_id,
        amount=sum(draft.amount for draft in drafts),
        partner_id=receipt.partner_id,
        token=token,
    )
    draft = ReceiptDraft(head, drafts, account_id)
    (posted,) = post_receipts(Books.open(act.work, act.journal), [draft], "purchasing.return_goods")
    return posted


def _lines_back(
    work: OpenTransaction, receipt: StoredHead, quantities: Mapping[int, Quantity]
) -> dict[int, ReceiptLineDraft]:
    """Line key → the line that sends so much of it back."""
    refuse_undone(receipt)
    lines = {line.id: line for line in received_before(work, receipt.id)}
    wanted = {line_id: quantity.milli for line_id, quantity in quantities.items() if quantity.milli}
    return {line_id: _back(work, lines, line_id, quantity) for line_id, quantity in wanted.items()}


def _back(work: OpenTransaction, lines: Mapping[int, ReceivedBefore], line_id: int, quantity: int) -> ReceiptLineDraft:
    line = lines.get(line_id)
    if line is None:
        raise NotFoundError("receipt_line", line_id)
    if quantity < 0:
        raise InvalidInputError("quantity", "negative", Quantity(quantity))
    if quantity > line.left:
        raise TooMuchSentBackError(product_name(work, line.product_id), Quantity(line.left))
    return line.back(quantity)


def _loose(books: Books, product_id: int, quantity: int, agreed: Money | None) -> ReceiptLineDraft:
    row = books.work.row(_UNIT, product_id)
    if row is None:
        raise NotFoundError("product", product_id)
    if quantity <= 0:
        raise InvalidInputError("quantity", "not_positive", Quantity(quantity))
    if agreed is not None and agreed.fen < 0:
        raise InvalidInputError("amount", "negative", agreed)
    refuse_too_large("quantity", Quantity(quantity), agreed)
    credit = books.stock.cost_of_leaving(product_id, quantity) if agreed is None else agreed.fen
    return ReceiptLineDraft(product_id, -quantity, row[0], 1000, 0, -credit, row[1])


def _leaving(drafts: list[ReceiptLineDraft]) -> dict[int, int]:
    wanted: dict[int, int] = {}
    for draft in drafts:
        wanted[draft.product_id] = wanted.get(draft.product_id, 0) - draft.quantity
    return wanted


def _refuse_gone(act: Act, books: Books, leaving: Mapping[int, int], place: int) -> None:
    """A receipt is undone only while all that is left of it is there, whatever the shop allows elsewhere."""
    gone = [
        product_name(act.work, product)
        for product, quantity in leaving.items()
        if quantity > min(books.stock.on_hand(product, place), books.stock.quantity_of(product))
    ]
    if gone:
        raise GoodsGoneError(tuple(gone))
