"""Goods receipts as the back office hands them over, and what it gets back."""

from dataclasses import dataclass
from datetime import date, datetime

from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """One line of goods as they came in.

    Attributes:
        count: in the received unit; unit_factor: how much of the base unit one of it holds.
        price: what one received unit costs; amount: what is owed for the line, None: price times count.
        lot_number, produced_on, expires_on: as noted at the door.
    """

    product_id: int
    unit_name: str
    unit_factor: Quantity
    count: Quantity
    price: UnitPrice
    amount: Money | None = None
    lot_number: str = ""
    produced_on: date | None = None
    expires_on: date | None = None

    @property
    def owed(self) -> Money:
        """What is owed for it."""
        return self.price.times(self.count) if self.amount is None else self.amount


@dataclass(frozen=True, slots=True)
class Receipt:
    """A goods receipt to be posted.

    Attributes:
        token: the form's own key. account_id: what it is paid from at once; None: it stays owed.
        day: its business date; None: today.
        has_tax_invoice: it came with an invoice whose tax a 一般纳税人 deducts; to a 小规模 shop it means nothing.
    """

    token: str
    supplier_id: int
    lines: tuple[ReceivedLine, ...]
    account_id: int | None = None
    day: date | None = None
    note: str = ""
    has_tax_invoice: bool = True


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt or supplier return in a list.

    Attributes:
        is_mirror: it undoes another. product_count: its products, each once; quantity: of base units on all lines.
        paid_from: the account it was paid from or into at once; "": owed.
    """

    document_id: int
    kind: DocumentKind
    number: str
    state: DocumentState
    day: date
    moment: datetime
    supplier: str
    operator: str
    amount: Money
    is_mirror: bool
    is_history: bool
    product_count: int
    quantity: Quantity
    paid_from: str


@dataclass(frozen=True, slots=True)
class ReceiptTotals:
    """What a list of receipts comes to: documents, the products of each, base units, money."""

    count: int
    products: int
    quantity: Quantity
    amount: Money


@dataclass(frozen=True, slots=True)
class StoredReceiptLine:
    """One line as the books hold it; `left` has not gone back to the supplier (in the base unit)."""

    line_id: int
    product_id: int
    name: str
    barcode: str
    base_unit: str
    unit_name: str
    unit_factor: Quantity
    quantity: Quantity
    price: UnitPrice
    amount: Money
    tax_rate: TaxRate
    tax: Money
    lot_number: str
    produced_on: date | None
    expires_on: date | None
    left: Quantity
    is_weighed: bool


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A whole receipt or supplier return.

    Attributes:
        reverses, reversed_by: numbers of the document it undoes, and of the one that undoes it.
        account_id: the account it was paid from at once; None: owed.
    """

    row: ReceiptRow
    lines: tuple[StoredReceiptLine, ...]
    note: str
    account_id: int | None
    reverses: str
    reversed_by: str
