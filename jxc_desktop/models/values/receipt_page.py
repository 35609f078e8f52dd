"""The counter's paper slip as it is printed: everything on it is settled before, nothing is computed here."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice


class ReceiptPaper(Enum):
    """The two rolls of receipt printers, by their width in mm."""

    MM_58 = 58
    MM_80 = 80

    @property
    def columns(self) -> int:
        """How many half Chinese characters have room side by side."""
        return 32 if self is ReceiptPaper.MM_58 else 48

    @property
    def dots(self) -> int:
        """How many dots of 1/8 mm the printer sets side by side: 12 a column."""
        return self.columns * 12


class ReceiptKind(Enum):
    """What the slip is for."""

    SALE = "sale"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line of goods.

    Attributes:
        list_amount: price times quantity.
        discount: what was taken off the list amount at this line.
        net: what is left of it.
        code: the barcode, printed on wide paper.
    """

    name: str
    quantity: Quantity
    price: UnitPrice
    list_amount: Money
    discount: Money
    net: Money
    unit: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptTotals:
    """The sums below the lines.

    Attributes:
        discount: everything that was taken off, at the lines and from the ticket.
        rounding: 抹零, taken off after that; negative where it was rounded up.
        due: 应收, list total − discount − rounding.
    """

    list_total: Money
    discount: Money
    rounding: Money
    due: Money


@dataclass(frozen=True, slots=True)
class ReceiptTender:
    """One way of paying, and how much was handed over with it."""

    name: str
    tendered: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """One receipt.

    Amounts and quantities are signed as they are booked: on a return they are negative, discounts too.

    Attributes:
        moment: when it was sold, in the shop's time.
        heading: lines below the shop's name, such as address and telephone.
        footer: lines below the barcode.
        member: the member's number or name.
        reprinted: when this copy was printed again; None on the first print.
        is_reversed: it was undone since (红冲), and is worth nothing any more.
        note: the last line; None for the usual one, empty for none.
    """

    paper: ReceiptPaper
    kind: ReceiptKind
    shop_name: str
    number: str
    moment: datetime
    clerk: str
    lines: tuple[ReceiptLine, ...]
    totals: ReceiptTotals
    tenders: tuple[ReceiptTender, ...]
    change: Money
    heading: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    member: str | None = None
    reprinted: datetime | None = None
    is_reversed: bool = False
    note: str | None = None
