"""Every balance against the sum of its ledger: what differs, what is missing, what is there without a reason."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import (
    Account,
    AccountBalance,
    CostBalance,
    OversoldPart,
    Partner,
    PartnerBalance,
    Product,
    StockBalance,
)
from jxc_desktop.services.health.finding import Finding, FindingKind, exact, fen, milli
from jxc_desktop.services.health.ledger_sums import CostSum, LedgerSums
from jxc_desktop.services.inventory.cost import PER_FEN, booked
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_STOCK = Query[tuple[Any, ...]](select(StockBalance.product_id, StockBalance.place_id, StockBalance.quantity))
_COST = Query[tuple[Any, ...]](
    select(CostBalance.product_id, CostBalance.quantity, CostBalance.value, CostBalance.booked, CostBalance.last_price)
)
_PARTS = Query[tuple[Any, ...]](
    select(
        OversoldPart.product_id,
        OversoldPart.root_move_id,
        OversoldPart.difference_kind,
        OversoldPart.quantity,
        OversoldPart.estimate,
    ).order_by(OversoldPart.product_id, OversoldPart.id)
)
_ACCOUNTS = Query[tuple[Any, ...]](select(AccountBalance.account_id, AccountBalance.amount))
_PARTNERS = Query[tuple[Any, ...]](select(PartnerBalance.partner_id, PartnerBalance.amount))


def _name(record: type[Product] | type[Account] | type[Partner]) -> Query[tuple[Any]]:
    return Query(select(record.name).where(record.id == bindparam("of")), "of")


_PRODUCT, _ACCOUNT, _PARTNER = _name(Product), _name(Account), _name(Partner)
MISSING = "-"

Show = Callable[[object], str]


def check_balances(books: OpenTransaction, sums: LedgerSums) -> Iterator[Finding]:
    """What the balances say that the ledgers do not."""
    stock = {(product, place): quantity for product, place, quantity in books.each(_STOCK)}
    for (product, _place), *differs in _differences(stock, sums.stock, milli):
        yield Finding(FindingKind.STOCK, _called(books, _PRODUCT, product), *differs)
    for query, table, kind, summed in (
        (_ACCOUNTS, _ACCOUNT, FindingKind.ACCOUNT, sums.accounts),
        (_PARTNERS, _PARTNER, FindingKind.PARTNER, sums.partners),
    ):
        for key, *differs in _differences(dict(books.each(query)), summed, fen):
            yield Finding(kind, _called(books, table, key), *differs)
    yield from _check_costs(books, sums)
    yield from _check_oversold(books, sums.costs)


def check_sums(books: OpenTransaction, sums: LedgerSums) -> Iterator[Finding]:
    """What the ledgers say of a product that cannot be true together, whatever the balances hold."""
    on_hand: dict[int, int] = defaultdict(int)
    for (product, _place), quantity in sums.stock.items():
        on_hand[product] += quantity
    for product in sorted({*on_hand, *sums.costs}):
        cost = sums.costs.get(product, CostSum())
        for kind, expected, found, show in _rules(cost, on_hand.get(product, 0)):
            if expected != found:
                yield Finding(kind, _called(books, _PRODUCT, product), show(expected), show(found))


def _rules(cost: CostSum, on_hand: int) -> Iterator[tuple[FindingKind, int, int, Show]]:
    yield FindingKind.COST_QUANTITY, on_hand, cost.quantity, milli
    yield FindingKind.COST_BOOKED, booked(cost.value), cost.booked, fen
    yield FindingKind.OVERSOLD, max(0, -cost.quantity), sum(part.quantity for part in cost.parts), milli
    yield FindingKind.COST_VALUE, _possible_value(cost), cost.value, exact


def _possible_value(cost: CostSum) -> int:
    """Never below 0 with stock, 0 without, and minus what the open parts are thought to cost below 0."""
    if cost.quantity > 0:
        return max(cost.value, 0)
    return -sum(part.estimate for part in cost.parts) * PER_FEN


def _check_costs(books: OpenTransaction, sums: LedgerSums) -> Iterator[Finding]:
    stored = {product: rest for product, *rest in books.each(_COST)}
    columns: tuple[tuple[FindingKind, Callable[[CostSum], int | None], Show], ...] = (
        (FindingKind.COST_QUANTITY, lambda cost: cost.quantity, milli),
        (FindingKind.COST_VALUE, lambda cost: cost.value, exact),
        (FindingKind.COST_BOOKED, lambda cost: cost.booked, fen),
        (FindingKind.LAST_PRICE, lambda cost: cost.last_price, exact),
    )
    for place, (kind, of, show) in enumerate(columns):
        found = {product: values[place] for product, values in stored.items()}
        summed = {product: of(cost) for product, cost in sums.costs.items()}
        for product, *differs in _differences(found, summed, show):
            yield Finding(kind, _called(books, _PRODUCT, product), *differs)


def _check_oversold(books: OpenTransaction, costs: Mapping[int, CostSum]) -> Iterator[Finding]:
    """The open parts, oldest first: what comes in covers them in this order."""
    stored: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for product, *part in books.each(_PARTS):
        stored[product].append(tuple(part))
    summed = {
        product: [(part.root, part.kind, part.quantity, part.estimate) for part in cost.parts]
        for product, cost in costs.items()
        if cost.parts
    }
    for product, *differs in _differences(stored, summed, str):
        yield Finding(FindingKind.OVERSOLD, _called(books, _PRODUCT, product), *differs)


def _differences(
    stored: Mapping[Any, object], summed: Mapping[Any, object], show: Show
) -> Iterator[tuple[Any, str, str]]:
    """Key, expected and found wherever a balance is not its ledger's sum, or one of them is not there."""
    for key, expected in summed.items():
        if key not in stored:
            yield key, show(expected), MISSING
        elif stored[key] != expected:
            yield key, show(expected), show(stored[key])
    for key, found in stored.items():
        if key not in summed:
            yield key, MISSING, show(found)


def _called(books: OpenTransaction, names: Query[tuple[Any]], key: object) -> str:
    row = books.row(names, key)
    return str(row[0]) if row else f"#{key}"
