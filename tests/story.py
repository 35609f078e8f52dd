"""A shop in a test: short words for what its people do, over the real services and a real file."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from jxc_desktop.models.values.accounts import CASH, HISTORY
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.places import LOSSES, SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.inventory.posting import StockDraft, StockLineDraft, post_stock
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.people.settings import OVERSOLD_AT_COUNTER, OVERSOLD_IN_OFFICE
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import SoldTicket, TenderGiven, Ticket, TicketLine
from jxc_desktop.services.shop import Shop

ONE = Quantity(1000)


@dataclass
class TestClock:
    """A clock that stands still until it is set."""

    __test__ = False
    moment: datetime = datetime(2026, 3, 2, 9, 0)

    def now(self) -> datetime:
        """The moment it shows."""
        return self.moment

    def go_on(self, **length: int) -> None:
        """Let time pass: days=1, minutes=5."""
        self.moment += timedelta(**length)


@dataclass
class Story:
    """A shop, its clock, and its people's acts in short words. Quantities and prices are written as text."""

    shop: Shop
    clock: TestClock
    tokens: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def desk(self) -> Desk:
        """The desk behind the services, for what has no screen yet."""
        return self.shop._desk

    def token(self) -> str:
        """A form's own key."""
        return f"token-{next(self.tokens)}"

    def allow_overselling(self, rule: OversoldRule = OversoldRule.ALLOW) -> None:
        """Let counter and back office oversell, or what the rule says."""
        for choice in (OVERSOLD_AT_COUNTER, OVERSOLD_IN_OFFICE):
            self.shop.settings.change(choice, rule.value)

    def product(
        self,
        name: str = "可乐",
        price: str = "3.00",
        codes: tuple[str, ...] = (),
        cost: str | None = None,
        unit: str = "瓶",
        packs: tuple[Pack, ...] = (),
        is_weighed: bool = False,
    ) -> int:
        """A product on the shelf; its key."""
        return self.shop.catalog.save_product(
            ProductDetails(
                name=name,
                codes=codes,
                unit=unit,
                packs=packs,
                retail_price=UnitPrice.parse(price),
                reference_cost=None if cost is None else UnitPrice.parse(cost),
                is_weighed=is_weighed,
            )
        )

    def supplier(self, name: str = "城南批发") -> int:
        """A supplier; his key."""
        return self.shop.partners.add_supplier(name)

    def receive(
        self,
        product: int,
        quantity: str,
        price: str = "0",
        amount: str | None = None,
        day: date | None = None,
        account: int | None = None,
    ) -> int:
        """Goods come in; the receipt's key."""
        line = ReceivedLine(
            product,
            "瓶",
            ONE,
            Quantity.parse(quantity),
            UnitPrice.parse(price),
            None if amount is None else Money.parse(amount),
        )
        return self.shop.purchasing.receive_goods(Receipt(self.token(), self.supplier(), (line,), account, day))

    def receipt_line(self, receipt: int, place: int = 0) -> int:
        """The key of a receipt's line."""
        return self.shop.purchasing.receipt(receipt).lines[place].line_id

    def send_back(self, receipt: int, quantity: str) -> int:
        """Some of a receipt's first line goes back; the return's key."""
        lines = {self.receipt_line(receipt): Quantity.parse(quantity)}
        return self.shop.purchasing.return_goods(receipt, lines, self.token())

    def sell(self, product: int, quantity: str = "1") -> SoldTicket:
        """A sale for cash at the list price."""
        found = self.shop.catalog.find_by_id(product)
        item = PricedItem(Quantity.parse(quantity), found.price)
        line = TicketLine(product, found.unit_name, found.unit_factor, item)
        paid = (TenderGiven(CASH, item.list_amount),) if item.list_amount.fen else ()
        return self.shop.sales.checkout(Ticket(self.token(), (line,), paid, prints_receipt=False))

    def sale_line(self, sale: int, place: int = 0) -> int:
        """The key of a sale's line."""
        return self.shop.sales.sale(sale).lines[place].line_id

    def take_back(self, sale: int, quantity: str) -> int:
        """A customer brings back some of a sale's first line; the return's key."""
        lines = {self.sale_line(sale): Quantity.parse(quantity)}
        return self.shop.sales.return_goods(sale, lines, CASH, self.token(), prints_receipt=False)

    def take_back_without_sale(self, product: int, quantity: str) -> int:
        """Goods come back and nobody knows from which sale; the return's key."""
        milli = Quantity.parse(quantity).milli
        draft = SaleLineDraft(product, -milli, "瓶", 1000, 0, 0, 0, "13")
        with self.desk.act("sales.return_goods") as act:
            head = Head(DocumentKind.CUSTOMER_RETURN, act.today, SHOP_FLOOR, 0, is_history=True, number=self.token())
            books = Books.open(act.work, act.journal)
            (posted,) = post_sales(books, [SaleDraft(head, [draft], [TenderDraft(HISTORY, 0, 0)])], "sales.return")
            act.commit()
        return posted.id

    def count(self, product: int, counted: str, day: date | None = None) -> int | None:
        """A count finds so much; the document's key, None where nothing differs."""
        lines = [CountedLine(product, Quantity.parse(counted))]
        return self.shop.inventory.post_count(lines, day or self.clock.now().date(), self.token())

    def difference(self, product: int, quantity: str) -> int:
        """A count difference of so much, whatever the books hold; the document's key."""
        draft = StockLineDraft(product, Quantity.parse(quantity).milli)
        with self.desk.act("inventory.post_count") as act:
            books = Books.open(act.work, act.journal)
            head = Head(DocumentKind.COUNT, act.today, SHOP_FLOOR, 0)
            posted = post_stock(act.journal, books.stock, StockDraft(head, [draft], LOSSES), "inventory.post_count")
            act.commit()
        return posted.id

    def open_with(self, product: int, quantity: str, value: str) -> int:
        """Opening stock; the document's key."""
        lines = [OpeningLine(product, Quantity.parse(quantity), Money.parse(value))]
        return self.shop.inventory.post_opening_stock(lines, self.clock.now().date(), self.token())

    def cost_state(self, product: int) -> tuple[int, int]:
        """Quantity in 1/1000 and exact value in 1/1000000 yuan, as the books hold them."""
        with self.desk.storage.reading() as books:
            found = books.connection.exec_driver_sql(
                "SELECT quantity, value FROM cost_balance WHERE product_id = ?", (product,)
            ).first()
        return (0, 0) if found is None else (found[0], found[1])


def found_story(path: Path) -> Story:
    """A new shop in the folder."""
    clock = TestClock()
    return Story(Shop.found(path / "shop.db", "惠民便利店", clock), clock)
