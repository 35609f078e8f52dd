"""Six weeks of trade, day by day, each act by the service that does it in every shop."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import Catalog
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.inventory.inventory import Inventory
from jxc_desktop.services.partners.partners import Partners
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.found_shop import OWNER_NAME
from jxc_desktop.services.people.people import People
from jxc_desktop.services.purchasing.purchasing import Purchasing
from jxc_desktop.services.purchasing.receipt import Receipt
from jxc_desktop.services.sales.cart_text import cart_to_text
from jxc_desktop.services.sales.carts import Carts
from jxc_desktop.services.sales.sales import Sales
from jxc_desktop.services.sales.ticket import SoldTicket
from jxc_desktop.services.sample_shop.basket import Baskets
from jxc_desktop.services.sample_shop.chance import drawn
from jxc_desktop.services.sample_shop.deliveries import COMES, PAID_AT_ONCE, comes_today, delivered, opening_quantity
from jxc_desktop.services.sample_shop.goods import Nature, SampleTable, Shelf
from jxc_desktop.services.sample_shop.sample_desk import SampleDesk

DAYS = 42
DELIVERED_AT, OPENED_AT, SHUT_AT = time(7, 40), time(8, 0), time(21, 30)
# What happens once, by the day of the six weeks.
STOPPED_ON, FREIGHT_ON, MISTAKE_ON, SENT_BACK_ON, RAISED_ON, COUNTED_ON = 5, 12, 15, 19, 22, 29
RETURN_EVERY = 5
RAISED_BY = UnitPrice.parse("0.50")
FEWEST_TODAY = 3
OWNER = SignedIn(1, OWNER_NAME, Role.OWNER)


class SixWeeks:
    """Lives them at the sample's desk."""

    def __init__(self, desk: SampleDesk, table: SampleTable, now: datetime) -> None:
        """Everything happens up to this moment."""
        self._desk, self._table, self._now = desk, table, now
        self._first = now.date() - timedelta(days=DAYS)
        self._catalog, self._partners = Catalog(desk), Partners(desk)
        self._inventory, self._purchasing, self._sales = Inventory(desk), Purchasing(desk), Sales(desk)
        self._suppliers: list[int] = []
        self._receipts: dict[int, int] = {}
        self._clerk = self._stockkeeper = OWNER

    def begin(self) -> None:
        """The first morning: people, suppliers, goods and what lies on the shelf."""
        self._at(datetime.combine(self._first, time(6, 30)))
        names = self._table.names
        self._clerk, self._stockkeeper = (
            SignedIn(People(self._desk).add_operator(name, role), name, role)
            for name, role in ((names.clerk, Role.CLERK), (names.stockkeeper, Role.STOCKKEEPER))
        )
        self._suppliers = [self._partners.add_supplier(name) for name in names.suppliers]
        keys = {one.number: self._catalog.save_product(one.details) for one in self._table.goods}
        self._shelf = Shelf(keys, {})
        self._baskets = Baskets(self._catalog, self._table.goods, self._shelf)
        self._open_stock()

    def live(self, day: int) -> None:
        """One day of the six weeks; the last one ends now."""
        today = self._first + timedelta(days=day)
        if self._is_past(datetime.combine(today, DELIVERED_AT)):
            self._receive(day, today)
        sold = self._sell(day, today)
        if not self._is_past(datetime.combine(today, SHUT_AT)):
            self._hold(day)
            return
        self._at(datetime.combine(today, SHUT_AT))
        self._rarely(day)
        if day % RETURN_EVERY == RETURN_EVERY - 1 and sold:
            self._take_back(sold[0], day)

    def _at(self, moment: datetime, who: SignedIn = OWNER) -> None:
        self._desk.set_clock.moment, self._desk.operator = moment, who

    def _is_past(self, moment: datetime) -> bool:
        return moment <= self._now

    def _open_stock(self) -> None:
        lines = []
        for one in self._table.goods:
            product, quantity = self._shelf.keys[one.number], opening_quantity(one)
            lines.append(OpeningLine(product, quantity, one.cost.times(quantity)))
            self._shelf.left[product] = quantity.milli
        self._inventory.post_opening_stock(lines, self._first, "sample opening")

    def _receive(self, day: int, today: date) -> None:
        """The suppliers of this day of the week."""
        self._at(datetime.combine(today, DELIVERED_AT), self._stockkeeper)
        for number in (number for number in COMES if day and comes_today(number, today)):
            goods = (one for one in self._table.goods if one.supplier == number)
            lines = delivered(goods, self._shelf, day, today)
            if not lines:
                continue
            account = CASH if number == PAID_AT_ONCE else None
            receipt = Receipt(f"sample receipt {day} {number}", self._suppliers[number - 1], lines, account)
            self._receipts[number] = self._purchasing.receive_goods(receipt)
            for line in lines:
                self._shelf.left[line.product_id] += line.count.milli * line.unit_factor.milli // 1000

    def _sell(self, day: int, today: date) -> list[SoldTicket]:
        """The day's customers: more of them at the weekend, when the owner is at the counter himself."""
        is_weekend = today.weekday() >= 5
        count = (34 if is_weekend else 25) + drawn(8, day, "customers")
        sold: list[SoldTicket] = []
        for number in range(count):
            moment = _moment_of(number, count, day, today)
            if not self._is_past(moment):
                if number >= FEWEST_TODAY:
                    break
                moment = self._now
            self._at(moment, OWNER if is_weekend else self._clerk)
            sold += self._serve(day, number)
        return sold

    def _serve(self, day: int, number: int) -> Sequence[SoldTicket]:
        cart = self._baskets.cart(day, number)
        if not cart.lines:
            return ()
        sold = self._sales.checkout(self._baskets.ticket(cart, day, number))
        self._baskets.take(cart)
        return (sold,)

    def _hold(self, day: int) -> None:
        """Today a customer has left his things at the counter."""
        self._at(self._now, self._clerk)
        cart = self._baskets.cart(day, "held")
        if cart.lines:
            Carts(self._desk).hold(cart.token, cart_to_text(cart), self._table.names.held)

    def _rarely(self, day: int) -> None:
        """What happens once in the six weeks."""
        acts = {
            STOPPED_ON: self._stop_selling,
            FREIGHT_ON: self._add_freight,
            MISTAKE_ON: self._undo_mistake,
            SENT_BACK_ON: self._send_back,
            RAISED_ON: self._raise_prices,
            COUNTED_ON: self._count_goods,
        }
        if day in acts:
            acts[day]()

    def _stop_selling(self) -> None:
        for one in self._table.goods:
            if one.nature is Nature.STOPPED:
                details = self._catalog.product(self._shelf.keys[one.number])
                self._catalog.save_product(replace(details, is_active=False))

    def _add_freight(self) -> None:
        line = self._purchasing.receipt(self._receipts[1]).lines[0]
        self._purchasing.correct_cost(line.line_id, Money.parse("18.00"), "sample freight", self._table.names.freight)

    def _undo_mistake(self) -> None:
        cart = self._baskets.cart("mistake")
        sold = self._sales.checkout(self._baskets.ticket(cart, "mistake"))
        self._sales.reverse(sold.document_id, self._table.names.mistake)

    def _send_back(self) -> None:
        self._desk.operator = self._stockkeeper
        receipt = self._receipts[2]
        line = self._purchasing.receipt(receipt).lines[0]
        self._purchasing.return_goods(receipt, {line.line_id: Quantity.of(2)}, "sample sent back")
        self._shelf.left[line.product_id] -= 2000

    def _raise_prices(self) -> None:
        """The prices of two articles go up by half a yuan."""
        for one in self._table.goods[3:5]:
            details = self._catalog.product(self._shelf.keys[one.number])
            price = UnitPrice(details.retail_price.parts + RAISED_BY.parts)
            self._catalog.save_product(replace(details, retail_price=price))

    def _count_goods(self) -> None:
        """A count of the household goods: one in four is short by one, one in nine over."""
        self._desk.operator = self._stockkeeper
        counted = []
        for one in self._table.goods:
            product = self._shelf.keys[one.number]
            if one.supplier == 2 and one.nature is not Nature.STOPPED:
                wrong = -1000 if one.number % 4 == 0 else 1000 if one.number % 9 == 0 else 0
                self._shelf.left[product] = max(self._shelf.left[product] + wrong, 0)
                counted.append(CountedLine(product, Quantity(self._shelf.left[product])))
        self._inventory.post_count(counted, self._desk.clock.now().date(), "sample count")

    def _take_back(self, sold: SoldTicket, day: int) -> None:
        """A customer brings the first line of a sale back."""
        self._desk.operator = self._clerk
        line = self._sales.sale(sold.document_id).lines[0]
        self._sales.return_goods(sold.document_id, {line.line_id: line.quantity}, CASH, f"sample back {day}", False)
        self._shelf.left[line.product_id] += line.quantity.milli


def _moment_of(number: int, count: int, day: int, today: date) -> datetime:
    """When a customer comes: evenly over the day, give or take."""
    minutes = (SHUT_AT.hour - OPENED_AT.hour) * 60
    step = minutes / count
    return datetime.combine(today, OPENED_AT) + timedelta(minutes=int(number * step) + drawn(int(step), day, number))
