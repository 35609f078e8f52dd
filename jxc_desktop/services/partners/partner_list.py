"""Suppliers and customers as the 往来单位 page lists them, and as a table to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from jxc_desktop.models.records import Partner
from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


class PartnerSegment(Enum):
    """Which partners are listed."""

    ACTIVE = "active"
    SUPPLIERS = "suppliers"
    CUSTOMERS = "customers"
    INACTIVE = "inactive"


class PartnerSort(Enum):
    """The columns the list can be sorted by."""

    NAME = "name"
    CONTACT = "contact"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """Which partners the list shows, and in which order.

    Attributes:
        search: part of a name, of its initials, of a contact or a telephone number.
    """

    search: str = ""
    only: PartnerSegment = PartnerSegment.ACTIVE
    sort: PartnerSort = PartnerSort.NAME
    descending: bool = False


COLUMNS = (
    Partner.name,
    Partner.id,
    Partner.is_supplier,
    Partner.is_customer,
    Partner.contact,
    Partner.phone,
    Partner.address,
    Partner.tax_number,
    Partner.note,
    Partner.is_active,
)
_ACTIVE = Partner.is_active.is_(True)
_SEGMENTS: Mapping[PartnerSegment, ColumnElement[bool]] = {
    PartnerSegment.ACTIVE: _ACTIVE,
    PartnerSegment.SUPPLIERS: and_(_ACTIVE, Partner.is_supplier),
    PartnerSegment.CUSTOMERS: and_(_ACTIVE, Partner.is_customer),
    PartnerSegment.INACTIVE: Partner.is_active.is_(False),
}
_KEYS = {
    PartnerSort.NAME: Partner.name,
    PartnerSort.CONTACT: Partner.contact,
    PartnerSort.PHONE: Partner.phone,
    PartnerSort.ADDRESS: Partner.address,
}


def partner_rows(books: OpenTransaction, wanted: PartnerFilter, offset: int, limit: int) -> list[PartnerDetails]:
    """So many partners from an offset on; equal ones by when they were written down."""
    key = _KEYS[wanted.sort]
    order = (key.desc(), Partner.id.desc()) if wanted.descending else (key, Partner.id)
    asked = select(*COLUMNS).where(_found(wanted.search), _SEGMENTS[wanted.only])
    answer = books.connection.execute(asked.order_by(*order).offset(offset).limit(limit))
    return [details_of(row) for row in answer]


def details_of(row: Sequence[Any]) -> PartnerDetails:
    """The partner whose `COLUMNS` these are."""
    return PartnerDetails(*row)


def partner_counts(books: OpenTransaction, search: str) -> dict[PartnerSegment, int]:
    """How many partners each segment has of those that are found."""
    counts = (func.count(case((condition, 1))) for condition in _SEGMENTS.values())
    row = books.connection.execute(select(*counts).where(_found(search))).one()
    return dict(zip(_SEGMENTS, row, strict=True))


def partner_table(books: OpenTransaction, wanted: PartnerFilter) -> Table:
    """The list as it is searched, filtered and sorted; the headings are those the import of partners understands."""
    return listed(_("往来单位"), _columns(), lambda offset, limit: partner_rows(books, wanted, offset, limit))


def role_words(partner: PartnerDetails) -> str:
    """What a partner is, in words the import understands."""
    roles = ((partner.is_supplier, _("供应商")), (partner.is_customer, _("客户")))
    return ",".join(word for is_one, word in roles if is_one)


def _columns() -> list[ListColumn[PartnerDetails]]:
    return [
        ListColumn(_("名称"), lambda partner: partner.name),
        ListColumn(_("类型"), role_words),
        ListColumn(_("联系人"), lambda partner: partner.contact),
        ListColumn(_("电话"), lambda partner: partner.phone),
        ListColumn(_("地址"), lambda partner: partner.address),
        ListColumn(_("税号"), lambda partner: partner.tax_number),
        ListColumn(_("备注"), lambda partner: partner.note),
        ListColumn(_("状态"), lambda partner: _("正常") if partner.is_active else _("停用")),
    ]


def _found(search: str) -> ColumnElement[bool]:
    text = search.strip().casefold()
    if not text:
        return true()
    places = (func.lower(Partner.name), Partner.initials, func.lower(Partner.contact), Partner.phone)
    return or_(*(place.contains(text, autoescape=True) for place in places))
