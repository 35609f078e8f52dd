"""What the counter hands over to be sold, and what it gets back."""

from dataclasses import dataclass

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.errors import Shortage
from jxc_desktop.services.sales.pricing import PricedItem, TicketReduction


@dataclass(frozen=True, slots=True)
class TicketLine:
    """One line of a cart: which goods, in which unit, at what price.

    Attributes:
        unit_factor: how much of the base unit one sold unit holds.
    """

    product_id: int
    unit_name: str
    unit_factor: Quantity
    item: PricedItem


@dataclass(frozen=True, slots=True)
class TenderGiven:
    """One part of the payment as it was handed over.

    Attributes:
        account_id: which way it was paid; reference: the payment service's number.
    """

    account_id: int
    amount: Money
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A whole sale as the counter hands it over.

    Attributes:
        token: the cart's own key; a ticket is sold once however often it is handed over.
    """

    token: str
    lines: tuple[TicketLine, ...]
    tenders: tuple[TenderGiven, ...]
    reduction: TicketReduction = TicketReduction()
    member_code: str | None = None
    note: str = ""
    prints_receipt: bool = True


@dataclass(frozen=True, slots=True)
class SoldTicket:
    """A sale that is in the books.

    Attributes:
        change: what goes back to the customer in cash.
        shortages: goods of which more was sold than the books had.
    """

    document_id: int
    number: str
    due: Money
    change: Money
    shortages: tuple[Shortage, ...] = ()
