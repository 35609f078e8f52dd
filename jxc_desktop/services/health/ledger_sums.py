"""The balances once more: every ledger added up row by row, in whole numbers without a limit."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from jxc_desktop.models.records import MoneyEntry, PartnerEntry
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.health.booked_document import BookedDocument, columns_of
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.inventory.stock_book import ENTRY, MOVE
from jxc_desktop.services.storage.prepared import Row
from jxc_desktop.services.storage.tables import DOCUMENT, table_of

MONEY, PARTNER = table_of(MoneyEntry), table_of(PartnerEntry)

_KIND = columns_of(DOCUMENT, "kind")
_MOVE = columns_of(MOVE, "product_id", "from_place_id", "to_place_id", "quantity")
_COST = columns_of(ENTRY, "product_id", "quantity", "exact", "booked", "last_price", "open_quantity")
_OPEN = columns_of(ENTRY, "product_id", "move_id", "root_move_id", "open_quantity", "open_estimate")
_MONEY = columns_of(MONEY, "account_id", "amount")
_PARTNER = columns_of(PARTNER, "partner_id", "amount")

# What a difference on goods is that leave oversold with a document of this kind.
_DIFFERENCE = {
    DocumentKind.SALE.value: CostKind.SALE_DIFFERENCE.value,
    DocumentKind.CUSTOMER_RETURN.value: CostKind.SALE_DIFFERENCE.value,
    DocumentKind.GOODS_RECEIPT.value: CostKind.PURCHASE_DIFFERENCE.value,
    DocumentKind.SUPPLIER_RETURN.value: CostKind.PURCHASE_DIFFERENCE.value,
    DocumentKind.COUNT.value: CostKind.STOCK_DIFFERENCE.value,
    DocumentKind.OPENING_STOCK.value: CostKind.STOCK_DIFFERENCE.value,
}


@dataclass(slots=True)
class OversoldSum:
    """An open part as the ledger tells it: the move it left with, what a difference on it is, how much at what."""

    root: int
    kind: str
    quantity: int
    estimate: int


@dataclass(slots=True)
class CostSum:
    """A product's cost entries added up."""

    quantity: int = 0
    value: int = 0
    booked: int = 0
    last_price: int | None = None
    parts: list[OversoldSum] = field(default_factory=list)

    def open(self, root: int, kind: str, quantity: int, estimate: int) -> None:
        """Goods left that were not there; or (minus) goods came in for what left with that move, oldest first."""
        if quantity > 0:
            self.parts.append(OversoldSum(root, kind, quantity, estimate))
            return
        for part in [part for part in self.parts if part.root == root]:
            if part.quantity > -quantity:
                break
            self.parts.remove(part)
            quantity, estimate = quantity + part.quantity, estimate + part.estimate
        if quantity or estimate:
            self._shrink(root, quantity, estimate)

    def _shrink(self, root: int, quantity: int, estimate: int) -> None:
        for part in self.parts:
            if part.root == root:
                part.quantity += quantity
                part.estimate += estimate
                return
        # More came in for it than had left: kept, so that it shows.
        self.parts.append(OversoldSum(root, "", quantity, estimate))


class LedgerSums:
    """The sums of the ledgers over every document that was added.

    Attributes:
        stock: product and place → quantity, for the places the shop owns; costs: by product.
        accounts, partners: fen by account and by partner.
    """

    def __init__(self, owned: frozenset[int]) -> None:
        self._owned = owned
        self.stock: dict[tuple[int, int], int] = defaultdict(int)
        self.costs: dict[int, CostSum] = defaultdict(CostSum)
        self.accounts: dict[int, int] = defaultdict(int)
        self.partners: dict[int, int] = defaultdict(int)

    def add(self, document: BookedDocument) -> None:
        """One document more; they come in the order of posting."""
        sound = document.sound
        self._add_moves(sound[MOVE.name])
        self._add_costs(document, sound[ENTRY.name])
        for account, amount in map(_MONEY, sound[MONEY.name]):
            self.accounts[account] += amount
        for partner, amount in map(_PARTNER, sound[PARTNER.name]):
            self.partners[partner] += amount

    def _add_moves(self, moves: Sequence[Row]) -> None:
        owned, stock = self._owned, self.stock
        for product, from_place, to_place, quantity in map(_MOVE, moves):
            if from_place in owned:
                stock[product, from_place] -= quantity
            if to_place in owned:
                stock[product, to_place] += quantity

    def _add_costs(self, document: BookedDocument, entries: Sequence[Row]) -> None:
        for row in entries:
            product, quantity, exact, booked, last_price, open_quantity = _COST(row)
            cost = self.costs[product]
            cost.quantity += quantity
            cost.value += exact
            cost.booked += booked
            if last_price is not None:
                cost.last_price = last_price
            if open_quantity is not None:
                self._add_open(document, row)

    def _add_open(self, document: BookedDocument, row: Row) -> None:
        heads = document.rows[DOCUMENT.name]
        kind = _DIFFERENCE.get(_KIND(heads[0])[0], "") if heads else ""
        product, move, root, quantity, estimate = _OPEN(row)
        self.costs[product].open(move if root is None else root, kind, quantity, estimate or 0)
