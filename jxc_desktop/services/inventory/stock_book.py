"""The stock and cost ledgers of one act: moves, what they cost, and the balances after them."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy import delete as delete_from

from jxc_desktop.models.records import CostBalance, CostEntry, OversoldPart, Product, StockBalance, StockMove
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.inventory.cost import PER_FEN, CostChange, CostKind, OpenPart, ProductCost, StillOut
from jxc_desktop.services.people.journal import Journal, Posted
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import UnitOfWork

MOVE, ENTRY, PART = table_of(StockMove), table_of(CostEntry), table_of(OversoldPart)
_MOVE_AT, _ROOT_AT, _QUANTITY_AT, _BOOKED_AT, _EXACT_AT = (
    list(ENTRY.columns.keys()).index(name) for name in ("move_id", "root_move_id", "quantity", "booked", "exact")
)
PRICE_TO_EXACT = 100  # a UnitPrice is 1/10000 yuan, a cost price 1/1000000

_COST = Query[tuple[int, int, int | None]](
    select(CostBalance.quantity, CostBalance.value, CostBalance.last_price).where(
        CostBalance.product_id == bindparam("product")
    ),
    "product",
)
_REFERENCE = Query[tuple[int | None]](
    select(Product.reference_cost).where(Product.id == bindparam("product")), "product"
)
_PARTS = Query[tuple[int, int, str, int, int]](
    select(
        OversoldPart.id,
        OversoldPart.root_move_id,
        OversoldPart.difference_kind,
        OversoldPart.quantity,
        OversoldPart.estimate,
    )
    .where(OversoldPart.product_id == bindparam("product"))
    .order_by(OversoldPart.id),
    "product",
)
_STOCK = Query[tuple[int]](
    select(StockBalance.quantity).where(
        StockBalance.product_id == bindparam("product"), StockBalance.place_id == bindparam("place")
    ),
    "product",
    "place",
)
_OF_MOVE = Query[tuple[int, int, int]](
    select(CostEntry.quantity, CostEntry.booked, CostEntry.exact).where(CostEntry.move_id == bindparam("move")), "move"
)
_OF_ROOT = Query[tuple[int, int, int]](
    select(CostEntry.quantity, CostEntry.booked, CostEntry.exact).where(CostEntry.root_move_id == bindparam("root")),
    "root",
)
_NEW_COST = Prepared(
    insert(CostBalance).values(dict.fromkeys(("quantity", "value", "booked", "last_price", "product_id"))),
    "quantity",
    "value",
    "booked",
    "last_price",
    "product_id",
)
_SET_COST = Prepared(
    update(CostBalance)
    .where(CostBalance.product_id == bindparam("product"))
    .values(
        quantity=bindparam("to_quantity"),
        value=bindparam("to_value"),
        booked=bindparam("to_booked"),
        last_price=bindparam("to_price"),
    ),
    "to_quantity",
    "to_value",
    "to_booked",
    "to_price",
    "product",
)
_NEW_STOCK = Prepared(
    insert(StockBalance).values(dict.fromkeys(("quantity", "product_id", "place_id"))),
    "quantity",
    "product_id",
    "place_id",
)
_SET_STOCK = Prepared(
    update(StockBalance)
    .where(StockBalance.product_id == bindparam("product"), StockBalance.place_id == bindparam("place"))
    .values(quantity=bindparam("to_quantity")),
    "to_quantity",
    "product",
    "place",
)
_CLEAR_PARTS = Prepared(delete_from(OversoldPart).where(OversoldPart.product_id == bindparam("product")), "product")


class Line(NamedTuple):
    """The document line that moves goods.

    Attributes:
        outside: the place outside the shop that goods come from or go to.
        place: the shop's own place.
        quantity: > 0, in 1/1000 of the base unit.
    """

    document: Posted
    line_no: int
    product_id: int
    outside: int
    quantity: int
    place: int = SHOP_FLOOR


class Moved(NamedTuple):
    """What a line did to the stock.

    Attributes:
        booked: fen that came into stock with it; minus what left.
        difference: fen of cost differences that came with it, on whatever lines they fell.
    """

    move_id: int
    booked: int
    difference: int = 0


@dataclass(slots=True)
class _Held:
    """A balance in hand: what it is, and whether the shop file has a row for it."""

    quantity: int
    is_stored: bool
    is_changed: bool = False


@dataclass(slots=True)
class _Costed:
    """A product's cost state in hand."""

    state: ProductCost
    is_stored: bool
    is_changed: bool = False
    had_parts: bool = False


class StockBook:
    """Moves goods and values them; the balances are written after the journal's rows."""

    def __init__(self, work: UnitOfWork, journal: Journal) -> None:
        self._work = work
        self._journal = journal
        self._costs: dict[int, _Costed] = {}
        self._stock: dict[tuple[int, int], _Held] = {}
        journal.balances.append(self)

    def issue(self, line: Line, kind: CostKind, root: int | None = None) -> Moved:
        """Goods leave at what they cost; `root` is the sale they belong to where a return is undone."""
        move = self._journal.next_key(MOVE)
        return self._goes(line, [self._cost(line.product_id).issue(line.quantity, move, kind, root)])

    def give_up(self, line: Line, kind: CostKind, wanted: int) -> Moved:
        """Goods that came in at `wanted` (exact) leave again."""
        move = self._journal.next_key(MOVE)
        return self._goes(line, [self._cost(line.product_id).give_up(line.quantity, move, kind, wanted)])

    def return_to_supplier(self, line: Line, credit: int, named: bool) -> Moved:
        """Goods go back to the supplier for a credit in fen."""
        move = self._journal.next_key(MOVE)
        return self._goes(line, self._cost(line.product_id).return_to_supplier(line.quantity, move, credit, named))

    def receive(self, line: Line, value: int) -> Moved:
        """Goods come in at a value in fen."""
        return self._comes(line, self._cost(line.product_id).receive(line.quantity, value * PER_FEN))

    def receive_at_average(self, line: Line, *, whole_fen: bool) -> Moved:
        """Goods come in at the average: a count's gain, or (in whole fen) a return that names no sale."""
        cost = self._cost(line.product_id)
        worth = cost.worth(line.quantity)
        return self._comes(
            line, cost.receive(line.quantity, (2 * worth + PER_FEN) // (2 * PER_FEN) * PER_FEN if whole_fen else worth)
        )

    def bring_back(self, line: Line, root: int) -> Moved:
        """What left with an earlier move comes back at what it took."""
        return self._comes(line, self._cost(line.product_id).bring_back(line.quantity, self._still_out(root)))

    def take_back_from_supplier(self, line: Line, root: int, owed: int) -> Moved:
        """What went back to the supplier comes in again, for `owed` fen."""
        cost = self._cost(line.product_id)
        return self._comes(line, cost.take_back_from_supplier(line.quantity, self._still_out(root), owed))

    def correct(self, document: Posted, line_no: int, product_id: int, root: int, amount: int, wanted: int) -> int:
        """Add an amount in fen to goods received earlier; the part that stayed in the value is returned."""
        kept, changes = self._cost(product_id).correct(amount, wanted, root)
        self._enter(document, line_no, product_id, changes, move=None)
        return kept

    def quantity_of(self, product_id: int) -> int:
        """How much of a product the shop owns now."""
        return (self._costs.get(product_id) or self._load(product_id)).state.quantity

    def cost_of_leaving(self, product_id: int, quantity: int) -> int:
        """What so much of a product would take with it now, in whole fen."""
        return (self._costs.get(product_id) or self._load(product_id)).state.would_take(quantity)

    def on_hand(self, product_id: int, place: int) -> int:
        """How much of a product lies at a place now."""
        return self._held(product_id, place).quantity

    def write(self) -> None:
        """Write the balances that changed."""
        self._write_costs()
        changed = [(held, key) for key, held in self._stock.items() if held.is_changed]
        self._work.run(_NEW_STOCK, [(held.quantity, *key) for held, key in changed if not held.is_stored])
        self._work.run(_SET_STOCK, [(held.quantity, *key) for held, key in changed if held.is_stored])
        for held, _ in changed:
            held.is_stored, held.is_changed = True, False

    def _still_out(self, root: int) -> StillOut:
        """What of an earlier move is still out, by what the ledgers hold and what this act adds to them."""
        entries = [*self._work.rows(_OF_MOVE, root), *self._work.rows(_OF_ROOT, root)]
        entries += [
            (row[_QUANTITY_AT], row[_BOOKED_AT], row[_EXACT_AT])
            for row in self._journal.pending(ENTRY)
            if root in (row[_MOVE_AT], row[_ROOT_AT])
        ]
        quantity, cost, exact = (-sum(column) for column in zip((0, 0, 0), *entries, strict=True))
        return StillOut(root, quantity, cost, exact)

    def _goes(self, line: Line, changes: list[CostChange]) -> Moved:
        self._shift(line, -line.quantity)
        return self._move(line, line.place, line.outside, changes)

    def _comes(self, line: Line, changes: list[CostChange]) -> Moved:
        self._shift(line, line.quantity)
        return self._move(line, line.outside, line.place, changes)

    def _shift(self, line: Line, quantity: int) -> None:
        held = self._held(line.product_id, line.place)
        held.quantity += quantity
        held.is_changed = True

    def _move(self, line: Line, from_place: int, to_place: int, changes: list[CostChange]) -> Moved:
        document = line.document
        move = self._journal.add(
            MOVE, document.id, line.line_no, document.day, line.product_id, from_place, to_place, line.quantity
        )
        self._enter(document, line.line_no, line.product_id, changes, move)
        return Moved(move, changes[0].booked, sum(change.booked for change in changes[1:]))

    def _enter(
        self, document: Posted, line_no: int, product_id: int, changes: list[CostChange], move: int | None
    ) -> None:
        """Cost entries; only the first one of a move belongs to the move itself."""
        for change in changes:
            self._journal.add(
                ENTRY,
                document.id,
                line_no,
                document.day,
                product_id,
                move,
                change.root,
                change.kind.value,
                change.quantity,
                change.exact,
                change.booked,
                change.open_quantity,
                change.open_estimate,
                change.last_price,
            )
            move = None

    def _cost(self, product_id: int) -> ProductCost:
        """The product's cost state, about to be changed."""
        costed = self._costs.get(product_id) or self._load(product_id)
        costed.is_changed = True
        return costed.state

    def _load(self, product_id: int) -> _Costed:
        stored = self._work.row(_COST, product_id)
        state = ProductCost(*stored) if stored else ProductCost()
        if state.last_price is None:
            reference = self._work.row(_REFERENCE, product_id)
            if reference is None:
                raise NotFoundError("product", product_id)
            state.reference = (reference[0] or 0) * PRICE_TO_EXACT
        if state.quantity < 0:
            state.parts = [
                OpenPart(root, CostKind(kind), quantity, estimate)
                for _, root, kind, quantity, estimate in self._work.rows(_PARTS, product_id)
            ]
        costed = self._costs[product_id] = _Costed(state, stored is not None, had_parts=bool(state.parts))
        return costed

    def _held(self, product_id: int, place: int) -> _Held:
        key = (product_id, place)
        held = self._stock.get(key)
        if held is None:
            stored = self._work.row(_STOCK, product_id, place)
            held = self._stock[key] = _Held(stored[0] if stored else 0, stored is not None)
        return held

    def _write_costs(self) -> None:
        changed = [(product, costed) for product, costed in self._costs.items() if costed.is_changed]
        rows = {product: _cost_row(product, costed.state) for product, costed in changed}
        self._work.run(_NEW_COST, [rows[product] for product, costed in changed if not costed.is_stored])
        self._work.run(_SET_COST, [rows[product] for product, costed in changed if costed.is_stored])
        self._write_parts(changed)
        for _, costed in changed:
            costed.is_stored, costed.is_changed = True, False

    def _write_parts(self, changed: list[tuple[int, _Costed]]) -> None:
        """Open parts are few and short-lived: each changed product's are laid anew, in their order."""
        self._work.run(_CLEAR_PARTS, [(product,) for product, costed in changed if costed.had_parts])
        parts = [(product, part) for product, costed in changed for part in costed.state.parts]
        first = self._work.next_id(PART) if parts else 0
        self._work.insert(
            PART,
            [
                (first + n, product, part.root, part.kind.value, part.quantity, part.estimate)
                for n, (product, part) in enumerate(parts)
            ],
        )
        for _, costed in changed:
            costed.had_parts = bool(costed.state.parts)


def _cost_row(product_id: int, state: ProductCost) -> tuple[int, int, int, int | None, int]:
    return state.quantity, state.value, state.booked, state.last_price, product_id
