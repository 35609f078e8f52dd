"""Goods come in: a receipt becomes stock at what is owed for it."""

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Partner, Product
from jxc_desktop.models.values.days import day_number
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.services.catalog.product import HIGHEST_PRICE
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.inventory.bounds import refuse_too_large
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM, is_general_taxpayer, read_choice
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_TAX_RATE = Query[tuple[str]](select(Product.tax_rate).where(Product.id == bindparam("product")), "product")
_SUPPLIER = Query[tuple[bool]](select(Partner.is_supplier).where(Partner.id == bindparam("partner")), "partner")
_LAST_COST = Prepared(
    update(Product).where(Product.id == bindparam("of")).values(reference_cost=bindparam("to")), "to", "of"
)


def receive_goods(act: Act, receipt: Receipt) -> Posted:
    """Post a goods receipt; the caller commits. The price of each line becomes the product's 进价.

    A 一般纳税人 deducts the tax of what came with an invoice: the goods cost what is left.

    Raises:
        InvalidInputError: there is no line, or one with a quantity or amount that cannot be.
        NotFoundError: there is no such supplier or product.
        AlreadyPostedError, ClosedPeriodError: see ``Journal.open``.
    """
    if not is_supplier(act.work, receipt.supplier_id):
        raise NotFoundError("supplier", receipt.supplier_id)
    if not receipt.lines:
        raise InvalidInputError("lines", "empty")
    day = receipt.day or act.today
    deducts = receipt.has_tax_invoice and is_general_taxpayer(read_choice(act.work, GENERAL_TAXPAYER_FROM), day)
    lines = [_draft(act, line, deducts) for line in receipt.lines]
    if day > act.today:
        raise InvalidInputError("day", "in_the_future", day)
    head = Head(
        kind=DocumentKind.GOODS_RECEIPT,
        day=day,
        place_id=SHOP_FLOOR,
        amount=sum(line.amount for line in lines),
        partner_id=receipt.supplier_id,
        token=receipt.token,
        note=receipt.note,
    )
    books = Books.open(act.work, act.journal)
    (posted,) = post_receipts(books, [ReceiptDraft(head, lines, receipt.account_id)], "purchasing.receive_goods")
    act.work.run(_LAST_COST, [(_base_price(line), line.product_id) for line in receipt.lines if line.price.parts])
    return posted


def is_supplier(work: OpenTransaction, partner_id: int) -> bool:
    """Whether the shop buys from this partner."""
    row = work.row(_SUPPLIER, partner_id)
    return row is not None and bool(row[0])


def _draft(act: Act, line: ReceivedLine, deducts: bool) -> ReceiptLineDraft:
    rate = act.work.row(_TAX_RATE, line.product_id)
    if rate is None:
        raise NotFoundError("product", line.product_id)
    quantity, finer = divmod(line.count.milli * line.unit_factor.milli, 1000)
    if finer or quantity <= 0:
        raise InvalidInputError("quantity", "too_fine" if finer else "not_positive", line.count)
    if line.owed.fen < 0 or line.price.parts < 0:
        raise InvalidInputError("amount", "negative", line.owed)
    if line.price > HIGHEST_PRICE:
        raise InvalidInputError("reference_cost", "too_large", line.price)
    refuse_too_large("quantity", Quantity(quantity), line.owed)
    return ReceiptLineDraft(
        product_id=line.product_id,
        quantity=quantity,
        unit_name=line.unit_name,
        unit_factor=line.unit_factor.milli,
        price=line.price.parts,
        amount=line.owed.fen,
        discount=line.price.times(line.count).fen - line.owed.fen,
        tax_rate=rate[0],
        tax=TaxRate(rate[0]).tax_in(line.owed.fen) if deducts else 0,
        lot_number=line.lot_number or None,
        produced_on=None if line.produced_on is None else day_number(line.produced_on),
        expires_on=None if line.expires_on is None else day_number(line.expires_on),
    )


def _base_price(line: ReceivedLine) -> int:
    """What one base unit costs, in 1/10000 yuan."""
    return half_away_from_zero(line.price.parts * Quantity.of(1).milli, line.unit_factor.milli)
