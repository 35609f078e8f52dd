"""The go-live list (上线清单): what a new shop still has to do before it opens, seen from its own books."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, func, select

from jxc_desktop.models.records import Document, Operator, Product
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.settings import (
    GO_LIVE_NOT_NEEDED,
    IS_PRACTICE,
    PRINTER_TESTED,
    Settings,
    read_choice,
)
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.second_place import second_place
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_PRODUCTS = Query[tuple[int]](select(func.count()).select_from(Product).where(Product.is_active))
_OPERATORS = Query[tuple[int]](select(func.count()).select_from(Operator).where(Operator.is_active))
_ANY = Query[tuple[int]](
    select(Document.id).where(Document.kind == bindparam("kind"), Document.is_history.is_(False)).limit(1), "kind"
)
GOODS_CAME = (DocumentKind.OPENING_STOCK, DocumentKind.GOODS_RECEIPT)


class GoLiveStep(StrEnum):
    """One thing to do, in the order in which one does them."""

    PRODUCTS = "products"
    OPENING_STOCK = "opening_stock"
    PRINTER = "printer"
    OPERATORS = "operators"
    TEST_SALE = "test_sale"
    BACKUP_PLACE = "backup_place"


class GoLiveState(StrEnum):
    """How far a step is."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class GoLiveRow:
    """A step as the list shows it; count: how many of it there are, where it is something one counts."""

    step: GoLiveStep
    state: GoLiveState
    count: int = 0


class GoLive:
    """The list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._settings = Settings(desk)

    def rows(self) -> list[GoLiveRow]:
        """Every step, as the shop is now."""
        with self._desk.question("go_live.rows") as books:
            counts = {step: self._count(books, step) for step in GoLiveStep}
            not_needed = _not_needed(books)
        return [GoLiveRow(step, _state(step, count, not_needed), count) for step, count in counts.items()]

    def is_over(self) -> bool:
        """Whether nothing is left to do: then nobody needs the list any more. A shop to try things in has none."""
        with self._desk.question("go_live.is_over") as books:
            if read_choice(books, IS_PRACTICE) == "yes":
                return True
            left = [step for step in GoLiveStep if step not in _not_needed(books)]
            return all(_is_done(step, self._count(books, step)) for step in left)

    def set_needed(self, step: GoLiveStep, is_needed: bool) -> None:
        """The shop does without a step, or not after all."""
        self._desk.check("go_live.set_needed")
        with self._desk.question("go_live.set_needed") as books:
            before = _not_needed(books)
        after = before - {step} if is_needed else before | {step}
        self._settings.change(GO_LIVE_NOT_NEEDED, " ".join(sorted(after)))

    def _count(self, books: OpenTransaction, step: GoLiveStep) -> int:
        """How much of a step is there."""
        match step:
            case GoLiveStep.PRODUCTS:
                return _first(books.row(_PRODUCTS))
            case GoLiveStep.OPERATORS:
                return _first(books.row(_OPERATORS))
            case GoLiveStep.OPENING_STOCK:
                return int(any(books.row(_ANY, kind.value) for kind in GOODS_CAME))
            case GoLiveStep.TEST_SALE:
                return int(books.row(_ANY, DocumentKind.SALE.value) is not None)
            case GoLiveStep.PRINTER:
                return int(read_choice(books, PRINTER_TESTED) == "yes")
            case GoLiveStep.BACKUP_PLACE:
                return int(second_place(self._desk.storage.path) is not None)


def _not_needed(books: OpenTransaction) -> set[GoLiveStep]:
    names = read_choice(books, GO_LIVE_NOT_NEEDED).split()
    return {step for step in GoLiveStep if step.value in names}


def _is_done(step: GoLiveStep, count: int) -> bool:
    """One operator alone is the owner, who was there before."""
    return count > (1 if step is GoLiveStep.OPERATORS else 0)


def _state(step: GoLiveStep, count: int, not_needed: set[GoLiveStep]) -> GoLiveState:
    if _is_done(step, count):
        return GoLiveState.DONE
    return GoLiveState.NOT_NEEDED if step in not_needed else GoLiveState.OPEN


def _first(row: tuple[int] | None) -> int:
    return 0 if row is None else row[0]
