"""Goods being received, before they are posted. Plain values; every change gives another draft."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import uuid4

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import MILLI, Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.inventory.bounds import MOST_WORTH
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine

# More than any shop's door lets in; a code typed as a number is caught here.
MOST_IN_LINE = Quantity.of(999_999)
LONGEST_SHELF_LIFE = 36_500
# What is weighed, poured or cut: these units come in fractions though the product is not marked as weighed.
MEASURES = frozenset(
    {"kg", "公斤", "千克", "斤", "市斤", "两", "g", "克", "吨", "升", "l", "毫升", "ml", "米", "m", "尺"}
)


@dataclass(frozen=True, slots=True)
class Lot:
    """What is noted about the batch of a line.

    Units: shelf_days in days.
    """

    number: str = ""
    produced_on: date | None = None
    shelf_days: int | None = None
    expires_on: date | None = None

    def completed(self) -> "Lot":
        """The expiry from production and shelf life, the lot number from the production date, where they are open.

        Raises:
            InvalidInputError: it keeps less than a day or more than a century, or expires before it is made.
        """
        if self.shelf_days is not None and not 0 < self.shelf_days <= LONGEST_SHELF_LIFE:
            raise InvalidInputError("shelf_days", "not_a_shelf_life", self.shelf_days)
        expires_on = self.expires_on
        if self.produced_on is not None and self.shelf_days is not None:
            expires_on = expires_on or self.produced_on + timedelta(days=self.shelf_days)
        if self.produced_on is not None and expires_on is not None and expires_on < self.produced_on:
            raise InvalidInputError("expires_on", "before_production", expires_on)
        number = self.number or (f"{self.produced_on:%y%m%d}" if self.produced_on else "")
        return replace(self, number=number, expires_on=expires_on)

    def may_hold(self, other: "Lot") -> bool:
        """Whether goods of the other batch may be in this one: nothing noted of both differs."""
        pairs = (
            (self.number, other.number),
            (self.produced_on, other.produced_on),
            (self.expires_on, other.expires_on),
        )
        return self == NO_LOT or all(not there or here == there for here, there in pairs)


NO_LOT = Lot()


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods the shop knows.

    Attributes:
        goods: as they were found; their unit is the one they are counted in.
        last_price: what one such unit cost last, which is proposed; None: nobody knows.
        price: what somebody said one costs; amount: what somebody said the line costs. None: the proposal stands.
    """

    goods: FoundProduct
    count: Quantity
    last_price: UnitPrice | None = None
    price: UnitPrice | None = None
    amount: Money | None = None
    lot: Lot = NO_LOT

    @property
    def unit_price(self) -> UnitPrice | None:
        """What one unit costs; None: still open."""
        if self.amount is not None:
            return UnitPrice.of_each(self.amount, self.count)
        return self.last_price if self.price is None else self.price

    @property
    def owed(self) -> Money | None:
        """What is owed for the line; None: its price is still open."""
        price = self.unit_price
        return self.amount if self.amount is not None or price is None else price.times(self.count)

    @property
    def is_proposal(self) -> bool:
        """Whether nobody has said what it costs this time."""
        return self.price is None and self.amount is None

    @property
    def is_dearer(self) -> bool:
        """Whether it costs more than last time."""
        owed = self.owed
        return self.last_price is not None and owed is not None and owed > self.last_price.times(self.count)

    @property
    def in_base_unit(self) -> Quantity:
        """How much of the base unit comes in.

        Raises:
            InvalidInputError: it is finer than stock is kept.
        """
        quantity, finer = divmod(self.count.milli * self.goods.unit_factor.milli, MILLI)
        if finer:
            raise InvalidInputError("quantity", "too_fine", self.count)
        return Quantity(quantity)

    @property
    def is_measured(self) -> bool:
        """Whether it comes in fractions, weighed or measured."""
        return is_measured(self.goods)

    @property
    def pieces(self) -> int:
        """How many pieces it is; what is weighed is one."""
        return 1 if self.count.milli % MILLI else self.count.milli // MILLI


@dataclass(frozen=True, slots=True)
class UnknownGoods:
    """A red row: goods in the hand that the shop does not know."""

    code: str
    count: int = 1


DraftLine = GoodsLine | UnknownGoods


@dataclass(frozen=True, slots=True)
class DraftTotals:
    """What a draft comes to.

    Attributes:
        rows: with the unknown ones; pieces, amount: of known goods only.
        open_rows: known goods of which nobody has said what they cost.
    """

    rows: int
    unknown_rows: int
    open_rows: int
    pieces: int
    amount: Money


@dataclass(frozen=True, slots=True)
class ReceivingDraft:
    """One delivery being counted.

    Attributes:
        token: the form's own key: however often it is handed over, it becomes one receipt.
        supplier_id: None until one is chosen.
    """

    token: str = field(default_factory=lambda: uuid4().hex)
    supplier_id: int | None = None
    supplier: str = ""
    lines: tuple[DraftLine, ...] = ()

    @property
    def goods_lines(self) -> tuple[GoodsLine, ...]:
        """The lines that are posted."""
        return tuple(line for line in self.lines if isinstance(line, GoodsLine))

    def totals(self) -> DraftTotals:
        """What it all comes to."""
        known = self.goods_lines
        owed = [line.owed for line in known]
        return DraftTotals(
            rows=len(self.lines),
            unknown_rows=len(self.lines) - len(known),
            open_rows=owed.count(None),
            pieces=sum(line.pieces for line in known),
            amount=sum((amount for amount in owed if amount is not None), Money(0)),
        )

    def row_of(self, found: FoundProduct, lot: Lot = NO_LOT) -> int | None:
        """The newest row that holds these goods in this unit, and of this batch where one is told."""
        rows = range(len(self.lines) - 1, -1, -1)
        return next((number for number in rows if _takes(self.lines[number], found, lot)), None)

    def add(
        self, found: FoundProduct, pieces: int = 1, last_price: UnitPrice | None = None, lot: Lot = NO_LOT
    ) -> tuple["ReceivingDraft", int]:
        """The draft with what was scanned, and the row it is in; another batch is another row.

        The last price counts for a new row only.

        Raises:
            InvalidInputError: more than a line holds.
        """
        count = Quantity(found.quantity.milli * pieces)
        number = self.row_of(found, lot)
        if number is None:
            line = _checked(GoodsLine(found, count, last_price, lot=lot))
            return self._with((*self.lines, line)), len(self.lines)
        before = self.goods_at(number)
        noted = lot if before.lot == NO_LOT else before.lot
        return self._with_line(number, _checked(replace(before, count=before.count + count, lot=noted))), number

    def with_other_lot(self, number: int) -> tuple["ReceivingDraft", int]:
        """The draft with one more of a row's goods as another batch, and the row that is in.

        Raises:
            InvalidInputError: the row is red.
        """
        line = self.goods_at(number)
        other = replace(line, count=line.goods.quantity, price=line.price, amount=None, lot=NO_LOT)
        return self._with((*self.lines, other)), len(self.lines)

    def add_unknown(self, code: str, pieces: int = 1) -> tuple["ReceivingDraft", int]:
        """The draft with a code nobody knows as a red row, and which; the same code again counts there.

        Raises:
            InvalidInputError: more than a line holds.
        """
        for number, line in enumerate(self.lines):
            if isinstance(line, UnknownGoods) and line.code == code:
                return self.with_count(number, Quantity.of(line.count + pieces)), number
        return self._with((*self.lines, UnknownGoods(code, pieces))), len(self.lines)

    def with_count(self, number: int, count: Quantity) -> "ReceivingDraft":
        """Another quantity in a row.

        Raises:
            InvalidInputError: it is no quantity, or more than a line holds.
        """
        line = self.lines[number]
        if isinstance(line, GoodsLine):
            return self._with_line(number, _checked(replace(line, count=count)))
        _check_count(count)
        if count.milli % MILLI:
            raise InvalidInputError("quantity", "too_fine", count)
        return self._with_line(number, replace(line, count=count.milli // MILLI))

    def with_price(self, number: int, price: UnitPrice) -> "ReceivingDraft":
        """What one of a row costs; 0 for a gift.

        Raises:
            InvalidInputError: it is negative or too much.
        """
        return self._with_line(number, _checked(replace(self.goods_at(number), price=price, amount=None)))

    def with_amount(self, number: int, amount: Money) -> "ReceivingDraft":
        """What a row costs as a whole.

        Raises:
            InvalidInputError: it is negative or too much.
        """
        return self._with_line(number, _checked(replace(self.goods_at(number), price=None, amount=amount)))

    def with_lot(self, number: int, lot: Lot) -> "ReceivingDraft":
        """What is noted about the batch of a row.

        Raises:
            InvalidInputError: the dates cannot be.
        """
        return self._with_line(number, replace(self.goods_at(number), lot=lot.completed()))

    def with_found(
        self, number: int, found: FoundProduct, last_price: UnitPrice | None = None
    ) -> tuple["ReceivingDraft", int]:
        """A red row becomes goods; the row they are in.

        Raises:
            InvalidInputError: more than a line holds.
        """
        red = self.lines[number]
        assert isinstance(red, UnknownGoods)
        if self.row_of(found) is not None:
            return self.without(number).add(found, red.count)
        count = Quantity(found.quantity.milli * red.count)
        return self._with_line(number, _checked(GoodsLine(found, count, last_price))), number

    def without(self, number: int) -> "ReceivingDraft":
        """One row less."""
        return self._with((*self.lines[:number], *self.lines[number + 1 :]))

    def from_supplier(self, supplier_id: int, name: str) -> "ReceivingDraft":
        """Who delivered it."""
        return replace(self, supplier_id=supplier_id, supplier=name)

    def goods_at(self, number: int) -> GoodsLine:
        """The known goods in a row.

        Raises:
            InvalidInputError: the row is red.
        """
        line = self.lines[number]
        if isinstance(line, UnknownGoods):
            raise InvalidInputError("lines", "unknown_goods", line.code)
        return line

    def receipt(self, account_id: int | None) -> Receipt:
        """The receipt to be posted; the account it is paid from at once, None: it stays owed.

        Raises:
            InvalidInputError: no supplier, no goods, a red row, or a price that is still open.
        """
        if self.supplier_id is None:
            raise InvalidInputError("supplier", "empty")
        lines = tuple(_received(self.goods_at(number)) for number in range(len(self.lines)))
        return Receipt(self.token, self.supplier_id, lines, account_id)

    def _with_line(self, number: int, line: DraftLine) -> "ReceivingDraft":
        return self._with((*self.lines[:number], line, *self.lines[number + 1 :]))

    def _with(self, lines: tuple[DraftLine, ...]) -> "ReceivingDraft":
        return replace(self, lines=lines)


def is_measured(goods: FoundProduct) -> bool:
    """Whether goods come in fractions: they are weighed, or their unit is a measure."""
    return goods.is_weighed or goods.unit_name.strip().lower() in MEASURES


def _takes(line: DraftLine, found: FoundProduct, lot: Lot) -> bool:
    """Whether the goods count in this line: the same ones, in the same unit, of a batch that may be its own."""
    if not isinstance(line, GoodsLine):
        return False
    is_same = (line.goods.product_id, line.goods.unit_name) == (found.product_id, found.unit_name)
    return is_same and line.lot.may_hold(lot)


def _checked(line: GoodsLine) -> GoodsLine:
    _check_count(line.count)
    if line.in_base_unit.milli % MILLI and not line.is_measured:
        raise InvalidInputError("quantity", "not_whole", line.count)
    if line.price is not None and line.price.parts < 0:
        raise InvalidInputError("reference_cost", "negative", line.price)
    owed = line.owed
    if owed is not None and owed.fen < 0:
        raise InvalidInputError("amount", "negative", owed)
    if owed is not None and owed > MOST_WORTH:
        raise InvalidInputError("amount", "too_large", owed)
    return line


def _check_count(count: Quantity) -> None:
    if count.milli <= 0:
        raise InvalidInputError("quantity", "not_positive", count)
    if count > MOST_IN_LINE:
        raise InvalidInputError("quantity", "too_large", count)


def _received(line: GoodsLine) -> ReceivedLine:
    price = line.unit_price
    if price is None:
        raise InvalidInputError("reference_cost", "empty")
    return ReceivedLine(
        product_id=line.goods.product_id,
        unit_name=line.goods.unit_name,
        unit_factor=line.goods.unit_factor,
        count=line.count,
        price=price,
        amount=line.amount,
        lot_number=line.lot.number,
        produced_on=line.lot.produced_on,
        expires_on=line.lot.expires_on,
    )
