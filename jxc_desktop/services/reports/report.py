"""What a report is: one declaration of its question, its columns and its totals, for screen, file and paper alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.exchange.table import Cell
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Period:
    """Business dates from the first to the last, both with it.

    Raises:
        InvalidInputError: it would end before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInputError("period", "ends_before_it_begins", self)


ALL_TIME = Period(date.min, date.max)
# Asked for as a category: goods that are in none.
NO_CATEGORY = 0
# Asked for as a supplier: purchases that name none.
NO_SUPPLIER = 0


class Filter(StrEnum):
    """What a report can be narrowed by."""

    PERIOD = "period"
    CATEGORY = "category"
    SUPPLIER = "supplier"
    PRODUCT = "product"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Tick:
    """A yes or no that a report asks for, such as leaving out what did not move.

    Attributes:
        name: what it is remembered by; word: what a person reads; is_on: what it is at first.
    """

    name: str
    word: str
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is asked with; what is left out does not narrow it.

    Attributes:
        category_id: this category with those under it; NO_CATEGORY: goods that are in none.
        supplier_id: NO_SUPPLIER: purchases that name none.
        text: part of a name, its initials, a code.
        ticks: the names of the ticks that are on; None: those that are on at first.
        today: the business date it is asked on; whoever runs the report fills it in.
    """

    period: Period | None = None
    category_id: int | None = None
    supplier_id: int | None = None
    product_id: int | None = None
    text: str = ""
    ticks: frozenset[str] | None = None
    today: date | None = None

    @property
    def days(self) -> Period:
        """The period; every day where it has none."""
        return self.period or ALL_TIME

    def uses(self, narrowing: Filter) -> bool:
        """Whether it is narrowed by this."""
        values = {
            Filter.PERIOD: self.period,
            Filter.CATEGORY: self.category_id,
            Filter.SUPPLIER: self.supplier_id,
            Filter.PRODUCT: self.product_id,
            Filter.TEXT: self.text.strip() or None,
        }
        return values[narrowing] is not None

    @property
    def until(self) -> date:
        """The last day of the period that has come."""
        return self.days.last if self.today is None else min(self.days.last, self.today)


class ColumnKind(StrEnum):
    """What the cells of a column are, and so where they stand and how wide they are."""

    NAME = "name"
    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    MOMENT = "moment"
    COUNT = "count"
    QUANTITY = "quantity"
    PRICE = "price"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class ReportColumn(Generic[RowT]):
    """One column: what stands above it, and what a row says in it.

    Attributes:
        key: what a choice of columns is remembered by.
        is_shown: whether it is seen until somebody chooses otherwise.
        is_answer: whether it is what the report is read for.
        needs: seen at first only where the report is narrowed by this, as it says nothing otherwise.
    """

    key: str
    heading: str
    kind: ColumnKind
    cell: Callable[[RowT], Cell]
    is_shown: bool = True
    is_answer: bool = False
    needs: Filter | None = None


@dataclass(frozen=True, slots=True)
class ToDocument:
    """A row leads to a document."""

    kind: DocumentKind
    document_id: int


@dataclass(frozen=True, slots=True)
class ToReport:
    """A row leads to another report that says more of it."""

    name: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class ToStock:
    """A row leads to the stock and the ledger of a product."""

    product_id: int


Lead = ToDocument | ToReport | ToStock


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are sorted by."""

    column: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ReportSpec(Generic[RowT]):
    """One report.

    Attributes:
        name: what the command line calls it; title: what a person calls it.
        query: the rows; totals: one more row, made from the rows of the query.
        filters: what it is narrowed by; without PERIOD it is a report of a moment.
        order: how the query sorts the rows. leads_to: where Enter on a row goes; lead_words: what that is called.
        hint: what one sees here, in one sentence, for the list of all reports.
        checked: what was compared in the rows and found right, in words; "" where it was not.
    """

    name: str
    title: str
    columns: tuple[ReportColumn[RowT], ...]
    query: Callable[[OpenTransaction, Asked], list[RowT]]
    totals: Callable[[Sequence[RowT]], RowT]
    filters: tuple[Filter, ...] = ()
    ticks: tuple[Tick, ...] = ()
    order: Order | None = None
    leads_to: Callable[[RowT, Asked], Lead | None] | None = None
    lead_words: str = ""
    hint: str = ""
    checked: Callable[[Sequence[RowT]], str] | None = None

    @property
    def takes_period(self) -> bool:
        """Whether it is of a time and not of a moment."""
        return Filter.PERIOD in self.filters
