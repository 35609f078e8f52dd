"""A goods list read from a file: what each row says about a product, and what is wrong with it on its face."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jxc_desktop.models.values.barcode import is_digits, match_key
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.exchange.cell_text import is_not_calculated
from jxc_desktop.services.exchange.columns import ColumnMatch, SheetRow
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.migrate_in.import_choice import FOUND, ImportChoice
from jxc_desktop.services.migrate_in.import_forms import EXAMPLE_MARKS
from jxc_desktop.services.migrate_in.layouts import Layouts
from jxc_desktop.services.migrate_in.matching import matched
from jxc_desktop.services.migrate_in.product_cells import BadCellError, barcodes, own_code
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM
from jxc_desktop.services.migrate_in.product_packs import BadPackError, PackCells
from jxc_desktop.services.migrate_in.progress import Progress, reported

Reader = Callable[[str], object]
# What several columns say together.
CODES = ("code", "barcode")
PACKS = {"pack_unit": "unit", "pack_size": "size", "case_size": "case", "pack_barcode": "codes", "pack_price": "price"}
READERS: dict[str, Reader] = {field.key: field.read for field in PRODUCT_FORM.fields if field.read is not None}
FIELDS = {key: read for key, read in READERS.items() if key not in CODES and key not in PACKS}
WRONG = object()
MOST_REMEMBERED = 20_000
# Lists printed for the eye end in these.
SUMS = frozenset({"合计", "总计", "小计", "本页小计", "合计：", "总计：", "合计:", "总计:", "total"})


@dataclass(slots=True)
class ProductRow:
    """What one row says.

    Attributes:
        number: the row number a spreadsheet program shows.
        code, codes: 货号 and barcodes; empty where the row has none.
        keys: for each barcode, what a scan is compared with.
        packs: the packs it names.
        fields: what else it says, by the names of ``ProductDetails``; what it does not say is not there.
    """

    number: int
    code: str
    codes: tuple[str, ...]
    keys: tuple[str, ...]
    packs: tuple[Pack, ...]
    fields: dict[str, object]

    @property
    def name_and_spec(self) -> tuple[object, object]:
        """What tells goods without any code from others."""
        return self.fields.get("name", ""), self.fields.get("spec", "")


@dataclass(frozen=True, slots=True)
class ProductFile:
    """A goods list, read and checked as far as the file alone allows.

    Attributes:
        path: the file.
        match: its columns.
        rows: what its rows say; rows with faults are among them, without what is wrong.
        count: how many rows there were to go through.
        faults: what is wrong so far.
        unused: headings of columns that nothing is taken from.
    """

    path: Path
    match: ColumnMatch
    rows: list[ProductRow]
    count: int
    faults: FaultList
    unused: tuple[str, ...]


def read_products(
    path: Path,
    progress: Progress | None = None,
    choice: ImportChoice = FOUND,
    layouts: Layouts | None = None,
) -> ProductFile:
    """Read and check every row of a goods list; progress is told the first half of the way.

    Raises:
        SheetFileError: the file cannot be read, or holds no list of goods.
    """
    match = matched(read_sheet(path), PRODUCT_FORM, choice, layouts or {})
    usual = {spec.key: spec.names[0] for spec in PRODUCT_FORM.specs}
    faults = FaultList(path, {**usual, **match.headings}, match.positions)
    count = match.row_count()
    rows = list(_RowReader(match, faults).read(reported(match, count, progress, 0, 2 * count)))
    _refuse_same_names(rows, faults)
    unused = (text.split("\n", 1)[0] for text in match.unknown if text not in PRODUCT_FORM.left_out)
    return ProductFile(path, match, rows, count, faults, tuple(unused))


class _RowReader:
    """Reads row after row and remembers which codes it has seen, and where."""

    def __init__(self, match: ColumnMatch, faults: FaultList) -> None:
        self._faults = faults
        self._fields = [(key, read, dict[str, object]()) for key, read in FIELDS.items() if match.has(key)]
        self._packs = [(key, name, READERS[key]) for key, name in PACKS.items() if match.has(key)]
        self._has_code, self._has_barcode = match.has("code"), match.has("barcode")
        self._code_cells: dict[str, tuple[int, str]] = {}
        self._key_cells: dict[str, tuple[int, str]] = {}

    def read(self, rows: Iterable[SheetRow]) -> Iterator[ProductRow]:
        """What the rows say, without those that add up the others and the template's examples."""
        for row in rows:
            has_both = row.values["name"] and (row.values["barcode"] or row.values["code"])
            if row.values["name"].startswith(EXAMPLE_MARKS):
                continue
            if has_both or not _is_sum(row.values):
                yield self._row(row)

    def _row(self, row: SheetRow) -> ProductRow:
        fields = self._said(row)
        if not row.values["name"]:
            self._faults.add(row.number, "name", "name_missing")
        code, codes, keys = self._codes(row)
        packs = self._packs_of(row) if self._packs else ()
        return ProductRow(row.number, code, codes, keys, packs, fields)

    def _said(self, row: SheetRow) -> dict[str, object]:
        """What the row says in the columns that have one value; the same few texts stand in most rows of many."""
        fields: dict[str, object] = {}
        for key, read, known in self._fields:
            cell = row.values[key]
            if not cell:
                continue
            value = known.get(cell, WRONG)
            if value is WRONG:
                value = self._read(row.number, key, read, cell)
                if value is WRONG:
                    continue
                if len(known) < MOST_REMEMBERED:
                    known[cell] = value
            fields[key] = value
        return fields

    def _read(self, number: int, key: str, read: Reader, cell: str) -> Any:
        """What a cell that holds anything means; WRONG, and a fault, where that cannot be."""
        if cell[0] in "=#" and is_not_calculated(cell):
            self._faults.add(number, key, "not_calculated", cell)
            return WRONG
        try:
            return read(cell)
        except BadCellError as fault:
            self._faults.add(number, key, fault.reason, cell, **fault.details)
            return WRONG

    def _codes(self, row: SheetRow) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """货号 and barcodes with their keys; a list with one column of codes means the ones on the goods."""
        code, is_new = "", True
        if self._has_code and (cell := row.values["code"]):
            code = self._read(row.number, "code", own_code, cell)
            code = "" if code is WRONG else code
            is_new = not code or self._is_first(self._code_cells, code, row.number, "code", code)
        codes: tuple[str, ...] = ()
        if not self._has_barcode:
            codes = (code,) if is_new and is_digits(code) else ()
        elif cell := row.values["barcode"]:
            codes = self._read(row.number, "barcode", barcodes, cell)
            codes = () if codes is WRONG else codes
        codes, keys = _each_once(codes)
        self._refuse_seen(codes, keys, row.number, "barcode" if self._has_barcode else "code")
        return code, codes, keys

    def _packs_of(self, row: SheetRow) -> tuple[Pack, ...]:
        found: dict[str, Any] = {}
        for key, name, read in self._packs:
            if cell := row.values[key]:
                found[name] = self._read(row.number, key, read, cell)
        if not found or WRONG in found.values():
            return ()
        try:
            packs = PackCells(**found, is_single="size" in found and found["size"] is None).packs()
        except BadPackError as fault:
            self._faults.add(row.number, fault.column, fault.reason, row.values[fault.column])
            return ()
        codes = found.get("codes", ())
        self._refuse_seen(codes, map(match_key, codes), row.number, "pack_barcode")
        return packs

    def _refuse_seen(self, codes: Iterable[str], keys: Iterable[str], number: int, column: str) -> None:
        for code, key in zip(codes, keys, strict=True):
            self._is_first(self._key_cells, key, number, column, code)

    def _is_first(self, seen: dict[str, tuple[int, str]], key: str, number: int, column: str, code: str) -> bool:
        first = seen.setdefault(key, (number, column))
        if first == (number, column):
            return True
        self._faults.add(number, column, "code_twice", code, first=first[0])
        return False


def _refuse_same_names(rows: list[ProductRow], faults: FaultList) -> None:
    """A name that stands in two rows needs a code in both."""
    if all(row.code or row.codes for row in rows):
        return
    named: dict[tuple[object, object], ProductRow] = {}
    for row in rows:
        first = named.setdefault(row.name_and_spec, row)
        has_codes = (row.code or row.codes) and (first.code or first.codes)
        if first is not row and not has_codes and "name" in row.fields:
            faults.add(row.number, "name", "name_twice", str(row.fields["name"]), first=first.number)


def _each_once(codes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes without those that scan as an earlier one does, and their keys."""
    if len(codes) < 2:
        return codes, tuple(map(match_key, codes))
    by_key: dict[str, str] = {}
    for code in codes:
        by_key.setdefault(match_key(code), code)
    return tuple(by_key.values()), tuple(by_key)


def _is_sum(values: Mapping[str, str]) -> bool:
    """Whether the row only adds up the others."""
    said = [cell for key in ("name", "code", "barcode") if (cell := values[key])]
    return len(said) == 1 and said[0].casefold() in SUMS
