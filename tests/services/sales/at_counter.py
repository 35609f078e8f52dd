"""Selling in a test: short words for tickets, and for what the books say afterwards."""

from jxc_desktop.models.values.accounts import ALIPAY, CARD, CASH, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.sales.pricing import PricedItem, TicketReduction
from jxc_desktop.services.sales.ticket import SoldTicket, TenderGiven, Ticket, TicketLine
from tests.story import Story

PLAIN = TicketReduction()
TO_JIAO = TicketReduction(rounding_step=10)


def line(
    product: int,
    count: str = "1",
    price: str = "3.00",
    *,
    unit: str = "瓶",
    factor: str = "1",
    agreed: str | None = None,
    percent_off: int = 0,
    amount_off: str = "0",
    given: str | None = None,
) -> TicketLine:
    """A line as the counter hands it over; price is the list price that was scanned."""
    item = PricedItem(
        Quantity.parse(count),
        UnitPrice.parse(price),
        None if agreed is None else UnitPrice.parse(agreed),
        percent_off,
        Money.parse(amount_off),
        None if given is None else Money.parse(given),
    )
    return TicketLine(product, unit, Quantity.parse(factor), item)


def cash(amount: str) -> TenderGiven:
    return TenderGiven(CASH, Money.parse(amount))


def wechat(amount: str, reference: str = "") -> TenderGiven:
    return TenderGiven(WECHAT, Money.parse(amount), reference)


def alipay(amount: str) -> TenderGiven:
    return TenderGiven(ALIPAY, Money.parse(amount))


def card(amount: str) -> TenderGiven:
    return TenderGiven(CARD, Money.parse(amount))


def ticket(
    story: Story,
    lines: list[TicketLine],
    *tenders: TenderGiven,
    reduction: TicketReduction = PLAIN,
    member: str | None = None,
) -> Ticket:
    return Ticket(story.token(), tuple(lines), tenders, reduction, member, prints_receipt=False)


def sell(
    story: Story,
    lines: list[TicketLine],
    *tenders: TenderGiven,
    reduction: TicketReduction = PLAIN,
    member: str | None = None,
) -> SoldTicket:
    return story.shop.sales.checkout(ticket(story, lines, *tenders, reduction=reduction, member=member))


def give_back(story: Story, sale: int, account: int = CASH, **quantities: str) -> str:
    """Some of a sale's lines come back (line1="2"); what was paid for that."""
    lines = story.shop.sales.sale(sale).lines
    wanted = {
        lines[int(place.removeprefix("line")) - 1].line_id: Quantity.parse(quantity)
        for place, quantity in quantities.items()
    }
    document = story.shop.sales.return_goods(sale, wanted, account, story.token(), prints_receipt=False)
    return str(-story.shop.sales.sale(document).row.amount)


def in_account(story: Story, account: int) -> str:
    """What an account holds; its ledger and its balance must agree."""
    with story.desk.storage.reading() as books:
        ledger, balance = (
            books.connection.exec_driver_sql(
                f"SELECT coalesce(sum(amount), 0) FROM {table} WHERE account_id = {account}"
            ).scalar_one()
            for table in ("money_entry", "account_balance")
        )
    assert ledger == balance
    return str(Money(ledger))


def on_hand(story: Story, product: int) -> str:
    return str(story.shop.catalog.find_by_id(product).on_hand)


def documents(story: Story) -> int:
    """How many documents the books hold."""
    with story.desk.storage.reading() as books:
        count: int = books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one()
    return count


def seat(story: Story, role: Role, name: str = "小王") -> None:
    """Somebody of that role takes the desk."""
    story.shop.people.add_operator(name, role)
    story.shop.sign_in(name, None)
    assert story.shop.operator == SignedIn(story.shop.operator.id, name, role)
