"""What a search over everything comes up with."""

from dataclasses import dataclass
from datetime import date

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice


@dataclass(frozen=True, slots=True)
class ProductFound:
    """A product.

    Attributes:
        code: its main barcode, else its own code. matched: from where to where in its name what was typed stands.
    """

    product_id: int
    name: str
    code: str
    price: UnitPrice
    on_hand: Quantity
    matched: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class DocumentFound:
    """A document.

    Attributes:
        partner: "" where it names none. is_mirror: it undoes another.
        holds, quantity: the product it was found by, and how much of it; "" where it was found by its number.
    """

    document_id: int
    kind: DocumentKind
    number: str
    day: date
    amount: Money
    partner: str
    is_mirror: bool
    holds: str = ""
    quantity: Quantity = Quantity(0)


@dataclass(frozen=True, slots=True)
class SupplierFound:
    """A supplier; matched: from where to where in the name what was typed stands."""

    supplier_id: int
    name: str
    phone: str
    matched: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Findings:
    """Products and suppliers best first, documents newest first."""

    products: tuple[ProductFound, ...] = ()
    documents: tuple[DocumentFound, ...] = ()
    suppliers: tuple[SupplierFound, ...] = ()
