"""Opening stock and count differences, written into the books."""

from collections.abc import Sequence
from dataclasses import dataclass

from jxc_desktop.models.records import StockLine
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.inventory.stock_book import Line, Moved, StockBook
from jxc_desktop.services.people.journal import Head, Journal, Posted
from jxc_desktop.services.storage.tables import table_of

_LINE = table_of(StockLine)


@dataclass(frozen=True, slots=True)
class StockLineDraft:
    """A line ready to be posted.

    Units: quantities in 1/1000 of the base unit, value in fen.

    Attributes:
        quantity: > 0 comes into stock, < 0 leaves it.
        value: what comes in is worth; None: the average.
        book_quantity, counted_quantity: what a count found.
        origin_line_id, root_move_id, given_up: the line that is undone, its move, and the exact value it brought.
    """

    product_id: int
    quantity: int
    value: int | None = None
    book_quantity: int | None = None
    counted_quantity: int | None = None
    origin_line_id: int | None = None
    root_move_id: int | None = None
    given_up: int | None = None


@dataclass(frozen=True, slots=True)
class StockDraft:
    """One document ready to be posted; `outside` is the place goods come from and go to."""

    head: Head
    lines: Sequence[StockLineDraft]
    outside: int


def post_stock(journal: Journal, stock: StockBook, draft: StockDraft, act: str) -> Posted:
    """Write the document; the caller commits.

    Raises:
        AlreadyPostedError, ClosedPeriodError: see ``Journal.open``.
    """
    document = journal.open(draft.head)
    for number, line in enumerate(draft.lines, 1):
        goods = Line(document, number, line.product_id, draft.outside, abs(line.quantity), draft.head.place_id)
        moved = _move(stock, goods, line)
        journal.add(_LINE, *_values(document, number, line, moved))
    journal.close(act, document, lines=len(draft.lines))
    return document


def _move(stock: StockBook, goods: Line, line: StockLineDraft) -> Moved:
    if line.quantity > 0:
        if line.root_move_id is not None:
            return stock.bring_back(goods, line.root_move_id)
        if line.value is not None:
            return stock.receive(goods, line.value)
        return stock.receive_at_average(goods, whole_fen=False)
    if line.given_up is not None:
        return stock.give_up(goods, CostKind.STOCK_DIFFERENCE, line.given_up)
    return stock.issue(goods, CostKind.STOCK_DIFFERENCE)


def _values(document: Posted, number: int, line: StockLineDraft, moved: Moved) -> tuple[object, ...]:
    return (
        document.id,
        number,
        document.day,
        line.product_id,
        line.quantity,
        line.book_quantity,
        line.counted_quantity,
        moved.booked,
        line.origin_line_id,
        moved.move_id,
    )
