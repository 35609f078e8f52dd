"""A list of suppliers and customers read from a file: what each row says, and what is wrong with it on its face."""

from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.services.exchange.cell_text import is_not_calculated
from jxc_desktop.services.exchange.columns import ColumnMatch, SheetRow
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.migrate_in.import_choice import FOUND, ImportChoice
from jxc_desktop.services.migrate_in.import_forms import is_example
from jxc_desktop.services.migrate_in.layouts import Layouts
from jxc_desktop.services.migrate_in.matching import matched
from jxc_desktop.services.migrate_in.partner_cells import CUSTOMER, SUPPLIER
from jxc_desktop.services.migrate_in.partner_columns import BALANCES, CUSTOMER_NAMES, PARTNER_FORM, SUPPLIER_NAMES
from jxc_desktop.services.migrate_in.product_cells import BadCellError
from jxc_desktop.services.migrate_in.product_rows import SUMS

# What stands for a type that cannot be read: one fault is enough.
UNREADABLE = frozenset({""})


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """What one row says.

    Attributes:
        number: the row number a spreadsheet program shows.
        fields: by the names of ``PartnerDetails``; what the row does not say is not there.
        roles: supplier, customer or both; empty where neither row nor file says it.
    """

    number: int
    name: str
    fields: dict[str, object]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """Such a list, read and checked as far as the file alone allows.

    Attributes:
        unused: headings of columns that nothing is taken from.
    """

    path: Path
    match: ColumnMatch
    rows: list[PartnerRow]
    faults: FaultList
    unused: tuple[str, ...]


def read_partners(
    path: Path, role: str | None = None, choice: ImportChoice = FOUND, layouts: Layouts | None = None
) -> PartnerFile:
    """Read and check every row; `role` is what those are of whom the file does not say it.

    Raises:
        SheetFileError: the file cannot be read, or holds no list of partners.
    """
    match = matched(read_sheet(path), PARTNER_FORM, choice, layouts or {})
    usual = {spec.key: spec.names[0] for spec in PARTNER_FORM.specs}
    faults = FaultList(path, {**usual, **match.headings}, match.positions)
    reader = _RowReader(match, faults, role or role_of_file(match))
    rows = [reader.read(row) for row in match if _is_partner(row)]
    unused = (text.split("\n", 1)[0] for text in match.unknown if text not in PARTNER_FORM.left_out)
    return PartnerFile(path, match, rows, faults, tuple(unused))


def role_of_file(match: ColumnMatch) -> str:
    """What the whole file is a list of, by its headings, its sheet and its name; "" where they do not say."""
    heading = match.headings.get("name", "").rstrip("*").casefold()
    for names, role in ((SUPPLIER_NAMES, SUPPLIER), (CUSTOMER_NAMES, CUSTOMER)):
        if heading in names:
            return role
    by_balance = {BALANCES[text] for text in match.unknown if BALANCES.get(text)}
    if len(by_balance) == 1:
        return by_balance.pop()
    called = f"{match.sheet_name} {match.path.stem}".casefold()
    words = ((SUPPLIER, ("供应商", "供货商", "supplier", "vendor")), (CUSTOMER, ("客户", "customer")))
    found = [role for role, signs in words if any(sign in called for sign in signs)]
    return found[0] if len(found) == 1 else ""


def _is_partner(row: SheetRow) -> bool:
    name = row.values["name"]
    is_sum = name.casefold() in SUMS and not row.values["phone"]
    return not is_sum and not is_example(name)


class _RowReader:
    """Reads row after row and remembers which names it has seen, and where."""

    def __init__(self, match: ColumnMatch, faults: FaultList, role: str) -> None:
        self._faults = faults
        self._role = frozenset({role} if role else ())
        self._readers = [(each.key, each.read) for each in PARTNER_FORM.fields if each.read and match.has(each.key)]
        self._rows: dict[str, int] = {}

    def read(self, row: SheetRow) -> PartnerRow:
        """What the row says."""
        fields = self._said(row)
        name, roles = fields.pop("name", ""), fields.pop("role", self._role)
        assert isinstance(name, str)
        assert isinstance(roles, frozenset)
        self._check_name(row, name)
        return PartnerRow(row.number, name, fields, roles)

    def _said(self, row: SheetRow) -> dict[str, object]:
        fields: dict[str, object] = {}
        for key, read in self._readers:
            if not (cell := row.values[key]):
                continue
            if is_not_calculated(cell):
                self._faults.add(row.number, key, "not_calculated", cell)
                continue
            try:
                fields[key] = read(cell)
            except BadCellError as fault:
                self._faults.add(row.number, key, fault.reason, cell, **fault.details)
                if key == "role":
                    fields[key] = UNREADABLE
        return fields

    def _check_name(self, row: SheetRow, name: str) -> None:
        if not row.values["name"]:
            self._faults.add(row.number, "name", "partner_name_missing")
        elif name and (first := self._rows.setdefault(name, row.number)) != row.number:
            self._faults.add(row.number, "name", "partner_twice", name, first=first)
