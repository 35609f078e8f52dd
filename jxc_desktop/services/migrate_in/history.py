"""Past purchases and sales from the system used before, posted as documents in order of time: all or nothing.

They are settled through the account 历史结算, never through cash or what is owed, and goods may be oversold: it is what
happened. Original numbers are kept and unique, so importing the same files again adds nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from pathlib import Path

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Barcode, Document, Product, Shift
from jxc_desktop.models.values.accounts import HISTORY
from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import MILLI, Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.migrate_in.history_rows import BadCell, HistoryFile, HistoryKind, HistoryRow
from jxc_desktop.services.migrate_in.progress import Progress
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.partners.partners import supplier_named
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.sales.returns import StoredLine, stored_lines
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

FLUSH_EVERY = 20_000
PROGRESS_EVERY = 5_000

_LIVE = Query[tuple[int]](
    select(Document.id)
    .where(Document.is_history.is_(False), Document.kind != DocumentKind.OPENING_STOCK.value)
    .limit(1)
)
_OPEN_SHIFT = Query[tuple[int]](select(Shift.id).where(Shift.closed_at.is_(None)).limit(1))
_KNOWN = Query[tuple[str, str]](select(Document.kind, Document.number))
_GOODS = Query[tuple[str, int, str, str]](
    select(Barcode.match_key, Product.id, Product.unit, Product.tax_rate)
    .join(Product, Product.id == Barcode.product_id)
    .where(Barcode.unit_id.is_(None))
)
_SALE = Query[tuple[int]](
    select(Document.id).where(Document.kind == DocumentKind.SALE.value, Document.number == bindparam("number")),
    "number",
)


class LiveTradeError(ShopError):
    """The shop trades with this program already; what went before can no longer be put under it."""


@dataclass(frozen=True, slots=True)
class HistoryResult:
    """What an import of past trade did.

    Attributes:
        documents: how many were added; known: how many were in the books already; lines: read in all.
    """

    documents: int
    known: int
    lines: int


@dataclass(frozen=True, slots=True)
class Goods:
    """A product as past trade needs it."""

    product_id: int
    unit: str
    tax_rate: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file all of whose rows were checked.

    Attributes:
        in_order: its rows are in order of time, each document's together.
    """

    file: HistoryFile
    lines: int
    in_order: bool


def import_history(
    act: Act, paths: Sequence[Path], *, check_only: bool, progress: Progress | None, before: Callable[[], None]
) -> HistoryResult:
    """Check every row of every file, then post what is not in the books yet; the caller commits.

    `before` is called once all is found right and before anything is written.

    Raises:
        LiveTradeError: live documents exist, or a shift is open.
        FileFaultsError: rows that cannot be right; all of them are listed.
        SheetFileError: a file cannot be read, or holds neither purchases nor sales.
    """
    if act.work.row(_LIVE) or act.work.row(_OPEN_SHIFT):
        raise LiveTradeError
    goods = _Goods(act.work)
    known = set(act.work.rows(_KNOWN))
    sold = {number for kind, number in known if kind == DocumentKind.SALE.value}
    files = [HistoryFile.open(path) for path in paths]
    checked = [_check(file, goods, sold) for file in sorted(files, key=lambda file: file.kind is HistoryKind.SALES)]
    lines = sum(one.lines for one in checked)
    posting = _Posting(act, goods, known, lines, progress)
    if not check_only:
        before()
        posting.run(checked)
    return HistoryResult(posting.added, posting.known, lines)


class _Goods:
    """Which product a code of past trade stands for; each code is looked up once."""

    def __init__(self, work: OpenTransaction) -> None:
        self._by_key = {key: Goods(product, unit, rate) for key, product, unit, rate in work.rows(_GOODS)}
        self._by_code: dict[str, Goods | None] = {}

    def find(self, code: str) -> Goods | None:
        if code not in self._by_code:
            self._by_code[code] = self._by_key.get(match_key(code))
        return self._by_code[code]


def _check(file: HistoryFile, goods: _Goods, sold: set[str]) -> CheckedFile:
    """Read the whole file once and refuse it with everything that is wrong with it."""
    faults = FaultList(file.path, {spec.key: spec.names[0] for spec in file.kind.value}, file.places)
    lines, in_order = 0, True
    last = HistoryRow(0, "", "", "", "", 0, 0, "")
    heads: dict[str, tuple[str, str]] = {}
    for row in file.rows():
        lines += 1
        if isinstance(row, BadCell):
            faults.add(row.row, row.column, row.reason, row.value)
            continue
        if goods.find(row.barcode) is None:
            faults.add(row.row, "barcode", "unknown_product", row.barcode)
        if row.number != last.number or row.moment != last.moment:
            in_order = in_order and row.moment >= last.moment and row.number not in heads
            head = heads.setdefault(row.number, (row.moment, row.partner))
            if head[0] != row.moment:
                faults.add(row.row, "moment", "two_moments", row.number)
        last = row
        if file.kind is HistoryKind.SALES:
            sold.add(row.number)
            if row.return_of and row.return_of not in sold:
                faults.add(row.row, "return_of", "unknown_sale", row.return_of)
    faults.refuse()
    return CheckedFile(file, lines, in_order)


class _Posting:
    """Posts the documents of checked files; counts them as it goes."""

    def __init__(
        self, act: Act, goods: _Goods, known: set[tuple[str, str]], lines: int, progress: Progress | None
    ) -> None:
        self._act = act
        self._books = Books.open(act.work, act.journal)
        self._goods = goods
        self._before = known
        self._suppliers: dict[str, int] = {}
        self._days: dict[str, date] = {}
        self._lines = lines
        self._done = self._waiting = 0
        self._progress = progress
        self.added = self.known = 0

    def run(self, files: Sequence[CheckedFile]) -> None:
        """Every document of the files in order of time; goods in before goods out at equal times."""
        for file, lines in merge(*(_keyed(checked) for checked in files), key=_order):
            if file.kind is HistoryKind.PURCHASES:
                self._purchase(lines)
            else:
                self._sale(file, lines)
            self._advance(len(lines))
        self._act.journal.write()

    def _advance(self, lines: int) -> None:
        before = self._done // PROGRESS_EVERY
        self._done += lines
        self._waiting += lines
        if self._waiting >= FLUSH_EVERY:
            self._act.journal.write()
            self._waiting = 0
        if self._progress is not None and self._done // PROGRESS_EVERY > before:
            self._progress(self._done, self._lines)

    def _is_new(self, kind: DocumentKind, number: str) -> bool:
        if (kind.value, number) in self._before:
            self.known += 1
            return False
        self.added += 1
        return True

    def _purchase(self, lines: tuple[HistoryRow, ...]) -> None:
        first = lines[0]
        kind = DocumentKind.GOODS_RECEIPT if first.quantity > 0 else DocumentKind.SUPPLIER_RETURN
        if not self._is_new(kind, first.number):
            return
        drafts = [self._received(row) for row in lines]
        head = self._head(
            kind, first, sum(draft.amount for draft in drafts), partner_id=self._supplier(first.partner.strip())
        )
        post_receipts(self._books, [ReceiptDraft(head, drafts, HISTORY, owes=False)], "imports.history")

    def _sale(self, file: HistoryFile, lines: tuple[HistoryRow, ...]) -> None:
        first = lines[0]
        kind = DocumentKind.SALE if first.quantity > 0 else DocumentKind.CUSTOMER_RETURN
        if not self._is_new(kind, first.number):
            return
        if kind is DocumentKind.SALE:
            drafts = [self._sold(row, row.quantity, _amount(row)) for row in lines]
        else:
            drafts = self._returned(file, lines)
        due = sum(draft.net for draft in drafts)
        head = self._head(kind, first, due, member_code=first.partner.strip() or None)
        tenders = [TenderDraft(HISTORY, due, due)]
        post_sales(self._books, [SaleDraft(head, drafts, tenders)], "imports.history")

    def _head(
        self,
        kind: DocumentKind,
        row: HistoryRow,
        amount: int,
        partner_id: int | None = None,
        member_code: str | None = None,
    ) -> Head:
        day = row.moment[:10]
        return Head(
            kind=kind,
            day=self._days.get(day) or self._days.setdefault(day, date.fromisoformat(day)),
            place_id=SHOP_FLOOR,
            amount=amount,
            partner_id=partner_id,
            number=row.number,
            moment=row.moment,
            member_code=member_code,
            is_history=True,
        )

    def _received(self, row: HistoryRow) -> ReceiptLineDraft:
        goods = self._goods.find(row.barcode)
        assert goods is not None
        return ReceiptLineDraft(
            goods.product_id, row.quantity, goods.unit, MILLI, row.price, _amount(row), goods.tax_rate
        )

    def _sold(self, row: HistoryRow, quantity: int, net: int, origin: StoredLine | None = None) -> SaleLineDraft:
        goods = self._goods.find(row.barcode)
        assert goods is not None
        return SaleLineDraft(
            goods.product_id,
            quantity,
            goods.unit,
            MILLI,
            row.price,
            net,
            net,
            goods.tax_rate,
            origin_line_id=None if origin is None else origin.id,
            root_move_id=None if origin is None else origin.move_id,
        )

    def _returned(self, file: HistoryFile, lines: tuple[HistoryRow, ...]) -> list[SaleLineDraft]:
        """Each returned line goes back to the lines of its sale that are still out, first one first.

        Raises:
            FileFaultsError: more comes back than the sale had.
        """
        self._act.journal.write()
        taken: dict[int, int] = {}
        drafts = []
        for row in lines:
            if not row.return_of:
                drafts.append(self._sold(row, row.quantity, _amount(row)))
                continue
            parts = self._parts(row, taken)
            if sum(quantity for _, quantity in parts) != -row.quantity:
                faults = FaultList(file.path, {spec.key: spec.names[0] for spec in file.kind.value}, file.places)
                faults.add(row.row, "quantity", "more_than_sold", str(Quantity(-row.quantity)))
                faults.refuse()
            left = _amount(row)
            for place, (origin, quantity) in enumerate(parts, 1):
                net = left if place == len(parts) else -UnitPrice(row.price).times(Quantity(quantity)).fen
                left -= net
                drafts.append(self._sold(row, -quantity, net, origin))
        return drafts

    def _parts(self, row: HistoryRow, taken: dict[int, int]) -> list[tuple[StoredLine, int]]:
        goods, sale = self._goods.find(row.barcode), self._act.work.row(_SALE, row.return_of)
        assert goods is not None
        wanted = -row.quantity
        parts = []
        for line in stored_lines(self._act.work, sale[0]) if sale else []:
            quantity = min(wanted, line.left - taken.get(line.id, 0)) if line.product_id == goods.product_id else 0
            if quantity > 0:
                taken[line.id] = taken.get(line.id, 0) + quantity
                wanted -= quantity
                parts.append((line, quantity))
        return parts

    def _supplier(self, name: str) -> int:
        if name not in self._suppliers:
            self._suppliers[name] = supplier_named(self._act.work, name)
        return self._suppliers[name]


_Keyed = tuple[HistoryFile, tuple[HistoryRow, ...]]


def _keyed(checked: CheckedFile) -> Iterator[_Keyed]:
    for lines in checked.file.documents(checked.in_order):
        yield checked.file, lines


def _order(keyed: _Keyed) -> tuple[str, bool]:
    file, lines = keyed
    return lines[0].moment, file.goes_out(lines)


def _amount(row: HistoryRow) -> int:
    """What a line comes to, in fen."""
    return UnitPrice(row.price).times(Quantity(row.quantity)).fen
