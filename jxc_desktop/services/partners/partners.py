"""Suppliers and customers."""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, select, update

from jxc_desktop.models.records import Partner
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork
from jxc_desktop.services.words.initials import search_initials

PARTNER = table_of(Partner)
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
LONGEST_NAME = 120


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
        key = work.next_id(PARTNER)
        work.insert(PARTNER, [(key, wanted, search_initials(wanted), 1, 0, phone.strip(), 1, "", "", "", "")])
        return key
    if not known[1]:
        work.run(_MAKE_SUPPLIER, [(known[0],)])
    return known[0]
