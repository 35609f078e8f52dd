"""Opening stock (期初库存) from a file: one dated document, opening → warehouse."""

from dataclasses import dataclass
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
from jxc_desktop.services.exchange.columns import ColumnMatch, ColumnSpec, SheetRow, find_columns
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.inventory.counting import MOST_FOUND, MOST_WORTH, OpeningLine, post_opening_stock
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

COLUMNS = (
    ColumnSpec("code", ("条码", "商品条码", "商品编码", "货号", "编码", "barcode", "code", "sku"), required=True),
    ColumnSpec("quantity", ("数量", "库存数量", "期初数量", "库存", "qty", "quantity"), required=True),
    ColumnSpec("cost", ("成本单价", "成本价", "单价", "进价", "成本", "unit_cost", "cost")),
    ColumnSpec("amount", ("金额", "成本金额", "库存金额", "期初金额", "amount", "value")),
    ColumnSpec("place", ("仓库", "库位", "warehouse")),
)

_BY_KEY = Query[tuple[int]](select(Barcode.product_id).where(Barcode.match_key == bindparam("key")), "key")
_BY_CODE = Query[tuple[int]](select(Product.id).where(Product.code == bindparam("code")), "code")
_PLACES = Query[tuple[int, str]](
    select(Place.id, Place.name).where(Place.kind == PlaceKind.WAREHOUSE.value, Place.is_active)
)


@dataclass(frozen=True, slots=True)
class OpeningResult:
    """What an import of opening stock did: documents (one per warehouse) and their lines."""

    numbers: tuple[str, ...]
    lines: int


def read_opening_stock(path: Path) -> ColumnMatch:
    """The file's rows, columns matched.

    Raises:
        SheetFileError: it cannot be read, or code or quantity have no column.
    """
    return find_columns(read_sheet(path), COLUMNS)


def import_opening_stock(act: Act, match: ColumnMatch, day: date, *, check_only: bool) -> OpeningResult:
    """Check every row, then post one document for each warehouse; the caller commits.

    Raises:
        FileFaultsError: unknown codes, goods twice or with moves already, numbers that are none; all are listed.
    """
    lines = _Reader(act.work, match).lines()
    numbers: list[str] = []
    if not check_only:
        for place, of_place in lines.items():
            numbers.append(post_opening_stock(act, of_place, day, None, place).number)
    return OpeningResult(tuple(numbers), sum(map(len, lines.values())))


class _Reader:
    """Turns the rows into lines, and notes everything that is wrong with them."""

    def __init__(self, work: OpenTransaction, match: ColumnMatch) -> None:
        self._work = work
        self._match = match
        self._places = {name: key for key, name in work.rows(_PLACES)}
        headings = {spec.key: match.headings.get(spec.key, spec.names[0]) for spec in COLUMNS}
        self._faults = FaultList(match.path, headings, match.positions)
        self._seen: dict[int, int] = {}

    def lines(self) -> dict[int, list[OpeningLine]]:
        """Warehouse → its lines.

        Raises:
            FileFaultsError: something is wrong.
        """
        found: dict[int, list[OpeningLine]] = {}
        for row in self._match:
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
