"""A list that may be long: searched, filtered and sorted by the shop file, read page by page as one scrolls."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.models.values.goods_words import BETWEEN_NAMES, category_text
from jxc_desktop.services.words import _
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.segments import Segment, Segments
from jxc_desktop.ui.widgets.table import STALE_AFTER_MS, Table
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

Row = TypeVar("Row")
PAGE = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for.

    Attributes:
        category: names from the root; () for all. sort: the name of a column.
    """

    search: str = ""
    segment: str = ""
    category: tuple[str, ...] = ()
    sort: str = ""
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list comes to: products in each segment, and the totals by name of column."""

    counts: Mapping[str, int]
    totals: Mapping[str, str]


@dataclass(frozen=True)
class Source(Generic[Row]):
    """Where a list comes from; both questions are asked off the window's thread.

    Attributes:
        rows: so many rows from an offset on. summary: what the whole list comes to.
        key_of: what a row is known by.
    """

    rows: Callable[[Wanted, int, int], Sequence[Row]]
    summary: Callable[[Wanted], Summary]
    key_of: Callable[[Row], Hashable]


@dataclass(frozen=True, slots=True)
class ListForm:
    """How a list looks.

    Attributes:
        segments: name and word; the first is chosen. sort: the column it is sorted by at first.
        has_categories: whether it can be narrowed to a category of goods. word: what its rows are called.
    """

    placeholder: str
    segments: Sequence[tuple[str, str]]
    sort: str
    empty: EmptyPage | None = None
    has_categories: bool = True
    word: str = ""


class PagedList(QWidget, Generic[Row]):
    """Search, segments and categories above, the table with its pinned totals below.

    Attributes:
        search, segments, category: the filters. table: the rows read so far. footer: the totals.

    Signals:
        answered: the first rows of what is wanted now are there. emptied: whether there is nothing at all now.
        refused: the list cannot be read, in words. failed: an error that is a bug of ours.
    """

    answered = Signal()
    emptied = Signal(bool)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, source: Source[Row], columns: Sequence[Column[Row]], form: ListForm) -> None:
        super().__init__()
        self._source, self._form = source, form
        self._paths: list[tuple[str, ...]] = []
        self._model: PagedModel[Row] = PagedModel(columns, source.key_of)
        self.search = SearchLine(form.placeholder)
        self.segments = Segments([Segment(name, word, 0) for name, word in form.segments])
        self.category = Combo([_("全部类别")], _("全部类别"))
        self.category.setFixedWidth(look().px(150))
        self.table: Table[Row] = Table(self._model)
        self.footer = TotalsFooter(self.table)
        self._panel = TablePanel(self.table, self.footer, form.empty)
        # Two of its own: a list waits neither for an import nor for sums that are not wanted any more.
        backgrounds = Background(self), Background(self)
        for background in backgrounds:
            background.failed.connect(self.failed)
        self._rows_answer, self._summary_answer = (NewestAnswer(background, self) for background in backgrounds)
        self._stale = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        self._is_asking = False
        self._choose_first = False
        self._wanted_key: Hashable | None = None
        self._model.sort(self._model.column_named(form.sort))
        self._lay_out()
        self._connect()

    def wanted(self) -> Wanted:
        """What is searched for, filtered and sorted by now."""
        sort, is_descending = self._model.sorted_by() or (self._form.sort, False)
        return Wanted(self.search.searched_text(), self.segments.chosen_name(), self._category(), sort, is_descending)

    def show_categories(self, paths: Sequence[tuple[str, ...]]) -> None:
        """The categories to choose from; the chosen one stays."""
        chosen, self._paths = self.category.currentText(), list(paths)
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItems([_("全部类别"), *map(category_text, paths)])
        self.category.setCurrentText(chosen if self._category_of(chosen) else _("全部类别"))
        self.category.blockSignals(False)

    def reload(self) -> None:
        """Read again as many rows as there are, and what they come to."""
        self._ask(max(PAGE, self._model.rowCount()))

    def read(self) -> None:
        """Read from the first row on: something else is wanted."""
        self.table.scrollToTop()
        self._ask(PAGE)

    def choose_when_there(self, key: Hashable) -> None:
        """Make the row of this key the current one as soon as it is read."""
        self._wanted_key = key

    def enter_table(self) -> None:
        """On to the rows: the current one, else the first; where they are still being read, as soon as they come."""
        self.table.setFocus()
        self._choose_first = True
        if not self._is_asking:
            self._choose_a_row()

    def clear_filter(self) -> bool:
        """Show everything again; False where nothing is filtered."""
        names = [name for name, _word in self._form.segments]
        if not self._is_filtered():
            return False
        self._hold(True)
        self.search.search_for("")
        self.segments.choose(names[0])
        self.category.setCurrentText(_("全部类别"))
        self._hold(False)
        self.read()
        return True

    def row_count(self) -> int:
        """How many rows are read so far."""
        return self._model.rowCount()

    def neighbour(self, key: Hashable, step: int) -> Row | None:
        """The row so many below the one of that key among those read; None where there is none."""
        keys = [self._source.key_of(row) for row in self._model.rows()]
        place = keys.index(key) + step if key in keys else -1
        if place >= len(keys) - 1:
            self._model.fetchMore()
        return self._model.row_at(place) if 0 <= place < len(keys) else None

    def is_empty(self) -> bool:
        """Whether there is nothing at all, with or without a filter."""
        return self._panel.is_empty_shown()

    def _is_filtered(self) -> bool:
        now = self.wanted()
        return now != Wanted(segment=self._form.segments[0][0], sort=now.sort, is_descending=now.is_descending)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        for part in (self.search, self.segments, self.category):
            row.addWidget(part)
        if not self._form.has_categories:
            self.category.hide()
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addLayout(row)
        column.addWidget(self._panel, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_filtered)
        self.search.left_downwards.connect(self.enter_table)
        self.segments.chosen.connect(self._on_filtered)
        self.category.activated.connect(self._on_filtered)
        self.table.sorted_by.connect(self._on_filtered)
        self._model.wants_more.connect(self._on_more_wanted)
        self._rows_answer.refused.connect(self._on_refused)
        self._stale.timeout.connect(self._on_stale)

    def _hold(self, is_held: bool) -> None:
        """Let several filters change as one."""
        for part in (self.search, self.segments, self.category):
            part.blockSignals(is_held)

    def _category(self) -> tuple[str, ...]:
        return self._category_of(self.category.currentText())

    def _category_of(self, text: str) -> tuple[str, ...]:
        path = tuple(text.strip().split(BETWEEN_NAMES))
        return path if path in self._paths else ()

    def _on_filtered(self, *_what: object) -> None:
        self.read()

    def _ask(self, limit: int) -> None:
        wanted, source = self.wanted(), self._source
        self._is_asking = True
        self._stale.start()
        self._rows_answer.ask(lambda: source.rows(wanted, 0, limit), lambda rows: self._on_rows(rows, limit))
        self._summary_answer.ask(lambda: source.summary(wanted), self._on_summary)

    def _on_stale(self) -> None:
        self.table.set_stale(True)

    def _on_rows(self, rows: Sequence[Row], limit: int) -> None:
        kept = self.table.current_row()
        self._end_asking()
        self._model.show_first(rows, len(rows) >= limit)
        ways_out = (KeyHint("Esc", _("清除筛选")),) if self._is_filtered() else ()
        self.table.set_nothing_found(_("没有符合的{word}").format(word=self._form.word or _("商品")), ways_out)
        key, self._wanted_key = self._wanted_key, None
        self._choose_key(self._source.key_of(kept) if key is None and kept is not None else key)
        if self._choose_first:
            self._choose_a_row()
        self.answered.emit()

    def _choose_key(self, key: Hashable) -> None:
        keys = [self._source.key_of(row) for row in self._model.rows()]
        if key is not None and key in keys:
            self.table.choose(keys.index(key))

    def _choose_a_row(self) -> None:
        if self._model.rowCount():
            self._choose_first = False
            if self.table.current_row() is None:
                self.table.choose(0)

    def _on_more_wanted(self, offset: int) -> None:
        wanted, source = self.wanted(), self._source
        self._rows_answer.ask(lambda: source.rows(wanted, offset, PAGE), self._on_more)

    def _on_more(self, rows: Sequence[Row]) -> None:
        self._model.add_rows(rows, len(rows) >= PAGE)

    def _on_summary(self, summary: Summary) -> None:
        self.segments.set_counts(dict(summary.counts))
        self.footer.show_totals(summary.totals)
        self._panel.show_empty(not self._is_filtered() and not any(summary.counts.values()))
        self.emptied.emit(self.is_empty())

    def _on_refused(self, words: object) -> None:
        self._end_asking()
        self.refused.emit(words)

    def _end_asking(self) -> None:
        self._is_asking = False
        self._stale.stop()
        self.table.set_stale(False)
