"""A cart at the counter: what the customer wants so far. Plain values; every change gives another cart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import MILLI, Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.sales.errors import BelowLowestPriceError
from jxc_desktop.services.sales.pricing import PricedItem, TicketReduction, price_ticket
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
from jxc_desktop.services.words import _

MOST_IN_LINE = 9999


@dataclass(frozen=True, slots=True)
class CartLine:
    """Goods the shop knows.

    Attributes:
        goods: as they were found; item: how many at what price.
        former_price: the list price they were scanned at, where it has changed since; None: it has not.
        list_amount: at the list price; net: what the line comes to by itself, before anything is taken off the whole
            bill. Both are worked out once, as every scan adds up the whole cart.
        pieces: how many pieces of goods it is.
    """

    goods: FoundProduct
    item: PricedItem
    former_price: UnitPrice | None = None
    list_amount: Money = field(init=False, repr=False, compare=False)
    net: Money = field(init=False, repr=False, compare=False)
    pieces: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        list_amount = self.item.list_amount
        whole, rest = divmod(self.item.count.milli, MILLI)
        object.__setattr__(self, "list_amount", list_amount)
        object.__setattr__(self, "net", list_amount - self.item.line_discount)
        object.__setattr__(self, "pieces", 1 if self.goods.is_weighed or rest else whole)

    @property
    def in_base_unit(self) -> Quantity:
        """How much of the base unit it takes out of the stock.

        Raises:
            InvalidInputError: it is finer than stock is kept.
        """
        return self.item.count_in_base(self.goods.unit_factor)

    @property
    def stands_alone(self) -> bool:
        """Whether nothing is ever added to it: each weighed bag, and goods with a price of their own."""
        item = self.item
        is_plain = item.price is None and not item.percent_off and not item.amount_off.fen
        return self.goods.is_weighed or item.given_amount is not None or not is_plain


@dataclass(frozen=True, slots=True)
class UnknownLine:
    """A red row: goods in the hand that the shop does not know, or does not sell any more (then it has a name)."""

    code: str
    count: int = 1
    name: str = ""


Line = CartLine | UnknownLine


@dataclass(frozen=True, slots=True)
class CartTotals:
    """What a cart comes to.

    Attributes:
        list_total: at the list prices; discount: everything taken off but 抹零; due: what the customer pays.
        rows: with the unknown ones; pieces: of known goods only, a weighed bag is one piece.
    """

    list_total: Money
    discount: Money
    rounding_off: Money
    due: Money
    rows: int
    unknown_rows: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Cart:
    """What one customer buys.

    Attributes:
        token: the cart's own key: however often it is handed over, it becomes one sale.
        reduction: what is taken off the whole bill.
    """

    token: str = field(default_factory=lambda: uuid4().hex)
    lines: tuple[Line, ...] = ()
    reduction: TicketReduction = TicketReduction()

    @property
    def goods_lines(self) -> tuple[CartLine, ...]:
        """The lines that are sold."""
        return tuple(line for line in self.lines if isinstance(line, CartLine))

    @property
    def unknown_lines(self) -> tuple[UnknownLine, ...]:
        """The red rows."""
        return tuple(line for line in self.lines if isinstance(line, UnknownLine))

    def totals(self) -> CartTotals:
        """What it all comes to.

        Raises:
            InvalidInputError: more is taken off than the goods come to.
        """
        known = self.goods_lines
        net = sum(line.net.fen for line in known)
        list_total = sum(line.list_amount.fen for line in known)
        ticket, rounding = self.reduction.of(net)
        return CartTotals(
            list_total=Money(list_total),
            discount=Money(list_total - net + ticket),
            rounding_off=Money(rounding),
            due=Money(net - ticket - rounding),
            rows=len(self.lines),
            unknown_rows=len(self.lines) - len(known),
            pieces=sum(line.pieces for line in known),
        )

    def add(self, found: FoundProduct, pieces: int = 1) -> tuple["Cart", int]:
        """The cart with what was scanned, and the row it is in: its own, or one of the same goods at the same price.

        Raises:
            InvalidInputError: more than a line holds.
        """
        line = _line_of(found, pieces)
        number = self._row_to_join(line)
        if number is None:
            return self._with((*self.lines, line)), len(self.lines)
        joined = self.lines[number]
        assert isinstance(joined, CartLine)
        both = replace(joined, item=_counted(joined, joined.item.count + line.item.count), goods=found)
        return self._with_line(number, both), number

    def add_unknown(self, code: str, pieces: int = 1) -> tuple["Cart", int]:
        """The cart with a code nobody knows as a red row, and which row that is; the same code again counts there.

        Raises:
            InvalidInputError: more than a line holds.
        """
        for number, line in enumerate(self.lines):
            if isinstance(line, UnknownLine) and line.code == code:
                return self.with_count(number, Quantity.of(line.count + pieces)), number
        return self._with((*self.lines, UnknownLine(code, pieces))), len(self.lines)

    def with_count(self, number: int, count: Quantity) -> "Cart":
        """Another quantity in a row.

        Raises:
            InvalidInputError: it is not more than 0, too many, or finer than stock is kept.
        """
        line = self.lines[number]
        if isinstance(line, CartLine):
            return self._with_line(number, replace(line, item=_counted(line, count)))
        whole, rest = divmod(count.milli, MILLI)
        _check_count(count)
        if rest:
            raise InvalidInputError("quantity", "too_fine", count)
        return self._with_line(number, replace(line, count=whole))

    def with_price(self, number: int, price: UnitPrice) -> "Cart":
        """An agreed price of one piece; the list price takes the agreement back.

        Raises:
            InvalidInputError: it is below 0, or a discount in money is more than the line then.
            BelowLowestPriceError: it is below the lowest price of the goods.
        """
        if price.parts < 0:
            raise InvalidInputError("retail_price", "negative", price)
        line = self._goods_at(number)
        agreed = None if price == line.item.list_price and line.item.given_amount is None else price
        return self._with_checked(number, replace(line.item, price=agreed))

    def with_discount(self, number: int, percent_off: int = 0, amount_off: Money = Money(0)) -> "Cart":
        """A discount of one row in place of the one it had; none takes it back.

        Units: percent_off in 1/100 percent.

        Raises:
            InvalidInputError: it is more than the line comes to.
            BelowLowestPriceError: the goods would go below their lowest price.
        """
        line = self._goods_at(number)
        return self._with_checked(number, replace(line.item, percent_off=percent_off, amount_off=amount_off))

    def with_reduction(self, reduction: TicketReduction) -> "Cart":
        """Something else taken off the whole bill.

        Raises:
            InvalidInputError: it is more than the bill.
            BelowLowestPriceError: goods would go below their lowest price.
        """
        changed = replace(self, reduction=reduction)
        priced = price_ticket([line.item for line in changed.goods_lines], reduction)
        for line, amounts in zip(changed.goods_lines, priced.lines, strict=True):
            _refuse_below_lowest(line, amounts.net)
        return changed

    def with_found(self, number: int, found: FoundProduct) -> tuple["Cart", int]:
        """A red row becomes goods, as many as it counted; the row they are in."""
        line = self.lines[number]
        assert isinstance(line, UnknownLine)
        rest = self.without(number)
        joined, place = rest.add(found, line.count)
        if place < len(rest.lines):
            return joined, place
        *others, last = joined.lines
        return joined._with((*others[:number], last, *others[number:])), number

    def without(self, number: int) -> "Cart":
        """The cart with one row less."""
        return self._with((*self.lines[:number], *self.lines[number + 1 :]))

    def with_prices(self, price_of: Callable[[CartLine], UnitPrice | None]) -> "Cart":
        """The cart at today's list prices: changed ones are remembered, goods not sold any more become red rows."""
        lines = tuple(_at_price(line, price_of(line)) if isinstance(line, CartLine) else line for line in self.lines)
        return self if lines == self.lines else self._with(lines)

    def shortage_of(self, found: FoundProduct) -> Quantity | None:
        """What the books have of the goods, in the base unit, where the cart holds more; None where it does not."""
        same = (line for line in self.goods_lines if line.goods.product_id == found.product_id)
        wanted = sum(line.in_base_unit.milli for line in same)
        return found.on_hand if wanted > found.on_hand.milli else None

    def to_ticket(self, tenders: Sequence[TenderGiven], prints_receipt: bool = True) -> Ticket:
        """What is handed over to be sold; red rows are left out, and the sale's note says so."""
        lines = tuple(
            TicketLine(line.goods.product_id, line.goods.unit_name, line.goods.unit_factor, line.item)
            for line in self.goods_lines
        )
        left_out = _("、").join(f"{line.code} × {line.count}" for line in self.unknown_lines)
        note = _("未识别，没有算：{codes}").format(codes=left_out) if left_out else ""
        return Ticket(self.token, lines, tuple(tenders), self.reduction, note=note, prints_receipt=prints_receipt)

    def _row_to_join(self, line: CartLine) -> int | None:
        if line.stands_alone:
            return None
        same = (line.goods.product_id, line.goods.unit_name, line.item.list_price)
        for number, known in enumerate(self.lines):
            if isinstance(known, CartLine) and not known.stands_alone:
                goods = known.goods
                if (goods.product_id, goods.unit_name, known.item.list_price) == same:
                    return number
        return None

    def _goods_at(self, number: int) -> CartLine:
        line = self.lines[number]
        if isinstance(line, UnknownLine):
            raise InvalidInputError("lines", "unknown_goods", line.code)
        return line

    def _with_checked(self, number: int, item: PricedItem) -> "Cart":
        line = replace(self._goods_at(number), item=item)
        if line.net.fen < 0:
            raise InvalidInputError("line_discount", "more_than_the_line")
        _refuse_below_lowest(line, line.net)
        return self._with_line(number, line)

    def _with_line(self, number: int, line: Line) -> "Cart":
        return self._with((*self.lines[:number], line, *self.lines[number + 1 :]))

    def _with(self, lines: tuple[Line, ...]) -> "Cart":
        """Other lines. Money off the whole bill was agreed on for what was there: with less it is taken back."""
        reduction = self.reduction
        if reduction.amount_off.fen and _sum(lines) < _sum(self.lines):
            reduction = replace(reduction, amount_off=Money(0))
        return Cart(self.token, lines, reduction)


def _line_of(found: FoundProduct, pieces: int) -> CartLine:
    count = Quantity(found.quantity.milli * pieces)
    _check_count(count)
    amount = None if found.given_amount is None else Money(found.given_amount.fen * pieces)
    return CartLine(found, PricedItem(count, found.price, given_amount=amount))


def _counted(line: CartLine, count: Quantity) -> PricedItem:
    """The line's item with another quantity; a label's amount, and a discount larger than the line, end there."""
    _check_count(count)
    item = replace(line.item, count=count, given_amount=None)
    item.count_in_base(line.goods.unit_factor)
    return _without_excess(item)


def _without_excess(item: PricedItem) -> PricedItem:
    """The item without its discount in money, where that is more than the line comes to now."""
    too_much = item.list_amount.fen < item.line_discount.fen
    return replace(item, amount_off=Money(0)) if too_much else item


def _check_count(count: Quantity) -> None:
    if count.milli <= 0:
        raise InvalidInputError("quantity", "not_positive", count)
    if count.milli > MOST_IN_LINE * MILLI:
        raise InvalidInputError("quantity", "too_many", count)


def _refuse_below_lowest(line: CartLine, net: Money) -> None:
    lowest = line.goods.lowest_price
    if lowest is not None and net < lowest.times(line.in_base_unit):
        raise BelowLowestPriceError(line.goods.name, lowest)


def _at_price(line: CartLine, price: UnitPrice | None) -> Line:
    before = line.item.list_price
    if price is None:
        return UnknownLine(line.goods.code, line.pieces, line.goods.name)
    if price == before:
        return line
    item = _without_excess(replace(line.item, list_price=price))
    return CartLine(replace(line.goods, price=price), item, before)


def _sum(lines: tuple[Line, ...]) -> int:
    return sum(line.net.fen for line in lines if isinstance(line, CartLine))
