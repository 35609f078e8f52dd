"""Checkout: a ticket becomes a sale, all of it or nothing."""

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import Cart, PrintJob, Product, ProductUnit
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import MILLI
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.inventory.bounds import refuse_too_large
from jxc_desktop.services.inventory.errors import Shortage
from jxc_desktop.services.inventory.shortage import refuse_oversold
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.people.override import Limits
from jxc_desktop.services.people.settings import (
    GENERAL_TAXPAYER_FROM,
    OVERSOLD_AT_COUNTER,
    is_general_taxpayer,
    read_choice,
)
from jxc_desktop.services.sales.errors import BelowLowestPriceError, EmptyTicketError, PriceChangedError
from jxc_desktop.services.sales.limits import asked_for, discount_allowed_by, is_rounded_by_rule
from jxc_desktop.services.sales.payment import refuse_other_accounts, settle
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, post_sales
from jxc_desktop.services.sales.pricing import PricedLine, PricedTicket, price_ticket
from jxc_desktop.services.sales.shifts import current_shift
from jxc_desktop.services.sales.ticket import SoldTicket, Ticket, TicketLine
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of

_PRICES = Query[tuple[str, str, int, int | None, str, bool]](
    select(
        Product.name,
        Product.unit,
        Product.retail_price,
        Product.lowest_price,
        Product.tax_rate,
        Product.is_active,
    ).where(Product.id == bindparam("product")),
    "product",
)
_PACK = Query[tuple[int, int | None]](
    select(ProductUnit.factor, ProductUnit.retail_price).where(
        ProductUnit.product_id == bindparam("product"), ProductUnit.name == bindparam("name")
    ),
    "product",
    "name",
)
_FORGET_CART = Prepared(delete(Cart).where(Cart.token == bindparam("token")), "token")


def check_out(act: Act, ticket: Ticket, allower: Limits | None = None) -> SoldTicket:
    """Post a ticket; the caller commits. `allower`: who allows what the operator may not do alone.

    Raises:
        EmptyTicketError, InvalidInputError, WrongPaymentError, PriceChangedError, BelowLowestPriceError, NotFoundError:
            the ticket cannot be sold like this.
        DiscountLimitError: more is taken off than the operator, or who allows it, may take off.
        OversoldError: the shop forbids selling more than there is.
        AlreadyPostedError: it was sold already.
    """
    act.journal.refuse_posted(ticket.token)
    if not ticket.lines:
        raise EmptyTicketError
    priced = price_ticket([line.item for line in ticket.lines], ticket.reduction)
    tenders, change = settle(priced.due, ticket.tenders)
    refuse_other_accounts(act.work, [tender.account_id for tender in tenders])
    lines = _read_prices(act, ticket, priced)
    allowed_by = discount_allowed_by(act, asked_for(act, ticket, priced), allower)
    short = _check_stock(act, lines)
    books = Books.open(act.work, act.journal)
    head = Head(
        kind=DocumentKind.SALE,
        day=act.today,
        place_id=SHOP_FLOOR,
        amount=priced.due.fen,
        shift_id=current_shift(act),
        token=ticket.token,
        member_code=ticket.member_code,
        note=ticket.note,
    )
    (posted,) = post_sales(books, [SaleDraft(head, lines, tenders, allowed_by)], "sales.checkout")
    act.work.run(_FORGET_CART, [(ticket.token,)])
    if ticket.prints_receipt:
        print_receipt(act, posted)
    return SoldTicket(posted.id, posted.number, priced.due, change, short)


def print_receipt(act: Act, document: Posted) -> None:
    """Ask for the document's receipt on paper; it is printed after the commit, and never holds it up."""
    act.journal.add(table_of(PrintJob), document.id, "waiting", moment_text(act.now), 0)


def _read_prices(act: Act, ticket: Ticket, priced: PricedTicket) -> list[SaleLineDraft]:
    """The lines with the prices as the catalogue has them at this moment.

    Raises:
        PriceChangedError: a list price is not the one that was scanned, or a pack holds another quantity now.
        BelowLowestPriceError: a line goes below the lowest price.
        NotFoundError: a product is not sold any more.
    """
    drafts = []
    by_rule = is_rounded_by_rule(act, ticket.reduction)
    shows_tax = is_general_taxpayer(read_choice(act.work, GENERAL_TAXPAYER_FROM), act.today)
    changed: dict[int, UnitPrice] = {}
    too_cheap: BelowLowestPriceError | None = None
    for line, amounts in zip(ticket.lines, priced.lines, strict=True):
        row = act.work.row(_PRICES, line.product_id)
        if row is None or not row[5]:
            raise NotFoundError("product", line.product_id)
        name, unit, price, lowest, tax_rate, _ = row
        is_same_unit, now = _price_of_unit(act, line, unit, price)
        if not is_same_unit or now != line.item.list_price.parts:
            changed[line.product_id] = UnitPrice(now)
        drafts.append(_draft(line, amounts, tax_rate, shows_tax))
        least = None if lowest is None else UnitPrice(lowest).times(line.item.count_in_base(line.unit_factor))
        asked = amounts.net + amounts.rounding_off if by_rule else amounts.net
        if too_cheap is None and lowest is not None and least is not None and asked < least:
            too_cheap = BelowLowestPriceError(name, UnitPrice(lowest))
    if changed:
        raise PriceChangedError(changed)
    if too_cheap is not None:
        raise too_cheap
    return drafts


def _price_of_unit(act: Act, line: TicketLine, base_unit: str, base_price: int) -> tuple[bool, int]:
    """Whether the unit a line is sold in holds what it held when it was scanned, and its list price.

    Units: the price in 1/10000 yuan.
    """
    if (line.unit_name, line.unit_factor.milli) == (base_unit, MILLI):
        return True, base_price
    factor, price = act.work.row(_PACK, line.product_id, line.unit_name) or (0, None)
    by_content = half_away_from_zero(base_price * line.unit_factor.milli, MILLI)
    return factor == line.unit_factor.milli, by_content if price is None else price


def _draft(line: TicketLine, amounts: PricedLine, tax_rate: str, shows_tax: bool) -> SaleLineDraft:
    quantity = line.item.count_in_base(line.unit_factor)
    if quantity.milli <= 0:
        raise InvalidInputError("quantity", "not_positive")
    refuse_too_large("quantity", quantity, amounts.list_amount)
    return SaleLineDraft(
        product_id=line.product_id,
        quantity=quantity.milli,
        unit_name=line.unit_name,
        unit_factor=line.unit_factor.milli,
        price=line.item.marked_price.parts,
        list_amount=amounts.list_amount.fen,
        line_discount=amounts.line_discount.fen,
        ticket_discount=amounts.ticket_discount.fen,
        rounding_off=amounts.rounding_off.fen,
        net=amounts.net.fen,
        is_amount_given=line.item.is_amount_given,
        tax_rate=tax_rate,
        tax=TaxRate(tax_rate).tax_in(amounts.net.fen) if shows_tax else 0,
    )


def _check_stock(act: Act, lines: list[SaleLineDraft]) -> tuple[Shortage, ...]:
    """All lines together: what is short of them, refused where the shop forbids it."""
    wanted: dict[int, int] = {}
    for line in lines:
        wanted[line.product_id] = wanted.get(line.product_id, 0) + line.quantity
    return refuse_oversold(act, wanted, SHOP_FLOOR, act.today, OVERSOLD_AT_COUNTER)
