"""A list of documents: filters, rows, totals; it reads off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.day_span import DaySpan
from jxc_desktop.ui.widgets.document_filter_row import DocumentFilterRow
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.table import STALE_AFTER_MS, Table
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

PAGE_ROWS = 200
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Listed(Protocol):
    """What every row of such a list has."""

    @property
    def document_id(self) -> int:
        """Its key."""

    @property
    def number(self) -> str:
        """Its number."""


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class ListTotals:
    """What a filter leaves: how many documents, and what stands under the columns by their names."""

    count: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """What a list of documents shows, and how it speaks.

    Attributes:
        rows: so many rows from an offset on, newest first. totals: of all that a filter leaves; both are asked off
            the window's thread.
        word: what the documents are called. placeholder: what can be searched for.
        kinds: those it holds, with their words. usual: the days shown at first.
    """

    rows: Callable[[DocumentFilter, int, int], Sequence[Row]]
    totals: Callable[[DocumentFilter], ListTotals]
    columns: Sequence[Column[Row]]
    word: str
    placeholder: str
    kinds: Sequence[tuple[DocumentKind, str]]
    usual: DaySpan
    empty: EmptyPage


@dataclass(frozen=True)
class FirstPage(Generic[Row]):
    """One answer: the first rows, and the totals of everything the filter leaves.

    Attributes:
        counts: how many of each kind there are, whichever of them is shown. has_any: whether there is any at all.
    """

    rows: Sequence[Row]
    totals: ListTotals
    counts: Mapping[DocumentKind | None, int]
    has_any: bool


class DocumentTable(Table[Row]):
    """The rows; ← and → are left to the page, which walks its days with them."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QWidget | None = None) -> None:
        self.rows: PagedModel[Row] = PagedModel(columns, key_of=lambda row: row.document_id)
        super().__init__(self.rows, parent=parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDEWAYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class DocumentList(QWidget, Generic[Row]):
    """Filters, table, totals.

    Attributes:
        filters: the filter row. table: the rows.

    Signals:
        loaded: the rows of a filter are there. refused: a question was refused, in words.
        opened: the row to open.
    """

    loaded = Signal()
    refused = Signal(object)
    opened = Signal(object)

    def __init__(self, surroundings: Surroundings, listing: Listing[Row]) -> None:
        super().__init__()
        self._listing = listing
        background = Background(self)  # of its own: a list does not wait for an import to end
        background.failed.connect(surroundings.background.failed)
        self._first = NewestAnswer(background, self)
        self._next = NewestAnswer(background, self)
        self._stale = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        self._total = 0
        shop = surroundings.shop
        self.filters = DocumentFilterRow(listing.placeholder, listing.kinds, listing.usual, lambda: shop.today)
        self.table: DocumentTable[Row] = DocumentTable(listing.columns)
        self._footer = TotalsFooter(self.table)
        self._panel = TablePanel(self.table, self._footer, listing.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.filters)
        column.addWidget(self._panel, 1)
        self._connect()

    def reload(self) -> None:
        """Read again as many rows as are shown; the chosen row stays the chosen one."""
        self._read(max(PAGE_ROWS, self.table.rows.rowCount()), self.table.current_row())

    def reload_from_top(self) -> None:
        """Read what the filter leaves now, from the newest on."""
        self._read(PAGE_ROWS, None)

    def is_empty(self) -> bool:
        """Whether the shop has no such document at all."""
        return self._panel.is_empty_shown()

    def has_rows(self) -> bool:
        """Whether the filter leaves any."""
        return self.table.rows.rowCount() > 0

    def focus_rows(self) -> None:
        """On to the rows, the first one chosen where none is."""
        if self.table.current_row() is None and self.has_rows():
            self.table.choose(0)
        self.table.setFocus()

    def walk_days(self, step: int) -> None:
        """The neighbouring choice of days."""
        self.filters.spans.walk(step)

    def shown_total(self, name: str) -> str:
        """The total pinned under a column."""
        return self._footer.total(name)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload_from_top)
        self.filters.search.left_downwards.connect(self.focus_rows)
        self.table.opened.connect(self.opened)
        self.table.rows.wants_more.connect(self._read_more)
        self._first.refused.connect(self._on_refused)
        self._next.refused.connect(self.refused)
        self._stale.timeout.connect(lambda: self.table.set_stale(True))

    def _read(self, most: int, kept: Row | None) -> None:
        wanted, listing = self.filters.wanted(), self._listing
        self._stale.start()
        self._next.forget()
        self._first.ask(lambda: first_page(listing, wanted, most), lambda page: self._show(page, kept))

    def _read_more(self, loaded: int) -> None:
        wanted, listing = self.filters.wanted(), self._listing
        self._next.ask(
            lambda: listing.rows(wanted, loaded, PAGE_ROWS),
            lambda rows: self.table.rows.add_rows(rows, loaded + len(rows) < self._total and bool(rows)),
        )

    def _show(self, page: FirstPage[Row], kept: Row | None) -> None:
        self._total = page.totals.count
        self.table.rows.show_first(page.rows, len(page.rows) < page.totals.count)
        self._end_asking()
        self._choose_again(kept)
        count = _("共 {count} 张").format(count=page.totals.count)
        self._footer.show_totals({"number": count, **page.totals.cells})
        self.filters.show_counts(page.counts)
        self._say_nothing_found()
        self._panel.show_empty(not page.has_any)
        self.loaded.emit()

    def _on_refused(self, words: object) -> None:
        self._end_asking()
        self.refused.emit(words)

    def _end_asking(self) -> None:
        self._stale.stop()
        self.table.set_stale(False)

    def _choose_again(self, kept: Row | None) -> None:
        """The row that was chosen, else the newest."""
        keys = [row.document_id for row in self.table.rows.rows()]
        if keys:
            self.table.choose(keys.index(kept.document_id) if kept and kept.document_id in keys else 0)

    def _say_nothing_found(self) -> None:
        word = self._listing.word
        if self.filters.is_plain():
            days = self.filters.chosen_days().words()
            words = _("{days} 没有{word}").format(days=days, word=word)
            self.table.set_nothing_found(words, (KeyHint("← →", _("换日期")),))
        else:
            self.table.set_nothing_found(_("没有符合的{word}").format(word=word), (KeyHint("Esc", _("清除筛选")),))


def first_page(listing: Listing[Row], wanted: DocumentFilter, most: int) -> FirstPage[Row]:
    """The first rows and all totals of a filter.

    Raises:
        NotAllowedError: the operator may not see these documents.
    """
    totals = {
        kind: listing.totals(replace(wanted, kind=kind)) for kind in (None, *(kind for kind, _word in listing.kinds))
    }
    rows = listing.rows(wanted, 0, most)
    has_any = bool(rows) or bool(listing.rows(DocumentFilter(), 0, 1))
    return FirstPage(rows, totals[wanted.kind], {kind: total.count for kind, total in totals.items()}, has_any)
