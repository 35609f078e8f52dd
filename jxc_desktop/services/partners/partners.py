"""Suppliers and customers."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import and_, bindparam, select, update

from jxc_desktop.models.records import Partner
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
from jxc_desktop.services.partners.partner import LONGEST_NAME, PartnerDetails
from jxc_desktop.services.partners.partner_book import add_partners, change_partners, checked
from jxc_desktop.services.partners.partner_list import (
    COLUMNS,
    PartnerFilter,
    PartnerSegment,
    details_of,
    partner_counts,
    partner_rows,
    partner_table,
)
from jxc_desktop.services.people.desk import Act, Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

_SUPPLIERS = Query[tuple[int, str, str, str]](
    select(Partner.id, Partner.name, Partner.initials, Partner.phone)
    .where(Partner.is_supplier, Partner.is_active)
    .order_by(Partner.name),
)
_BY_NAME = Query[tuple[int, bool]](
    select(Partner.id, and_(Partner.is_supplier, Partner.is_active)).where(Partner.name == bindparam("name")), "name"
)
_MAKE_SUPPLIER = Prepared(
    update(Partner).where(Partner.id == bindparam("of")).values(is_supplier=True, is_active=True), "of"
)


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier as a list shows him; initials for finding him as one types."""

    id: int
    name: str
    initials: str
    phone: str


class Partners:
    """The shop's partners in trade."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def suppliers(self) -> list[Supplier]:
        """Every supplier the shop buys from, by name."""
        with self._desk.question("partners.suppliers") as books:
            return [Supplier(*row) for row in books.rows(_SUPPLIERS)]

    def add_supplier(self, name: str, phone: str = "") -> int:
        """A supplier by name, new or known; the key.

        Raises:
            InvalidInputError: the name is empty or too long.
        """
        with self._desk.act("partners.add_supplier") as act:
            key = supplier_named(act.work, name, phone)
            act.journal.note("partners.add_supplier", id=key, name=name.strip())
            act.commit(Change.PARTNERS)
        return key

    def partner_list(self, wanted: PartnerFilter, offset: int = 0, limit: int = 200) -> list[PartnerDetails]:
        """So many suppliers and customers from an offset on."""
        with self._desk.question("partners.partner_list") as books:
            return partner_rows(books, wanted, offset, limit)

    def partner_list_count(self, search: str = "") -> dict[PartnerSegment, int]:
        """How many each segment has of those that are found."""
        with self._desk.question("partners.partner_list_count") as books:
            return partner_counts(books, search)

    def export_partners(self, wanted: PartnerFilter, path: Path) -> None:
        """Write the list as it is seen, as .xlsx or .csv; it can be read in again.

        Raises:
            TableKindError: the ending is another one.
            FileNotWrittenError: the system refuses to write there.
        """
        self._desk.check("partners.export_partners")
        refuse_other_kinds(path)
        with self._desk.question("partners.export_partners") as books:
            write_table(path, partner_table(books, wanted))

    def partner(self, key: int) -> PartnerDetails:
        """Everything written down about one.

        Raises:
            NotFoundError: there is none with this key.
        """
        with self._desk.question("partners.partner") as books:
            row = books.connection.execute(select(*COLUMNS).where(Partner.id == key)).one_or_none()
        if row is None:
            raise NotFoundError("partner", key)
        return details_of(row)

    def save_partner(self, partner: PartnerDetails) -> int:
        """Write a partner down, new or known; the key.

        Raises:
            InvalidInputError: the name is missing or somebody else's, a text is too long, or he is neither supplier
                nor customer.
            NotFoundError: he is not there any more.
        """
        self._desk.check("partners.save_partner")
        wanted = checked(partner)
        with self._desk.act("partners.save_partner") as act:
            key = _saved(act, wanted)
            act.journal.note("partners.save_partner", id=key, name=wanted.name)
            act.commit(Change.PARTNERS)
        return key


def _saved(act: Act, partner: PartnerDetails) -> int:
    known = act.work.row(_BY_NAME, partner.name)
    if known is not None and known[0] != partner.id:
        raise InvalidInputError("name", "taken", partner.name)
    if partner.id is None:
        return add_partners(act.work, [partner])[0]
    if act.work.connection.execute(select(Partner.id).where(Partner.id == partner.id)).one_or_none() is None:
        raise NotFoundError("partner", partner.id)
    change_partners(act.work, [partner])
    return partner.id


def supplier_named(work: UnitOfWork, name: str, phone: str = "") -> int:
    """The key of the supplier with this name; made where there is none.

    Raises:
        InvalidInputError: the name is empty or too long.
    """
    wanted = name.strip()
    if not wanted or len(wanted) > LONGEST_NAME:
        raise InvalidInputError("supplier", "too_long" if wanted else "empty", name)
    known = work.row(_BY_NAME, wanted)
    if known is None:
        return add_partners(work, [PartnerDetails(wanted, is_supplier=True, phone=phone.strip())])[0]
    if not known[1]:
        work.run(_MAKE_SUPPLIER, [(known[0],)])
    return known[0]
