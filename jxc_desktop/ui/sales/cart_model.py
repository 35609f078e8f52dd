"""The cart as a table: the only writer of the cart."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import Cart, CartLine, CartTotals, Line, UnknownLine
from jxc_desktop.services.sales.pricing import TicketReduction
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION, QTY
from jxc_desktop.ui.sales.discount_words import discount_words
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True, slots=True)
class CartRow:
    """A line of the cart with its place, counted from 0."""

    number: int
    line: Line

    @property
    def is_unknown(self) -> bool:
        """Whether it is a red row."""
        return isinstance(self.line, UnknownLine)


class CartModel(TableModel[CartRow]):
    """The cart being filled. Every change of it goes through here; a change that is refused changes nothing.

    Signals:
        changed: after each change.
        money_off_ended: the amount taken off the whole bill was taken back, as there is less on the bill now.
    """

    changed = Signal()
    money_off_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(cart_columns(), tone_of=_tone, parent=parent)
        self._rounding_step = 0
        self._cart = Cart()
        self._totals = self._cart.totals()

    def set_rounding(self, step: int) -> None:
        """The shop's rule for 抹零, from the next customer on; the one whose cart is empty is that.

        Units: fen.
        """
        is_other, self._rounding_step = step != self._rounding_step, step
        if is_other and self.is_empty():
            self.start()

    @property
    def cart(self) -> Cart:
        """The cart as it is now."""
        return self._cart

    @property
    def totals(self) -> CartTotals:
        """What it comes to."""
        return self._totals

    def is_empty(self) -> bool:
        """Whether nothing is in it, not even a red row."""
        return not self._cart.lines

    def line_at(self, number: int) -> Line | None:
        """A line; None where there is no such row."""
        return self._cart.lines[number] if 0 <= number < len(self._cart.lines) else None

    def add(self, found: FoundProduct, pieces: int) -> int:
        """Put goods in; the row they are in.

        Raises:
            InvalidInputError: more than a line holds.
        """
        cart, number = self._cart.add(found, pieces)
        self._take(cart)
        return number

    def add_unknown(self, code: str, pieces: int) -> int:
        """Put goods in nobody knows; their red row.

        Raises:
            InvalidInputError: more than a line holds.
        """
        cart, number = self._cart.add_unknown(code, pieces)
        self._take(cart)
        return number

    def change(self, cart: Cart) -> None:
        """The same cart with something in it changed, as the cart itself made it."""
        self._take(cart)

    def set_found(self, number: int, found: FoundProduct) -> int:
        """A red row becomes goods; the row they are in.

        Raises:
            InvalidInputError: more than a line holds.
        """
        cart, place = self._cart.with_found(number, found)
        self._take(cart)
        return place

    def delete(self, number: int) -> None:
        """One row less."""
        self._take(self._cart.without(number))

    def set_prices(self, price_of: Callable[[CartLine], UnitPrice | None]) -> int:
        """Today's list prices; how many rows changed."""
        before = self._cart
        self._take(before.with_prices(price_of))
        return sum(old is not new for old, new in zip(before.lines, self._cart.lines, strict=True))

    def start(self, cart: Cart | None = None) -> None:
        """Go on with another cart, or an empty one for the next customer."""
        self._cart = cart or Cart(reduction=TicketReduction(rounding_step=self._rounding_step))
        self._totals = self._cart.totals()
        self.replace_rows(_rows_of(self._cart))
        self.changed.emit()

    def _take(self, cart: Cart) -> None:
        totals = cart.totals()
        before, self._cart, self._totals = self._cart, cart, totals
        self.update_rows(_rows_of(cart))
        self.changed.emit()
        if before.reduction.amount_off.fen and not cart.reduction.amount_off.fen and before.lines != cart.lines:
            self.money_off_ended.emit()


def _rows_of(cart: Cart) -> list[CartRow]:
    return [CartRow(number, line) for number, line in enumerate(cart.lines)]


def cart_columns() -> list[Column[CartRow]]:
    """The columns of the cart."""
    right = Align.RIGHT
    return [
        Column("number", "", _number, 3, Align.CENTRE, style=CAPTION, tone=Tone.MUTED, icon=_icon),
        Column("product", _("商品"), _name, tone=_red_or(Tone.TEXT), beside=_code, stretches=True),
        Column("unit", _("单位"), _unit, 4, Align.CENTRE, tone=Tone.MUTED),
        Column("count", _("数量"), count_text, Width.QUANTITY, right, style=QTY),
        Column("price", _("单价"), _price, Width.PRICE + 3, right, tone=_red_or(Tone.TEXT)),
        Column("discount", _("优惠"), _discount, 15, right, tone=Tone.MUTED),
        Column("net", _("小计"), _net, Width.AMOUNT + 2, right, style=ANSWER, tone=_red_or(Tone.TEXT)),
    ]


def count_text(row: CartRow) -> str:
    """How many of it."""
    line = row.line
    return str(line.count) if isinstance(line, UnknownLine) else quantity_text(line.item.count)


def _tone(row: CartRow) -> Tone:
    if isinstance(row.line, UnknownLine):
        return Tone.DANGER
    return Tone.TEXT if row.line.former_price is None else Tone.WARNING


def _red_or(tone: Tone) -> Callable[[CartRow], Tone]:
    return lambda row: Tone.DANGER if row.is_unknown else tone


def _number(row: CartRow) -> str:
    return str(row.number + 1) if _tone(row) is Tone.TEXT else ""


def _icon(row: CartRow) -> str:
    return {Tone.DANGER: "circle-x", Tone.WARNING: "alert-triangle"}.get(_tone(row), "")


def _name(row: CartRow) -> str:
    line = row.line
    if isinstance(line, CartLine):
        return line.goods.name
    return _("{name} 已停用").format(name=line.name) if line.name else _("未识别")


def _code(row: CartRow) -> str:
    return row.line.code if isinstance(row.line, UnknownLine) else row.line.goods.code


def _unit(row: CartRow) -> str:
    return "" if isinstance(row.line, UnknownLine) else row.line.goods.unit_name


def _price(row: CartRow) -> str:
    if isinstance(row.line, UnknownLine):
        return _("无价")
    item = row.line.item
    return price_text(item.list_price if item.price is None else item.price)


def _discount(row: CartRow) -> str:
    return "" if isinstance(row.line, UnknownLine) else discount_words(row.line)


def _net(row: CartRow) -> str:
    return _("不计入") if isinstance(row.line, UnknownLine) else money_text(row.line.net)
