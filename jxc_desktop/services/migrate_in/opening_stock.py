"""Opening stock (期初库存) from a file: one dated document, opening → warehouse."""

from datetime import date
from pathlib import Path

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Barcode, Place, Product
from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.places import SHOP_FLOOR, PlaceKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product_facts import has_moved
from jxc_desktop.services.exchange.columns import ColumnMatch, SheetRow
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.inventory.bounds import MOST_FOUND, MOST_WORTH
from jxc_desktop.services.inventory.counting import OpeningLine, post_opening_stock
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.migrate_in.import_choice import FOUND, ImportChoice
from jxc_desktop.services.migrate_in.import_forms import is_example
from jxc_desktop.services.migrate_in.layouts import Layouts
from jxc_desktop.services.migrate_in.matching import matched
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.progress import Progress, reported
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_BY_KEY = Query[tuple[int]](select(Barcode.product_id).where(Barcode.match_key == bindparam("key")), "key")
_BY_CODE = Query[tuple[int]](select(Product.id).where(Product.code == bindparam("code")), "code")
_PLACES = Query[tuple[int, str]](
    select(Place.id, Place.name).where(Place.kind == PlaceKind.WAREHOUSE.value, Place.is_active)
)


def read_opening_stock(path: Path, choice: ImportChoice = FOUND, layouts: Layouts | None = None) -> ColumnMatch:
    """The file's rows, columns matched.

    Raises:
        SheetFileError: it cannot be read, or code or quantity have no column.
    """
    return matched(read_sheet(path), OPENING_FORM, choice, layouts or {})


def opening_lines(
    books: OpenTransaction, match: ColumnMatch, progress: Progress | None = None
) -> dict[int, list[OpeningLine]]:
    """Warehouse → its lines, every row checked.

    Raises:
        FileFaultsError: unknown codes, goods twice or with moves already, numbers that are none; all are listed.
    """
    return _Reader(books, match).lines(progress)


def import_opening_stock(act: Act, lines: dict[int, list[OpeningLine]], day: date) -> tuple[str, ...]:
    """Post one document for each warehouse, and say their numbers; the caller commits."""
    return tuple(post_opening_stock(act, of_place, day, None, place).number for place, of_place in lines.items())


class _Reader:
    """Turns the rows into lines, and notes everything that is wrong with them."""

    def __init__(self, work: OpenTransaction, match: ColumnMatch) -> None:
        self._work = work
        self._match = match
        self._places = {name: key for key, name in work.rows(_PLACES)}
        headings = {spec.key: match.headings.get(spec.key, spec.names[0]) for spec in OPENING_FORM.specs}
        self._faults = FaultList(match.path, headings, match.positions)
        self._seen: dict[int, int] = {}

    def lines(self, progress: Progress | None) -> dict[int, list[OpeningLine]]:
        """Warehouse → its lines.

        Raises:
            FileFaultsError: something is wrong.
        """
        found: dict[int, list[OpeningLine]] = {}
        count = self._match.row_count()
        for row in reported(self._match, count, progress, 0, count):
            if is_example(row.values["code"]):
                continue
            line = self._line(row)
            place = self._place(row)
            if line is not None and place is not None:
                found.setdefault(place, []).append(line)
        self._faults.refuse()
        return found

    def _line(self, row: SheetRow) -> OpeningLine | None:
        product, quantity = self._product(row), self._quantity(row)
        value = None if quantity is None else self._value(row, quantity)
        if product is None or quantity is None or value is None:
            return None
        return OpeningLine(product, quantity, value)

    def _product(self, row: SheetRow) -> int | None:
        code = row.values["code"].strip()
        found = self._work.row(_BY_KEY, match_key(code)) or self._work.row(_BY_CODE, code)
        if found is None:
            self._faults.add(row.number, "code", "unknown_product" if code else "empty", code)
            return None
        (product,) = found
        if product in self._seen:
            self._faults.add(row.number, "code", "product_twice", code, other=self._seen[product])
        elif has_moved(self._work, product):
            self._faults.add(row.number, "code", "has_moves", code)
        self._seen.setdefault(product, row.number)
        return product

    def _quantity(self, row: SheetRow) -> Quantity | None:
        text = row.values["quantity"]
        try:
            quantity = Quantity.parse(text)
        except BadNumberError:
            quantity = Quantity(0)
        if quantity.milli <= 0:
            self._faults.add(row.number, "quantity", "bad_quantity", text)
            return None
        if quantity > MOST_FOUND:
            self._faults.add(row.number, "quantity", "too_large", text, most=MOST_FOUND)
            return None
        return quantity

    def _value(self, row: SheetRow, quantity: Quantity) -> Money | None:
        """The amount where there is one, else cost times quantity."""
        column = "amount" if row.values.get("amount", "").strip() else "cost"
        text = row.values.get(column, "").strip()
        try:
            value = Money.parse(text) if column == "amount" else UnitPrice.parse(text).times(quantity)
        except BadNumberError:
            value = Money(-1)
        if value.fen < 0:
            self._faults.add(row.number, column, "bad_price" if text else "no_cost", text)
            return None
        if value > MOST_WORTH:
            self._faults.add(row.number, column, "too_large", text, most=MOST_WORTH)
            return None
        return value

    def _place(self, row: SheetRow) -> int | None:
        name = row.values.get("place", "").strip()
        place = self._places.get(name) if name else SHOP_FLOOR
        if place is None:
            self._faults.add(row.number, "place", "unknown_place", name, known=_("、").join(self._places))
        return place
