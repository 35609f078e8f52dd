"""The suppliers a search over everything comes up with."""

from sqlalchemy import bindparam, case, func, or_, select

from jxc_desktop.models.records import Partner
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.finding.found import SupplierFound
from jxc_desktop.services.finding.matched_part import matched_part
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_NAME = func.lower(Partner.name)
_SUPPLIERS = Query[tuple[int, str, str, str]](
    select(Partner.id, Partner.name, Partner.phone, Partner.initials)
    .where(
        Partner.is_supplier,
        Partner.is_active,
        or_(
            _NAME.like(bindparam("in_name"), escape="\\"),
            Partner.initials.like(bindparam("in_initials"), escape="\\"),
            Partner.phone.like(bindparam("at_end"), escape="\\"),
        ),
    )
    .order_by(case((_NAME.like(bindparam("at_start"), escape="\\"), 0), else_=1), func.length(Partner.name), Partner.id)
    .limit(bindparam("most")),
    "in_name",
    "in_initials",
    "at_end",
    "at_start",
    "most",
)
# Fewer digits are the end of nearly everybody's number.
FEWEST_OF_A_PHONE = 4


def suppliers_found(books: OpenTransaction, text: str, most: int) -> list[SupplierFound]:
    """At most so many suppliers by name, initials or the last digits of the telephone, best first."""
    wanted = as_pattern(text)
    if not wanted:
        return []
    anywhere, end = f"%{wanted}%", f"%{wanted}" if len(wanted) >= FEWEST_OF_A_PHONE else wanted
    rows = books.rows(_SUPPLIERS, anywhere, anywhere, end, f"{wanted}%", most)
    return [SupplierFound(key, name, phone, matched_part(name, initials, text)) for key, name, phone, initials in rows]
