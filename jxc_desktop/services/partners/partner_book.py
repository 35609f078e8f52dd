"""Writes suppliers and customers down."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import bindparam, update

from jxc_desktop.models.records import Partner
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.partners.partner import LONGEST, PartnerDetails
from jxc_desktop.services.storage.prepared import Prepared, Row
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork
from jxc_desktop.services.words.initials import search_initials

_PARTNER = table_of(Partner)
_WRITTEN = tuple(column.name for column in _PARTNER.columns if column.name != "id")
_CHANGE = Prepared(
    update(_PARTNER).where(_PARTNER.c.id == bindparam("of")).values({name: bindparam(name) for name in _WRITTEN}),
    *_WRITTEN,
    "of",
)


def checked(partner: PartnerDetails) -> PartnerDetails:
    """The partner without blanks around his texts.

    Raises:
        InvalidInputError: the name is missing, a text is too long, or he is neither supplier nor customer.
    """
    texts = {field: str(getattr(partner, field)).strip() for field in LONGEST}
    if not texts["name"]:
        raise InvalidInputError("name", "empty")
    for field, text in texts.items():
        if len(text) > LONGEST[field]:
            raise InvalidInputError(field, "too_long", text)
    if not (partner.is_supplier or partner.is_customer):
        raise InvalidInputError("partner_role", "empty")
    return replace(partner, **texts)  # type: ignore[arg-type]


def add_partners(work: UnitOfWork, partners: Iterable[PartnerDetails]) -> list[int]:
    """Write new partners down; their keys."""
    first = work.next_id(_PARTNER)
    rows = [(first + place, *_row(partner)) for place, partner in enumerate(partners)]
    work.insert(_PARTNER, rows)
    return [row[0] for row in rows]


def change_partners(work: UnitOfWork, partners: Iterable[PartnerDetails]) -> None:
    """Write known partners down as they are now."""
    work.run(_CHANGE, [(*_row(partner), partner.id) for partner in partners])


def _row(partner: PartnerDetails) -> Row:
    """Everything but the key, in the order of the table's columns."""
    return (
        partner.name,
        search_initials(partner.name),
        int(partner.is_supplier),
        int(partner.is_customer),
        partner.phone,
        int(partner.is_active),
        partner.contact,
        partner.address,
        partner.tax_number,
        partner.note,
    )
