"""Every document added up again from its own rows: lines, amounts, payment, the goods it moved and what they cost."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from jxc_desktop.models.records import CostCorrectionLine, GoodsReceiptLine, SaleLine, StockLine, Tender
from jxc_desktop.models.values.accounts import INPUT_TAX
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.services.health.booked_document import BookedDocument, columns_of
from jxc_desktop.services.health.finding import Finding, FindingKind, fen, milli
from jxc_desktop.services.health.ledger_sums import MONEY, PARTNER
from jxc_desktop.services.inventory.stock_book import ENTRY, MOVE
from jxc_desktop.services.storage.prepared import Row
from jxc_desktop.services.storage.tables import BOOKS, DOCUMENT, table_of

SALE, RECEIPT, STOCK = table_of(SaleLine), table_of(GoodsReceiptLine), table_of(StockLine)
CORRECTION, TENDER = table_of(CostCorrectionLine), table_of(Tender)

_HEAD = columns_of(DOCUMENT, "kind", "day", "amount", "reverses_id")
_MOVE = columns_of(MOVE, "id", "line_no", "product_id", "from_place_id", "to_place_id", "quantity")
_ENTRY = columns_of(ENTRY, "move_id", "line_no", "product_id", "quantity", "booked")
_SALE_LINE = columns_of(SALE, "line_no", "quantity", "unit_factor", "price", "is_amount_given", "origin_line_id")
_SALE_AMOUNTS = columns_of(
    SALE, "list_amount", "line_discount", "ticket_discount", "coupon_share", "rounding_off", "net"
)
_NET = columns_of(SALE, "net")
_RECEIPT_LINE = columns_of(RECEIPT, "line_no", "quantity", "unit_factor", "price", "discount", "origin_line_id")
_RECEIPT_AMOUNTS = columns_of(RECEIPT, "amount", "tax", "cost")
_STOCK_COST = columns_of(STOCK, "cost")
_COUNTED = columns_of(STOCK, "quantity", "book_quantity", "counted_quantity", "origin_line_id")
_CORRECTED = columns_of(CORRECTION, "amount")
_TENDER = columns_of(TENDER, "account_id", "tendered", "kept")
_MONEY = columns_of(MONEY, "account_id", "amount")
_OWED = columns_of(PARTNER, "amount")

# A line's own cost is what its move added to the stock's value, or (sales) took from it.
_MOVED_BY = [
    (table, columns_of(table, "move_id", "line_no", "product_id", "quantity", "cost"), sign)
    for table, sign in ((SALE, -1), (RECEIPT, 1), (STOCK, 1))
]
_DATED = [(table.name, columns_of(table, "day")) for table in BOOKS if "day" in table.columns and table is not DOCUMENT]

PRICE_TIMES_QUANTITY = 100  # price (1/10000 yuan) × quantity (1/1000) over unit factor (1/1000), in fen


class DocumentCheck:
    """Adds documents up; rows that hold impossible values are left out."""

    def __init__(self, owned: frozenset[int]) -> None:
        self._owned = owned

    def check(self, document: BookedDocument) -> Iterator[Finding]:
        """What does not agree within one document."""
        heads = document.sound[DOCUMENT.name]
        if not heads:
            return
        kind, day, amount, reverses = _HEAD(heads[0])
        yield from _days(document, day)
        yield from self._moves(document)
        rule = _RULES.get(kind)
        if rule is not None:
            yield from rule(document, amount, reverses is not None)

    def _moves(self, document: BookedDocument) -> Iterator[Finding]:
        """Goods that cross the shop's border have one cost entry each, and their line says the same."""
        entries = [_ENTRY(row) for row in document.sound[ENTRY.name]]
        valued = {move: tuple(rest) for move, *rest in entries if move is not None}
        double = sum(move is not None for move, *_ in entries) - len(valued)
        expected = dict(self._expected_entries(document.sound[MOVE.name]))
        found = {move: rest[:3] for move, rest in valued.items()}
        if found != expected or double:
            yield Finding(FindingKind.MOVE_COST, document.number, _unlike(expected, found), _unlike(found, expected))
        lines = _valued_lines(document)
        if lines != valued:
            yield Finding(FindingKind.LINE_MOVE, document.number, _unlike(valued, lines), _unlike(lines, valued))

    def _expected_entries(self, moves: Sequence[Row]) -> Iterator[tuple[int, tuple[int, int, int]]]:
        owned = self._owned
        for move, line_no, product, from_place, to_place, quantity in map(_MOVE, moves):
            change = quantity * ((to_place in owned) - (from_place in owned))
            if change:
                yield move, (line_no, product, change)


def _valued_lines(document: BookedDocument) -> dict[int, tuple[Any, ...]]:
    """What the lines say of their moves: number, product, and what came into stock, quantity and cost."""
    return {
        move: (line_no, product, sign * quantity, sign * cost)
        for table, values_of, sign in _MOVED_BY
        for move, line_no, product, quantity, cost in map(values_of, document.sound[table.name])
    }


def _unlike(these: dict[int, Any], those: dict[int, Any]) -> str:
    """What one side says where the other says something else."""
    return str({move: values for move, values in these.items() if those.get(move) != values})


def _days(document: BookedDocument, day: int) -> Iterator[Finding]:
    for table, day_of in _DATED:
        for (found,) in map(day_of, document.sound[table]):
            if found != day:
                yield Finding(FindingKind.DAY, document.number, str(day), str(found))


def _check_sale(document: BookedDocument, amount: int, _is_mirror: bool) -> Iterator[Finding]:
    lines = document.sound[SALE.name]
    yield from _amount(document, sum(net for (net,) in map(_NET, lines)), amount)
    for row in lines:
        list_amount, *reductions, net = _SALE_AMOUNTS(row)
        line_no, quantity, factor, price, is_given, origin = _SALE_LINE(row)
        yield from _line(document, line_no, list_amount - sum(reductions), net)
        if origin is None and not is_given:
            yield from _line(document, line_no, _times(price, quantity, factor), list_amount)
    tenders = [_TENDER(row) for row in document.sound[TENDER.name]]
    for _account, tendered, kept in tenders:
        if not (0 <= kept <= tendered or tendered <= kept <= 0):
            yield Finding(FindingKind.TENDER, document.number, fen(tendered), fen(kept))
    yield from _payment(document, tenders, amount)


def _payment(document: BookedDocument, tenders: Sequence[tuple[int, int, int]], amount: int) -> Iterator[Finding]:
    """What was kept is what was due, and went into the accounts."""
    kept = sum(kept for _, _, kept in tenders)
    if kept != amount:
        yield Finding(FindingKind.PAYMENT, document.number, fen(amount), fen(kept))
    paid_in = [_MONEY(row) for row in document.sound[MONEY.name]]
    if paid_in != [(account, kept) for account, _, kept in tenders if kept]:
        yield Finding(FindingKind.SETTLED, document.number, fen(kept), fen(sum(amount for _, amount in paid_in)))


def _check_receipt(document: BookedDocument, amount: int, _is_mirror: bool) -> Iterator[Finding]:
    lines = document.sound[RECEIPT.name]
    yield from _amount(document, sum(_RECEIPT_AMOUNTS(row)[0] for row in lines), amount)
    for row in lines:
        owed, tax, cost = _RECEIPT_AMOUNTS(row)
        line_no = _RECEIPT_LINE(row)[0]
        yield from _line(document, line_no, owed - tax, cost)
    yield from _settled(document, sum(_RECEIPT_AMOUNTS(row)[1] for row in lines), amount)


def _check_goods_in(document: BookedDocument, amount: int, is_mirror: bool) -> Iterator[Finding]:
    """A receipt's lines are price times quantity less discount; what goes back may be credited as agreed."""
    yield from _check_receipt(document, amount, is_mirror)
    for row in document.sound[RECEIPT.name]:
        line_no, quantity, factor, price, discount, origin = _RECEIPT_LINE(row)
        if origin is None:
            yield from _line(document, line_no, _times(price, quantity, factor) - discount, _RECEIPT_AMOUNTS(row)[0])


def _check_correction(document: BookedDocument, amount: int, _is_mirror: bool) -> Iterator[Finding]:
    lines = document.sound[CORRECTION.name]
    yield from _amount(document, sum(added for (added,) in map(_CORRECTED, lines)), amount)
    yield from _settled(document, 0, amount)


def _check_opening(document: BookedDocument, amount: int, is_mirror: bool) -> Iterator[Finding]:
    """What lay there was worth what its lines cost; undoing it takes back what the rules leave of that."""
    if not is_mirror:
        yield from _amount(document, sum(cost for (cost,) in map(_STOCK_COST, document.sound[STOCK.name])), amount)


def _check_count(document: BookedDocument, amount: int, _is_mirror: bool) -> Iterator[Finding]:
    yield from _amount(document, 0, amount)
    for row in document.sound[STOCK.name]:
        quantity, book, counted, origin = _COUNTED(row)
        if origin is None and book is not None and counted is not None and quantity != counted - book:
            yield Finding(FindingKind.LINE_AMOUNT, document.number, milli(counted - book), milli(quantity))


def _settled(document: BookedDocument, tax: int, amount: int) -> Iterator[Finding]:
    """The deductible tax is on its account, and the rest is owed, paid, or settled before this program."""
    entries = [_MONEY(row) for row in document.sound[MONEY.name]]
    tax_booked = sum(paid for account, paid in entries if account == INPUT_TAX)
    if tax_booked != tax:
        yield Finding(FindingKind.SETTLED, document.number, fen(tax), fen(tax_booked))
    owed = sum(paid for account, paid in entries if account != INPUT_TAX)
    owed += sum(change for (change,) in map(_OWED, document.sound[PARTNER.name]))
    if owed not in (0, -amount):
        yield Finding(FindingKind.SETTLED, document.number, fen(-amount), fen(owed))


def _amount(document: BookedDocument, expected: int, found: int) -> Iterator[Finding]:
    if expected != found:
        yield Finding(FindingKind.AMOUNT, document.number, fen(expected), fen(found))


def _line(document: BookedDocument, line_no: int, expected: int, found: int) -> Iterator[Finding]:
    if expected != found:
        yield Finding(FindingKind.LINE_AMOUNT, f"{document.number} / {line_no}", fen(expected), fen(found))


def _times(price: int, quantity: int, factor: int) -> int:
    """Price of one unit times the units in so much of the base unit; 0 where the unit holds nothing."""
    return half_away_from_zero(price * quantity, factor * PRICE_TIMES_QUANTITY) if factor > 0 else 0


_Rule = Callable[[BookedDocument, int, bool], Iterator[Finding]]
_RULES: dict[str, _Rule] = {
    DocumentKind.SALE.value: _check_sale,
    DocumentKind.CUSTOMER_RETURN.value: _check_sale,
    DocumentKind.GOODS_RECEIPT.value: _check_goods_in,
    DocumentKind.SUPPLIER_RETURN.value: _check_receipt,
    DocumentKind.COST_CORRECTION.value: _check_correction,
    DocumentKind.OPENING_STOCK.value: _check_opening,
    DocumentKind.COUNT.value: _check_count,
}
