"""What the cells of a list of suppliers and customers mean."""

import re

from jxc_desktop.services.exchange.cell_text import is_scientific
from jxc_desktop.services.migrate_in.product_cells import BadCellError, plain_text

SUPPLIER, CUSTOMER = "supplier", "customer"
WORDS = {
    **dict.fromkeys(("供应商", "供货商", "供方", "厂商", "supplier", "vendor"), SUPPLIER),
    **dict.fromkeys(("客户", "顾客", "购方", "customer", "client"), CUSTOMER),
}
BOTH = frozenset({"两者", "都是", "客商", "both", "供应商客户", "客户供应商"})
BETWEEN_ROLES = re.compile(r"[\s,，;；、/／+&和]+")


def roles_of(cell: str) -> frozenset[str]:
    """What a partner is: he supplies, buys, or both.

    Raises:
        BadCellError: the cell says something else.
    """
    said = cell.casefold()
    if said in BOTH:
        return frozenset({SUPPLIER, CUSTOMER})
    found = [WORDS.get(word) for word in BETWEEN_ROLES.split(said) if word]
    roles = frozenset(role for role in found if role is not None)
    if None in found or not roles:
        raise BadCellError("unknown_role")
    return roles


def whole_number(cell: str, most: int) -> str:
    """A number that is written down and never calculated with, such as that of a telephone.

    Raises:
        BadCellError: it lost its digits, or is too long.
    """
    if is_scientific(cell):
        raise BadCellError("scientific_number")
    return plain_text(cell, most)
