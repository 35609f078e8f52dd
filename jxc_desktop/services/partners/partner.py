"""A supplier or customer: what a shop writes down about one."""

from dataclasses import dataclass

LONGEST_NAME, LONGEST_CONTACT, LONGEST_PHONE = 120, 60, 40
LONGEST_ADDRESS, LONGEST_TAX_NUMBER, LONGEST_NOTE = 200, 40, 500
LONGEST = {
    "name": LONGEST_NAME,
    "contact": LONGEST_CONTACT,
    "phone": LONGEST_PHONE,
    "address": LONGEST_ADDRESS,
    "tax_number": LONGEST_TAX_NUMBER,
    "note": LONGEST_NOTE,
}


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """Everything written down about a partner.

    Attributes:
        id: None before he is written down.
    """

    name: str
    id: int | None = None
    is_supplier: bool = False
    is_customer: bool = False
    contact: str = ""
    phone: str = ""
    address: str = ""
    tax_number: str = ""
    note: str = ""
    is_active: bool = True
