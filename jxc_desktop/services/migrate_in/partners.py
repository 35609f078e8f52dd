"""A shop's old list of suppliers and customers becomes its own: new ones are added, known ones changed, all or none."""

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from jxc_desktop.services.migrate_in.partner_cells import CUSTOMER, SUPPLIER
from jxc_desktop.services.migrate_in.partner_rows import PartnerFile, PartnerRow
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.partners.partner_book import add_partners, change_partners
from jxc_desktop.services.partners.partner_list import COLUMNS, details_of
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.unit_of_work import OpenTransaction


@dataclass(slots=True)
class PartnerPlan:
    """What is to be written.

    Attributes:
        new, changed: partners as they are to be; unchanged: how many rows say nothing new.
    """

    new: list[PartnerDetails] = field(default_factory=list)
    changed: list[PartnerDetails] = field(default_factory=list)
    unchanged: int = 0


def plan_partners(books: OpenTransaction, file: PartnerFile) -> PartnerPlan:
    """What the rows mean for this shop.

    Raises:
        FileFaultsError: rows that cannot be right; all of them are listed.
    """
    known = {one.name: one for one in map(details_of, books.connection.execute(select(*COLUMNS)))}
    plan = PartnerPlan()
    for row in file.rows:
        before = known.get(row.name)
        if before is None and not row.roles:
            file.faults.add(row.number, "role", "role_missing")
        after = _merged(before or PartnerDetails(row.name), row)
        if before is None:
            plan.new.append(after)
        elif after != before:
            plan.changed.append(after)
        else:
            plan.unchanged += 1
    file.faults.refuse()
    return plan


def import_partners(act: Act, file: PartnerFile, plan: PartnerPlan) -> None:
    """Add and change partners as planned; the caller commits."""
    add_partners(act.work, plan.new)
    change_partners(act.work, plan.changed)
    counts = {"added": len(plan.new), "changed": len(plan.changed), "unchanged": plan.unchanged}
    act.journal.note("imports.partners", file=file.path.name, **counts)


def _merged(before: PartnerDetails, row: PartnerRow) -> PartnerDetails:
    """The partner as the row wants him; what the row does not say stays, and no role is taken away."""
    fields: dict[str, Any] = row.fields
    return replace(
        before,
        is_supplier=before.is_supplier or SUPPLIER in row.roles,
        is_customer=before.is_customer or CUSTOMER in row.roles,
        **fields,
    )
