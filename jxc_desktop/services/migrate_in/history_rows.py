"""Past purchases and sales as files hold them: read as streams, row by row, document by document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import NamedTuple

from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.number_text import BadNumberError, parse_scaled
from jxc_desktop.models.values.unit_price import PARTS_TIMES_MILLI_PER_FEN
from jxc_desktop.services.exchange.columns import ColumnSpec, match_headings
from jxc_desktop.services.exchange.csv_text import csv_rows
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.inventory.bounds import MOST_FOUND, MOST_WORTH

_TIME = ColumnSpec("moment", ("datetime", "时间", "日期时间", "日期"), required=True)
_CODE = ColumnSpec("barcode", ("barcode", "条码", "商品条码"), required=True)
_QUANTITY = ColumnSpec("quantity", ("qty", "数量"), required=True)


class HistoryKind(Enum):
    """What a history file holds; the value is its columns."""

    PURCHASES = (
        _TIME,
        ColumnSpec("number", ("purchase_id", "采购单号", "入库单号"), required=True),
        ColumnSpec("supplier", ("supplier", "供应商", "供应商名称"), required=True),
        _CODE,
        _QUANTITY,
        ColumnSpec("price", ("unit_cost", "进价", "单价"), required=True),
    )
    SALES = (
        _TIME,
        ColumnSpec("number", ("receipt_id", "小票号", "销售单号"), required=True),
        ColumnSpec("member", ("member_id", "会员号", "会员卡号")),
        _CODE,
        _QUANTITY,
        ColumnSpec("price", ("unit_price", "售价", "单价"), required=True),
        ColumnSpec("return_of", ("return_of", "原小票号", "退货原单")),
    )


class HistoryRow(NamedTuple):
    """One line of a past document.

    Units: quantity in 1/1000 of the base unit, price in 1/10000 yuan.

    Attributes:
        row: where it stands in the file; partner: the supplier, or the member's number.
    """

    row: int
    moment: str
    number: str
    partner: str
    barcode: str
    quantity: int
    price: int
    return_of: str


class BadCell(NamedTuple):
    """A cell that does not hold what it must: its row, the column's key, why, and what it holds."""

    row: int
    column: str
    reason: str
    value: str


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """A file of past trade whose heading row was found.

    Attributes:
        header_row: its heading row; places: column key → its place in a row.
    """

    path: Path
    kind: HistoryKind
    header_row: int
    places: dict[str, int]

    @classmethod
    def open(cls, path: Path) -> "HistoryFile":
        """Find out what a file holds by its headings, which may stand below some notes.

        Raises:
            HeaderNotFoundError: it is neither purchases nor sales.
            SheetFileError: it cannot be read as text.
        """
        nearest: tuple[str, ...] = tuple(spec.key for spec in HistoryKind.SALES.value)
        for number, cells in enumerate(csv_rows(path), 1):
            for kind in HistoryKind:
                places = match_headings(cells, kind.value)
                missing = tuple(spec.names[0] for spec in kind.value if spec.required and spec.key not in places)
                if not missing:
                    return cls(path, kind, number, places)
                if len(missing) < len(nearest):
                    nearest = missing
            if number == MOST_NOTES:
                break
        raise HeaderNotFoundError(path, nearest, "", 1)

    def rows(self) -> Iterator[HistoryRow | BadCell]:
        """Each line of the file, or the first thing that is wrong with it."""
        read = _RowReader(self.places, "member" if self.kind is HistoryKind.SALES else "supplier")
        for row, cells in enumerate(csv_rows(self.path), 1):
            if row > self.header_row and any(cells):
                yield read(row, cells)

    def documents(self, in_order: bool) -> Iterator[tuple[HistoryRow, ...]]:
        """The lines of each document together, in order of time; only a file out of order is held in memory.

        Shape: one tuple of lines per document; goods in before goods out at equal times.
        """
        rows: Iterable[HistoryRow] = (row for row in self.rows() if isinstance(row, HistoryRow))
        if not in_order:
            rows = _put_in_order(rows)
        for _, same_time in groupby(rows, key=attrgetter("moment")):
            documents = [
                tuple(lines) for _, lines in groupby(same_time, key=lambda row: (row.number, row.quantity < 0))
            ]
            if len(documents) > 1:
                here = {lines[0].number for lines in documents}
                documents.sort(key=lambda lines: self.goes_out(lines, here))
            yield from documents

    def goes_out(self, lines: tuple[HistoryRow, ...], here: frozenset[str] | set[str] = frozenset()) -> bool:
        """Whether a document takes goods away; a return of a sale of the same moment stays behind that sale."""
        is_negative = lines[0].quantity < 0
        if self.kind is HistoryKind.PURCHASES:
            return is_negative
        return not is_negative or lines[0].return_of in here


MOST_NOTES = 20


def _put_in_order(rows: Iterable[HistoryRow]) -> list[HistoryRow]:
    """By time, each document's lines together where its first one stands."""
    first_seen: dict[str, int] = {}
    held = list(rows)
    for place, row in enumerate(held):
        first_seen.setdefault(row.number, place)
    held.sort(key=lambda row: (row.moment, first_seen[row.number], row.quantity < 0))
    return held


class _RowReader:
    """Turns the cells of a row into a line; texts that come again are read once."""

    def __init__(self, places: dict[str, int], partner: str) -> None:
        self._places = places
        columns = ("moment", "number", partner, "barcode", "quantity", "price", "return_of")
        self._width = max(places.values()) + 1
        # A column the file does not have is read from an empty cell put after the last one.
        self._cells = itemgetter(*(places.get(column, self._width) for column in columns))
        self._quantities: dict[str, int] = {}
        self._prices: dict[str, int] = {}
        self._moment = ("", "")

    def __call__(self, row: int, cells: list[str]) -> HistoryRow | BadCell:
        cells = [*cells[: self._width], *[""] * (self._width + 1 - len(cells))]
        moment, number, partner, barcode, quantity, price, return_of = self._cells(cells)
        if moment != self._moment[0]:
            self._moment = (moment, read_moment(moment.strip()))
        milli = self._quantities.get(quantity)
        if milli is None:
            milli = self._quantities[quantity] = _number(quantity, 3)
        parts = self._prices.get(price)
        if parts is None:
            parts = self._prices[price] = _number(price, 4)
        line = HistoryRow(
            row, self._moment[1], number.strip(), partner, barcode.strip(), milli, parts, return_of.strip()
        )
        is_possible = 0 < abs(milli) <= MOST_MILLI and parts >= 0 and abs(milli) * parts <= MOST_AMOUNT
        if not (line.moment and line.number and line.barcode and is_possible):
            return self._bad(row, cells, milli, parts)
        return line

    def _bad(self, row: int, cells: list[str], milli: int, parts: int) -> BadCell:
        def cell(column: str) -> str:
            return cells[self._places[column]].strip()

        for column in ("number", "barcode"):
            if not cell(column):
                return BadCell(row, column, "empty", "")
        if not milli or abs(milli) > MOST_MILLI:
            return BadCell(row, "quantity", "bad_quantity", cell("quantity"))
        if parts < 0 or abs(milli) * parts > MOST_AMOUNT:
            return BadCell(row, "price", "bad_price", cell("price"))
        return BadCell(row, "moment", "bad_moment", cell("moment"))


BAD = -(10**18)
# More than a line of any shop holds and costs: a code in the wrong column ends here.
MOST_MILLI, MOST_AMOUNT = MOST_FOUND.milli, MOST_WORTH.fen * PARTS_TIMES_MILLI_PER_FEN


def _number(text: str, places: int) -> int:
    try:
        return parse_scaled(text, places)
    except BadNumberError:
        return BAD


def read_moment(text: str) -> str:
    """A moment as it is stored, from the usual ways of writing one; "" where it is none."""
    try:
        return moment_text(datetime.fromisoformat(text.replace("/", "-")))
    except ValueError:
        pass
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
        try:
            return moment_text(datetime.strptime(text.replace("/", "-"), form))
        except ValueError:
            continue
    return ""
