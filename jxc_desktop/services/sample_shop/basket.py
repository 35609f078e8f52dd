"""What the customers of the sample shop buy, and how they pay."""

from jxc_desktop.models.values.accounts import ALIPAY, CARD, CASH, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.catalog import Catalog
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket
from jxc_desktop.services.sample_shop.chance import drawn, drawn_place
from jxc_desktop.services.sample_shop.goods import Nature, SampleGoods, Shelf

MOST_LINES = 5
# How many customers of a hundred pay so; the rest pay part in cash, part with WeChat.
PAY = ((CASH, 30), (WECHAT, 42), (ALIPAY, 17), (CARD, 5))
TENTH_OFF = 1000  # 9 折, in 1/100 percent
JIAO = 10
NOTES = (500, 1000, 5000, 10_000)  # in fen


class Baskets:
    """Fills carts from what is on the shelf."""

    def __init__(self, catalog: Catalog, goods: tuple[SampleGoods, ...], shelf: Shelf) -> None:
        self._catalog, self._shelf = catalog, shelf
        self._sold = [one for one in goods if one.weekly]
        self._weights = [one.weekly for one in self._sold]

    def cart(self, *what: object) -> Cart:
        """What one customer brings to the counter; empty where he finds nothing."""
        cart = Cart(token=f"sample sale {' '.join(map(str, what))}")
        for place in range(1 + drawn(MOST_LINES, *what, "lines") * drawn(3, *what, "hurry") // 2):
            cart = self._with(cart, self._sold[drawn_place(self._weights, *what, place)], (*what, place))
        net = sum(line.net.fen for line in cart.goods_lines)
        if net > 4000 and drawn(8, *what, "off") == 0:
            cart = cart.with_reduction(TicketReduction(amount_off=Money(200)))
        return cart

    def ticket(self, cart: Cart, *what: object) -> Ticket:
        """The cart as it is paid for; what is odd of a cash sale is left off (抹零)."""
        account = self._way(*what)
        if account == CASH and cart.totals().due.fen % JIAO:
            cart = cart.with_reduction(TicketReduction(amount_off=cart.reduction.amount_off, rounding_step=JIAO))
        due = cart.totals().due.fen
        return cart.to_ticket(_tenders(due, account, what), prints_receipt=False)

    def take(self, cart: Cart) -> None:
        """The goods are off the shelf."""
        for line in cart.goods_lines:
            self._shelf.left[line.goods.product_id] -= line.in_base_unit.milli

    def _way(self, *what: object) -> int:
        """The account that takes the money; 0: more than one."""
        rest = drawn(100, *what, "way")
        for account, share in PAY:
            if rest < share:
                return account
            rest -= share
        return 0

    def _with(self, cart: Cart, goods: SampleGoods, what: tuple[object, ...]) -> Cart:
        found = self._found(goods, what)
        count = _count(found, goods, what)
        wanted = count.milli * found.unit_factor.milli // 1000
        held = 1000 if goods.nature is Nature.FEW else 0
        if goods.nature is not Nature.OVERSOLD and wanted > self._shelf.left_of(goods) - held:
            return cart
        if any(line.goods.product_id == found.product_id for line in cart.goods_lines):
            return cart
        cart, row = cart.add(found)
        cart = cart.with_count(row, count)
        return cart.with_discount(row, percent_off=TENTH_OFF) if drawn(25, *what, "off") == 0 else cart

    def _found(self, goods: SampleGoods, what: tuple[object, ...]) -> FoundProduct:
        """A piece of it; now and then a whole case."""
        if goods.details.packs and drawn(60, *what, "case") == 0:
            found = self._catalog.find_by_code(goods.details.packs[0].codes[0])
            assert isinstance(found, FoundProduct)
            return found
        return self._catalog.find_by_id(self._shelf.keys[goods.number])


def _count(found: FoundProduct, goods: SampleGoods, what: tuple[object, ...]) -> Quantity:
    if found.is_weighed:
        return Quantity(300 + 5 * drawn(300, *what, "weight"))
    if goods.weekly < 5 or found.unit_factor.milli > 1000:
        return Quantity.of(1)
    return Quantity.of(1 + drawn(4, *what, "pieces") // 2 + drawn(9, *what, "many") // 8 * 2)


def _tenders(due: int, account: int, what: tuple[object, ...]) -> tuple[TenderGiven, ...]:
    if not due:
        return ()
    if account == 0:
        cash = due // 2 // 100 * 100
        parts = (TenderGiven(CASH, Money(cash)),) if cash else ()
        return (*parts, _by_phone(WECHAT, due - cash, what))
    if account != CASH:
        return (_by_phone(account, due, what),)
    note = NOTES[drawn(len(NOTES), *what, "note")]
    given = -(-due // note) * note
    return (TenderGiven(CASH, Money(due if drawn(3, *what, "exact") == 0 else given)),)


def _by_phone(account: int, fen: int, what: tuple[object, ...]) -> TenderGiven:
    return TenderGiven(account, Money(fen), f"4200{drawn(10**14, *what, 'number'):014d}")
